import type { ConditionCounts } from "../../analyses/crash-times-results.ts";
import type { LayerDefinition } from "../../layers/define.ts";
import { UNKNOWN_CODE } from "../../snapshot/snapshot.ts";
import type { Crashes } from "../crashes.ts";
import { boxAt, boxesBy, countBoxes, countTimes } from "./time-counts.ts";

/** What the record says of the circumstances. */
export const CONDITIONS = ["weather", "light", "surface"] as const;

/**
 * Crashes by weather, light and surface, those whose record does not say apart.
 *
 * @param layer - `accidents`, for the order of the values.
 */
export function conditionCounts(layer: LayerDefinition, crashes: Crashes, rows: Uint32Array): ConditionCounts[] {
  return CONDITIONS.map((attribute): ConditionCounts => {
    const column = crashes.snapshot.columns[attribute];
    if (column?.type !== "code") return { attribute, values: [], unknown: countTimes(crashes, rows) };
    const unknownBox = column.values.length;
    const boxes = boxesBy(rows, column.indices);
    for (let i = 0; i < boxes.length; i++) if (boxes[i] === UNKNOWN_CODE) boxes[i] = unknownBox;
    const counts = countBoxes(crashes, rows, unknownBox + 1, boxes);
    const definition = layer.attributes[attribute];
    const listed = definition?.type === "code" ? definition.values.map(({ code }) => code) : [];
    const order = (value: string) => (listed.includes(value) ? listed.indexOf(value) : listed.length);
    const values = column.values
      .map((value, box) => ({ value, ...boxAt(counts, box) }))
      .filter((each) => each.crashes > 0)
      .sort((a, b) => order(a.value) - order(b.value));
    return { attribute, values, unknown: boxAt(counts, unknownBox) };
  });
}
