import { geodesicDistanceM } from "./geodesic.ts";
import { scaleBound, type ZonePlane } from "./zone-plane.ts";

/**
 * A pair at exactly the limit is within it, and positions are degrees in floating point: rounding them and the way to the plane and
 * back are off by up to 6 nm.
 */
const ROUNDING_M = 1e-8;

/**
 * How far a distance on the plane can be from the geodesic one, metres: the scale of transverse Mercator at the farther end, and
 * a micrometre for rounding.
 */
export const planeErrorM = (distanceM: number, x1: number, x2: number): number =>
  1e-6 + distanceM * (scaleBound(Math.max(Math.abs(x1), Math.abs(x2))) - 1);

export interface LimitDecision {
  readonly within: boolean;
  /** The plane alone could not tell. */
  readonly byGeodesic: boolean;
}

/**
 * Whether two places are at most `limitM` apart: by the plane where its error cannot matter, by the geodesic otherwise.
 *
 * @param distanceM - between the two places on the plane.
 * @param from - plane metres; so is `to`.
 */
export function decideLimit(
  distanceM: number,
  limitM: number,
  from: readonly [number, number],
  to: readonly [number, number],
  plane: ZonePlane,
): LimitDecision {
  const error = planeErrorM(distanceM, from[0], to[0]);
  if (Math.abs(distanceM - limitM) > error) return { within: distanceM < limitM, byGeodesic: false };
  const exactM = geodesicDistanceM(...plane.toLonLat(from[0], from[1]), ...plane.toLonLat(to[0], to[1]));
  return { within: exactM <= limitM + ROUNDING_M, byGeodesic: true };
}
