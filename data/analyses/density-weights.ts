import type { LayerDefinition } from "../layers/define.ts";
import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";
import { AnalysisRefusal } from "./define.ts";

/** The weights that a layer's features can be given: the event itself, a sum, or a named scheme. */
export const weightNames = (layer: LayerDefinition): readonly string[] => [
  "count",
  ...layer.totals,
  ...(layer.weights ?? []).map((scheme) => scheme.id),
];

/**
 * The weight of each row: 1 for `count`, the value of a `totals` attribute, or what a named scheme says.
 *
 * @returns NaN for a row whose weight is not known.
 * @throws AnalysisRefusal when the layer has no such weight.
 */
export function weigher(snapshot: Snapshot, layer: LayerDefinition, weight: string): (row: number) => number {
  if (weight === "count") return () => 1;
  if (layer.totals.includes(weight)) return numberOf(snapshot, weight);
  const scheme = layer.weights?.find((each) => each.id === weight);
  if (!scheme)
    throw new AnalysisRefusal("weight", `${layer.id} has no weight ${weight}`, weightNames(layer).join(", "));
  if (scheme.by && scheme.byCode) {
    const column = snapshot.columns[scheme.by];
    if (column?.type !== "code") return () => Number.NaN;
    const weights = column.values.map((value) => scheme.byCode![value] ?? 0);
    return (row) => (column.indices[row] === UNKNOWN_CODE ? Number.NaN : weights[column.indices[row]!]!);
  }
  const factors = Object.entries(scheme.factors ?? {});
  const parts = factors.map(([id, factor]) => {
    const read = id === "count" ? () => 1 : numberOf(snapshot, id);
    return (row: number) => factor * read(row);
  });
  return (row) => parts.reduce((sum, part) => sum + part(row), 0);
}

function numberOf(snapshot: Snapshot, attribute: string): (row: number) => number {
  const column = snapshot.columns[attribute];
  return column?.type === "number" ? (row) => column.numbers[row]! : () => Number.NaN;
}
