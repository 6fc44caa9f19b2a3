import { z } from "@hono/zod-openapi";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { DATE, endOfDay } from "./feature-query.ts";

/** A day of the past, as it is asked for: whatever was known when it began, or ended. */
export interface AsOfDay {
  readonly day: string;
  /** The beginning and the end of that day on this machine's clock. */
  readonly from: Date;
  readonly at: Date;
}

/** A day that has begun. Days are those of the server's own time zone. */
const pastDay = (description: string) =>
  z
    .string()
    .transform((text, context): AsOfDay => {
      const today = localDayOf(new Date());
      const at = DATE.test(text) ? endOfDay(text) : null;
      if (at && text <= today) return { day: text, from: new Date(at.getFullYear(), at.getMonth(), at.getDate()), at };
      const message = at ? "lies in the future" : "is not a day";
      context.addIssue({ code: "custom", message, params: { allowed: `YYYY-MM-DD, up to ${today}` } });
      return z.NEVER;
    })
    .openapi({ type: "string", format: "date", description, example: "2026-03-31" });

export const asOfDay = pastDay("As everything was known at the end of this day; not later than today");
export const sinceDay = pastDay("Compared with what was known when this day began; not later than today");
