import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { cellXml, columnLetters, LONGEST_TEXT, rowXml, textCell } from "./sheet-cells.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";
import { EXPORT_WORDS } from "./words.ts";
import { CELL_STYLE, SHEET_END, sheetPath, sheetStart, workbookParts } from "./workbook-parts.ts";
import { createZip } from "./zip-file.ts";

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

const WIDTHS = { text: 20, integer: 10, number: 12, date: 12, datetime: 17 } as const;

/** In characters; a Chinese one is as wide as two. */
function widthOf({ title, kind, isOutline }: TableColumn): number {
  const characters = [...title].reduce((sum, each) => sum + (each > "\u2e7f" ? 2 : 1), 0);
  return isOutline ? 40 : Math.max(WIDTHS[kind], characters + 2);
}
