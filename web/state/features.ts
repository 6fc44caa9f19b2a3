import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { Ledger } from "./ledgers.ts";
import type { FeatureKey } from "./view.ts";

const rowsById = new WeakMap<Snapshot, Map<string, number>>();

/** @returns the row of a feature in its layer's present snapshot; `null` when it is no longer there. */
export function findRow(ledgers: readonly Ledger[], { layer, id }: FeatureKey): number | null {
  const snapshot = ledgers.find(({ definition }) => definition.id === layer)?.snapshot;
  if (!snapshot) return null;
  let rows = rowsById.get(snapshot);
  if (!rows) {
    rows = new Map(Array.from({ length: snapshot.count }, (_, row) => [snapshot.ids.get(row)!, row]));
    rowsById.set(snapshot, rows);
  }
  return rows.get(id) ?? null;
}
