import type { Geometry, Position } from "geojson";
import { toMercatorX, toMercatorY, WORLD_PX } from "../../../map/mercator.ts";

/** A finger's or a pointer's breadth. */
const REACH_PX = 9;

/**
 * The place that was hit: the nearest line within a few pixels, or the outline that the click lies in.
 *
 * @param at - `[longitude, latitude]` of the click.
 * @param zoom - of the map, as MapLibre counts it.
 * @returns its index; -1 when none is near.
 */
export function pickPlace(geometries: readonly Geometry[], at: readonly [number, number], zoom: number): number {
  const worldPx = WORLD_PX * 2 ** zoom;
  const toPx = ([lon, lat]: Position): Px => [toMercatorX(lon!) * worldPx, toMercatorY(lat!) * worldPx];
  const point = toPx([at[0], at[1]]);
  let [nearest, leastPx] = [-1, REACH_PX];
  geometries.forEach((geometry, index) => {
    const px = distancePx(point, geometry, toPx);
    if (px < leastPx || (px === leastPx && nearest < 0)) [nearest, leastPx] = [index, px];
  });
  return nearest;
}

type Px = readonly [number, number];

function distancePx(point: Px, geometry: Geometry, toPx: (at: Position) => Px): number {
  switch (geometry.type) {
    case "Point":
      return toSegmentPx(point, toPx(geometry.coordinates), toPx(geometry.coordinates));
    case "LineString":
      return toLinePx(point, geometry.coordinates.map(toPx));
    case "MultiLineString":
      return Math.min(...geometry.coordinates.map((line) => toLinePx(point, line.map(toPx))));
    case "Polygon":
      return toRingPx(point, geometry.coordinates[0]!.map(toPx));
    case "MultiPolygon":
      return Math.min(...geometry.coordinates.map(([outer]) => toRingPx(point, outer!.map(toPx))));
    case "GeometryCollection":
      return Math.min(Infinity, ...geometry.geometries.map((part) => distancePx(point, part, toPx)));
    default:
      return Infinity;
  }
}

function toLinePx(point: Px, line: readonly Px[]): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) least = Math.min(least, toSegmentPx(point, line[i - 1]!, line[i]!));
  return least;
}

/** Within a ring a little less than half the reach: a line across it that was hit itself is nearer. */
const toRingPx = (point: Px, ring: readonly Px[]): number =>
  Math.min(toLinePx(point, ring), isInside(point, ring) ? REACH_PX / 2 : Infinity);

function isInside([x, y]: Px, ring: readonly Px[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** From a point to a segment; the ends may be the same. */
function toSegmentPx([x, y]: Px, [ax, ay]: Px, [bx, by]: Px): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
