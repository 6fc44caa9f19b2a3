import type { Geometry, Position } from "geojson";

/** `[west, south, east, north]`, west at most east and south at most north. */
export type Box = readonly [number, number, number, number];

/**
 * Whether a geometry and a box share a point, edges and corners included. Edges are straight in the units of both, degrees or
 * metres; a box inside a hole of a polygon does not meet it.
 */
export function meetsBox(geometry: Geometry, box: Box): boolean {
  switch (geometry.type) {
    case "Point":
      return isInside(geometry.coordinates, box);
    case "MultiPoint":
      return geometry.coordinates.some((position) => isInside(position, box));
    case "LineString":
      return lineMeets(geometry.coordinates, box);
    case "MultiLineString":
      return geometry.coordinates.some((line) => lineMeets(line, box));
    case "Polygon":
      return polygonMeets(geometry.coordinates, box);
    case "MultiPolygon":
      return geometry.coordinates.some((polygon) => polygonMeets(polygon, box));
    case "GeometryCollection":
      return geometry.geometries.some((part) => meetsBox(part, box));
  }
}

const isInside = ([x, y]: Position, [west, south, east, north]: Box): boolean =>
  x! >= west && x! <= east && y! >= south && y! <= north;

function lineMeets(line: readonly Position[], box: Box): boolean {
  if (line.some((position) => isInside(position, box))) return true;
  for (let i = 1; i < line.length; i++) if (segmentMeets(line[i - 1]!, line[i]!, box)) return true;
  return false;
}

/** For a box without any vertex in it, the only way left to meet a polygon's area is to lie within it altogether. */
const polygonMeets = (rings: readonly Position[][], box: Box): boolean =>
  rings.some((ring) => lineMeets(ring, box)) || isWithin(box[0], box[1], rings);

/** A segment misses a box when it lies beyond one of its sides, or all corners lie on one side of the segment's line. */
function segmentMeets(a: Position, b: Position, [west, south, east, north]: Box): boolean {
  const [ax, ay, bx, by] = [a[0]!, a[1]!, b[0]!, b[1]!];
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east) return false;
  if (Math.max(ay, by) < south || Math.min(ay, by) > north) return false;
  const side = (x: number, y: number) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  const sides = [side(west, south), side(east, south), side(east, north), side(west, north)];
  return !(sides.every((each) => each > 0) || sides.every((each) => each < 0));
}

/** Even-odd rule over all rings: a hole counts as outside. */
function isWithin(x: number, y: number, rings: readonly Position[][]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi, xj, yj] = [ring[i]![0]!, ring[i]![1]!, ring[j]![0]!, ring[j]![1]!];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  return inside;
}
