import { DAY_MS, formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";

/** Periods that people ask for by name. */
export const RECENT_PERIODS = ["7-days", "30-days", "90-days", "this-year", "last-year"] as const;
export type RecentPeriod = (typeof RECENT_PERIODS)[number];

const LENGTHS_DAYS: Readonly<Partial<Record<RecentPeriod, number>>> = { "7-days": 7, "30-days": 30, "90-days": 90 };

/** Whole days, the end exclusive. */
export interface DayPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * @param lastDay - `YYYY-MM-DD`, the last day that counts: today, or the last of which the ledgers know anything, so that "the last 30
 * days" of a ledger of last year is not an empty map.
 * @throws RangeError when it is no day.
 */
export function recentPeriod(period: RecentPeriod, lastDay: string): DayPeriod {
  const last = parseLocalTime(lastDay);
  if (Number.isNaN(last)) throw new RangeError(`${lastDay} is no day`);
  const end = last + DAY_MS;
  const days = LENGTHS_DAYS[period];
  if (days !== undefined) return { from: formatLocalDay(end - days * DAY_MS), to: formatLocalDay(end) };
  const year = Number(lastDay.slice(0, 4));
  return period === "this-year"
    ? { from: firstDayOf(year), to: formatLocalDay(end) }
    : { from: firstDayOf(year - 1), to: firstDayOf(year) };
}

const firstDayOf = (year: number): string => `${String(year).padStart(4, "0")}-01-01`;
