import type { Geometry, Position } from "geojson";
import type { Verdict } from "#data/analyses/spacing-results.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import type { ParcelResult } from "../../../api-batches.ts";

export type Outcome = Verdict | "unchecked";

export const OUTCOMES: readonly Outcome[] = ["too-near", "cannot-tell", "clear", "unchecked"];

export const outcomeOf = ({ verdict }: ParcelResult): Outcome => verdict ?? "unchecked";

/** Worst first, and within a verdict the least margin first; as the file has them where that says nothing. */
export const byUrgency = (rows: readonly ParcelResult[]): readonly ParcelResult[] =>
  rows.toSorted(
    (a, b) =>
      OUTCOMES.indexOf(outcomeOf(a)) - OUTCOMES.indexOf(outcomeOf(b)) ||
      (a.marginM ?? Number.MAX_VALUE) - (b.marginM ?? Number.MAX_VALUE) ||
      a.place - b.place,
  );

/** The parcel that a position lies in, the last of the file where they overlap; `null` beside all. */
export const parcelAt = (rows: readonly ParcelResult[], [lon, lat]: readonly [number, number]): ParcelResult | null =>
  rows.findLast(({ geometry }) => geometry !== null && holds(geometry, lon, lat)) ?? null;

function holds(geometry: Geometry, lon: number, lat: number): boolean {
  const polygons =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  return polygons.some((rings) => containsPoint({ kind: 2, parts: rings.map(flat) }, lon, lat));
}

const flat = (ring: readonly Position[]): Float64Array =>
  Float64Array.from(ring.slice(0, -1).flatMap(([lon, lat]) => [lon!, lat!]));
