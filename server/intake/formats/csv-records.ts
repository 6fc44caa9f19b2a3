import type { TextPiece } from "./decode-text.ts";
import type { BrokenRow, Delimiter } from "./delivery.ts";

/** One record of a CSV file, on one or more lines. */
export interface CsvRecord {
  /** Line on which it begins, from 1. */
  readonly place: number;
  readonly cells: readonly string[];
  /** Line on which it ends. */
  readonly end: number;
}

/** A cell with more line ends than this is a quote that was forgotten. */
const MOST_LINES = 200;
/** After so many lines that could not be taken apart, no further one is joined with those that follow it. */
const MOST_JOINED = 1_000;

/**
 * Takes a text apart by RFC 4180, with blanks around fields removed. A line that cannot be read is named alone: a quote that is
 * never closed does not swallow the lines after it.
 */
export async function* readRecords(
  pieces: AsyncIterator<TextPiece>,
  delimiter: Delimiter,
): AsyncGenerator<CsvRecord | BrokenRow> {
  const lines = new LineQueue(pieces);
  let failures = 0;
  for (let line = await lines.take(); line !== undefined; line = await lines.take()) {
    const place = lines.taken;
    if (line.trim() === "") continue;
    let text = line;
    let cells = splitRecord(text, delimiter);
    let joined = 0;
    const most = failures < MOST_JOINED ? MOST_LINES : 0;
    while (cells === "open" && joined < most) {
      const next = await lines.peek(joined);
      if (next === undefined) break;
      joined++;
      text += `\n${next}`;
      if (next.includes('"')) cells = splitRecord(text, delimiter);
    }
    if (typeof cells === "string") {
      failures++;
      const reason =
        cells === "open" ? "a quote opens a field and none closes it" : "more text follows a field's closing quote";
      yield { place, reason };
      continue;
    }
    lines.drop(joined);
    if (cells.some((cell) => cell !== "")) yield { place, cells, end: place + joined };
  }
}

/**
 * @returns the fields; `open` when a quoted field reaches to the end; `closed-early` when text follows its closing quote. A quote
 * inside a field that does not begin with one is a character like others, as spreadsheets have it.
 */
export function splitRecord(text: string, delimiter: Delimiter): string[] | "open" | "closed-early" {
  if (!text.includes('"')) return text.split(delimiter).map((field) => field.trim());
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    while (text[at] === " ") at++;
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      cells.push((end < 0 ? text.slice(at) : text.slice(at, end)).trim());
      if (end < 0) return cells;
      at = end;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0) return "open";
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 1;
    while (text[at] === " ") at++;
    if (at >= text.length) return cells;
    if (text[at] !== delimiter) return "closed-early";
  }
}

/** Lines one after another, with a look at those to come. */
class LineQueue {
  /** Number of the line that was taken last. */
  taken = 0;
  #lines: string[] = [];
  #at = 0;
  /** The last line of a piece may go on in the next one. */
  #unfinished: string | undefined;
  readonly #pieces: AsyncIterator<TextPiece>;

  constructor(pieces: AsyncIterator<TextPiece>) {
    this.#pieces = pieces;
  }

  async take(): Promise<string | undefined> {
    const line = this.#lines[this.#at] ?? (await this.peek(0));
    if (line === undefined) return undefined;
    this.#at++;
    this.taken++;
    return line;
  }

  async peek(ahead: number): Promise<string | undefined> {
    while (this.#at + ahead >= this.#lines.length) if (!(await this.#load())) return undefined;
    return this.#lines[this.#at + ahead];
  }

  drop(count: number): void {
    this.#at += count;
    this.taken += count;
  }

  async #load(): Promise<boolean> {
    const { value, done } = await this.#pieces.next();
    const rest = this.#lines.slice(this.#at);
    this.#at = 0;
    if (done) {
      this.#lines = this.#unfinished === undefined ? rest : [...rest, this.#unfinished];
      this.#unfinished = undefined;
      return this.#lines.length > rest.length;
    }
    const lines = ((this.#unfinished ?? "") + value.text).split("\n");
    const last = lines.pop()!;
    this.#unfinished = last === "" ? undefined : last;
    this.#lines = rest.length === 0 ? lines : [...rest, ...lines];
    return true;
  }
}
