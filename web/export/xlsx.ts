import type { CellObject, Row } from "write-excel-file/universal";
import { parseLocalTime } from "#data/snapshot/local-time.ts";
import type { Cell, Column, Table } from "./table.ts";

/** Excel's calendar begins here; before, its serial numbers are off by a day or do not exist. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** More characters make a workbook that Excel wants to repair. */
const LONGEST_TEXT = 32_767;

const FORMATS = { date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm" } as const;

/**
 * Tables as the sheets of one workbook. Texts are typed as texts, so that none becomes a formula; times are real times.
 * The library is fetched at the first call.
 */
export async function toXlsx(tables: readonly Table[]): Promise<Blob> {
  const { default: writeExcelFile } = await import("write-excel-file/universal");
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      data: [
        columns.map(({ title }): CellObject => ({ type: String, value: toText(title), fontWeight: "bold" })),
        ...rows.map((row): Row => row.map((cell, i) => toCell(cell, columns[i]!.kind))),
      ],
      columns: columns.map((column, i) => ({ width: widthOf(column, rows, i) })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

function toCell(cell: Cell, kind: Column["kind"]): CellObject | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { type: Number, value: cell };
  const time = kind === "date" || kind === "datetime" ? parseLocalTime(cell) : Number.NaN;
  if (time >= FIRST_DAY) return { type: Date, value: new Date(time), format: FORMATS[kind as keyof typeof FORMATS] };
  return { type: String, value: toText(cell) };
}

/** The library looks texts up in a plain object: one that is named like a member of every object would have no place in the file. */
function toText(text: string): string {
  const short = text.slice(0, LONGEST_TEXT);
  return short in {} ? `${short} ` : short;
}

/** Sheet names are short, and seven signs are not for them. */
const sheetName = (name: string): string => name.replaceAll(/[[\]/\\:*?]/g, " ").slice(0, 31);

/** Enough of the column to judge by. */
const LOOKED_AT = 200;

/** In characters; a Chinese one is as wide as two. */
function widthOf({ title }: Column, rows: Table["rows"], i: number): number {
  const texts = [title, ...rows.slice(0, LOOKED_AT).map((row) => String(row[i] ?? ""))];
  const widest = Math.max(...texts.map((text) => [...text].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 0)));
  return Math.min(60, Math.max(8, widest + 2));
}
