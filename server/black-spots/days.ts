import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";

/** Days from one calendar day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((parseLocalTime(to) - parseLocalTime(from)) / DAY_MS);

export const dayAfter = (day: string, days: number): string => formatLocalDay(parseLocalTime(day) + days * DAY_MS);

/** The same day of a later month; the last one where that month is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, dayOfMonth] = day.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return formatLocalDay(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay)));
}

/** A quarter of a calendar year, `2026Q4`. */
export interface Quarter {
  readonly name: string;
  /** Its first and its last day. */
  readonly from: string;
  readonly to: string;
}

/** @param index - 1 to 4. */
export function quarterOf(year: number, index: number): Quarter {
  const first = `${String(year).padStart(4, "0")}-${String(index * 3 - 2).padStart(2, "0")}-01`;
  return { name: `${year}Q${index}`, from: first, to: dayAfter(monthsAfter(first, 3), -1) };
}

export const quarterOfDay = (day: string): Quarter =>
  quarterOf(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3));
