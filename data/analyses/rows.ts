import type { Geometry } from "geojson";
import { type Outline, outlineOf, pointOutline } from "../geometry/outlines.ts";
import { findGeometryProblem } from "../geometry/validity.ts";
import type { LayerDefinition } from "../layers/define.ts";
import { FilterProblem, parseFilter } from "../layers/filter.ts";
import { compileFilter } from "../snapshot/select.ts";
import { type Selection, type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";
import { AnalysisRefusal } from "./define.ts";

/**
 * Rows that pass a filter text; `null` (all) without one.
 *
 * @throws AnalysisRefusal naming `field` when the text is no filter for this layer.
 */
export function selectByText(
  text: string | undefined,
  snapshot: Snapshot,
  layer: LayerDefinition,
  field: string,
): Selection {
  if (text === undefined || text.trim() === "") return null;
  try {
    return compileFilter(parseFilter(text, layer))(snapshot);
  } catch (error) {
    if (error instanceof FilterProblem) {
      throw new AnalysisRefusal(field, `at ${error.position}: ${error.reason}`, error.allowed.join(", ") || null);
    }
    throw error;
  }
}

/** Whether a row is a single point: then its display position is the whole of it. */
export const isPointRow = ({ outlines }: Snapshot, row: number): boolean =>
  outlines === null ||
  (outlines.kind[row] === 0 && outlines.featureStart[row + 1]! - outlines.featureStart[row]! === 1);

/** The outline of a row in the snapshot's plane. */
export const rowOutline = (snapshot: Snapshot, row: number): Outline =>
  snapshot.outlines
    ? outlineOf(snapshot.outlines, row)
    : pointOutline(snapshot.xy[row * 2]!, snapshot.xy[row * 2 + 1]!);

/** Nobody draws more vertices, and with more a ring around them takes longer than anybody waits. */
export const MOST_DRAWN_VERTICES = 20_000;

/** @throws AnalysisRefusal naming `field` when the geometry cannot be measured. */
export function refuseUnmeasurable(geometry: Geometry, field: string): void {
  const problem = findGeometryProblem(geometry, MOST_DRAWN_VERTICES);
  if (problem) throw new AnalysisRefusal(field, problem.reason, problem.allowed);
}

/** The code of the layer's grade in a row; `null` when the layer has none or it is not known. */
export function gradeOf(snapshot: Snapshot, layer: LayerDefinition, row: number): string | null {
  const column = layer.grade === undefined ? undefined : snapshot.columns[layer.grade];
  if (column?.type !== "code") return null;
  const index = column.indices[row]!;
  return index === UNKNOWN_CODE ? null : column.values[index]!;
}

/** Position of a grade in its list, worst first; after the last for an unknown one. */
export function gradeRank(layer: LayerDefinition, grade: string | null): number {
  const attribute = layer.grade === undefined ? undefined : layer.attributes[layer.grade];
  if (attribute?.type !== "code") return 0;
  const rank = attribute.values.findIndex((value) => value.code === grade);
  return rank < 0 ? attribute.values.length : rank;
}

/** Display position of a row, WGS84. */
export const rowPosition = (snapshot: Snapshot, row: number): [number, number] => [
  snapshot.lonLat[row * 2]!,
  snapshot.lonLat[row * 2 + 1]!,
];

/** A row as it is named in findings. */
export const rowIdentity = (snapshot: Snapshot, row: number) => ({
  id: snapshot.ids.get(row) ?? "",
  code: snapshot.codes.get(row) ?? "",
  name: snapshot.names.get(row) ?? "",
});
