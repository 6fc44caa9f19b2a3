import type { DensityGrid } from "./density.ts";

/** The four sides of a square of samples: what a contour leaves and enters by. */
const BOTTOM = 0;
const RIGHT = 1;
const TOP = 2;
const LEFT = 3;

/**
 * Which sides a contour runs between, per pattern of corners at or above the level (1 = lower left, 2 = lower right, 4 = upper right,
 * 8 = upper left), high ground on its left. Two pairs where opposite corners are high: first as two hills, then as one ridge.
 */
const PATHS: readonly (readonly number[])[] = [
  [],
  [BOTTOM, LEFT],
  [RIGHT, BOTTOM],
  [RIGHT, LEFT],
  [TOP, RIGHT],
  [BOTTOM, LEFT, TOP, RIGHT, BOTTOM, RIGHT, TOP, LEFT],
  [TOP, BOTTOM],
  [TOP, LEFT],
  [LEFT, TOP],
  [BOTTOM, TOP],
  [RIGHT, BOTTOM, LEFT, TOP, LEFT, BOTTOM, RIGHT, TOP],
  [RIGHT, TOP],
  [LEFT, RIGHT],
  [BOTTOM, RIGHT],
  [LEFT, BOTTOM],
  [],
];

/**
 * Rings around all ground at or above a level, by marching squares over the cell centres with linear interpolation.
 *
 * @param grid - its border cells must lie below the level, as `kernelDensity` leaves them: then every ring closes.
 * @param level - above 0, in the unit of the grid's values.
 * @returns outer rings counter-clockwise, holes clockwise, plane metres, in no order.
 * @see W. E. Lorensen, H. E. Cline, Marching cubes (1987), in two dimensions; saddles are told apart by the mean of the corners
 */
export function isoRings(grid: DensityGrid, level: number): Float64Array[] {
  const { width, height, values } = grid;
  // A side is named by the sample at its lower left end: 2 per sample, level ones even, upright ones odd. 0 is no name here: the
  // contour never meets the border.
  const next = new Int32Array(values.length * 2);
  const starts: number[] = [];
  const sideOf = (side: number, sample: number): number => {
    if (side === BOTTOM) return sample * 2;
    if (side === RIGHT) return sample * 2 + 3;
    return side === TOP ? (sample + width) * 2 : sample * 2 + 1;
  };
  for (let row = 0; row + 1 < height; row++) {
    // The right side of one square is the left of the next.
    let left = +(values[row * width]! >= level) | (+(values[(row + 1) * width]! >= level) << 3);
    for (let sample = row * width; sample < (row + 1) * width - 1; sample++) {
      const right = (+(values[sample + 1]! >= level) << 1) | (+(values[sample + width + 1]! >= level) << 2);
      const pattern = left | right;
      left = ((right & 2) >> 1) | ((right & 4) << 1);
      if (pattern === 0 || pattern === 15) continue;
      const path = PATHS[pattern]!;
      const saddle = path.length === 8;
      const first = saddle && meanOf(values, sample, width) >= level ? 4 : 0;
      for (let i = first; i < first + (saddle ? 4 : 2); i += 2) {
        const from = sideOf(path[i]!, sample);
        next[from] = sideOf(path[i + 1]!, sample);
        starts.push(from);
      }
    }
  }
  const rings: Float64Array[] = [];
  for (const start of starts) {
    const ring: number[] = [];
    // Each side is passed once: what has been followed is no way on any more.
    for (let side = start; next[side] !== 0; ) {
      pushCrossing(ring, grid, side, level);
      const following = next[side]!;
      next[side] = 0;
      side = following;
    }
    if (ring.length >= 6) rings.push(Float64Array.from(ring));
  }
  return rings;
}

/** Of the four corners of the square above and right of a sample. */
const meanOf = (values: Float32Array, sample: number, width: number): number =>
  (values[sample]! + values[sample + 1]! + values[sample + width + 1]! + values[sample + width]!) / 4;

/** Where the level is met on a side between two samples. */
function pushCrossing(ring: number[], grid: DensityGrid, side: number, level: number): void {
  const { originX, originY, cellM, width, values } = grid;
  const sample = side >> 1;
  const upright = side & 1;
  const [low, high] = [values[sample]!, values[sample + (upright ? width : 1)]!];
  const share = (level - low) / (high - low);
  const column = sample % width;
  const row = (sample - column) / width;
  ring.push(
    originX + (column + 0.5 + (upright ? 0 : share)) * cellM,
    originY + (row + 0.5 + (upright ? share : 0)) * cellM,
  );
}
