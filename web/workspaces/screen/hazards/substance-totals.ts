import type { Snapshot } from "#data/snapshot/snapshot.ts";

/** A substance with what all sources may hold of it together. */
export interface SubstanceTotal {
  readonly name: string;
  readonly tonnes: number;
  readonly sources: number;
}

/** @returns the substances of all sources, most tonnes first; sources that state none are counted as `unknown`. */
export function substanceTotals(hazards: Snapshot): { readonly totals: SubstanceTotal[]; readonly unknown: number } {
  const column = hazards.columns.substances;
  const byName = new Map<string, { tonnes: number; sources: number }>();
  let unknown = 0;
  for (let row = 0; row < hazards.count; row++) {
    const held = column?.type === "list" ? column.get(row) : null;
    if (!held || held.length === 0) unknown++;
    const names = new Set<string>();
    for (const { name, tonnes } of held ?? []) {
      const total = byName.get(name) ?? { tonnes: 0, sources: 0 };
      byName.set(name, { tonnes: total.tonnes + tonnes, sources: total.sources + (names.has(name) ? 0 : 1) });
      names.add(name);
    }
  }
  const totals = [...byName].map(([name, total]) => ({ name, ...total }));
  return { totals: totals.sort((a, b) => b.tonnes - a.tonnes || (a.name < b.name ? -1 : 1)), unknown };
}
