import { type CellCounts, type Grid, gridScale } from "./cell-counts.ts";
import { WORLD_PX } from "./mercator.ts";

/** One layer's line in a badge. */
export interface Chip {
  /** Index into the counted layers. */
  readonly layer: number;
  readonly count: number;
  /** Counts by symbol class; they sum to `count`. */
  readonly byClass: Uint32Array;
}

/** All layers' counts in one cell: one badge, so that no layer's number covers another's. */
export interface Badge {
  readonly column: number;
  readonly row: number;
  /** Mean position of all its features, fractions of the world. */
  readonly x: number;
  readonly y: number;
  readonly chips: readonly Chip[];
}

/** Cells `[fromColumn, toColumn]` × `[fromRow, toRow]`, both ends in. */
export interface CellRange {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
}

export const CHIP_HEIGHT_PX = 22;

/** The grid for a zoom: half zoom steps, and cells high enough for a line per counted layer. */
export function badgeGrid(zoom: number, layers: number): Grid {
  return { level: Math.floor(zoom * 2) / 2, cellPx: Math.max(108, layers * CHIP_HEIGHT_PX + 28) };
}

/** Joins the layers' counts cell by cell, layers in the given order. `range` leaves out what is far off the screen. */
export function toBadges(layers: readonly CellCounts[], range: CellRange | null): Badge[] {
  const badges = new Map<
    string,
    { column: number; row: number; sumX: number; sumY: number; total: number; chips: Chip[] }
  >();
  layers.forEach((counts, layer) => {
    for (let cell = 0; cell < counts.cells; cell++) {
      const column = counts.columns[cell]!;
      const row = counts.rows[cell]!;
      if (range && !inRange(range, column, row)) continue;
      const key = `${column},${row}`;
      let badge = badges.get(key);
      if (!badge) {
        badge = { column, row, sumX: 0, sumY: 0, total: 0, chips: [] };
        badges.set(key, badge);
      }
      const count = counts.counts[cell]!;
      badge.sumX += counts.centres[cell * 2]! * count;
      badge.sumY += counts.centres[cell * 2 + 1]! * count;
      badge.total += count;
      const first = cell * counts.classCount;
      badge.chips.push({ layer, count, byClass: counts.byClass.subarray(first, first + counts.classCount) });
    }
  });
  return [...badges.values()].map(({ column, row, sumX, sumY, total, chips }) => ({
    column,
    row,
    x: sumX / total,
    y: sumY / total,
    chips,
  }));
}

/** How close a badge may come to a symbol's centre before it covers it. */
const SYMBOL_REACH_PX = 9;

/**
 * Where a badge of this size stands: inside its own cell, so that badges never cover each other; there where it covers the fewest
 * symbols, and of such places the nearest to its features' mean.
 *
 * @param symbols - centres of single symbols near the cell, `[x0, y0, …]` in fractions of the world.
 */
export function placeBadge(
  badge: Badge,
  grid: Grid,
  widthPx: number,
  heightPx: number,
  symbols: ArrayLike<number> = [],
): [number, number] {
  const cell = 1 / gridScale(grid);
  const px = 1 / (WORLD_PX * 2 ** grid.level);
  const [xs, mean] = stations(badge.column * cell, cell, widthPx * px, badge.x);
  const [ys, meanY] = stations(badge.row * cell, cell, heightPx * px, badge.y);
  let best: [number, number] = [mean, meanY];
  let bestCovered = Number.POSITIVE_INFINITY;
  let bestAway = Number.POSITIVE_INFINITY;
  for (const x of xs) {
    for (const y of ys) {
      const covered = countWithin(
        symbols,
        x,
        y,
        (widthPx / 2 + SYMBOL_REACH_PX) * px,
        (heightPx / 2 + SYMBOL_REACH_PX) * px,
      );
      const away = Math.hypot(x - mean, y - meanY);
      if (covered > bestCovered || (covered === bestCovered && away >= bestAway)) continue;
      best = [x, y];
      bestCovered = covered;
      bestAway = away;
    }
  }
  return best;
}

/** Places for a badge's centre along one side of its cell, the mean among them. */
function stations(start: number, cell: number, size: number, mean: number): [readonly number[], number] {
  const half = Math.min(cell, size) / 2;
  const [first, last] = [start + half, start + cell - half];
  const nearest = Math.max(first, Math.min(last, mean));
  return [
    [nearest, first, first + (last - first) * 0.25, (first + last) / 2, first + (last - first) * 0.75, last],
    nearest,
  ];
}

function countWithin(points: ArrayLike<number>, x: number, y: number, reachX: number, reachY: number): number {
  let count = 0;
  for (let i = 0; i < points.length; i += 2)
    if (Math.abs(points[i]! - x) < reachX && Math.abs(points[i + 1]! - y) < reachY) count++;
  return count;
}

/** The cells of a view in fractions of the world, grown to whole blocks so that a small pan changes nothing. */
export function cellRange(view: { west: number; north: number; east: number; south: number }, grid: Grid): CellRange {
  const scale = gridScale(grid);
  const block = 4;
  const down = (value: number) => Math.floor((value * scale) / block - 0.25) * block;
  const up = (value: number) => Math.ceil((value * scale) / block + 0.25) * block - 1;
  return { fromColumn: down(view.west), toColumn: up(view.east), fromRow: down(view.north), toRow: up(view.south) };
}

const inRange = (range: CellRange, column: number, row: number) =>
  column >= range.fromColumn && column <= range.toColumn && row >= range.fromRow && row <= range.toRow;

/** `8,412`; from 100,000 on short: `12.3万`, `123k`. */
export function countText(count: number, language: "zh" | "en"): string {
  if (count < 100_000) return count.toLocaleString("en-US");
  return language === "zh" ? `${Number((count / 10_000).toFixed(1))}万` : `${Math.round(count / 1000)}k`;
}
