import type { FeatureRef } from "../../map/picture.ts";
import type { Ledger } from "../../state/ledgers.ts";

/** The selected rows of one layer. */
export interface SelectedGroup extends Ledger {
  readonly rows: readonly number[];
}

/** A selection by layer, in the order of the registry; layers without a selected feature are not there. */
export function groupByLayer(ledgers: readonly Ledger[], selected: readonly FeatureRef[]): readonly SelectedGroup[] {
  const rows = new Map<string, number[]>();
  for (const { layer, row } of selected) {
    const known = rows.get(layer);
    if (known) known.push(row);
    else rows.set(layer, [row]);
  }
  return ledgers.flatMap((ledger) => {
    const own = rows.get(ledger.definition.id);
    return own ? [{ ...ledger, rows: own }] : [];
  });
}
