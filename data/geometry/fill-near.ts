import { boxOf } from "./measure.ts";
import type { Outline } from "./outlines.ts";

/** A raster on the plane. The centre of the cell in column c and row r (from the south) is `origin + (c + ½, r + ½) · cellM`. */
export interface RasterFrame {
  readonly originX: number;
  readonly originY: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
}

/** A centre at exactly the radius is not nearer than it, whatever the last digits of the arithmetic say. */
const ROUNDING_M = 1e-9;

/**
 * Gives `value` to every cell whose centre is nearer to an outline than `radiusM`; inside a polygon the distance is 0.
 *
 * Exact at the centres: no distance is approximated and no buffer polygon drawn. Row by row the places within the radius of an edge
 * are one interval; those of a convex outline as a whole too.
 *
 * @param cells - `columns × rows`, row by row from the south.
 * @param radiusM - at or below 0 nothing is filled.
 */
export function fillNear(
  cells: Uint8Array,
  frame: RasterFrame,
  outline: Outline,
  radiusM: number,
  value: number,
): void {
  if (!(radiusM > 0)) return;
  const [minX, minY, maxX, maxY] = boxOf(outline);
  const { originX, cellM, columns } = frame;
  if (maxX + radiusM < originX || minX - radiusM > originX + columns * cellM) return;
  const [first, last] = rowsBetween(frame, minY - radiusM, maxY + radiusM);
  if (first > last) return;
  const isWhole = isConvex(outline);
  if (isWhole) {
    if (lows.length < last - first + 1) {
      lows = new Float64Array(last - first + 1);
      highs = new Float64Array(last - first + 1);
    }
    lows.fill(Number.POSITIVE_INFINITY, 0, last - first + 1);
    highs.fill(Number.NEGATIVE_INFINITY, 0, last - first + 1);
  } else if (outline.kind === 2) fillInside(cells, frame, outline, value);
  for (const part of outline.parts) {
    const n = part.length;
    const edges = n === 2 || outline.kind === 2 ? n : n - 2;
    for (let i = 0; i < edges; i += 2) {
      const j = outline.kind === 2 ? (i + 2) % n : Math.min(i + 2, n - 2);
      if (isWhole) edgeRows(frame, part[i]!, part[i + 1]!, part[j]!, part[j + 1]!, radiusM, first, null, value);
      else edgeRows(frame, part[i]!, part[i + 1]!, part[j]!, part[j + 1]!, radiusM, 0, cells, value);
    }
  }
  if (!isWhole) return;
  for (let row = first; row <= last; row++) fillSpan(cells, frame, row, lows[row - first]!, highs[row - first]!, value);
}

/** The farthest ends of a convex outline's rows so far. */
let lows = new Float64Array(256);
let highs = new Float64Array(256);

const rowsBetween = ({ originY, cellM, rows }: RasterFrame, low: number, high: number): [number, number] => [
  Math.max(0, Math.floor((low - originY) / cellM)),
  Math.min(rows - 1, Math.ceil((high - originY) / cellM)),
];

/**
 * The rows that come nearer to a segment than the radius. Such places form a convex shape, so in each row an interval: its ends lie on
 * the circle around an end of the segment, or on a side of the rectangle along it.
 *
 * @param cells - filled at once; `null`: the ends of the rows from `first` on are widened instead.
 */
function edgeRows(
  frame: RasterFrame,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radiusM: number,
  first: number,
  cells: Uint8Array | null,
  value: number,
): void {
  const { originX, originY, cellM, columns } = frame;
  if (Math.max(ax, bx) + radiusM < originX || Math.min(ax, bx) - radiusM > originX + columns * cellM) return;
  const square = radiusM * radiusM;
  const dx = bx - ax;
  const dy = by - ay;
  const length = Math.sqrt(dx * dx + dy * dy);
  const nx = length > 0 ? (-dy / length) * radiusM : 0;
  const ny = length > 0 ? (dx / length) * radiusM : 0;
  const slope = dx / dy;
  const [from, to] = rowsBetween(frame, Math.min(ay, by) - radiusM, Math.max(ay, by) + radiusM);
  for (let row = from; row <= to; row++) {
    const y = originY + (row + 0.5) * cellM;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    const upA = y - ay;
    const upB = y - by;
    if (upA < radiusM && upA > -radiusM) {
      const half = Math.sqrt(square - upA * upA);
      low = ax - half;
      high = ax + half;
    }
    if (upB < radiusM && upB > -radiusM) {
      const half = Math.sqrt(square - upB * upB);
      if (bx - half < low) low = bx - half;
      if (bx + half > high) high = bx + half;
    }
    if (dy !== 0) {
      // Where the row crosses the two long sides of the rectangle, if it does.
      for (let side = -1; side <= 1; side += 2) {
        const up = upA - side * ny;
        if (up / dy < 0 || up / dy > 1) continue;
        const x = ax + side * nx + up * slope;
        if (x < low) low = x;
        if (x > high) high = x;
      }
    }
    if (!(low < high)) continue;
    if (cells) fillSpan(cells, frame, row, low, high, value);
    else {
      if (low < lows[row - first]!) lows[row - first] = low;
      if (high > highs[row - first]!) highs[row - first] = high;
    }
  }
}

/** Gives `value` to every cell whose centre lies inside a polygon. Lines and points have no inside. */
export function fillInside(cells: Uint8Array, frame: RasterFrame, outline: Outline, value: number): void {
  if (outline.kind !== 2) return;
  const [, minY, , maxY] = boxOf(outline);
  const [first, last] = rowsBetween(frame, minY, maxY);
  for (let row = first; row <= last; row++)
    fillRow(cells, frame, row, insideSpans(outline, frame.originY + (row + 0.5) * frame.cellM), value);
}

/** Intervals of a row inside a polygon's rings, as pairs of ends. */
function insideSpans({ parts }: Outline, y: number): number[] {
  const crossings: number[] = [];
  for (const part of parts) {
    const n = part.length;
    for (let i = 0; i < n; i += 2) {
      const j = (i + 2) % n;
      const [ay, by] = [part[i + 1]!, part[j + 1]!];
      if (ay > y === by > y) continue;
      crossings.push(part[i]! + ((y - ay) / (by - ay)) * (part[j]! - part[i]!));
    }
  }
  return crossings.sort((a, b) => a - b);
}

function fillRow(cells: Uint8Array, frame: RasterFrame, row: number, ends: readonly number[], value: number): void {
  for (let k = 0; k + 1 < ends.length; k += 2) fillSpan(cells, frame, row, ends[k]!, ends[k + 1]!, value);
}

/** Cells whose centres lie between two places of a row, the ends left out. */
function fillSpan(
  cells: Uint8Array,
  { originX, cellM, columns }: RasterFrame,
  row: number,
  low: number,
  high: number,
  value: number,
): void {
  if (!(low < high)) return;
  const from = Math.max(0, Math.floor((low + ROUNDING_M - originX) / cellM - 0.5) + 1);
  const to = Math.min(columns, Math.ceil((high - ROUNDING_M - originX) / cellM - 0.5));
  if (from < to) cells.fill(value, row * columns + from, row * columns + to);
}

const convex = new WeakMap<Float64Array, boolean>();

/** Whether an outline is one point or one convex ring: then each row of its surroundings is one interval. */
function isConvex({ kind, parts }: Outline): boolean {
  if (parts.length !== 1) return false;
  const part = parts[0]!;
  if (kind !== 2) return part.length <= 4;
  const known = convex.get(part);
  if (known !== undefined) return known;
  const found = turnsOneWay(part);
  convex.set(part, found);
  return found;
}

function turnsOneWay(ring: Float64Array): boolean {
  const n = ring.length;
  let turned = 0;
  for (let i = 0; i < n; i += 2) {
    const [j, k] = [(i + 2) % n, (i + 4) % n];
    const turn =
      (ring[j]! - ring[i]!) * (ring[k + 1]! - ring[j + 1]!) - (ring[j + 1]! - ring[i + 1]!) * (ring[k]! - ring[j]!);
    if (turn < 0) return false;
    turned += Math.atan2(
      turn,
      (ring[j]! - ring[i]!) * (ring[k]! - ring[j]!) + (ring[j + 1]! - ring[i + 1]!) * (ring[k + 1]! - ring[j + 1]!),
    );
  }
  // A ring that winds twice turns one way as well, and is not convex.
  return turned < 3 * Math.PI;
}
