import { parseOrdinate } from "#data/snapshot/parse-position.ts";
import { parseNumber } from "./read-number.ts";

export type ReadOrdinate =
  /** `axis`: the one that the text itself names by a letter. */
  | { readonly value: number; readonly axis: "lon" | "lat" | null }
  | { readonly reason: "position-unreadable" }
  /** `mended`: with a point where the comma stands. */
  | { readonly reason: "decimal-comma"; readonly mended: string }
  /** So few digits are left of it that the place is gone. */
  | { readonly reason: "position-sentinel" };

/** `122-15-36`, `122:15:36.5`, `122 15 36`. */
const TRIPLE = /^(\d{1,3})([-: ])([0-5]?\d)\2([0-5]?\d(?:\.\d+)?)$/;
/** What a spreadsheet leaves of a number in a narrow column. */
const ROUNDED = /^[+-]?\d(\.\d{0,5})?e\+?\d+$/i;
const PLAIN = /^[+-]?\d+(\.\d*)?$/;
const COMMA = /^[+-]?\d{1,3},\d+$/;

/** Reads one half of a position: degrees in the usual spellings, or metres with their unit. */
export function readOrdinate(value: unknown, unit: "degrees" | "metres"): ReadOrdinate {
  if (typeof value === "number") return { value, axis: null };
  const text = String(value).trim();
  if (PLAIN.test(text)) return { value: Number(text), axis: null };
  if (ROUNDED.test(text)) return { reason: "position-sentinel" };
  const plain = text.normalize("NFKC");
  // In metres `431,234` has a thousand, in degrees `122,261` can only have a decimal comma.
  if (unit === "degrees" && COMMA.test(plain)) return { reason: "decimal-comma", mended: plain.replace(",", ".") };
  const ordinate = parseOrdinate(text);
  if (ordinate) return { value: ordinate.degrees, axis: ordinate.axis };
  const triple = TRIPLE.exec(plain);
  if (triple) return { value: +triple[1]! + +triple[3]! / 60 + +triple[4]! / 3600, axis: null };
  const read = parseNumber(plain, "m");
  if ("number" in read) return { value: read.number, axis: null };
  return read.reason === "decimal-comma" && read.mended !== null
    ? { reason: "decimal-comma", mended: read.mended }
    : { reason: "position-unreadable" };
}
