import { z } from "zod";
import { FilterSchema } from "../analyses/parameters.ts";

/** A whole day of the ledger's calendar; whether it exists is told by who reads it. */
export const DaySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("YYYY-MM-DD");

/** What every analysis of accidents lets its caller choose. Spread into a strict object. */
export const CRASH_PARAMETERS = {
  filter: FilterSchema.optional(),
  from: DaySchema.optional().describe("First day of the period, YYYY-MM-DD"),
  to: DaySchema.optional().describe("The day after the last one of the period, YYYY-MM-DD"),
  today: DaySchema.optional().describe("Accidents after this day are in the future and do not count"),
  toleranceM: z
    .number()
    .min(5)
    .max(500)
    .optional()
    .describe("How far from a road's axis an accident may be recorded, metres, 5 to 500"),
  doubtful: z
    .enum(["leave-out", "count"])
    .optional()
    .describe("Whether accidents whose road is doubtful count where their best candidate lies"),
} as const;
