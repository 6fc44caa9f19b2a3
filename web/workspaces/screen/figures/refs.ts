import type { FeatureRef } from "../../../map/picture.ts";
import { findRow } from "../../../state/features.ts";
import type { Ledger } from "../../../state/ledgers.ts";

export const refsOf = (layer: string, rows: readonly number[]): FeatureRef[] => rows.map((row) => ({ layer, row }));

/** Features by their ids; those that are no longer there are left out. */
export const refsById = (ledgers: readonly Ledger[], layer: string, ids: readonly string[]): FeatureRef[] =>
  ids.flatMap((id) => {
    const row = findRow(ledgers, { layer, id });
    return row === null ? [] : [{ layer, row }];
  });
