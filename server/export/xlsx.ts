import { guardText } from "#data/layers/guarded-text.ts";
import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";
import { EXPORT_WORDS } from "./words.ts";
import { CELL_STYLE, SHEET_END, sheetPath, sheetStart, workbookParts } from "./workbook-parts.ts";
import { escapeXml } from "./xml.ts";
import { createZip } from "./zip-file.ts";

/** Excel's calendar begins here; before, its serial numbers are off by a day or do not exist. */
const FIRST_DAY = Date.UTC(1900, 2, 1);
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** More characters make a workbook that Excel wants to repair. */
const LONGEST_TEXT = 32_767;
/** A sheet has 1,048,576 rows, of which one is the heading. */
const MAX_ROWS = 1_048_575;
const CODES_NAMED = 20;

/**
 * A workbook of two sheets: the ledger, and what the file says about itself. Texts are typed as texts, so that none becomes a
 * formula; times are real times. Rows go into the archive as they come.
 */
export const xlsx: ExportFormat = {
  maxRows: MAX_ROWS,
  open(context: ExportContext): ExportWriter {
    const { layer, language, facts, path } = context;
    const words = EXPORT_WORDS[language];
    const columns = tableColumns(context);
    const letters = columns.map((_, i) => columnLetters(i));
    const zip = createZip(path, new Date());
    for (const [name, text] of workbookParts([layer.title[language], words.sheets.facts])) zip.addText(name, text);
    const sheet = zip.begin(sheetPath(1));
    sheet.write(sheetStart(columns.map(widthOf)));
    sheet.write(
      rowXml(
        1,
        columns.map(({ title }, i) => textCell(`${letters[i]}1`, title, CELL_STYLE.heading)),
      ),
    );
    const tooLong: string[] = [];
    let row = 1;
    let pending = "";
    return {
      add(feature, geometry) {
        row++;
        const cells = columns.map((column, i) => {
          const value = column.cellOf(feature, geometry);
          if (column.isOutline && typeof value === "string" && value.length > LONGEST_TEXT) {
            tooLong.push(feature.code);
            return "";
          }
          return cellXml(`${letters[i]}${row}`, value, column.kind);
        });
        pending += rowXml(row, cells);
      },
      async drain() {
        sheet.write(pending);
        pending = "";
        await sheet.drain();
      },
      async finish() {
        sheet.write(pending + SHEET_END);
        sheet.end();
        if (tooLong.length > 0)
          facts.remark(words.longOutlines(tooLong.length, tooLong.slice(0, CODES_NAMED).join(words.and)));
        const lines = [[words.item, words.content] as const, ...facts.lines()];
        const rows = lines.map(([item, content], i) =>
          rowXml(i + 1, [
            textCell(`A${i + 1}`, item, CELL_STYLE.heading),
            textCell(`B${i + 1}`, content, i === 0 ? CELL_STYLE.heading : CELL_STYLE.wrapped),
          ]),
        );
        zip.addText(sheetPath(2), sheetStart([18, 90]) + rows.join("") + SHEET_END);
        await zip.finish();
      },
    };
  },
};

const rowXml = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join("")}</row>`;

function cellXml(address: string, value: string | number | null, kind: TableColumn["kind"]): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  const time = kind === "date" || kind === "datetime" ? parseLocalTime(value) : Number.NaN;
  if (time >= FIRST_DAY && (kind === "date" || kind === "datetime"))
    return `<c r="${address}" s="${CELL_STYLE[kind]}"><v>${(time - DAY_ZERO) / DAY_MS}</v></c>`;
  return textCell(address, value, guardText(value) === value ? CELL_STYLE.plain : CELL_STYLE.text);
}

const textCell = (address: string, text: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeUnderscore(text.slice(0, LONGEST_TEXT)))}</t></is></c>`;

/** Spreadsheets read `_x000D_` as the character of that number; a text that looks like it has its underscore so written. */
const escapeUnderscore = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

/** `AB` for 27. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

const WIDTHS = { text: 20, integer: 10, number: 12, date: 12, datetime: 17 } as const;

/** In characters; a Chinese one is as wide as two. */
function widthOf({ title, kind, isOutline }: TableColumn): number {
  const characters = [...title].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 0);
  return isOutline ? 40 : Math.max(WIDTHS[kind], characters + 2);
}
