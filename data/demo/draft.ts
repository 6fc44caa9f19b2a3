import type { Point as GeoPoint, LineString, Polygon } from "geojson";
import { type Point, toLonLat } from "./frame.ts";
import type { Random } from "./random.ts";

/** Shown as the source of every feature of the zone. */
export const sourceText = (seed: number): string => `演示数据（种子 ${seed}）`;

/** `DEMO-E-0042`. */
export const demoCode = (letter: string, number: number, digits = 4): string =>
  `DEMO-${letter}-${String(number).padStart(digits, "0")}`;

export const pointAt = (point: Point): GeoPoint => ({ type: "Point", coordinates: toLonLat(point) });

export const lineOf = (points: readonly Point[]): LineString => ({
  type: "LineString",
  coordinates: points.map(toLonLat),
});

/** @param ring - counter-clockwise, not closed. */
export function polygon(ring: readonly Point[]): Polygon {
  const coordinates = ring.map(toLonLat);
  return { type: "Polygon", coordinates: [[...coordinates, coordinates[0]!]] };
}

/** How places come to be known: surveyed, by a phone's receiver, by a click on a map, or nobody says. */
export const positionError = (random: Random): number | null =>
  random.weighted<number | null>([
    [0.5, 30],
    [5, 40],
    [15, 22],
    [null, 8],
  ]);
