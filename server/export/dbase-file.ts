import type { Cell, ColumnKind } from "./columns.ts";
import { FileSink } from "./file-sink.ts";

/** Bytes that a text field can have. */
export const LONGEST_FIELD = 254;

export interface DbaseField {
  /** At most ten ASCII characters. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Texts: bytes of the longest value, which the field is made for as far as it goes. */
  readonly longest: number;
}

const DATETIME_BYTES = 16;
/** As GDAL writes them: 18 digits are what a 64-bit integer surely holds, 24 any double to its last digit. */
const INTEGER_BYTES = 18;
const NUMBER_BYTES = 24;
const NUMBER_DECIMALS = 15;

/**
 * The attributes of a Shapefile: dBASE III in UTF-8, which the `.cpg` beside it says.
 *
 * @see https://www.dbase.com/KnowledgeBase/int/db7_file_fmt.htm
 */
export class DbaseFile {
  readonly #sink: FileSink;
  readonly #fields: readonly (DbaseField & { readonly bytes: number })[];
  readonly #record: Buffer;
  readonly #cut = new Map<string, number>();
  readonly #madeAt: Date;
  #count = 0;

  constructor(path: string, fields: readonly DbaseField[], madeAt: Date) {
    this.#madeAt = madeAt;
    this.#sink = new FileSink(path);
    this.#fields = fields.map((field) => ({ ...field, bytes: bytesOf(field) }));
    this.#record = Buffer.alloc(1 + this.#fields.reduce((sum, { bytes }) => sum + bytes, 0));
    this.#sink.write(this.#header());
    for (const { name, kind, bytes } of this.#fields) {
      const field = Buffer.alloc(32);
      field.write(name, "latin1");
      field.write(TYPES[kind], 11, "latin1");
      field.writeUInt8(bytes, 16);
      field.writeUInt8(kind === "number" ? NUMBER_DECIMALS : 0, 17);
      this.#sink.write(field);
    }
    this.#sink.write(Buffer.of(0x0d));
  }

  /** How many values of each field were longer than it. */
  get cut(): ReadonlyMap<string, number> {
    return this.#cut;
  }

  /** @param values - in the order of the fields. */
  add(values: readonly Cell[]): void {
    this.#record.fill(0x20);
    let at = 1;
    for (const [i, { name, kind, bytes }] of this.#fields.entries()) {
      const text = toText(values[i] ?? null, kind);
      const isNumber = kind === "integer" || kind === "number";
      const encoded = Buffer.from(isNumber ? text.padStart(bytes) : text);
      const length = encoded.length > bytes ? wholeCharacters(encoded, bytes) : encoded.length;
      if (length < encoded.length) this.#cut.set(name, (this.#cut.get(name) ?? 0) + 1);
      encoded.copy(this.#record, at, 0, length);
      at += bytes;
    }
    this.#sink.write(this.#record);
    this.#count++;
  }

  close(): void {
    this.#sink.write(Buffer.of(0x1a));
    this.#sink.patch(0, this.#header());
    this.#sink.close();
  }

  #header(): Buffer {
    const header = Buffer.alloc(32);
    header.writeUInt8(0x03, 0);
    header.writeUInt8(this.#madeAt.getFullYear() - 1900, 1);
    header.writeUInt8(this.#madeAt.getMonth() + 1, 2);
    header.writeUInt8(this.#madeAt.getDate(), 3);
    header.writeUInt32LE(this.#count, 4);
    header.writeUInt16LE(32 + this.#fields.length * 32 + 1, 8);
    header.writeUInt16LE(this.#record.length, 10);
    return header;
  }
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: "C",
  integer: "N",
  number: "N",
  boolean: "L",
  date: "D",
  datetime: "C",
};

function bytesOf({ kind, longest }: DbaseField): number {
  switch (kind) {
    case "text":
      return Math.min(LONGEST_FIELD, Math.max(1, longest));
    case "integer":
      return INTEGER_BYTES;
    case "number":
      return NUMBER_BYTES;
    case "boolean":
      return 1;
    case "date":
      return 8;
    case "datetime":
      return DATETIME_BYTES;
  }
}

function toText(value: Cell, kind: ColumnKind): string {
  if (value === null) return kind === "boolean" ? "?" : "";
  if (typeof value === "boolean") return value ? "T" : "F";
  return kind === "date" ? String(value).replaceAll("-", "") : String(value);
}

/** The last byte of a character that is cut through is taken off with the rest of it. */
function wholeCharacters(encoded: Buffer, bytes: number): number {
  let length = bytes;
  while (length > 0 && (encoded[length]! & 0xc0) === 0x80) length--;
  return length;
}
