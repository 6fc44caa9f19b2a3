import { MOST_PART_BYTES } from "./limits.ts";

/** Cells that are joined into one; rows from 1, columns from 0. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const END_OF_CELLS = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/;
const OVERLAP = 64;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/** They stand behind all cells, so a sheet is unpacked once to see them before its header is read. */
export async function findMergedCells(sheet: AsyncIterable<Buffer>): Promise<MergedCells[]> {
  let before = "";
  let behind: string | null = null;
  for await (const chunk of sheet) {
    // The marks that are looked for are ASCII.
    const text = chunk.toString("latin1");
    if (behind !== null) {
      behind += text;
      if (behind.length > MOST_PART_BYTES) break;
      continue;
    }
    const joined = before + text;
    const end = joined.includes("sheetData") ? END_OF_CELLS.exec(joined) : null;
    if (end) behind = joined.slice(end.index);
    before = joined.slice(-OVERLAP);
  }
  return [...(behind ?? "").matchAll(MERGE)].map(([, left, top, right, bottom]) => ({
    top: Number(top),
    bottom: Number(bottom),
    left: columnNumber(left!),
    right: columnNumber(right!),
  }));
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
