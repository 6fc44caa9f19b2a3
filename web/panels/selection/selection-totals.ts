import type { SelectedGroup } from "./group-by-layer.ts";

/** The sum of one attribute over the features where it is known. */
export interface SelectionTotal {
  readonly attribute: string;
  readonly sum: number;
  /** Features without a value: the sum is a lower bound. */
  readonly unknown: number;
}

/** The sums that matter of a layer's selected features, in the registry's order. */
export const selectionTotals = ({ definition, snapshot, rows }: SelectedGroup): readonly SelectionTotal[] =>
  definition.totals.map((attribute) => {
    const column = snapshot.columns[attribute];
    let [sum, unknown] = [0, 0];
    for (const row of rows) {
      const value = column?.type === "number" ? column.numbers[row]! : Number.NaN;
      if (Number.isNaN(value)) unknown++;
      else sum += value;
    }
    return { attribute, sum, unknown };
  });
