import { DAY_MS, parseLocalTime } from "#data/snapshot/local-time.ts";

/** How old a layer's data is. */
export interface DataAge {
  /** Whole days since the data date; negative when that lies ahead. */
  readonly days: number;
  /** Older than the layer is meant to be kept. */
  readonly stale: boolean;
}

/**
 * @param dataDate - `YYYY-MM-DD`; `null` when no feature says when it was observed.
 * @param refreshDays - the age at which the layer is stale; absent: it never is.
 * @param today - `YYYY-MM-DD`.
 * @returns `null` when nobody knows.
 */
export function dataAge(dataDate: string | null, refreshDays: number | undefined, today: string): DataAge | null {
  if (dataDate === null) return null;
  const days = Math.round((parseLocalTime(today) - parseLocalTime(dataDate)) / DAY_MS);
  return { days, stale: refreshDays !== undefined && days > refreshDays };
}

/** The calendar day of the reader's clock, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
