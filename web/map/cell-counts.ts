import type { Selection } from "#data/snapshot/snapshot.ts";
import { WORLD_PX } from "./mercator.ts";
import type { SymbolColumns } from "./symbol-columns.ts";

/**
 * A grid over the whole world, tied to the ground and not to the view: panning changes no cell and no count.
 * At zoom `level` a cell is `cellPx` pixels wide on the screen.
 */
export interface Grid {
  readonly level: number;
  readonly cellPx: number;
}

/** How many features lie in each cell that has any. */
export interface CellCounts {
  readonly grid: Grid;
  readonly cells: number;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly counts: Uint32Array;
  readonly classCount: number;
  /** `counts` by symbol class: `classCount` entries per cell. */
  readonly byClass: Uint32Array;
  /** Mean position of each cell's features, `[x0, y0, …]` in fractions of the world. */
  readonly centres: Float64Array;
}

/** Cells across the world. */
export const gridScale = (grid: Grid) => (WORLD_PX * 2 ** grid.level) / grid.cellPx;

/** Counts a layer's selected features per cell in one pass: an open hash table over typed arrays, nothing per feature. */
export function countCells(symbols: SymbolColumns, visible: Selection, grid: Grid): CellCounts {
  const scale = gridScale(grid);
  const { mercator, classes, classCount, rows: sourceRows } = symbols;
  let table = new Int32Array(1024).fill(-1);
  let room = 512;
  let columns = new Int32Array(room);
  let rows = new Int32Array(room);
  let counts = new Uint32Array(room);
  let byClass = new Uint32Array(room * classCount);
  let centres = new Float64Array(room * 2);
  let cells = 0;

  for (let i = 0; i < symbols.count; i++) {
    if (visible && visible[sourceRows[i]!] === 0) continue;
    const x = mercator[i * 2]!;
    const y = mercator[i * 2 + 1]!;
    const column = Math.floor(x * scale);
    const row = Math.floor(y * scale);
    let slot = slotOf(column, row, table.length);
    let cell = table[slot]!;
    while (cell >= 0 && (columns[cell] !== column || rows[cell] !== row)) {
      slot = (slot + 1) & (table.length - 1);
      cell = table[slot]!;
    }
    if (cell < 0) {
      if (cells === room) {
        room *= 2;
        columns = grown(columns, new Int32Array(room));
        rows = grown(rows, new Int32Array(room));
        counts = grown(counts, new Uint32Array(room));
        byClass = grown(byClass, new Uint32Array(room * classCount));
        centres = grown(centres, new Float64Array(room * 2));
        table = rehashed(columns, rows, cells, room * 2);
        slot = slotOf(column, row, table.length);
        while (table[slot]! >= 0) slot = (slot + 1) & (table.length - 1);
      }
      cell = cells++;
      table[slot] = cell;
      columns[cell] = column;
      rows[cell] = row;
    }
    counts[cell]!++;
    byClass[cell * classCount + classes[i]!]!++;
    centres[cell * 2]! += x;
    centres[cell * 2 + 1]! += y;
  }
  for (let cell = 0; cell < cells; cell++) {
    centres[cell * 2]! /= counts[cell]!;
    centres[cell * 2 + 1]! /= counts[cell]!;
  }
  return { grid, cells, columns, rows, counts, classCount, byClass, centres };
}

function slotOf(column: number, row: number, size: number): number {
  const mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

function grown<Numbers extends Int32Array | Uint32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function rehashed(columns: Int32Array, rows: Int32Array, cells: number, size: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(size).fill(-1);
  for (let cell = 0; cell < cells; cell++) {
    let slot = slotOf(columns[cell]!, rows[cell]!, size);
    while (table[slot]! >= 0) slot = (slot + 1) & (size - 1);
    table[slot] = cell;
  }
  return table;
}
