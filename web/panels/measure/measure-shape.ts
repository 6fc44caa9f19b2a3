import type { Geometry, Position } from "geojson";
import { geodesicAreaM2, geodesicLengthM, geodesicLine } from "#data/geodesy/geodesic.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";

/** One straight piece of a measured line. */
export interface Leg {
  readonly distanceM: number;
  /** At its start, clockwise from north, 0 to 360; `null` when it has no length. */
  readonly bearingDeg: number | null;
}

export type Measured =
  | { readonly kind: "line"; readonly legs: readonly Leg[]; readonly totalM: number }
  | {
      readonly kind: "polygon";
      readonly areaM2: number;
      readonly perimeterM: number;
      /** Its edge crosses itself: parts would be counted against each other. */
      readonly isCrossing: boolean;
    };

/** Measures a drawn line or polygon on the WGS84 ellipsoid; `null` for other shapes. */
export function measureShape(shape: Geometry): Measured | null {
  switch (shape.type) {
    case "LineString": {
      const { coordinates } = shape;
      const legs = coordinates.slice(1).map((to, i) => legBetween(coordinates[i]!, to));
      // The last click of a double click adds a leg without length.
      return { kind: "line", legs: legs.filter(({ distanceM }) => distanceM > 0), totalM: geodesicLengthM(shape) };
    }
    case "Polygon":
      return {
        kind: "polygon",
        areaM2: geodesicAreaM2(shape),
        perimeterM: geodesicLengthM(shape),
        isCrossing: findGeometryProblem(shape)?.code === "self-crossing",
      };
    default:
      return null;
  }
}

function legBetween([lon1, lat1]: Position, [lon2, lat2]: Position): Leg {
  const { distanceM, azimuthDeg } = geodesicLine(lon1!, lat1!, lon2!, lat2!);
  return { distanceM, bearingDeg: distanceM > 0 ? (azimuthDeg + 360) % 360 : null };
}
