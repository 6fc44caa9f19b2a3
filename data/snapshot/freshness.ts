import { DAY_MS, parseLocalTime } from "./local-time.ts";

/** What is known of how current a layer, or one of its features, is. Days are local calendar days. */
export interface FreshnessFacts {
  /** Latest day of observation, `YYYY-MM-DD`; `null` when nobody said. */
  readonly dataDate: string | null;
  /** Day of the last import or change, `YYYY-MM-DD`; `null` when there never was one, or nobody asks. */
  readonly deliveredOn: string | null;
  /** The interval agreed for the layer; absent: none is. */
  readonly refreshDays?: number | undefined;
}

export interface Freshness {
  /** Whole days since the data date; negative when that lies ahead; `null` when nobody said. */
  readonly dataAgeDays: number | null;
  readonly deliveredDaysAgo: number | null;
  /**
   * `unscheduled`: no interval is agreed. `unknown`: the data has no date, and came in recently enough that it may be current.
   * What came in before the interval began cannot be younger than it: that is `overdue` with or without a date.
   */
  readonly state: "current" | "overdue" | "unknown" | "unscheduled";
}

/**
 * How old data is, and whether that is more than was agreed. Data as old as the interval is still current.
 *
 * @param today - `YYYY-MM-DD`.
 */
export function freshnessOf({ dataDate, deliveredOn, refreshDays }: FreshnessFacts, today: string): Freshness {
  const dataAgeDays = daysSince(dataDate, today);
  const deliveredDaysAgo = daysSince(deliveredOn, today);
  const age = dataAgeDays ?? deliveredDaysAgo;
  const isOverdue = refreshDays !== undefined && age !== null && age > refreshDays;
  const state =
    refreshDays === undefined ? "unscheduled" : isOverdue ? "overdue" : dataAgeDays === null ? "unknown" : "current";
  return { dataAgeDays, deliveredDaysAgo, state };
}

/** Calendar days, whatever changes of clocks lie between. */
const daysSince = (day: string | null, today: string): number | null =>
  day === null ? null : Math.round((parseLocalTime(today) - parseLocalTime(day)) / DAY_MS);

/** The calendar day of an instant on this machine's clock, `YYYY-MM-DD`. */
export function localDayOf(instant: Date): string {
  const pad = (value: number, width = 2) => String(value).padStart(width, "0");
  return `${pad(instant.getFullYear(), 4)}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`;
}
