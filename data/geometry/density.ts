/** Kernel density on a regular grid of the plane. Cell `(i, j)` covers x from `originX + i · cellM`, y from `originY + j · cellM`. */
export interface DensityGrid {
  readonly originX: number;
  readonly originY: number;
  readonly cellM: number;
  readonly width: number;
  readonly height: number;
  /** Weight per m² at each cell's centre, row by row from the south. */
  readonly values: Float32Array;
}

/** What a grid may cost: above this many cells the caller asks for a smaller place or a wider kernel. */
const MOST_CELLS = 6_000_000;
const WANTED_CELLS = 1_500_000;

/**
 * Density of weighted points with the quartic kernel K(u) = 3/π · (1 − u²)² for u < 1, per bandwidth².
 *
 * Each point's samples are scaled to its whole weight, so that the grid's sum times the cell area is Σ weight however coarse the
 * cells are. Cells start at multiples of `cellM` from the origin of the plane.
 *
 * @param xy - `[x0, y0, …]` in plane metres, finite.
 * @param weights - one per point, at least 0; `null` = 1 each.
 * @param bandwidthM - radius of the kernel, above 0.
 * @returns `null` for no points; `"too-large"` when even cells of half a bandwidth are too many.
 * @see B. W. Silverman, Density Estimation (1986), 4.2.1
 */
export function kernelDensity(
  xy: Float64Array,
  weights: Float64Array | null,
  bandwidthM: number,
): DensityGrid | null | "too-large" {
  if (xy.length === 0) return null;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xy.length; i += 2) {
    minX = Math.min(minX, xy[i]!);
    maxX = Math.max(maxX, xy[i]!);
    minY = Math.min(minY, xy[i + 1]!);
    maxY = Math.max(maxY, xy[i + 1]!);
  }
  const spanX = maxX - minX + 2 * bandwidthM;
  const spanY = maxY - minY + 2 * bandwidthM;
  const cellM = Math.min(bandwidthM / 2, Math.max(bandwidthM / 8, Math.sqrt((spanX * spanY) / WANTED_CELLS)));
  // One empty cell around, so that every contour closes inside the grid.
  const firstColumn = Math.floor((minX - bandwidthM) / cellM) - 1;
  const firstRow = Math.floor((minY - bandwidthM) / cellM) - 1;
  const width = Math.ceil((maxX + bandwidthM) / cellM) + 1 - firstColumn;
  const height = Math.ceil((maxY + bandwidthM) / cellM) + 1 - firstRow;
  if (width * height > MOST_CELLS) return "too-large";
  const values = new Float32Array(width * height);
  const grid = { originX: firstColumn * cellM, originY: firstRow * cellM, cellM, width, height, values };
  const spread = new KernelSpread(grid, bandwidthM);
  for (let i = 0; i < xy.length; i += 2) spread.add(xy[i]!, xy[i + 1]!, weights ? weights[i / 2]! : 1);
  return grid;
}

/** Adds one point's kernel to the cells it reaches. */
class KernelSpread {
  readonly #grid: DensityGrid;
  readonly #bandwidthM: number;
  readonly #cells: Int32Array;
  readonly #samples: Float64Array;

  constructor(grid: DensityGrid, bandwidthM: number) {
    this.#grid = grid;
    this.#bandwidthM = bandwidthM;
    const most = (2 * Math.ceil(bandwidthM / grid.cellM) + 2) ** 2;
    this.#cells = new Int32Array(most);
    this.#samples = new Float64Array(most);
  }

  add(x: number, y: number, weight: number): void {
    if (weight === 0) return;
    const { originX, originY, cellM, width, values } = this.#grid;
    const reach = this.#bandwidthM / cellM;
    const reach2 = reach * reach;
    // In cells, from the centre of cell (0, 0).
    const px = (x - originX) / cellM - 0.5;
    const py = (y - originY) / cellM - 0.5;
    let count = 0;
    let sum = 0;
    for (let j = Math.ceil(py - reach); j <= py + reach; j++) {
      const dy2 = (j - py) * (j - py);
      const halfRow = Math.sqrt(Math.max(0, reach2 - dy2));
      for (let i = Math.ceil(px - halfRow); i <= px + halfRow; i++) {
        const rest = 1 - ((i - px) * (i - px) + dy2) / reach2;
        if (rest <= 0) continue;
        const sample = rest * rest;
        this.#cells[count] = j * width + i;
        this.#samples[count++] = sample;
        sum += sample;
      }
    }
    const scale = weight / (sum * cellM * cellM);
    for (let k = 0; k < count; k++) values[this.#cells[k]!]! += this.#samples[k]! * scale;
  }
}
