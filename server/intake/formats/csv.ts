import { unguardText } from "#data/layers/guarded-text.ts";
import { type CsvRecord, readRecords } from "./csv-records.ts";
import { decodeText } from "./decode-text.ts";
import {
  type BrokenRow,
  type Delimiter,
  type FoundEncoding,
  type Notice,
  type ReadOptions,
  type SourceRow,
  type SourceTable,
  UnreadableFile,
} from "./delivery.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { findEncoding } from "./find-encoding.ts";
import { findHeader, HEADER_SEARCH_ROWS, type Header, type HeaderRow } from "./header.ts";

/** A text, and how to read it. */
interface TextSource {
  readonly path: string;
  readonly encoding: FoundEncoding;
  readonly mixed: boolean;
  readonly delimiter: Delimiter;
}

export interface OpenedText {
  readonly encoding: FoundEncoding;
  readonly delimiter: Delimiter;
  readonly tables: readonly [SourceTable];
  readonly notices: readonly Notice[];
}

/** Text of one record a line, with a header. */
export async function openCsv(path: string, head: Buffer, options: ReadOptions): Promise<OpenedText> {
  const { encoding, mixed, firstBadLine } = await findEncoding(path, head, options.encoding);
  const delimiter = options.delimiter ?? (await findDelimiter(decodeText(path, encoding.id, mixed)));
  const source: TextSource = { path, encoding, mixed, delimiter };
  const start = await readStart(source, Math.max(HEADER_SEARCH_ROWS, (options.headerRow ?? 1) + 5));
  if (start.length === 0) throw new UnreadableFile("empty", "the file holds no text");
  const header = findHeader(start, options);
  const notices: Notice[] = [...header.notices];
  if (start.every(({ place }) => place < header.place + header.rowCount)) notices.push({ code: "no-rows", detail: "" });
  return {
    encoding,
    delimiter,
    tables: [
      {
        name: options.name,
        columns: header.names.filter((name) => name !== null),
        rowCount: null,
        crs: null,
        notices,
        rows: () => readRows(source, header),
      },
    ],
    notices: firstBadLine === null ? [] : [{ code: "mixed-encodings", detail: String(firstBadLine) }],
  };
}

async function readStart(source: TextSource, rows: number): Promise<HeaderRow[]> {
  const start: HeaderRow[] = [];
  for await (const line of readLines(source)) {
    if ("cells" in line) start.push(line);
    if (start.length >= rows) break;
  }
  return start;
}

async function* readRows(source: TextSource, header: Header): AsyncGenerator<SourceRow | BrokenRow> {
  const { names } = header;
  const named = names.flatMap((name, index) => (name === null ? [] : [{ name, index }]));
  for await (const line of readLines(source)) {
    if (line.place < header.place + header.rowCount) continue;
    if (!("cells" in line)) {
      yield line;
      continue;
    }
    const { place, end, cells } = line;
    // Spreadsheets write delimiters behind the last column as well.
    const surplus = cells.length > names.length && cells.slice(names.length).some((cell) => cell !== "");
    if (cells.length < names.length || surplus)
      yield {
        place,
        reason: `${cells.length} fields ${end > place ? `on lines ${place}-${end} ` : ""}where the header has ${names.length}`,
      };
    else
      yield {
        place,
        geometry: null,
        fields: Object.fromEntries(named.map(({ name, index }) => [name, unguardText(cells[index]!)])),
      };
  }
}

/** Records, and lines that cannot be taken apart or are not in the encoding. */
async function* readLines(source: TextSource): AsyncGenerator<CsvRecord | BrokenRow> {
  const badLines = new Set<number>();
  async function* pieces() {
    for await (const piece of decodeText(source.path, source.encoding.id, source.mixed)) {
      for (const line of piece.badLines) badLines.add(line);
      yield piece;
    }
  }
  const text = pieces();
  try {
    for await (const record of readRecords(text, source.delimiter)) {
      const trouble = "cells" in record ? troubleWith(record, badLines, source.encoding.id) : null;
      yield trouble === null ? record : { place: record.place, reason: trouble };
    }
  } finally {
    await text.return();
  }
}

function troubleWith({ place, end, cells }: CsvRecord, badLines: ReadonlySet<number>, encoding: string): string | null {
  if (badLines.size > 0)
    for (let line = place; line <= end; line++)
      if (badLines.has(line)) return `its bytes are not ${encoding}, as the other lines are`;
  return cells.some((cell) => cell.includes("\0")) ? "it holds a NUL character" : null;
}
