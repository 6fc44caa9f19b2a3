import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import type { Traffic } from "../../../state/view.ts";

type Period = Traffic["period"];

/** Questions exclude the end of a period; people name the last day that counts. */
export const lastDayBefore = (end: string): string => shiftDay(end, -1);

export const dayAfter = (day: string): string => shiftDay(day, 1);

const shiftDay = (day: string, days: number): string => formatLocalDay(parseLocalTime(day) + days * DAY_MS);

/** A day that exists, or `null`. */
export const readDay = (text: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parseLocalTime(text)) ? text : null;

/**
 * A period with another first or last day.
 *
 * @param day - `YYYY-MM-DD`, the last one inclusive; `null`: as the rule has it.
 * @returns `undefined` where the last day would lie before the first.
 */
export function withDay(period: Period, end: "from" | "to", day: string | null): Period | undefined {
  const { from = null, to = null } = period ?? {};
  const next = end === "from" ? { from: day, to } : { from, to: day && dayAfter(day) };
  if (next.from === null && next.to === null) return null;
  return next.from !== null && next.to !== null && next.from >= next.to ? undefined : next;
}
