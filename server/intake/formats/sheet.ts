import { CellNotes, columnLetters } from "./cell-notes.ts";
import type { Notice, ReadOptions, SourceRow, SourceTable } from "./delivery.ts";
import { findHeader, HEADER_SEARCH_ROWS, type Header, type HeaderRow } from "./header.ts";
import { findMergedCells, type MergedCells } from "./merged-cells.ts";
import { type CellValue, readSheetRows, type SheetRow, type SheetSource } from "./sheet-rows.ts";

export type { SheetSource } from "./sheet-rows.ts";

/** @returns `null` for a sheet without any value. */
export async function openSheet(name: string, source: SheetSource, options: ReadOptions): Promise<SourceTable | null> {
  const start = await readStart(source, Math.max(HEADER_SEARCH_ROWS, (options.headerRow ?? 1) + 5));
  if (start.length === 0) return null;
  const merged = await findMergedCells(await source.open());
  const header = findSheetHeader(start, merged, options);
  const notes = new CellNotes();
  const lastHeaderRow = header.place + header.rowCount - 1;
  const notices: Notice[] = [...header.notices];
  if (start.at(-1)!.place <= lastHeaderRow) notices.push({ code: "no-rows", detail: name });
  const inTable = merged.filter(({ bottom }) => bottom > lastHeaderRow).map(addressOf);
  if (inTable.length > 0)
    notices.push({
      code: "merged-cells",
      detail: `${inTable.slice(0, 5).join(", ")}${inTable.length > 5 ? ` … (${inTable.length})` : ""}`,
    });
  return {
    name,
    columns: header.names.filter((column) => column !== null),
    rowCount: null,
    crs: null,
    get notices() {
      return [...notices, ...notes.notices];
    },
    rows: () => readRows(source, header, notes),
  };
}

const addressOf = ({ top, bottom, left, right }: MergedCells): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;

async function readStart(source: SheetSource, rows: number): Promise<HeaderRow[]> {
  const start: HeaderRow[] = [];
  for await (const { place, cells } of readSheetRows(source, new CellNotes())) {
    start.push({ place, cells: Array.from(cells, textOf) });
    if (start.length >= rows) break;
  }
  return start;
}

const textOf = (value: CellValue): string => (value === null || value === undefined ? "" : String(value).trim());

/** A header may have several rows: cells that are joined downwards say so, and groups above names that are texts. */
function findSheetHeader(start: readonly HeaderRow[], merged: readonly MergedCells[], options: ReadOptions): Header {
  const found = findHeader(start, options);
  const joinedInto = merged.filter(({ top, bottom }) => top < found.place && bottom === found.place);
  const place = options.headerRow ?? Math.min(found.place, ...joinedInto.map(({ top }) => top));
  const headerRows = options.headerRows ?? found.place - place + countHeaderRows(start, merged, place, found.place);
  const acrossHeader = merged.filter(
    ({ top, left, right }) => top >= place && top < place + headerRows && right > left,
  );
  const filled = start.map((row) => fill(row, acrossHeader));
  const header = findHeader(filled, { headerRow: place, headerRows });
  if (acrossHeader.length === 0) return header;
  return {
    ...header,
    notices: [
      ...header.notices,
      { code: "merged-header", detail: acrossHeader.map(addressOf).join(", ").slice(0, 300) },
    ],
  };
}

/** Rows of the header from its last found row on. */
function countHeaderRows(
  start: readonly HeaderRow[],
  merged: readonly MergedCells[],
  place: number,
  foundPlace: number,
): number {
  const down = merged.filter(({ top, bottom }) => top === place && bottom > foundPlace && bottom - top < 4);
  if (down.length > 0) return Math.max(...down.map(({ bottom }) => bottom)) - foundPlace + 1;
  const below = start.find((row) => row.place === foundPlace + 1);
  const groups = merged.filter(({ top, bottom, left, right }) => top === foundPlace && bottom === top && right > left);
  if (!below || groups.length === 0) return 1;
  const areNames = groups.every(({ left, right }) => {
    const under = below.cells.slice(left, right + 1);
    return under.length > right - left && new Set(under).size === under.length && under.every(isName);
  });
  return areNames ? 2 : 1;
}

const isName = (text: string): boolean => text !== "" && !/^[\d.,:/\s-]+$/.test(text);

function fill(row: HeaderRow, merged: readonly MergedCells[]): HeaderRow {
  const here = merged.filter(({ top }) => top === row.place);
  if (here.length === 0) return row;
  const cells = [...row.cells];
  for (const { left, right } of here)
    for (let column = left; column <= right; column++) cells[column] = row.cells[left] ?? "";
  return { place: row.place, cells: Array.from(cells, (cell) => cell ?? "") };
}

async function* readRows(source: SheetSource, header: Header, notes: CellNotes): AsyncGenerator<SourceRow> {
  notes.clear();
  const lastHeaderRow = header.place + header.rowCount - 1;
  for await (const row of readSheetRows(source, notes))
    if (row.place > lastHeaderRow) yield toSourceRow(row, header.names, notes);
}

function toSourceRow(row: SheetRow, names: readonly (string | null)[], notes: CellNotes): SourceRow {
  const fields: [string, CellValue][] = [];
  const width = Math.max(names.length, row.cells.length);
  for (let column = 0; column < width; column++) {
    const isThere = column in row.cells;
    const name = names[column] ?? null;
    if (name === null) {
      if (isThere) notes.add("unnamed-column", row.place, column);
      continue;
    }
    const value = isThere ? row.cells[column] : null;
    if (value !== undefined) fields.push([name, value]);
  }
  return { place: row.place, fields: Object.fromEntries(fields), geometry: null };
}
