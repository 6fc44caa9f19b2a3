import type { Ledger } from "../../state/ledgers.ts";
import type { FeatureHit, Found, PlaceHit } from "./find-groups.ts";

/** One line of the list that can be chosen. */
export type Option =
  | { readonly kind: "place"; readonly key: string; readonly hit: PlaceHit }
  | { readonly kind: "feature"; readonly key: string; readonly ledger: Ledger; readonly hit: FeatureHit }
  | { readonly kind: "more"; readonly key: string; readonly layer: string; readonly count: number };

export interface OptionGroup {
  /** `null`: positions and stakes. */
  readonly ledger: Ledger | null;
  readonly count: number;
  readonly options: readonly Option[];
}

/** Lines of each group until it is unfolded; one group alone has room for more. */
const FOLDED = 6;
const FOLDED_ALONE = 20;

/** @param unfolded - layers of which every hit is listed. */
export function toOptionGroups({ places, groups }: Found, unfolded: ReadonlySet<string>): OptionGroup[] {
  const most = groups.length === 1 ? FOLDED_ALONE : FOLDED;
  const lists = groups.map(({ ledger, hits }): OptionGroup => {
    const layer = ledger.definition.id;
    // One line more is shown rather than announced.
    const listed = unfolded.has(layer) || hits.length <= most + 1 ? hits : hits.slice(0, most);
    const options: Option[] = listed.map((hit) => ({ kind: "feature", key: `${layer}-${hit.row}`, ledger, hit }));
    const left = hits.length - listed.length;
    if (left > 0) options.push({ kind: "more", key: `${layer}-more`, layer, count: left });
    return { ledger, count: hits.length, options };
  });
  if (places.length === 0) return lists;
  const options = places.map((hit, i): Option => ({ kind: "place", key: `place-${i}`, hit }));
  return [{ ledger: null, count: places.length, options }, ...lists];
}
