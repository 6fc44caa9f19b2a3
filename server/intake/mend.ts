import { FillRule, unionD } from "clipper2-ts";
import type { Geometry, Position } from "geojson";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { toPaths } from "#data/geometry/clip.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { groupRings } from "#data/geometry/group-rings.ts";
import { signedDoubleArea } from "#data/geometry/outlines.ts";
import { polygonToGeoJson } from "#data/geometry/to-geojson.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";

export type Mended =
  /** Fine as it was, or differently written for the same shape. */
  | { readonly geometry: Geometry; readonly mended: null }
  /** What was wrong, and by how much the area changed. */
  | { readonly geometry: Geometry; readonly mended: string }
  | { readonly refused: string; readonly allowed: string | null; readonly at: readonly [number, number] | null };

/**
 * Makes a geometry fit for measuring: one part as a single geometry, rings closed, outer rings counter-clockwise. A polygon
 * that crosses itself becomes what the even-odd rule paints of it; one that encloses nothing is refused.
 *
 * @param geometry - WGS84, every position finite and on the earth.
 */
export function mendGeometry(geometry: Geometry): Mended {
  const tidy = tidyGeometry(geometry);
  const problem = findGeometryProblem(tidy);
  if (!problem) return { geometry: tidy, mended: null };
  const isPolygon = tidy.type === "Polygon" || tidy.type === "MultiPolygon";
  const curable =
    problem.code === "self-crossing" || problem.code === "zero-area" || problem.code === "too-few-vertices";
  const repaired = isPolygon && curable ? repair(tidy) : null;
  if (!repaired || findGeometryProblem(repaired.geometry))
    return { refused: problem.reason, allowed: problem.allowed, at: problem.position };
  const { before, after } = repaired;
  return { geometry: repaired.geometry, mended: `${problem.reason}; area ${before} m² became ${after} m²` };
}

function repair(geometry: Geometry & { type: "Polygon" | "MultiPolygon" }) {
  const first = (geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0])?.[0];
  const plane = createZonePlane([first![0]!, Math.max(-85, Math.min(85, first![1]!))]);
  const { parts } = outlineFromGeoJson(geometry, plane);
  // 0.1 mm: finer than any survey, coarse enough for corners that coincide to be found as one.
  const rings = unionD(toPaths(parts), [], FillRule.EvenOdd, 4).map((path) =>
    Float64Array.from(path.flatMap(({ x, y }) => [x, y])),
  );
  const grouped = groupRings(rings);
  if (grouped.length === 0) return null;
  const area = (of: readonly Float64Array[]) =>
    (Math.abs(of.reduce((sum, ring) => sum + signedDoubleArea(ring), 0)) / 2).toFixed(1);
  return { geometry: polygonToGeoJson(grouped, plane), before: area(parts), after: area(grouped) };
}

/** The same shape as RFC 7946 wants it written. */
function tidyGeometry(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case "MultiPoint":
      return geometry.coordinates.length === 1 ? { type: "Point", coordinates: geometry.coordinates[0]! } : geometry;
    case "MultiLineString":
      return geometry.coordinates.length === 1
        ? { type: "LineString", coordinates: geometry.coordinates[0]! }
        : geometry;
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map(tidyRing) };
    case "MultiPolygon": {
      const polygons = geometry.coordinates.map((rings) => rings.map(tidyRing));
      return polygons.length === 1
        ? { type: "Polygon", coordinates: polygons[0]! }
        : { type: "MultiPolygon", coordinates: polygons };
    }
    default:
      return geometry;
  }
}

function tidyRing(ring: Position[], index: number): Position[] {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (!first || !last) return ring;
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
  let area = 0;
  for (let i = 0; i + 1 < closed.length; i++) {
    const [a, b] = [closed[i]!, closed[i + 1]!];
    area += (a[0]! - first[0]!) * (b[1]! - first[1]!) - (b[0]! - first[0]!) * (a[1]! - first[1]!);
  }
  return area !== 0 && area > 0 !== (index === 0) ? [...closed].reverse() : closed;
}
