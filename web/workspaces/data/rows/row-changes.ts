import type { Geometry } from "geojson";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { RowState } from "../../../api.ts";

/** One thing about a feature that a row changes. */
export type RowChange =
  | {
      readonly kind: "name" | "source" | "observedOn" | "districtCode";
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: "positionErrorM"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "attribute"; readonly id: string; readonly from: AttributeValue; readonly to: AttributeValue }
  | { readonly kind: "geometry"; readonly change: GeometryChange; readonly movedM: number };

/** `moved`: a point elsewhere; `reshaped`: another outline of the same kind; `other`: another kind; `placed`: there was none. */
export type GeometryChange = "moved" | "reshaped" | "other" | "placed";

/** What a row changes about a feature, place first, then in the order of the registry. */
export function rowChanges(layer: LayerDefinition, before: RowState, after: RowState): RowChange[] {
  const changes: RowChange[] = [];
  if (before.name !== after.name) changes.push({ kind: "name", from: before.name, to: after.name });
  const geometry = geometryChange(before.geometry, after.geometry);
  if (geometry) changes.push({ kind: "geometry", ...geometry });
  for (const id of Object.keys(layer.attributes)) {
    const from = before.attributes[id] ?? null;
    const to = after.attributes[id] ?? null;
    if (!isSame(from, to)) changes.push({ kind: "attribute", id, from, to });
  }
  if (before.positionErrorM !== after.positionErrorM)
    changes.push({ kind: "positionErrorM", from: before.positionErrorM, to: after.positionErrorM });
  for (const kind of ["districtCode", "observedOn", "source"] as const)
    if (before[kind] !== after[kind]) changes.push({ kind, from: before[kind], to: after[kind] });
  return changes;
}

/** Values come from JSON, where the order of names says nothing. */
const isSame = (a: AttributeValue, b: AttributeValue): boolean => a === b || canonical(a) === canonical(b);

const canonical = (value: AttributeValue): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([x], [y]) => (x < y ? -1 : 1)))
      : each,
  );

export function geometryChange(
  before: Geometry | null,
  after: Geometry | null,
): { readonly change: GeometryChange; readonly movedM: number } | null {
  if (!after) return null;
  if (!before) return { change: "placed", movedM: 0 };
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const movedM = geodesicDistanceM(...middleOf(before), ...middleOf(after));
  if (before.type !== after.type) return { change: "other", movedM };
  return { change: before.type === "Point" ? "moved" : "reshaped", movedM };
}

function middleOf(geometry: Geometry): [number, number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}
