import type { BufferGroup } from "#data/analyses/results.ts";

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  /** Per ring, innermost first. */
  readonly counts: readonly number[];
}

/** Origins with their counts of one layer (`null`: of all), the largest count of one ring first, then by name. */
export function groupRows(groups: readonly BufferGroup[], layer: string | null, ring: number): readonly GroupRow[] {
  return groups
    .map(({ origin, rings }) => ({
      id: origin?.id ?? "",
      name: origin?.name ?? "",
      counts: rings.map(({ layers }) =>
        layers.reduce((sum, each) => sum + (layer === null || each.layer === layer ? each.count : 0), 0),
      ),
    }))
    .sort((a, b) => b.counts[ring]! - a.counts[ring]! || a.name.localeCompare(b.name, "zh"));
}
