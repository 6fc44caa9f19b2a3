import { guardText } from "#data/layers/guarded-text.ts";
import { FileSink } from "./file-sink.ts";
import type { ExportContext, ExportFormat, ExportWriter } from "./format.ts";
import { type TableColumn, tableColumns } from "./table-columns.ts";

/** Without it, spreadsheets take UTF-8 for the machine's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** RFC 4180 in UTF-8 with byte order mark. No text cell begins like a formula; `unguardText` undoes that. */
export const csv: ExportFormat = {
  open(context: ExportContext): ExportWriter {
    const columns = tableColumns(context);
    const sink = new FileSink(context.path);
    const writeLine = (fields: readonly string[]) => sink.write(`${fields.join(",")}\r\n`);
    sink.write(BYTE_ORDER_MARK);
    writeLine(columns.map(({ title }) => quote(guardText(title))));
    return {
      add: (feature, geometry) => writeLine(columns.map((column) => toField(column, column.cellOf(feature, geometry)))),
      async finish() {
        sink.close();
      },
    };
  },
};

function toField({ kind }: TableColumn, cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // Spreadsheets know a time with a space, and take one with a T for a text.
  return quote(guardText(kind === "datetime" ? cell.replace("T", " ") : cell));
}

const quote = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
