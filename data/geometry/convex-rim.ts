import type { RasterFrame } from "./fill-near.ts";

/** What takes the interval of a row. */
interface RowIntervals {
  add(row: number, low: number, high: number): void;
}

let lows = new Float64Array(256);
let highs = new Float64Array(256);

/**
 * The rim at a radius around a convex ring, row by row: straight along each side, an arc around each corner.
 *
 * One at a time: the rows are kept in buffers that all share.
 */
export class ConvexRim {
  readonly #frame: RasterFrame;
  readonly #first: number;
  readonly #last: number;
  readonly #radiusM: number;

  /** @param first - the first row that the rim may reach; `last` the last. */
  constructor(frame: RasterFrame, first: number, last: number, radiusM: number) {
    this.#frame = frame;
    this.#first = first;
    this.#last = last;
    this.#radiusM = radiusM;
    const count = last - first + 1;
    if (lows.length < count) {
      lows = new Float64Array(count * 2);
      highs = new Float64Array(count * 2);
    }
    lows.fill(Number.POSITIVE_INFINITY, 0, count);
    highs.fill(Number.NEGATIVE_INFINITY, 0, count);
  }

  /** @param ring - convex, counter-clockwise; corners may repeat or lie on a side. */
  addRing(ring: Float64Array): void {
    const n = ring.length;
    // From the last side that has a length: its direction meets that of the first at the first corner.
    let start = n - 2;
    while (start > 0 && ring[start] === ring[0] && ring[start + 1] === ring[1]) start -= 2;
    let nx = ring[1]! - ring[start + 1]!;
    let ny = ring[start]! - ring[0]!;
    const length = Math.sqrt(nx * nx + ny * ny);
    if (length === 0) {
      this.#arc(ring[0]!, ring[1]!, true, -1, 1);
      this.#arc(ring[0]!, ring[1]!, false, -1, 1);
      return;
    }
    nx /= length;
    ny /= length;
    for (let i = 0; i < n; i += 2) {
      const j = (i + 2) % n;
      const dx = ring[j]! - ring[i]!;
      const dy = ring[j + 1]! - ring[i + 1]!;
      const side = Math.sqrt(dx * dx + dy * dy);
      if (side === 0) continue;
      this.#corner(ring[i]!, ring[i + 1]!, nx, ny, dy / side, -dx / side);
      nx = dy / side;
      ny = -dx / side;
      this.#side(ring[i]!, ring[i + 1]!, dx, dy, nx, ny);
    }
  }

  addTo(intervals: RowIntervals): void {
    for (let row = this.#first; row <= this.#last; row++)
      intervals.add(row, lows[row - this.#first]!, highs[row - this.#first]!);
  }

  /** The arc from one outward direction counter-clockwise to the next; it may pass the top, the bottom or both sides' rows. */
  #corner(x: number, y: number, nx: number, ny: number, toX: number, toY: number): void {
    const fromRight = isRight(nx, ny);
    const toRight = isRight(toX, toY);
    if (fromRight && toRight) this.#arc(x, y, true, ny, toY);
    else if (fromRight) {
      this.#arc(x, y, true, ny, 1);
      this.#arc(x, y, false, toY, 1);
    } else if (toRight) {
      this.#arc(x, y, false, -1, ny);
      this.#arc(x, y, true, -1, toY);
    } else this.#arc(x, y, false, toY, ny);
  }

  /** Half a circle's rows between two heights, in radii. A row more on either side does no harm: the circle lies within the rim. */
  #arc(x: number, y: number, right: boolean, low: number, high: number): void {
    const { originY, cellM } = this.#frame;
    const radiusM = this.#radiusM;
    const from = Math.max(this.#first, Math.floor((y + low * radiusM - originY) / cellM - 0.5));
    const to = Math.min(this.#last, Math.ceil((y + high * radiusM - originY) / cellM - 0.5));
    for (let row = from; row <= to; row++) {
      const up = originY + (row + 0.5) * cellM - y;
      if (!(up < radiusM && up > -radiusM)) continue;
      const half = Math.sqrt(radiusM * radiusM - up * up);
      if (right) this.#widen(row, x + half, true);
      else this.#widen(row, x - half, false);
    }
  }

  /** A side moved out by the radius. */
  #side(x: number, y: number, dx: number, dy: number, nx: number, ny: number): void {
    if (dy === 0) return;
    const { originY, cellM } = this.#frame;
    const startX = x + nx * this.#radiusM;
    const startY = y + ny * this.#radiusM;
    const low = Math.min(startY, startY + dy);
    const high = Math.max(startY, startY + dy);
    const from = Math.max(this.#first, Math.ceil((low - originY) / cellM - 0.5));
    const to = Math.min(this.#last, Math.floor((high - originY) / cellM - 0.5));
    for (let row = from; row <= to; row++) {
      // A side that is hardly off the level multiplies rounding: no farther than its ends.
      const along = Math.max(0, Math.min(1, (originY + (row + 0.5) * cellM - startY) / dy));
      this.#widen(row, startX + along * dx, dy > 0);
    }
  }

  #widen(row: number, x: number, right: boolean): void {
    const at = row - this.#first;
    if (right) {
      if (x > highs[at]!) highs[at] = x;
    } else if (x < lows[at]!) lows[at] = x;
  }
}

/** Whether an outward direction is that of the right rim, from straight down to short of straight up. */
const isRight = (nx: number, ny: number): boolean => nx > 0 || (nx === 0 && ny < 0);
