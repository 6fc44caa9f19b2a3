import { guardText } from "#data/layers/guarded-text.ts";
import type { Cell, Table } from "./table.ts";

/** Without it, spreadsheets take UTF-8 for the machine's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV after RFC 4180, in UTF-8 with byte order mark. No text cell begins like a formula. */
export function toCsv({ columns, rows }: Table): string {
  const isMinute = columns.map(({ kind }) => kind === "datetime");
  const lines = [
    columns.map(({ title }) => formatField(title, false)),
    ...rows.map((row) => row.map((cell, i) => formatField(cell, isMinute[i]!))),
  ];
  return BYTE_ORDER_MARK + lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}

function formatField(cell: Cell, isMinute: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // Spreadsheets know a time with a space, and take one with a T for a text.
  const text = guardText(isMinute ? cell.replace("T", " ") : cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
