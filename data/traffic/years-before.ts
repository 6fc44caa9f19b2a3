import { DAY_MS } from "../snapshot/local-time.ts";

/**
 * The same day so many years earlier (28 February for a 29th that is not there); parts of a year are whole months.
 *
 * @param dayMs - midnight of a day.
 */
export function yearsBefore(dayMs: number, years: number): number {
  const day = new Date(dayMs);
  const months = Math.round(years * 12);
  const first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 1);
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 0)).getUTCDate();
  return first + (Math.min(day.getUTCDate(), lastOfMonth) - 1) * DAY_MS;
}
