import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";

/** Days from one local day to another; negative when the other is earlier. @throws RangeError when one is no day. */
export function daysBetween(from: string, to: string): number {
  const days = (parseLocalTime(to) - parseLocalTime(from)) / DAY_MS;
  if (Number.isNaN(days)) throw new RangeError(`from ${from} to ${to}: no days`);
  return days;
}

export const addDays = (day: string, days: number): string => formatLocalDay(parseLocalTime(day) + days * DAY_MS);

/** The last day of the month of a day. */
export const monthEnd = (day: string): string => addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);

/**
 * The day of the same number so many months later or earlier, or the month's last where it has none: where a term in months that
 * begins with this day ends.
 *
 * @see Civil Code of China, articles 201 and 202: the first day does not count, the last is the corresponding one
 */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const first = Date.UTC(Math.floor(index / 12), index % 12, 1);
  const days = (Date.UTC(Math.floor(index / 12), (index % 12) + 1, 1) - first) / DAY_MS;
  return formatLocalDay(first + (Math.min(date, days) - 1) * DAY_MS);
}

/** First and last local day, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/**
 * The month, quarter, half year or year that a day lies in.
 *
 * @param months - 1, 3, 6 or 12: what divides a year.
 */
export function calendarPeriod(day: string, months: number): DaySpan {
  if (12 % months !== 0) throw new RangeError(`${months} months do not divide a year`);
  const month = Number(day.slice(5, 7)) - 1;
  const from = `${day.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The calendar period before the one that a day lies in. */
export const periodBefore = (day: string, months: number): DaySpan =>
  calendarPeriod(addDays(calendarPeriod(day, months).from, -1), months);

/**
 * The days of a term in months that ends on a day: whatever was last done on one of them is not overdue on it.
 *
 * @see {@link addMonths}
 */
export function rollingPeriod(day: string, months: number): DaySpan {
  const from = addMonths(day, -months);
  return { from: addMonths(from, months) < day ? addDays(from, 1) : from, to: day };
}
