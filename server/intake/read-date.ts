/** How `5/3/2024` is meant. Forms that begin with the year, or that write the month's name, are read whatever is said. */
export type DateOrder = "year-first" | "day-first" | "month-first";

export type ReadDate =
  /** `YYYY-MM-DDTHH:mm`, local wall time; midnight when only the day is given. It exists. */
  | { readonly time: string }
  | { readonly reason: "not-a-date" | "impossible-date" | "ambiguous-date" | "time-with-zone" };

/** `2024-03-05`, `2024/3/5`, `2024.3.5`, `2024年3月5日`, `20240305`. */
const YEAR_FIRST = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2})(?!\d))/;
/** `5/3/2024`, `05.03.2024`, `5-3-2024`. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
/** `5 Mar 2024`, `5-March-2024`, `Mar 5, 2024`. */
const DAY_NAME = /^(\d{1,2})[-\s]([A-Z]{3,9})\.?[-\s,]+(\d{4})(?!\d)/;
const NAME_DAY = /^([A-Z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/;
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** Days of a spreadsheet, with the time of day as a fraction: five digits, 1927 to 2173; fewer would be a year or a count. */
const SERIAL = /^\d{5}(\.\d+)?$/;

/**
 * Reads a day or a time as ledgers write it. Nothing is guessed: what can be meant in two ways is `ambiguous-date`.
 *
 * @param value - text, or a number: the serial day of a spreadsheet.
 */
export function readDate(value: string | number, order: DateOrder): ReadDate {
  const text = String(value).normalize("NFKC").trim().toUpperCase();
  if (SERIAL.test(text)) return { time: timeOfSerial(Number(text)) };
  const day = readDay(text, order);
  if ("reason" in day) return day;
  const clock = readClock(text.slice(day.length));
  if ("reason" in clock) return clock;
  return exists(day.year, day.month, day.day) && clock.hour <= 23 && clock.minute <= 59
    ? { time: `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}T${pad(clock.hour)}:${pad(clock.minute)}` }
    : { reason: "impossible-date" };
}

const pad = (number: number, digits = 2): string => String(number).padStart(digits, "0");

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number, month: number, day: number): boolean {
  if (!(day >= 1 && day <= (DAYS[month - 1] ?? 0))) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Of the text that says so. */
  readonly length: number;
}

function readDay(text: string, order: DateOrder): Day | Extract<ReadDate, { reason: string }> {
  const first = YEAR_FIRST.exec(text);
  if (first)
    return {
      year: +first[1]!,
      month: +(first[2] ?? first[4]!),
      day: +(first[3] ?? first[5]!),
      length: first[0].length,
    };
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [a, b, year, length] = [+last[1]!, +last[3]!, +last[4]!, last[0].length];
    if (order === "day-first") return { year, month: b, day: a, length };
    if (order === "month-first") return { year, month: a, day: b, length };
    // A number above twelve can only be the day.
    if (a > 12 || a === b) return { year, month: b, day: a, length };
    return b > 12 ? { year, month: a, day: b, length } : { reason: "ambiguous-date" };
  }
  const named = DAY_NAME.exec(text) ?? NAME_DAY.exec(text);
  if (!named) return { reason: "not-a-date" };
  const [name, day] = /^\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return month === 0 ? { reason: "not-a-date" } : { year: +named[3]!, month, day: +day, length: named[0].length };
}

const CLOCK =
  /^[T\s,]*(上午|凌晨|早上|中午|下午|傍晚|晚上|夜里|AM|PM)?\s*(\d{1,2})(?:\s*[:时点]\s*(\d{1,2})(?:(?::|分)(?:\d{1,2}(?:\.\d+)?秒?)?)?|[时点](?:(半)|整)?)\s*(AM|PM)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;

/** China's own clock: a time with it is the wall time that it shows. */
const CHINA = /^\+08:?00$/;

function readClock(rest: string): { hour: number; minute: number } | Extract<ReadDate, { reason: string }> {
  if (/^(T|\s|星期.|周.|\([^)]*\))*$/.test(rest)) return { hour: 0, minute: 0 };
  const found = CLOCK.exec(rest);
  if (!found) return { reason: "not-a-date" };
  const [, before, digits, minutes, half, behind, zone] = found;
  if (zone && !CHINA.test(zone)) return { reason: "time-with-zone" };
  if (before && behind) return { reason: "not-a-date" };
  const hour = hourOf(Number(digits), before ?? behind);
  return hour === null
    ? { reason: "impossible-date" }
    : { hour, minute: half ? 30 : minutes === undefined ? 0 : Number(minutes) };
}

const EVENING = new Set(["下午", "傍晚", "晚上", "夜里", "PM"]);

/** @returns `null` for what contradicts itself: `上午 14 时`. `下午 14 时` only says it twice. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (EVENING.has(half)) return hour < 12 ? hour + 12 : hour;
  if (half === "中午") return hour >= 11 && hour <= 13 ? hour : hour === 1 ? 13 : null;
  if (hour > 12) return null;
  return hour === 12 ? 0 : hour;
}

/**
 * The 1900 date system of spreadsheets, which counts a 29 February 1900 that never was: from 1 March 1900 on, day 1 is
 * 31 December 1899. Fractions are rounded to the minute.
 *
 * @see ISO/IEC 29500-1, 18.17.4.1
 */
export function timeOfSerial(serial: number): string {
  const days = serial >= 61 ? serial - 25_569 : serial - 25_568;
  return new Date(Math.round(days * 1_440) * 60_000).toISOString().slice(0, 16);
}
