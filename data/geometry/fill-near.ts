import { ConvexRim } from "./convex-rim.ts";
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

/** Stretches of a raster's cells as pairs of ends, the second left out; they may overlap. */
export type CellSpans = Int32Array;

/**
 * The cells whose centre is nearer to an outline than `radiusM`; inside a polygon the distance is 0.
 *
 * Exact at the centres: no distance is approximated and no buffer polygon drawn. Row by row the places within the radius of an edge
 * are one interval; those of a convex outline as a whole too.
 *
 * @param radiusM - at or below 0 there are none.
 */
export function spansNear(frame: RasterFrame, outline: Outline, radiusM: number): CellSpans {
  return list.gather(frame, outline, radiusM).take();
}

/** Gives `value` to the cells of `spansNear`: for spans that are wanted once. */
export function fillNear(
  cells: Uint8Array,
  frame: RasterFrame,
  outline: Outline,
  radiusM: number,
  value: number,
): void {
  list.gather(frame, outline, radiusM).fill(cells, value);
}

/** The cells whose centre lies inside a polygon. Lines and points have no inside. */
export function spansInside(frame: RasterFrame, outline: Outline): CellSpans {
  return list.gatherInside(frame, outline).take();
}

/** A call costs more than so many cells. */
const FEW_CELLS = 24;

export const fillSpans = (cells: Uint8Array, spans: CellSpans, value: number): void =>
  fillEnds(cells, spans, spans.length, value);

function fillEnds(cells: Uint8Array, ends: Int32Array, size: number, value: number): void {
  for (let k = 0; k < size; k += 2) {
    const from = ends[k]!;
    const to = ends[k + 1]!;
    if (to - from > FEW_CELLS) cells.fill(value, from, to);
    else for (let cell = from; cell < to; cell++) cells[cell] = value;
  }
}

const rowsBetween = ({ originY, cellM, rows }: RasterFrame, low: number, high: number): [number, number] => [
  Math.max(0, Math.floor((low - originY) / cellM)),
  Math.min(rows - 1, Math.ceil((high - originY) / cellM)),
];

/** Where spans are put together, one outline after the other. */
class SpanList {
  #frame: RasterFrame = { originX: 0, originY: 0, cellM: 1, columns: 0, rows: 0 };
  #ends = new Int32Array(1024);
  #size = 0;

  gather(frame: RasterFrame, outline: Outline, radiusM: number): this {
    this.#frame = frame;
    this.#size = 0;
    if (!(radiusM > 0)) return this;
    const [minX, minY, maxX, maxY] = boxOf(outline);
    const { originX, cellM, columns } = frame;
    if (maxX + radiusM < originX || minX - radiusM > originX + columns * cellM) return this;
    const [first, last] = rowsBetween(frame, minY - radiusM, maxY + radiusM);
    if (first > last) return this;
    if (outline.kind === 2 && isConvex(outline)) {
      const rim = new ConvexRim(frame, first, last, radiusM);
      rim.addRing(outline.parts[0]!);
      rim.addTo(this);
      return this;
    }
    if (outline.kind === 2) addInside(this, frame, outline);
    for (const part of outline.parts) {
      const n = part.length;
      const edges = n === 2 || outline.kind === 2 ? n : n - 2;
      for (let i = 0; i < edges; i += 2) {
        const j = outline.kind === 2 ? (i + 2) % n : Math.min(i + 2, n - 2);
        addEdge(this, frame, part[i]!, part[i + 1]!, part[j]!, part[j + 1]!, radiusM);
      }
    }
    return this;
  }

  gatherInside(frame: RasterFrame, outline: Outline): this {
    this.#frame = frame;
    this.#size = 0;
    if (outline.kind === 2) addInside(this, frame, outline);
    return this;
  }

  /** Cells whose centres lie between two places of a row, the ends left out. */
  add(row: number, low: number, high: number): void {
    if (!(low < high)) return;
    const { originX, cellM, columns } = this.#frame;
    const from = Math.max(0, Math.floor((low + ROUNDING_M - originX) / cellM - 0.5) + 1);
    const to = Math.min(columns, Math.ceil((high - ROUNDING_M - originX) / cellM - 0.5));
    if (from >= to) return;
    if (this.#size + 2 > this.#ends.length) {
      const larger = new Int32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#size++] = row * columns + from;
    this.#ends[this.#size++] = row * columns + to;
  }

  take(): CellSpans {
    return this.#ends.slice(0, this.#size);
  }

  fill(cells: Uint8Array, value: number): void {
    fillEnds(cells, this.#ends, this.#size, value);
  }
}

const list = new SpanList();

/**
 * The rows that come nearer to a segment than the radius. Such places form a convex shape, so in each row an interval: its ends lie on
 * the circle around an end of the segment, or on a side of the rectangle along it.
 */
function addEdge(
  spans: SpanList,
  frame: RasterFrame,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radiusM: number,
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
    spans.add(row, low, high);
  }
}

/** Intervals of the rows inside a polygon's rings. */
function addInside(spans: SpanList, frame: RasterFrame, outline: Outline): void {
  const [, minY, , maxY] = boxOf(outline);
  const [first, last] = rowsBetween(frame, minY, maxY);
  for (let row = first; row <= last; row++) {
    const ends = crossings(outline, frame.originY + (row + 0.5) * frame.cellM);
    for (let k = 0; k + 1 < ends.length; k += 2) spans.add(row, ends[k]!, ends[k + 1]!);
  }
}

function crossings({ parts }: Outline, y: number): number[] {
  const found: number[] = [];
  for (const part of parts) {
    const n = part.length;
    let bx = part[n - 2]!;
    let by = part[n - 1]!;
    for (let i = 0; i < n; i += 2) {
      const ax = bx;
      const ay = by;
      bx = part[i]!;
      by = part[i + 1]!;
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

const convex = new WeakMap<Float64Array, boolean>();

/** Whether a polygon is one convex ring: then each row of its surroundings is one interval. */
function isConvex({ parts }: Outline): boolean {
  if (parts.length !== 1) return false;
  const part = parts[0]!;
  const known = convex.get(part);
  if (known !== undefined) return known;
  const found = turnsOneWay(part);
  convex.set(part, found);
  return found;
}

function turnsOneWay(ring: Float64Array): boolean {
  const n = ring.length;
  let [fromX, fromY] = [0, 0];
  let turned = 0;
  // A corner that is given twice has no side of its own. The first round finds the side before the first corner.
  for (let i = 0; i < 2 * n; i += 2) {
    const toX = ring[(i + 2) % n]! - ring[i % n]!;
    const toY = ring[(i + 3) % n]! - ring[(i + 1) % n]!;
    if (toX === 0 && toY === 0) continue;
    const turn = fromX * toY - fromY * toX;
    if (turn < 0) return false;
    if (i >= n) turned += Math.atan2(turn, fromX * toX + fromY * toY);
    [fromX, fromY] = [toX, toY];
  }
  // A ring that winds twice turns one way as well, and is not convex.
  return turned < 3 * Math.PI;
}
