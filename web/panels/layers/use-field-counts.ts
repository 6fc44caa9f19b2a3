import { useMemo } from "react";
import { formatFilter } from "#data/layers/filter.ts";
import type { Column, Selection } from "#data/snapshot/snapshot.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { passingRows } from "../../state/selections.ts";
import { toFilter, withCondition } from "./conditions.ts";
import { columnOf, countUnknown, countValues, type ValueCounts } from "./counts.ts";
import type { LayerRows } from "./use-layer-rows.ts";

/** How many features each value would show: counted under every other condition, so that a choice keeps its own count. */
export const useFieldCounts = (ledger: Ledger, layer: LayerRows, property: string): ValueCounts =>
  useUnderOthers(ledger, layer, property, countValues);

/** How many features without a value would be shown. */
export const useFieldUnknown = (ledger: Ledger, layer: LayerRows, property: string): number =>
  useUnderOthers(ledger, layer, property, countUnknown);

function useUnderOthers<Answer>(
  { definition, snapshot }: Ledger,
  { form, time }: LayerRows,
  property: string,
  count: (column: Column, rows: number, selection: Selection) => Answer,
): Answer {
  const others = toFilter(withCondition(form, property, null), definition);
  // Two trees of the same text take the same rows: moving the field's own slider counts nothing again.
  const key = others ? formatFilter(others) : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `others`
  return useMemo(() => {
    const rows = passingRows(definition, snapshot, others, time);
    return count(columnOf(snapshot, definition, property), snapshot.count, rows);
  }, [definition, snapshot, key, time, property, count]);
}
