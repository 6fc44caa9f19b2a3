import { CsvError, parse } from "csv-parse/sync";
import { type DeliveredRow, type Delivery, UnreadableFile } from "./delivered.ts";

const DELIMITERS = [",", ";", "\t"] as const;

interface ParsedLine {
  readonly record: readonly string[];
  /** Lines of the file up to the end of this record. */
  readonly info: { readonly lines: number };
}

/** Reads text with a header line. The delimiter is the one of `,` `;` tab that stands most often in the header. */
export function readCsv(text: string): Delivery {
  const [header, ...lines] = parseLines(text.replaceAll(/\r\n?/g, "\n"));
  if (!header) throw new UnreadableFile("the file is empty");
  const columns = header.record;
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice) throw new UnreadableFile(`two columns are called ${twice}: name each its own way`);
  const rows: DeliveredRow[] = [];
  const broken: { place: number; reason: string }[] = [];
  for (const { record, info } of lines) {
    // A quoted field may hold line ends: the row begins so many lines before it ends.
    const place = info.lines - record.reduce((sum, field) => sum + field.split("\n").length - 1, 0);
    if (record.length !== columns.length)
      broken.push({ place, reason: `${record.length} fields where the header has ${columns.length}` });
    else rows.push({ place, geometry: null, fields: Object.fromEntries(columns.map((name, i) => [name, record[i]!])) });
  }
  // Spreadsheets export columns without a name to the right of the last one.
  return { format: "csv", columns: columns.filter((name) => name !== ""), rows, broken };
}

/** @throws UnreadableFile */
function parseLines(text: string): ParsedLine[] {
  const header = /^\s*(.*)/.exec(text)![1]!;
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0]!;
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as ParsedLine[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(`the file is not CSV: ${error.message}`);
  }
}
