import type { Archive, ArchiveEntry } from "./archive.ts";
import { readXml } from "./xml-events.ts";

/** What a cell's number format makes of its number: `padded` has so many digits, with zeros in front. */
export type NumberFormat = "number" | "date" | "time" | { readonly padded: number };

/** @returns by number of the cell's style. */
export async function readNumberFormats(
  archive: Archive,
  part: ArchiveEntry | undefined,
): Promise<readonly NumberFormat[]> {
  const codes = new Map<string, string>();
  const formats: NumberFormat[] = [];
  if (!part) return formats;
  let inCellFormats = false;
  await readXml(await archive.open(part), {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") codes.set(numFmtId, formatCode);
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) {
        const code = codes.get(numFmtId);
        formats.push(code === undefined ? builtIn(Number(numFmtId)) : judgeFormat(code));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text() {},
  });
  return formats;
}

/** ISO/IEC 29500-1, 18.8.30; 27 to 36 and 50 to 58 are dates in East Asian editions. */
function builtIn(id: number): NumberFormat {
  const within = (first: number, last: number) => id >= first && id <= last;
  if (within(14, 17) || id === 22 || within(27, 31) || id === 36 || within(50, 54) || within(57, 58)) return "date";
  return within(18, 21) || within(32, 35) || id === 45 || id === 47 || within(55, 56) ? "time" : "number";
}

export function judgeFormat(code: string): NumberFormat {
  if (/^0{2,}$/.test(code)) return { padded: code.length };
  // Lengths of time such as [h]:mm stay numbers.
  if (/\[(h+|m+|s+)\]/i.test(code)) return "number";
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0]!;
  if (/general/i.test(bare)) return "number";
  if (/[yd]|年|月|日/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return "date";
  return /[hs]/i.test(bare) ? "time" : "number";
}

const DAY_MS = 86_400_000;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/**
 * A spreadsheet's day number as text: `2024-03-05`, `2024-03-05T07:05:00`, or `07:05:00` where there is no day.
 *
 * @returns `null` when it is no day: the number is then kept.
 */
export function dateOfSerial(serial: number, format: "date" | "time", from1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST_DAY) return null;
  if (serial < 1) return format === "time" || serial > 0 ? timeOf(serial * DAY_MS) : null;
  // In the system from 1900 there is a 29th of February 1900, day 60, which never was.
  if (!from1904 && Math.floor(serial) === 60) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000);
  const text = at.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

const timeOf = (ms: number): string => new Date(Math.round(ms / 1000) * 1000).toISOString().slice(11, 19);
