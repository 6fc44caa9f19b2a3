import Flatbush from "flatbush";
import type { Geometry, Position } from "geojson";
import { createZonePlane } from "../geodesy/zone-plane.ts";
import { edgeTreeOf } from "./edge-tree.ts";
import { outlineFromGeoJson } from "./from-geojson.ts";
import { linesOf } from "./lines-of.ts";
import { boxOf } from "./measure.ts";
import { type Outline, signedDoubleArea } from "./outlines.ts";

/** More vertices than any drawn or surveyed shape has; a larger one is a mistake or an attack. */
const MOST_VERTICES = 50_000;

export type GeometryProblemCode =
  | "empty"
  | "too-many-vertices"
  | "too-few-vertices"
  | "not-closed"
  | "zero-area"
  | "self-crossing"
  | "too-wide";

/** What is wrong with a geometry, and where. */
export interface GeometryProblem {
  readonly code: GeometryProblemCode;
  readonly reason: string;
  readonly allowed: string | null;
  /** WGS84; `null` when the trouble has no single place. */
  readonly position: readonly [number, number] | null;
}

/** A shape wider than this cannot be measured on one plane. */
const WIDEST_DEGREES = 2;

/**
 * Whether a geometry can be measured: closed rings of at least three different corners that do not cross themselves or each other.
 *
 * @param geometry - positions already known to be finite and on the earth.
 * @param mostVertices - one with more is a problem before anything else is looked at.
 * @returns `null` when it is fine.
 */
export function findGeometryProblem(geometry: Geometry, mostVertices = MOST_VERTICES): GeometryProblem | null {
  const lines = linesOf(geometry);
  const positions = lines.flat();
  if (positions.length === 0 || lines.some((line) => line.length === 0)) {
    return problem("empty", "the geometry has no positions", "at least one position");
  }
  if (positions.length > mostVertices) {
    return problem("too-many-vertices", `${positions.length} vertices`, `at most ${mostVertices} vertices`);
  }
  const lons = spread(positions, 0);
  const lats = spread(positions, 1);
  if (Math.max(lons, lats) > WIDEST_DEGREES) {
    return problem("too-wide", "the geometry spans too much of the earth", `at most ${WIDEST_DEGREES} degrees across`);
  }
  if (geometry.type === "LineString" || geometry.type === "MultiLineString") {
    const short = lines.find((line) => line.length < 2);
    return short ? problem("too-few-vertices", "a line with one position", "at least 2 positions", short[0]) : null;
  }
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return null;
  for (const ring of lines) {
    const [first, last] = [ring[0]!, ring[ring.length - 1]!];
    if (first[0] !== last[0] || first[1] !== last[1]) {
      return problem("not-closed", "a ring does not end where it began", "first and last position equal", first);
    }
    if (ring.length < 4)
      return problem("too-few-vertices", "a ring with too few corners", "at least 4 positions", first);
  }
  const plane = createZonePlane([positions[0]![0]!, Math.max(-85, Math.min(85, positions[0]![1]!))]);
  const outline = outlineFromGeoJson(geometry, plane);
  for (const [i, ring] of outline.parts.entries()) {
    if (Math.abs(signedDoubleArea(ring)) < 1e-6) {
      const crossing = findCrossing(outline);
      // A bow tie encloses two areas of opposite sign: its trouble is the crossing.
      if (crossing) return crossed(plane.toLonLat(...crossing));
      return problem("zero-area", "a ring encloses no area", "an area above 0", lines[i]![0]);
    }
  }
  const crossing = findCrossing(outline);
  return crossing ? crossed(plane.toLonLat(...crossing)) : null;
}

const crossed = (position: readonly [number, number]) =>
  problem("self-crossing", "the polygon crosses itself", "rings that do not cross themselves or each other", position);

function problem(
  code: GeometryProblemCode,
  reason: string,
  allowed: string | null,
  position?: Position | readonly [number, number],
): GeometryProblem {
  return { code, reason, allowed, position: position ? [position[0]!, position[1]!] : null };
}

function spread(positions: readonly Position[], axis: 0 | 1): number {
  let [low, high] = [Infinity, -Infinity];
  for (const position of positions) {
    low = Math.min(low, position[axis]!);
    high = Math.max(high, position[axis]!);
  }
  return high - low;
}

/** The first place where two edges cross each other between their ends; edges that touch at a corner do not count. */
function findCrossing(outline: Outline): [number, number] | null {
  const { edges, edgeCount } = edgeTreeOf(outline);
  const boxes = new Flatbush(edgeCount);
  const edge = (i: number) => edges.subarray(i * 4, i * 4 + 4) as unknown as [number, number, number, number];
  const boxOfEdge = (i: number): [number, number, number, number] => {
    const [ax, ay, bx, by] = edge(i);
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  };
  for (let i = 0; i < edgeCount; i++) boxes.add(...boxOfEdge(i));
  boxes.finish();
  const [minX, minY, maxX, maxY] = boxOf(outline);
  // Corners that are one within the rounding of degrees are the same corner.
  const same = Math.max(maxX - minX, maxY - minY) * 1e-9;
  for (let i = 0; i < edgeCount; i++)
    for (const j of boxes.search(...boxOfEdge(i), (other) => other > i)) {
      const at = properCrossing(...edge(i), ...edge(j), same);
      if (at) return at;
    }
  return null;
}

function properCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  same: number,
): [number, number] | null {
  const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (denominator === 0) return null;
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)];
  const isEnd = (px: number, py: number) => Math.hypot(x - px, y - py) <= same;
  const endOfFirst = isEnd(ax, ay) || isEnd(bx, by);
  const endOfSecond = isEnd(cx, cy) || isEnd(dx, dy);
  return endOfFirst || endOfSecond ? null : [x, y];
}
