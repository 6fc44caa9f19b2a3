import type { CoverageGap, CoverageGapSummary, GapCounts } from "#data/analyses/coverage-gap-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { WATER_REACH_SOURCE } from "#data/wall/water-reach.ts";
import { SCREEN_WATER_WORDS } from "../../../messages/screen-water.ts";
import { metres } from "../../../ui/quantities.ts";
import { DISTRICT_TARGETS, useListedGaps, useWaterGaps } from "../water/gap-question.ts";
import type { Behind, Figure, PanelFigures } from "./behind.ts";
import { idGroup } from "./id-group.ts";
import { deskAddress, type Listing, ledgerOf, useListing } from "./listing.ts";

/** The figure of what lies in no district. */
export const IN_NO_DISTRICT = "none";

/** A number of the gaps: what of which ledgers, and where. */
export interface GapNumber {
  readonly id: string;
  readonly title: string;
  readonly counts: readonly GapCounts[];
  readonly isThere: (gap: CoverageGap) => boolean;
}

const wordsOf = ({ wording }: Listing) => SCREEN_WATER_WORDS[wording.language];

const outsideOf = ({ counts }: GapNumber): number => counts.reduce((sum, { outside }) => sum + outside, 0);

/** How much of each ledger is out of reach; of one that is empty nothing can be told. */
export function zoneGaps(listing: Listing, { layers }: CoverageGapSummary): GapNumber[] {
  const [, outside] = wordsOf(listing).layerColumns;
  return layers
    .filter(({ of }) => of > 0)
    .map((counts) => ({
      id: counts.layer,
      title: `${listing.title(getLayer(counts.layer).title)} · ${outside}`,
      counts: [counts],
      isThere: () => true,
    }));
}

export const districtGapId = (district: string, layer: string): string => `${district}-${layer}`;

/** How much of the ledgers that a district's line counts is out of reach there, and what lies in no district. */
export function districtGaps(listing: Listing, summary: CoverageGapSummary): GapNumber[] {
  const { inNoDistrict } = wordsOf(listing);
  const known = summary.layers.filter(({ of }) => of > 0).map(({ layer }) => layer);
  const numbers = summary.districts.flatMap(({ id, name, code, layers }) =>
    layers
      .filter(({ layer }) => DISTRICT_TARGETS.includes(layer) && known.includes(layer))
      .map((counts) => ({
        id: districtGapId(id, counts.layer),
        title: `${listing.title(getLayer(counts.layer).title)} · ${name || code}`,
        counts: [counts],
        isThere: ({ district }: CoverageGap) => district === id,
      })),
  );
  const elsewhere = {
    id: IN_NO_DISTRICT,
    title: inNoDistrict,
    counts: summary.elsewhere.filter(({ outside, cannotTell }) => outside + cannotTell > 0),
    isThere: ({ district }: CoverageGap) => district === null,
  };
  return outsideOf(elsewhere) > 0 ? [...numbers, elsewhere] : numbers;
}

/** What no usable source reaches, the farthest from one first; apart, what only sources reach of which nobody knows. */
export function behindGaps(listing: Listing, number: GapNumber, gaps: readonly CoverageGap[]): Behind {
  const words = wordsOf(listing);
  const layers = number.counts.map(({ layer }) => layer);
  const groups = number.counts.flatMap(({ layer, outside, cannotTell }) => {
    const ledger = ledgerOf(listing, layer);
    if (!ledger) return [];
    const there = gaps.filter((gap) => gap.layer === layer && number.isThere(gap));
    const name = layers.length > 1 ? listing.title(ledger.definition.title) : null;
    const headed = (heading: string) => (name === null ? heading : `${name} · ${heading}`);
    const groupOf = (kind: CoverageGap["kind"], count: number, heading: string | null) =>
      idGroup(
        listing,
        ledger,
        there.filter((gap) => gap.kind === kind),
        { heading, count, amountOf: ({ nearestM }) => (nearestM === null ? words.noneUsable : metres(nearestM)) },
      );
    return [
      groupOf("outside", outside, cannotTell > 0 ? headed(words.layerColumns[1]) : name),
      ...(cannotTell > 0 ? [groupOf("cannot-tell", cannotTell, headed(words.onlyUnsure))] : []),
    ];
  });
  const [found, listed] = [
    number.counts.reduce((sum, { outside, cannotTell }) => sum + outside + cannotTell, 0),
    groups.reduce((sum, { marked }) => sum + marked.length, 0),
  ];
  return {
    title: number.title,
    value: listing.number(outsideOf(number)),
    reading: [
      listing.title(WATER_REACH_SOURCE),
      words.farthestFirst,
      ...(listed < found ? [words.firstOf(listing.number(listed), listing.number(found))] : []),
    ],
    layers: ["water-sources", ...layers],
    groups: groups.map(({ group }) => group),
    marked: groups.flatMap(({ marked }) => marked),
    filters: Object.fromEntries(layers.map((layer) => [layer, ""])),
    link: deskAddress(listing, "/", { layers: ["water-sources", ...layers] }),
  };
}

/** Without a source in the ledger nothing can be told, as the panels say. */
const hasWater = (listing: Listing): boolean => (ledgerOf(listing, "water-sources")?.snapshot.count ?? 0) > 0;

const gapFigures = (numbersOf: (listing: Listing, summary: CoverageGapSummary) => GapNumber[]): PanelFigures => ({
  useFigures: () => {
    const listing = useListing();
    const { answer } = useWaterGaps();
    if (!answer || !hasWater(listing)) return [];
    return numbersOf(listing, answer.summary).map(
      (number): Figure => ({ id: number.id, title: number.title, text: listing.number(outsideOf(number)) }),
    );
  },
  useBehind: (id) => {
    const listing = useListing();
    const { answer } = useWaterGaps();
    const numbers = answer && hasWater(listing) ? numbersOf(listing, answer.summary) : [];
    const number = numbers.find((each) => each.id === id);
    const gaps = useListedGaps(number?.counts.map(({ layer }) => layer) ?? []);
    return number ? behindGaps(listing, number, gaps) : null;
  },
});

export const gapPanelFigures = gapFigures(zoneGaps);

export const gapDistrictFigures = gapFigures(districtGaps);
