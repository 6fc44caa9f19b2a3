import { DAY_MS } from "../../snapshot/local-time.ts";
import { yearsBefore } from "../years-before.ts";

/** A period that moves on day by day: which accidents it still holds. */
export interface RollingPeriod {
  /** First day of the period that ends before the day `endMs`; both midnights. */
  startOf(endMs: number): number;
  /** The last day on which the period, that day included, still holds an accident of that time; midnight. */
  lastDayOf(timeMs: number): number;
}

/** @param length - of the period: years, or whole days in milliseconds where the caller has set both its ends. */
export function rollingPeriod(length: { readonly years: number } | { readonly spanMs: number }): RollingPeriod {
  const startOf = (endMs: number) => ("years" in length ? yearsBefore(endMs, length.years) : endMs - length.spanMs);
  return {
    startOf,
    lastDayOf(timeMs) {
      const dayMs = Math.floor(timeMs / DAY_MS) * DAY_MS;
      // Months differ by up to three days: begin beyond the last candidate and come back.
      const spanMs = "years" in length ? -yearsBefore(0, length.years) : length.spanMs;
      let endMs = dayMs + spanMs + 6 * DAY_MS;
      while (startOf(endMs) > timeMs) endMs -= DAY_MS;
      return endMs - DAY_MS;
    },
  };
}
