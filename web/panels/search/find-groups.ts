import { type SearchHit, search } from "#data/snapshot/search.ts";
import type { Selection } from "#data/snapshot/snapshot.ts";
import type { Ledger } from "../../state/ledgers.ts";

export type PlaceHit = Exclude<SearchHit, { kind: "feature" }>;

/** A found feature; for a road, all its sections that were found as one. */
export interface FeatureHit {
  readonly kind: "feature";
  readonly row: number;
  /** Of the same road, this one first. */
  readonly rows: readonly number[];
  readonly field: string;
  readonly text: string;
  /** The filter or the period does not show it. */
  readonly isHidden: boolean;
}

export interface FeatureGroup {
  readonly ledger: Ledger;
  readonly hits: readonly FeatureHit[];
}

export interface Found {
  readonly places: readonly PlaceHit[];
  /** The group with the best hit first. */
  readonly groups: readonly FeatureGroup[];
  /** More was found than is listed. */
  readonly isCut: boolean;
}

/** More than this nobody reads: type another letter instead. */
export const MOST_HITS = 300;

/** Who types a road's or a district's name means that, not what lies along it. */
const FIRST = ["roads", "districts"];

/**
 * What a text finds, grouped by layer.
 *
 * @param near - `[longitude, latitude]` of what the person looks at.
 * @param shownRows - the rows of a ledger that its filter and the period let through.
 */
export function findGroups(
  query: string,
  ledgers: readonly Ledger[],
  near: readonly [number, number] | null,
  shownRows: (ledger: Ledger) => Selection,
): Found {
  const byId = new Map(ledgers.map((ledger) => [ledger.definition.id, ledger]));
  const hits = search(query, sourcesOf(ledgers), MOST_HITS, near);
  const places: PlaceHit[] = [];
  const groups = new Map<string, FeatureHit[]>();
  for (const hit of hits) {
    if (hit.kind !== "feature") {
      places.push(hit);
      continue;
    }
    const { layer, row, field, text } = hit;
    const group = groups.get(layer) ?? [];
    groups.set(layer, group);
    const same = layer === "roads" ? group.findIndex((other) => other.text === text && other.field === field) : -1;
    if (same >= 0) group[same] = { ...group[same]!, rows: [...group[same]!.rows, row] };
    else {
      const shown = shownRows(byId.get(layer)!);
      group.push({ kind: "feature", row, rows: [row], field, text, isHidden: shown !== null && shown[row] === 0 });
    }
  }
  return {
    places,
    groups: [...groups].map(([layer, found]) => ({ ledger: byId.get(layer)!, hits: found })),
    isCut: hits.length === MOST_HITS,
  };
}

/** Reads a layer's texts into the form that is searched, so that the first letter typed need not wait for it. */
export function prepareSearch(ledger: Ledger): void {
  search("\u0000", sourcesOf([ledger]), 1);
}

function sourcesOf(ledgers: readonly Ledger[]) {
  const rank = ({ definition }: Ledger) => (FIRST.includes(definition.id) ? 0 : 1);
  return [...ledgers]
    .filter(({ snapshot }) => snapshot.count > 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ definition, snapshot }) => ({ layer: definition, snapshot }));
}
