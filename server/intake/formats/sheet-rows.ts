import type { CellNotes } from "./cell-notes.ts";
import { UnreadableFile } from "./delivery.ts";
import { dateOfSerial, type NumberFormat } from "./number-formats.ts";
import { unescapeText } from "./shared-texts.ts";
import { type XmlHandlers, xmlPieces } from "./xml-events.ts";

/** `undefined`: there is something that cannot be read. */
export type CellValue = string | number | boolean | null | undefined;

export interface SheetRow {
  /** From 1. */
  readonly place: number;
  /** By column; holes where nothing stands. */
  readonly cells: readonly CellValue[];
}

export interface SheetSource {
  open(): Promise<AsyncIterable<Buffer>>;
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** The last column that a sheet can have is XFD. */
const MOST_SHEET_COLUMNS = 16_384;
/** Doubles carry 15 digits whatever the number. */
const LONG_NUMBER = 1e15;

/** Rows of a sheet that hold something. */
export async function* readSheetRows(source: SheetSource, notes: CellNotes): AsyncGenerator<SheetRow> {
  const reader = new RowReader(source, notes);
  for await (const _ of xmlPieces(await source.open(), reader)) {
    yield* reader.rows;
    reader.rows.length = 0;
  }
}

class RowReader implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  readonly #source: SheetSource;
  readonly #notes: CellNotes;
  #place = 0;
  #cells: CellValue[] = [];
  #holdsSomething = false;
  #column = -1;
  #type = "n";
  #format: NumberFormat = "number";
  #hasFormula = false;
  #value: string | null = null;
  /** Element whose text is wanted. */
  #inside: "v" | "t" | null = null;
  #inReading = false;

  constructor(source: SheetSource, notes: CellNotes) {
    this.#source = source;
    this.#notes = notes;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case "row":
        this.#place = attributes.r ? Number(attributes.r) : this.#place + 1;
        this.#cells = [];
        this.#column = -1;
        this.#holdsSomething = false;
        break;
      case "c":
        this.#column = attributes.r ? columnOf(attributes.r) : this.#column + 1;
        if (!(this.#column < MOST_SHEET_COLUMNS)) throw new UnreadableFile("broken-workbook", "a cell has no address");
        this.#type = attributes.t ?? "n";
        this.#format = this.#source.formats[Number(attributes.s ?? 0)] ?? "number";
        this.#hasFormula = false;
        this.#value = null;
        break;
      case "f":
        this.#hasFormula = true;
        break;
      case "v":
        this.#inside = "v";
        this.#value = "";
        break;
      case "rPh":
        this.#inReading = true;
        break;
      case "t":
        if (this.#inReading) break;
        this.#inside = "t";
        this.#value ??= "";
    }
  }

  text = (text: string): void => {
    if (this.#inside !== null) this.#value += text;
  };

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.#inside = null;
        break;
      case "rPh":
        this.#inReading = false;
        break;
      case "c": {
        const value = this.#readCell();
        if (value !== null) {
          this.#cells[this.#column] = value;
          this.#holdsSomething = true;
        }
        break;
      }
      case "row":
        if (this.#holdsSomething) this.rows.push({ place: this.#place, cells: this.#cells });
    }
  }

  #readCell(): CellValue {
    const text = this.#value;
    if (this.#type === "e") return this.#unreadable("error-value");
    if (this.#hasFormula && (text === null || (text === "" && this.#type !== "str")))
      return this.#unreadable("formula-without-value");
    if (this.#hasFormula) this.#notes.add("formula", this.#place, this.#column);
    if (text === null) return null;
    switch (this.#type) {
      case "s":
        return emptyAsNull(this.#source.texts[Number(text)] ?? "");
      case "str":
      case "inlineStr":
        return emptyAsNull(unescapeText(text));
      case "b":
        return text === "1" || text === "true";
      case "d":
        return text;
      default:
        return this.#readNumber(text);
    }
  }

  #unreadable(code: "error-value" | "formula-without-value"): undefined {
    this.#notes.add(code, this.#place, this.#column);
    return undefined;
  }

  #readNumber(text: string): CellValue {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) return emptyAsNull(text);
    const format = this.#format;
    if (format === "date" || format === "time") return dateOfSerial(value, format, this.#source.from1904) ?? value;
    if (Math.abs(value) >= LONG_NUMBER && Number.isInteger(value))
      this.#notes.add("long-number", this.#place, this.#column);
    const isCode = typeof format === "object" && Number.isInteger(value) && value >= 0;
    return isCode ? String(value).padStart(format.padded, "0") : value;
  }
}

const emptyAsNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** `B7` is 1. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? Number.NaN : column - 1;
}
