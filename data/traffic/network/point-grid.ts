/** Points in square cells, for questions about a few metres: hashed, so that it needs no extent. */
export interface PointGrid {
  /** Calls `visit` for every point within the cell size of a place. */
  near(x: number, y: number, visit: (point: number) => void): void;
}

/**
 * @param xy - `[x0, y0, x1, …]`
 * @param cellM - the distance that will be asked for.
 */
export function gridPoints(xy: Float64Array, cellM: number): PointGrid {
  const count = xy.length / 2;
  let size = 16;
  while (size < count * 2) size *= 2;
  const bucketOf = (i: number, j: number) => ((Math.imul(i, 73_856_093) ^ Math.imul(j, 19_349_663)) >>> 0) & (size - 1);
  const cellOf = (metres: number) => Math.floor(metres / cellM);
  const starts = new Int32Array(size + 1);
  const buckets = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    buckets[k] = bucketOf(cellOf(xy[k * 2]!), cellOf(xy[k * 2 + 1]!));
    starts[buckets[k]! + 1]!++;
  }
  for (let b = 0; b < size; b++) starts[b + 1]! += starts[b]!;
  const fill = starts.slice(0, size);
  const points = new Int32Array(count);
  for (let k = 0; k < count; k++) points[fill[buckets[k]!]!++] = k;
  return {
    near(x, y, visit) {
      const [column, row] = [cellOf(x), cellOf(y)];
      for (let i = column - 1; i <= column + 1; i++)
        for (let j = row - 1; j <= row + 1; j++) {
          const bucket = bucketOf(i, j);
          for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
            const k = points[at]!;
            const [px, py] = [xy[k * 2]!, xy[k * 2 + 1]!];
            // Cells that share a bucket: the point is visited for its own cell only.
            if (cellOf(px) !== i || cellOf(py) !== j) continue;
            if ((px - x) ** 2 + (py - y) ** 2 <= cellM * cellM) visit(k);
          }
        }
    },
  };
}
