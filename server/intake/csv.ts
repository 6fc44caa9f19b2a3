import { CsvError, parse } from "csv-parse/sync";
import { type DeliveredRow, type Delivery, UnreadableFile } from "./delivered.ts";

const DELIMITERS = [",", ";", "\t"] as const;

/** Reads text with a header line. The delimiter is the one of `,` `;` tab that stands most often in the header. */
export function readCsv(text: string): Omit<Delivery, "encoding"> {
  const header = text.slice(0, text.search(/\r|\n|$/));
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0]!;
  const broken: { place: number; reason: string }[] = [];
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(`the file is not CSV: ${error.message}`);
  }
  const columns = lines[0]?.record ?? [];
  if (columns.length === 0) throw new UnreadableFile("the file is empty");
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice) throw new UnreadableFile(`two columns are called ${twice}: name each its own way`);
  const rows: DeliveredRow[] = [];
  let before = lines[0]!.info.lines;
  for (const { record, info } of lines.slice(1)) {
    // A quoted field may hold line ends: the row begins on the line after the one where the row before it ended.
    const place = before + 1;
    before = info.lines;
    if (record.length !== columns.length)
      broken.push({ place, reason: `${record.length} fields where the header has ${columns.length}` });
    else rows.push({ place, geometry: null, fields: Object.fromEntries(columns.map((name, i) => [name, record[i]!])) });
  }
  return { format: "csv", columns, rows, broken };
}
