import { z } from "zod";
import { parseLocalTime } from "../snapshot/local-time.ts";
import { monthEnd } from "./calendar.ts";
import { UNIT_IDS } from "./units.ts";

/** The three years of the campaign. */
export const CAMPAIGN_START = "2024-01-01";
export const CAMPAIGN_END = "2026-12-31";

export const TitleSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const IdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const DaySchema = z.string().refine((day) => day.length === 10 && !Number.isNaN(parseLocalTime(day)), "no day");

/**
 * How exactly a plan names its last day: the day itself, the end of a month or year, "within the year" and "within the three years",
 * where the last day is our reading (31 December).
 */
export const PRECISIONS = ["day", "month-end", "year-end", "in-year", "campaign-end"] as const;

const DueSchema = z
  .strictObject({ day: DaySchema, precision: z.enum(PRECISIONS) })
  .refine(({ day, precision }) => isLastDay(day, precision), "the day is not the last of what the precision says");

function isLastDay(day: string, precision: (typeof PRECISIONS)[number]): boolean {
  if (precision === "day") return true;
  if (precision === "month-end") return day === monthEnd(day);
  return precision === "campaign-end" ? day === CAMPAIGN_END : day.endsWith("-12-31");
}

/** `less` and `more` name a direction without a number. */
const GoalSchema = z
  .strictObject({
    is: z.enum(["exactly", "at-least", "less", "more"]),
    value: z.number().min(0).nullable(),
    unit: z.enum(UNIT_IDS),
  })
  .refine(({ is, value }) => (value === null) === (is === "less" || is === "more"), "a number, or a direction");

const PeriodSchema = z.union([
  z.strictObject({ months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12), z.literal(36)]) }),
  z.strictObject({ days: z.union([z.literal(1), z.literal(7)]) }),
]);

/** One row of a sector plan that can be checked: what is to be reached, and by when or how often. */
export const TargetSchema = z
  .strictObject({
    id: IdSchema,
    title: TitleSchema,
    kind: z.enum(["deadline", "frequency", "ratio", "count"]),
    /** `null`: the plan asks for something to be in force, without a quantity. */
    goal: GoalSchema.nullable(),
    /** `stated`: the plan's own number, day or period; `implied`: it says all, each or none; `direction`: more or less, no number. */
    basis: z.enum(["stated", "implied", "direction"]),
    start: DaySchema.nullable(),
    due: DueSchema.nullable(),
    period: PeriodSchema.nullable(),
    /** Ids of `subjects.json`; empty where the plan names no place or thing. */
    subjects: z.array(IdSchema),
    /** Part and item of the plan, as it numbers them. */
    clause: z.string().min(1),
    /** `verified`: number and day are the plan's own; `inferred`: one of them is our reading. */
    confidence: z.enum(["verified", "inferred"]),
    /** Ids of `columns.json`: what a ledger must hold to measure it. */
    needs: z.array(z.string()).min(1),
  })
  .refine(({ kind, period }) => (kind === "frequency") === (period !== null), {
    path: ["period"],
    error: "a frequency has a period, and nothing else has",
  })
  .refine(({ basis, goal }) => (basis === "direction") === (goal !== null && goal.value === null), {
    path: ["basis"],
    error: "a direction has no number, and nothing else lacks it",
  })
  .refine(({ start, due }) => start === null || due === null || start <= due.day, {
    path: ["start"],
    error: "begins after its last day",
  })
  .refine(({ confidence, basis, due }) => confidence === "inferred" || (basis === "stated" && isOfPlan(due)), {
    path: ["confidence"],
    error: "verified, though its number or day is not the plan's own",
  });

const isOfPlan = (due: z.output<typeof DueSchema> | null): boolean =>
  due === null || !(due.precision === "in-year" || due.precision === "campaign-end");

/** One of the 22 plans, as its file has it. */
export const SectorSchema = z.strictObject({
  /** The plan's number in the notice, 1 to 22: the code of the attribute `sector`. */
  number: z.number().int().min(1).max(22),
  id: IdSchema,
  title: TitleSchema,
  /** The plan's full name, and the office that leads it. Names, so only as they are written. */
  plan: z.string().min(1),
  lead: z.string().min(1),
  targets: z.array(z.unknown()),
});

/** Something that a target is about. */
export const SubjectSchema = z.strictObject({ id: IdSchema, title: TitleSchema });

/** Something that a ledger would have to hold, `<layer or book>.<column>`. */
export const ColumnSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\.[a-z0-9_]+$/),
  title: TitleSchema,
  /** The attribute of the layer that holds it today; absent: nothing does. */
  attribute: z.string().optional(),
});

export type Target = z.output<typeof TargetSchema>;
export type Subject = z.output<typeof SubjectSchema>;
export type NeededColumn = z.output<typeof ColumnSchema>;
export type Period = NonNullable<Target["period"]>;
export type Sector = Omit<z.output<typeof SectorSchema>, "targets"> & { readonly targets: readonly Target[] };
