import { useMemo } from "react";
import { SCREEN_HAZARD_WORDS } from "../../../messages/screen-hazards.ts";
import { MOST_IDS } from "../../../state/view.ts";
import { metres } from "../../../ui/quantities.ts";
import { substanceTotals } from "../hazards/substance-totals.ts";
import { COUNTED, REACH_M } from "../hazards/surroundings-question.ts";
import { useConflictPage } from "../hazards/use-conflicts.ts";
import { majorSources } from "../major-sources.ts";
import type { Behind, Figure, ListedLine, PanelFigures } from "./behind.ts";
import { deskAddress, type Listing, ledgerOf, rowGroup, useListing } from "./listing.ts";
import { refsById, refsOf } from "./refs.ts";
import { behindRing, ringNumbers, useWithin } from "./ring-figures.ts";

function useMajorSources(listing: Listing): readonly string[] {
  const snapshot = ledgerOf(listing, "hazard-sources")?.snapshot;
  return useMemo(() => (snapshot ? majorSources(snapshot) : []), [snapshot]);
}

function useSurroundings(listing: Listing) {
  const ids = useMajorSources(listing);
  const around = useMemo(() => (ids.length === 0 ? null : { layer: "hazard-sources", ids }), [ids]);
  return { ids, answer: useWithin(around, REACH_M, COUNTED) };
}

export const surroundingsFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const ring = useSurroundings(listing).answer?.summary.rings[0];
    return ring ? ringNumbers(ring, listing) : [];
  },
  useBehind: (figure) => {
    const listing = useListing();
    const { ids, answer } = useSurroundings(listing);
    if (!answer) return null;
    const words = SCREEN_HAZARD_WORDS[listing.wording.language];
    const origin = { kind: "features" as const, layer: "hazard-sources", ids: [...ids] };
    const reading = [words.around(listing.number(ids.length))];
    return behindRing(listing, figure, answer, reading, ids.length <= MOST_IDS ? origin : null);
  },
};

/** The sources that hold a substance, each with its tonnes; apart those that state none. */
export function behindSubstance(listing: Listing, name: string): Behind | null {
  const ledger = ledgerOf(listing, "hazard-sources");
  if (!ledger) return null;
  const { snapshot } = ledger;
  const { words, number, wording } = listing;
  const column = snapshot.columns.substances;
  const held = (row: number) => (column?.type === "list" ? column.get(row) : null) ?? [];
  const tonnesAt = (row: number) => held(row).reduce((sum, each) => (each.name === name ? sum + each.tonnes : sum), 0);
  const rows = Array.from({ length: snapshot.count }, (_, row) => row);
  const holding = rows.filter((row) => held(row).some((each) => each.name === name));
  const silent = rows.filter((row) => held(row).length === 0);
  const total = substanceTotals(snapshot).totals.find((each) => each.name === name);
  if (!total) return null;
  const tonnes = (value: number) => `${number(value, value < 100 ? 1 : 0)} t`;
  return {
    title: name,
    value: tonnes(total.tonnes),
    reading: [SCREEN_HAZARD_WORDS[wording.language].designMaximum],
    layers: ["hazard-sources"],
    groups: [
      rowGroup(listing, ledger, holding, {
        heading: silent.length > 0 ? words.counted : null,
        amountOf: (row) => tonnes(tonnesAt(row)),
        sum: total.tonnes,
      }),
      ...(silent.length > 0
        ? [rowGroup(listing, ledger, silent, { heading: words.statesNone, amountOf: () => "" })]
        : []),
    ],
    marked: refsOf("hazard-sources", holding),
    filters: { "hazard-sources": "" },
    link: deskAddress(listing, "/", { layers: ["hazard-sources"] }),
  };
}

export const substanceFigures: PanelFigures = {
  useFigures: () => {
    const listing = useListing();
    const ledger = ledgerOf(listing, "hazard-sources");
    if (!ledger) return [];
    return substanceTotals(ledger.snapshot).totals.map(({ name, tonnes }): Figure => {
      const text = `${listing.number(tonnes, tonnes < 100 ? 1 : 0)} t`;
      return { id: name, title: name, text };
    });
  },
  useBehind: (name) => behindSubstance(useListing(), name),
};

const VERDICTS = ["too-near", "cannot-tell"] as const;

/** Pairs that stand too near, or may; one of them by its id is listed with both that it is of. */
export const conflictFigures: PanelFigures = {
  useFigures: () => {
    const { number, wording } = useListing();
    const { page } = useConflictPage("too-near");
    if (!page) return [];
    const words = SCREEN_HAZARD_WORDS[wording.language];
    const counts: Figure[] = [
      { id: "too-near", title: words.tooNear, text: number(page.totals.tooNear) },
      { id: "cannot-tell", title: words.cannotTell, text: number(page.totals.cannotTell) },
    ];
    const pairs = page.conflicts.map(({ id, finding: { hazard, target, distanceM } }) => ({
      id,
      title: `${hazard.name} – ${target.name}`,
      text: metres(distanceM),
    }));
    return [...counts, ...pairs];
  },
  useBehind: (figure) => {
    const listing = useListing();
    const verdict = VERDICTS.find((each) => each === figure) ?? "too-near";
    const { page } = useConflictPage(verdict);
    if (!page) return null;
    const { number, words, wording } = listing;
    const hazards = SCREEN_HAZARD_WORDS[wording.language];
    const isPair = figure !== verdict;
    const shown = isPair ? page.conflicts.filter(({ id }) => id === figure) : page.conflicts;
    const count = isPair ? shown.length : verdict === "too-near" ? page.totals.tooNear : page.totals.cannotTell;
    if (isPair && count === 0) return null;
    const lineAt = (place: number): ListedLine => {
      const { id, finding } = shown[place]!;
      const { hazard, target, rules, distanceM } = finding;
      const worst = rules.toSorted((a, b) => b.shortfallM - a.shortfallM)[0];
      const required = worst ? ` / ${metres(worst.requiredM)}` : "";
      return {
        key: id,
        name: `${hazard.name} – ${target.name}`,
        code: `${hazard.code} – ${target.code}`,
        where: worst ? `${worst.standard} ${worst.clause}` : "",
        amount: `${metres(worst?.measuredM ?? distanceM)}${required}`,
        isSimulated: false,
      };
    };
    const sides = shown.flatMap(({ finding }) => [finding.hazard, finding.target]);
    return {
      title: isPair ? words.pair : verdict === "too-near" ? hazards.tooNear : hazards.cannotTell,
      value: number(count),
      reading: [hazards.conflictsBy, words.pairColumns],
      layers: [...new Set(sides.flatMap(({ layer }) => layer ?? []))],
      groups: [{ heading: null, count, lineOf: lineAt, listed: shown.length }],
      marked: sides.flatMap(({ layer, id }) => (layer && id ? refsById(listing.ledgers, layer, [id]) : [])),
      filters: {},
      link: deskAddress(listing, "/planning", { planning: { part: "backlog", asOf: null, draft: null } }),
    };
  },
};
