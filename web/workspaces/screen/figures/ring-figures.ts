import type { Geometry } from "geojson";
import type { BufferFinding, BufferRing, BufferSummary } from "#data/analyses/results.ts";
import { getLayer } from "#data/layers/index.ts";
import { findRow } from "../../../state/features.ts";
import type { View } from "../../../state/view.ts";
import { metres } from "../../../ui/quantities.ts";
import { useAnswer } from "../use-answer.ts";
import type { Behind, Figure, ListedGroup } from "./behind.ts";
import { deskAddress, type Listing, ledgerOf, lineOf } from "./listing.ts";
import { refsById } from "./refs.ts";

/** The figure of the people within a ring. */
export const PEOPLE = "people";

/** Ledgers that say how many people live, stay or work there. */
export const WITH_PEOPLE = ["protection-targets", "houses"];

/** More features than a list could ever hold; counts are complete whatever is listed. */
const MOST_LISTED = 20_000;

/** What is asked around: a place, or features of a layer. */
export type Around = { readonly geometry: Geometry } | { readonly layer: string; readonly ids: readonly string[] };

/** What lies within a distance, each feature with its own; `null`: nothing to ask, or not answered yet. */
export function useWithin(around: Around | null, radiusM: number, layers: readonly string[]) {
  const question = { ...around, radiiM: [radiusM], layers, limit: MOST_LISTED };
  const hangsOn = around && "layer" in around ? [around.layer, ...layers] : layers;
  return useAnswer<BufferFinding, BufferSummary>("buffer", question, hangsOn, around !== null).answer;
}

/** The numbers of one ring, and the people within it as far as the ledgers know. */
export function ringNumbers({ layers, radiusM }: BufferRing, { title, number, words }: Listing, prefix = ""): Figure[] {
  const known = layers
    .filter(({ layer }) => WITH_PEOPLE.includes(layer))
    .reduce((sum, { totals }) => sum + (totals.people ?? 0), 0);
  const counts = layers.map(({ layer, count }) => ({
    id: `${prefix}${layer}`,
    title: `${title(getLayer(layer).title)} ${metres(radiusM)}`,
    text: number(count),
  }));
  return [...counts, { id: `${prefix}${PEOPLE}`, title: `${words.people} ${metres(radiusM)}`, text: number(known) }];
}

/** The features of one number, nearest first; those of the people's number each with how many. */
export function behindRing(
  listing: Listing,
  figure: string,
  answer: { readonly findings: readonly BufferFinding[]; readonly summary: BufferSummary },
  reading: readonly string[],
  origin: View["origin"],
): Behind | null {
  const ring = answer.summary.rings[0];
  if (!ring) return null;
  const { words, number, title } = listing;
  const asked = figure === PEOPLE ? WITH_PEOPLE : [figure];
  const peopleAt = ({ layer, id }: BufferFinding): number | null => {
    const ledger = ledgerOf(listing, layer);
    const row = findRow(listing.ledgers, { layer, id });
    const column = ledger?.snapshot.columns.people;
    if (row === null || column?.type !== "number") return null;
    return Number.isNaN(column.numbers[row]!) ? null : column.numbers[row]!;
  };
  const groupsOf = (layer: string): ListedGroup[] => {
    const ledger = ledgerOf(listing, layer);
    const totals = ring.layers.find((each) => each.layer === layer);
    if (!ledger || !totals) return [];
    const found = answer.findings.filter((finding) => finding.layer === layer);
    const lineAt = (findings: readonly BufferFinding[], place: number) => {
      const finding = findings[place]!;
      const row = findRow(listing.ledgers, { layer, id: finding.id });
      const people = figure === PEOPLE ? peopleAt(finding) : null;
      const amount = people === null ? metres(finding.distanceM) : `${number(people)} · ${metres(finding.distanceM)}`;
      const { name, code } = finding;
      if (row !== null) return lineOf(listing, ledger, row, amount);
      return { key: finding.id, name: name || code, code, where: "", amount, isSimulated: false };
    };
    const heading = title(ledger.definition.title);
    if (figure !== PEOPLE)
      return [{ heading: null, count: totals.count, listed: found.length, lineOf: (at: number) => lineAt(found, at) }];
    const [known, unknown] = [found.filter((f) => peopleAt(f) !== null), found.filter((f) => peopleAt(f) === null)];
    const lacking = totals.unknown.people ?? 0;
    return [
      {
        heading,
        count: totals.count - lacking,
        sum: totals.totals.people ?? 0,
        listed: known.length,
        lineOf: (at: number) => lineAt(known, at),
      },
      ...(lacking > 0
        ? [
            {
              heading: `${heading} · ${words.noPeople}`,
              count: lacking,
              listed: unknown.length,
              lineOf: (at: number) => lineAt(unknown, at),
            },
          ]
        : []),
    ];
  };
  const told = ringNumbers(ring, listing).find(({ id }) => id === figure);
  const uncertain = ring.layers
    .filter(({ layer }) => asked.includes(layer))
    .reduce((sum, { uncertainCount }) => sum + uncertainCount, 0);
  return {
    title: told?.title ?? "",
    value: told?.text ?? "",
    reading: [...reading, ...(uncertain > 0 ? [words.uncertain(number(uncertain))] : [])],
    layers: asked,
    groups: asked.flatMap(groupsOf),
    marked: asked.flatMap((layer) =>
      refsById(
        listing.ledgers,
        layer,
        answer.findings.filter((finding) => finding.layer === layer).map(({ id }) => id),
      ),
    ),
    filters: Object.fromEntries(asked.map((layer) => [layer, ""])),
    link: deskAddress(listing, "/", {
      layers: asked,
      origin,
      radiiM: [ring.radiusM],
      ringLayers: [...asked],
      tool: "rings",
    }),
  };
}
