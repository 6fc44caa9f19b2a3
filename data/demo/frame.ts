import type { Position } from "geojson";

/** Metres east and north of the zone's centre. */
export type Point = readonly [x: number, y: number];

/** The middle of the demonstration zone, WGS84 degrees. */
export const CENTER: readonly [number, number] = [122.26, 43.62];

// WGS84.
const SEMI_MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;
const LATITUDE_0 = CENTER[1] * DEGREE;

const meridianRadius = (latitude: number): number => {
  const sine = Math.sin(latitude);
  const w = 1 - ECCENTRICITY_2 * sine * sine;
  return (SEMI_MAJOR_M * (1 - ECCENTRICITY_2)) / (w * Math.sqrt(w));
};
const MERIDIAN_RADIUS_0 = meridianRadius(LATITUDE_0);

/**
 * Transverse Mercator about the zone's centre, backwards, to the second order: within 0.1 mm inside 20 km. The answer is rounded
 * to 1e-7 degrees (about a centimetre), so that the last bits of a machine's sine cannot show.
 *
 * @see Snyder, Map Projections (USGS PP 1395), 8-17 to 8-19
 */
export function toLonLat([x, y]: Point): Position {
  let latitude = LATITUDE_0 + y / MERIDIAN_RADIUS_0;
  for (let i = 0; i < 2; i++) {
    const radius = meridianRadius(latitude);
    const arc =
      ((latitude - LATITUDE_0) * (MERIDIAN_RADIUS_0 + 4 * meridianRadius((LATITUDE_0 + latitude) / 2) + radius)) / 6;
    latitude += (y - arc) / radius;
  }
  const sine = Math.sin(latitude);
  const cosine = Math.cos(latitude);
  const tangent = sine / cosine;
  const normal = SEMI_MAJOR_M / Math.sqrt(1 - ECCENTRICITY_2 * sine * sine);
  const d = x / normal;
  const lat = latitude - ((normal * tangent) / meridianRadius(latitude)) * (d * d) * 0.5;
  const lon = (d - ((1 + 2 * tangent * tangent) * d * d * d) / 6) / cosine;
  return [roundTo(CENTER[0] + lon / DEGREE, 7), roundTo(lat / DEGREE, 7)];
}

/** @param digits - decimals to keep, 0 to 9. */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** A right-angled system of its own: a grid of streets, a village, a plot. `u` runs along its streets, `v` to the left of that. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  /** Direction of `u`. */
  readonly cos: number;
  readonly sin: number;
}

/** @param bearingDeg - counter-clockwise from east. */
export const frameAt = ([x, y]: Point, bearingDeg: number): Frame => ({
  x,
  y,
  cos: Math.cos(bearingDeg * DEGREE),
  sin: Math.sin(bearingDeg * DEGREE),
});

/** A frame whose `u` points from one point to the other. */
export function frameAlong(from: Point, to: Point): Frame {
  const length = distance(from, to);
  return { x: from[0], y: from[1], cos: (to[0] - from[0]) / length, sin: (to[1] - from[1]) / length };
}

/** From a frame to the plane. */
export const at = (frame: Frame, u: number, v: number): Point => [
  frame.x + u * frame.cos - v * frame.sin,
  frame.y + u * frame.sin + v * frame.cos,
];

/** From the plane to a frame. */
export function within(frame: Frame, [x, y]: Point): Point {
  const dx = x - frame.x;
  const dy = y - frame.y;
  return [dx * frame.cos + dy * frame.sin, dy * frame.cos - dx * frame.sin];
}

export const distance = (a: Point, b: Point): number => {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
};

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
