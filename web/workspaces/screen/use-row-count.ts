import { useLedgers } from "../../state/ledgers.ts";

/** How many features a ledger has; `null` until it has been read. Of an empty ledger no number says anything. */
export const useRowCount = (layer: string): number | null =>
  useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === layer)?.snapshot.count ?? null);
