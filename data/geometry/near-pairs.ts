import Flatbush from "flatbush";

/** Calls back for each pair of rows whose distance may be at most the limit; `squaredM2` is exact for points. */
export type EachPointPair = (a: number, b: number, squaredM2: number) => void;

/**
 * Every pair of points at most `reachM` apart, by a grid whose cells are as wide as the reach.
 *
 * @param a - `[x0, y0, …]` in plane metres.
 * @param b - the other set, or `null` for pairs within `a`, each once with the smaller row first.
 * @param reachM - above 0.
 */
export function forEachPointPair(a: Float64Array, b: Float64Array | null, reachM: number, each: EachPointPair): void {
  const targets = b ?? a;
  if (targets.length === 0) return;
  const grid = new PointGrid(targets, reachM);
  const reach2 = reachM * reachM;
  const { rows, xs, ys } = grid;
  for (let i = 0; i < a.length / 2; i++) {
    const x = a[i * 2]!;
    const y = a[i * 2 + 1]!;
    for (let band = -1; band <= 1; band++) {
      const [start, end] = grid.run(x, y, band);
      for (let k = start; k < end; k++) {
        const dx = xs[k]! - x;
        const dy = ys[k]! - y;
        const squared = dx * dx + dy * dy;
        if (squared > reach2) continue;
        const j = rows[k]!;
        if (b !== null || i < j) each(i, j, squared);
      }
    }
  }
}

/** Cells along the longer side of a grid at most: more would cost the keys their last digits. */
const MOST_CELLS_ALONG = 1e7;

/** Points sorted by cell, so that three neighbouring cells of a band are one run of memory. */
class PointGrid {
  readonly rows: Uint32Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly #keys: Float64Array;
  readonly #starts: Map<number, number> = new Map();
  readonly #cellM: number;
  readonly #minX: number;
  readonly #minY: number;
  readonly #columns: number;

  /** @param points - at least one. @param reachM - neighbours so far apart stand in neighbouring cells. */
  constructor(points: Float64Array, reachM: number) {
    const n = points.length / 2;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      minX = Math.min(minX, points[i * 2]!);
      maxX = Math.max(maxX, points[i * 2]!);
      minY = Math.min(minY, points[i * 2 + 1]!);
      maxY = Math.max(maxY, points[i * 2 + 1]!);
    }
    this.#cellM = Math.max(reachM, (maxX - minX) / MOST_CELLS_ALONG, (maxY - minY) / MOST_CELLS_ALONG);
    this.#minX = minX;
    this.#minY = minY;
    // One empty column on each side keeps the neighbours of one band from touching the next.
    this.#columns = Math.floor((maxX - minX) / this.#cellM) + 3;
    const keyOf = new Float64Array(n);
    for (let i = 0; i < n; i++) keyOf[i] = this.#key(points[i * 2]!, points[i * 2 + 1]!, 0);
    this.rows = Uint32Array.from({ length: n }, (_, i) => i).sort((p, q) => keyOf[p]! - keyOf[q]!);
    this.#keys = new Float64Array(n);
    this.xs = new Float64Array(n);
    this.ys = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      const row = this.rows[k]!;
      this.#keys[k] = keyOf[row]!;
      this.xs[k] = points[row * 2]!;
      this.ys[k] = points[row * 2 + 1]!;
      if (k === 0 || this.#keys[k] !== this.#keys[k - 1]) this.#starts.set(this.#keys[k]!, k);
    }
  }

  /** The run of sorted points in the three cells around `(x, y)` of the band above, at, or below. */
  run(x: number, y: number, band: number): [number, number] {
    const middle = this.#key(x, y, band);
    const keys = this.#keys;
    const starts = this.#starts;
    const start = starts.get(middle - 1) ?? starts.get(middle) ?? starts.get(middle + 1);
    if (start === undefined) return [0, 0];
    let end = start;
    while (end < keys.length && keys[end]! <= middle + 1) end++;
    return [start, end];
  }

  #key(x: number, y: number, band: number): number {
    // Far points of the other set get columns outside the table, never a neighbour's.
    const column = Math.max(-1, Math.min(this.#columns, Math.floor((x - this.#minX) / this.#cellM) + 1));
    return (Math.floor((y - this.#minY) / this.#cellM) + band) * (this.#columns + 3) + column;
  }
}

/**
 * Every pair of boxes at most `reachM` apart along both axes: a superset of the outlines that near.
 *
 * @param a - `[minX, minY, maxX, maxY]` per row; @param b - the other set, or `null` for pairs within `a`.
 */
export function forEachBoxPair(
  a: Float64Array,
  b: Float64Array | null,
  reachM: number,
  each: (a: number, b: number) => void,
): void {
  const targets = b ?? a;
  if (a.length === 0 || targets.length === 0) return;
  const index = new Flatbush(targets.length / 4);
  for (let i = 0; i < targets.length; i += 4) index.add(targets[i]!, targets[i + 1]!, targets[i + 2]!, targets[i + 3]!);
  index.finish();
  for (let i = 0; i < a.length / 4; i++) {
    const hits = index.search(
      a[i * 4]! - reachM,
      a[i * 4 + 1]! - reachM,
      a[i * 4 + 2]! + reachM,
      a[i * 4 + 3]! + reachM,
    );
    for (const j of hits) if (b !== null || i < j) each(i, j);
  }
}
