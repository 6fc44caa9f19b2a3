import { type FoundEncoding, type Notice, UnreadableFile } from "./delivery.ts";
import { decodes, EncodingSurvey, findDecoder } from "./encoding-survey.ts";
import { FileWindow } from "./file-window.ts";
import { assertColumnCount } from "./header.ts";
import { MOST_ROWS } from "./limits.ts";

interface Field {
  readonly name: Buffer;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

export interface DbfFile {
  readonly recordCount: number;
  readonly fieldNames: readonly string[];
  readonly encoding: FoundEncoding;
  readonly notices: readonly Notice[];
  /** @returns values in the order of the fields, `deleted`, or a text that says why there are none. */
  read(index: number): (string | number | boolean | null)[] | string;
  close(): void;
}

/** Records that are looked at to find the encoding. */
const SURVEYED_RECORDS = 20_000;

/**
 * @param cpg - content of the `.cpg` beside it.
 * @param stated - an encoding that a person said; it must hold.
 * @see https://www.dbase.com/Knowledgebase/INT/db7_file_fmt.htm
 */
export async function openDbf(path: string, cpg: string | undefined, stated: string | undefined): Promise<DbfFile> {
  const file = new FileWindow(path);
  try {
    return openTable(file, cpg, stated);
  } catch (error) {
    file.close();
    throw error;
  }
}

function openTable(file: FileWindow, cpg: string | undefined, stated: string | undefined): DbfFile {
  const broken = (what: string) => new UnreadableFile("broken-shapefile", `the .dbf is damaged: ${what}`);
  const lead = file.read(0, 32);
  if (!lead) throw broken("it ends in its header");
  const [announced, headerBytes, recordBytes] = [lead.readUInt32LE(4), lead.readUInt16LE(8), lead.readUInt16LE(10)];
  const header = file.read(0, headerBytes);
  if (!header || headerBytes < 33 || recordBytes < 1) throw broken("its header is no header");
  const fields = readFields(header, recordBytes);
  if (fields === null) throw broken("its fields are longer than its records");
  assertColumnCount(fields.length);
  const held = Math.floor((file.bytes - headerBytes) / recordBytes);
  const recordCount = Math.min(announced, held);
  if (recordCount > MOST_ROWS) throw broken(`it has more than ${MOST_ROWS} records`);
  const recordAt = (index: number) => file.read(headerBytes + index * recordBytes, recordBytes)!;
  const encoding = findTableEncoding(fields, recordCount, recordAt, { cpg, stated, driver: lead[29]! });
  const decoder = findDecoder(encoding.id)!;
  const nameDecoder = new TextDecoder(encoding.id);
  const deleted = countDeleted(recordCount, recordAt);
  const notices: Notice[] = [];
  if (announced > held) notices.push({ code: "cut-off", detail: `.dbf: ${held} / ${announced}` });
  if (deleted > 0) notices.push({ code: "deleted-records", detail: String(deleted) });
  return {
    recordCount,
    fieldNames: fields.map(({ name }) => nameDecoder.decode(name).trim()),
    encoding,
    notices,
    read(index) {
      const record = recordAt(index);
      if (record[0] === 0x2a) return "deleted";
      try {
        return fields.map((field) => readField(record, field, decoder));
      } catch {
        return `its bytes are not ${encoding.id}, as the other records are`;
      }
    },
    close: () => file.close(),
  };
}

function readFields(header: Buffer, recordBytes: number): Field[] | null {
  const fields: Field[] = [];
  let at = 1;
  for (let from = 32; from + 32 <= header.length && header[from] !== 0x0d; from += 32) {
    const descriptor = header.subarray(from, from + 32);
    const end = descriptor.subarray(0, 11).indexOf(0);
    const length = descriptor[16]!;
    const name = Buffer.from(descriptor.subarray(0, end < 0 ? 11 : end));
    fields.push({ name, type: String.fromCharCode(descriptor[11]!), at, length });
    at += length;
  }
  return at <= recordBytes ? fields : null;
}

function countDeleted(recordCount: number, recordAt: (index: number) => Buffer): number {
  let count = 0;
  for (let index = 0; index < recordCount; index++) if (recordAt(index)[0] === 0x2a) count++;
  return count;
}

/** Codes of the language driver that say something; 0x57 and 0x03 are written whatever the text is in. */
const DRIVERS: Readonly<Record<number, string>> = {
  77: "gb18030",
  78: "euc-kr",
  79: "big5",
  122: "gb18030",
  123: "shift_jis",
  120: "big5",
  121: "euc-kr",
  200: "windows-1250",
  201: "windows-1251",
};

interface EncodingClues {
  readonly cpg: string | undefined;
  readonly stated: string | undefined;
  readonly driver: number;
}

function findTableEncoding(
  fields: readonly Field[],
  recordCount: number,
  recordAt: (index: number) => Buffer,
  { cpg, stated, driver }: EncodingClues,
): FoundEncoding {
  const survey = new EncodingSurvey();
  const texts = fields.filter(({ type }) => type === "C");
  const sample: Buffer[] = fields.map(({ name }) => name);
  for (let index = 0; index < Math.min(recordCount, SURVEYED_RECORDS); index++) {
    const record = recordAt(index);
    for (const field of texts) sample.push(Buffer.from(record.subarray(field.at, field.at + field.length)));
  }
  for (const text of sample) survey.add(text);
  const found = survey.conclude().encoding;
  const fits = (id: string) => sample.every((text) => decodes(findDecoder(id)!, text));
  if (stated !== undefined) {
    const id = findDecoder(stated)?.encoding;
    if (!id)
      throw new UnreadableFile("unknown-encoding", `there is no encoding ${stated}; utf-8 and gb18030 are usual`);
    if (!fits(id)) throw new UnreadableFile("wrong-encoding", `the table is not in ${id}; ${found.id} fits better`);
    return { id, sure: "stated", others: [] };
  }
  const declared = (cpg && encodingOfCodePage(cpg)) || DRIVERS[driver];
  if (declared && fits(declared)) return { id: declared, sure: "stated", others: [] };
  return found;
}

/** `UTF-8`, `GBK`, `936`, `OEM 936`, `ANSI 1252`, `CP1251`, `65001`, `ISO 88591`. */
export function encodingOfCodePage(text: string): string | null {
  const page = /(\d+)\s*$/.exec(text)?.[1];
  const byNumber: Readonly<Record<string, string>> = { 936: "gb18030", 54936: "gb18030", 65001: "utf-8", 950: "big5" };
  const iso = /^iso[ -]?8859[ -]?(\d{1,2})$/i.exec(text)?.[1];
  const name = iso
    ? `iso-8859-${iso}`
    : page && /^125\d$/.test(page)
      ? `windows-${page}`
      : ((page && byNumber[page]) ?? text);
  return findDecoder(name)?.encoding ?? null;
}

function readField(
  record: Buffer,
  { type, at, length }: Field,
  decoder: InstanceType<typeof TextDecoder>,
): string | number | boolean | null {
  const bytes = record.subarray(at, at + length);
  switch (type) {
    case "N":
    case "F":
      return readNumber(bytes.toString("latin1").replaceAll("\0", " ").trim());
    case "L":
      return /^[TtYy]/.test(bytes.toString("latin1")) ? true : /^[FfNn]/.test(bytes.toString("latin1")) ? false : null;
    case "D": {
      const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(bytes.toString("latin1")) ?? [];
      return year && year !== "0000" ? `${year}-${month}-${day}` : null;
    }
    case "I":
      return length === 4 ? bytes.readInt32LE(0) : null;
    case "O":
    case "B":
      return length === 8 ? bytes.readDoubleLE(0) : null;
    default: {
      const end = bytes.indexOf(0);
      const text = decoder.decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
      return text === "" ? null : text;
    }
  }
}

/** Asterisks mean that the number did not fit. One of more digits than a double carries stays a text. */
function readNumber(text: string): number | string | null {
  if (text === "" || text.startsWith("*")) return null;
  const value = Number(text.replace(",", "."));
  if (!Number.isFinite(value)) return text;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}
