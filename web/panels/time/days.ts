import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";

/**
 * Calendar days of the ledger's own clock as whole numbers: days since 1970-01-01. No time zone takes part, so a day is never
 * shifted, lost or doubled.
 */
export type Day = number;

export type CalendarUnit = "day" | "week" | "month" | "year";

/** From the start of `from` to the start of `to`. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** @param text - `YYYY-MM-DD`. @returns NaN when it is no day. */
export const toDay = (text: string): Day => parseLocalTime(text) / DAY_MS;

export const dayText = (day: Day): string => formatLocalDay(day * DAY_MS);

/** The day of a moment in milliseconds of local wall time. */
export const dayOf = (milliseconds: number): Day => Math.floor(milliseconds / DAY_MS);

/** The same day some months on; the last day of a shorter month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const first = firstOfMonth(year, month + months);
  const length = firstOfMonth(year, month + months + 1) - first;
  return first + Math.min(dayOfMonth, length) - 1;
}

/** Some calendar units on, either way. */
export function addUnits(day: Day, unit: CalendarUnit, count: number): Day {
  switch (unit) {
    case "day":
      return day + count;
    case "week":
      return day + 7 * count;
    case "month":
      return addMonths(day, count);
    case "year":
      return addMonths(day, 12 * count);
  }
}

/** The first day of the unit that a day lies in; weeks begin on Monday. */
export function startOf(unit: CalendarUnit, day: Day): Day {
  const { year, month } = partsOf(day);
  switch (unit) {
    case "day":
      return day;
    case "week":
      // 1970-01-01 was a Thursday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case "month":
      return firstOfMonth(year, month);
    case "year":
      return firstOfMonth(year, 0);
  }
}

export const yearOf = (day: Day): number => partsOf(day).year;

/** Whole months between two firsts of a month; `null` when the span does not begin and end on one. */
export function wholeMonths({ from, to }: DaySpan): number | null {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start.dayOfMonth !== 1 || end.dayOfMonth !== 1) return null;
  return (end.year - start.year) * 12 + end.month - start.month;
}

function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), dayOfMonth: date.getUTCDate() };
}

/** @param month - 0 for January; beyond a year on either side it carries over. */
const firstOfMonth = (year: number, month: number): Day => Date.UTC(year, month, 1) / DAY_MS;
