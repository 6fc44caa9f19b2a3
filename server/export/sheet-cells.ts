import { guardText } from "#data/layers/guarded-text.ts";
import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";
import type { ColumnKind } from "./columns.ts";
import { CELL_STYLE } from "./workbook-parts.ts";
import { escapeXml } from "./xml.ts";

type CellKind = Exclude<ColumnKind, "boolean">;

/** Excel's calendar begins here; before, its serial numbers are off by a day or do not exist. */
const FIRST_DAY = Date.UTC(1900, 2, 1);
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** More characters make a workbook that Excel wants to repair. */
export const LONGEST_TEXT = 32_767;

export const rowXml = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join("")}</row>`;

/** A cell of a row; nothing for one without a value. */
export function cellXml(address: string, value: string | number | null, kind: CellKind): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  const time = kind === "date" || kind === "datetime" ? parseLocalTime(value) : Number.NaN;
  if (time >= FIRST_DAY && (kind === "date" || kind === "datetime"))
    return `<c r="${address}" s="${CELL_STYLE[kind]}"><v>${(time - DAY_ZERO) / DAY_MS}</v></c>`;
  return textCell(address, value, guardText(value) === value ? CELL_STYLE.plain : CELL_STYLE.text);
}

export const textCell = (address: string, text: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeUnderscore(text.slice(0, LONGEST_TEXT)))}</t></is></c>`;

/** Spreadsheets read `_x000D_` as the character of that number; a text that looks like it has its underscore so written. */
const escapeUnderscore = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

/** `AB` for 27. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
