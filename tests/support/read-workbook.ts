import { inflateRawSync } from "node:zlib";

/** A cell as the file says it: `formula` is what a spreadsheet would compute, empty where there is none. */
export interface ReadCell {
  /** OOXML's cell type: `s` or `inlineStr` a text, `n` a number or a time. */
  readonly type: string;
  readonly value: string;
  readonly formula: string;
}

export interface ReadSheet {
  readonly name: string;
  /** By row and column; a cell that the file leaves out is `null`. */
  readonly rows: readonly (readonly (ReadCell | null)[])[];
}

/** Reads a workbook by the zip and XML in it, without the library that wrote it. */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const entries = readEntries(Buffer.from(bytes));
  const texts = tagsOf(entries.get("xl/sharedStrings.xml") ?? "", "si").map(({ inner }) =>
    tagsOf(inner, "t")
      .map((text) => decodeEntities(text.inner))
      .join(""),
  );
  const targets = new Map(
    tagsOf(entries.get("xl/_rels/workbook.xml.rels")!, "Relationship").map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  return tagsOf(entries.get("xl/workbook.xml")!, "sheet").map(({ attributes }) => ({
    name: decodeEntities(attributes.name!),
    rows: rowsOf(entries.get(`xl/${targets.get(attributes["r:id"]!)}`)!, texts),
  }));
}

/** The values of a sheet as a reader sees them: numbers as numbers, the rest as text. */
export const valuesOf = ({ rows }: ReadSheet): (string | number | null)[][] =>
  rows.map((row) => row.map((cell) => cell && (cell.type === "n" ? Number(cell.value) : cell.value)));

function rowsOf(xml: string, texts: readonly string[]): (ReadCell | null)[][] {
  return tagsOf(xml, "row").map(({ inner }) => {
    const row: (ReadCell | null)[] = [];
    for (const { attributes, inner: content } of tagsOf(inner, "c")) {
      const type = attributes.t ?? "n";
      const inline = tagsOf(content, "is")[0];
      const text = inline
        ? tagsOf(inline.inner, "t")
            .map(({ inner }) => inner)
            .join("")
        : tagsOf(content, "v")[0]?.inner;
      const value = decodeEntities(text ?? "");
      const column = columnOf(attributes.r!);
      while (row.length < column) row.push(null);
      row.push({
        type,
        value: type === "s" ? texts[Number(value)]! : value,
        formula: decodeEntities(tagsOf(content, "f")[0]?.inner ?? ""),
      });
    }
    return row;
  });
}

/** `B7` is 1. */
const columnOf = (address: string): number =>
  [...address.replace(/\d+$/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function tagsOf(xml: string, name: string): { attributes: Record<string, string>; inner: string }[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, "g");
  return [...xml.matchAll(pattern)].map(([, attributes = "", inner = ""]) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
    inner,
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!);

/** The entries of a zip by its central directory, as text. */
export function readEntries(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const entries = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength!);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    entries.set(name, (method === 8 ? inflateRawSync(content) : content).toString("utf8"));
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return entries;
}
