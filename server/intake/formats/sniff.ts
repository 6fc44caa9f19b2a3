import { open } from "node:fs/promises";
import { UnreadableFile } from "./delivery.ts";
import { encodingByMark, wideByZeros } from "./find-encoding.ts";

/** What the first bytes say a file is; the name has no say. */
export type Content = "zip" | "sqlite" | "xml" | "json" | "text";

const HEAD_BYTES = 65_536;
/** Before each text of a JSON text sequence (RFC 8142). */
const RECORD_SEPARATOR = "\u001e";

/** The first bytes of a file; all of it when it is short. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile("no-access", `the file cannot be read: ${error.code ?? error.message}`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, hex: string): boolean => head.subarray(0, hex.length / 2).toString("hex") === hex;

/**
 * @param head - the first bytes of the file.
 * @throws UnreadableFile for what is known and not read here, with what to do.
 */
export function sniff(head: Buffer): Content {
  if (startsWith(head, "504b0304") || startsWith(head, "504b0506")) return "zip";
  if (head.subarray(0, 16).toString("latin1") === "SQLite format 3\0") return "sqlite";
  refuseOthers(head);
  const start = startOf(head);
  if (/^\s*</.test(start)) {
    refuseOtherMarkup(start);
    return "xml";
  }
  // Single ones are damage that is told line by line; this many are another kind of file.
  if (start.length > 200 && countControls(start) * 50 > start.length)
    throw new UnreadableFile("unknown-format", "the file is neither a table nor a map that is known here");
  return /^[{[]/.test(start.replaceAll(RECORD_SEPARATOR, " ").trimStart()) ? "json" : "text";
}

/** The beginning as a text, for looking at its first characters only. */
export function startOf(head: Buffer): string {
  const encoding = encodingByMark(head) ?? wideByZeros(head) ?? "utf-8";
  return new TextDecoder(encoding).decode(head);
}

/** Control characters that no text has. */
function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 0x1e) || code === 0x7f) count++;
  }
  return count;
}

function refuseOthers(head: Buffer): void {
  // Compound File Binary Format: the names of its streams are UTF-16.
  if (startsWith(head, "d0cf11e0a1b11ae1")) {
    const names = head.toString("utf16le");
    if (names.includes("EncryptedPackage") || names.includes("EncryptionInfo"))
      throw new UnreadableFile("encrypted", "the workbook is locked with a password: save it without one");
    throw new UnreadableFile("old-workbook", "this is the old binary format of Excel (.xls): save it as .xlsx");
  }
  if (startsWith(head, "0000270a"))
    throw new UnreadableFile(
      "bare-shapefile",
      "a .shp alone has shapes without a table: put .shp, .dbf, .shx, .prj and .cpg into one zip",
    );
  if (startsWith(head, "1f8b") || startsWith(head, "526172211a07") || startsWith(head, "377abcaf271c"))
    throw new UnreadableFile(
      "nested-archive",
      "this is an archive that is not read here: unpack it, or use a zip or gzip",
    );
  const others: readonly (readonly [string, string])[] = [
    ["25504446", "a PDF"],
    ["89504e47", "a picture"],
    ["ffd8ff", "a picture"],
    ["50415231", "a Parquet file"],
    ["464742", "a FlatGeobuf"],
  ];
  const other = others.find(([hex]) => startsWith(head, hex));
  if (other)
    throw new UnreadableFile(
      "unknown-format",
      `the file is ${other[1]}: give CSV, XLSX, GeoJSON, Shapefile, GeoPackage or KML`,
    );
}

function refuseOtherMarkup(start: string): void {
  if (/<html[\s>]|<table[\s>]|<!doctype html/i.test(start))
    throw new UnreadableFile(
      "web-page",
      "this is a web page, whatever its name says: open it in Excel and save it as .xlsx",
    );
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet"))
    throw new UnreadableFile(
      "other-workbook",
      "this is an XML spreadsheet of 2003: open it in Excel and save it as .xlsx",
    );
  if (!/<(\w+:)?kml[\s>]/.test(start)) throw new UnreadableFile("unknown-format", "the file is XML but no KML");
}
