import { z } from "zod";
import {
  HAZARD_CLASSES,
  type HazardClass,
  MEASURE_POINTS,
  type MeasurePoint,
  TARGET_CLASSES,
  type TargetClass,
} from "./classes.ts";

const idsOf = <Id extends string>(classes: readonly { readonly id: Id }[]) =>
  classes.map(({ id }) => id) as [Id, ...Id[]];

/** How sure a number is: read in a copy of the text, from memory, or uncertain. */
export const CONFIDENCES = ["verified", "memory", "uncertain"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The quantity that a band of a table is about. */
export const QUANTITIES = ["tonnes", "volumeM3", "largestTankM3", "stationVolumeM3", "capacityM3"] as const;
export type Quantity = (typeof QUANTITIES)[number];

const Day = z.iso.date();

/** A half-open or closed band; at least one end. */
const BandSchema = z
  .strictObject({
    quantity: z.enum(QUANTITIES),
    /** `>=` and `>`; at most one of the two. */
    from: z.number().nonnegative().optional(),
    above: z.number().nonnegative().optional(),
    /** `<` and `<=`; at most one of the two. */
    below: z.number().positive().optional(),
    upTo: z.number().positive().optional(),
  })
  .refine((band) => band.from === undefined || band.above === undefined, "has two lower ends")
  .refine((band) => band.below === undefined || band.upTo === undefined, "has two upper ends")
  .refine((band) => Object.keys(band).length > 1, "has no end");
export type Band = z.output<typeof BandSchema>;

/**
 * One number of one standard, with everything that a planner needs to sign it.
 *
 * `targets` are the atomic classes that the row of the standard names together. `distanceM` 0 is no rule. Where the distance hangs on
 * the target's own height (1.5 pole heights) it is `timesHeight`, and `distanceM` the least it can be.
 */
export const SpacingRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{3,79}$/),
  /** `GB 50016-2014(2018)`. */
  standard: z.string().min(3),
  /** `表3.5.1`. */
  clause: z.string().min(1),
  validFrom: Day,
  validTo: Day.nullable(),
  hazard: z.enum(idsOf(HAZARD_CLASSES)) as z.ZodType<HazardClass>,
  band: BandSchema.nullable(),
  targets: z.array(z.enum(idsOf(TARGET_CLASSES)) as z.ZodType<TargetClass>).min(1),
  distanceM: z.number().positive().max(5_000),
  timesHeight: z.number().positive().max(10).nullable(),
  measuredFrom: z.enum(idsOf(MEASURE_POINTS)) as z.ZodType<MeasurePoint>,
  measuredTo: z.enum(idsOf(MEASURE_POINTS)) as z.ZodType<MeasurePoint>,
  /** `must`: 不应小于; `should`: 不宜小于. */
  strength: z.enum(["must", "should"]),
  confidence: z.enum(CONFIDENCES),
  source: z.string().min(2),
  note: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).nullable(),
});
export type SpacingRule = z.output<typeof SpacingRuleSchema>;

/** A relief that a standard allows under a condition: claimed by a person with evidence, never applied by itself. */
export const ReductionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{3,79}$/),
  standard: z.string().min(3),
  clause: z.string().min(1),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** What has to be shown for it. */
  condition: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  hazards: z.array(z.enum(idsOf(HAZARD_CLASSES)) as z.ZodType<HazardClass>).min(1),
  /** `null`: every target. */
  targets: z.array(z.enum(idsOf(TARGET_CLASSES)) as z.ZodType<TargetClass>).nullable(),
  /** The reduced distance is `factor` times the rule's, and never below `leastM`. */
  factor: z.number().positive().max(1),
  leastM: z.number().nonnegative(),
  confidence: z.enum(CONFIDENCES),
  source: z.string().min(2),
});
export type Reduction = z.output<typeof ReductionSchema>;

/** A local expert's word on a row. `distanceM` null: confirmed as it is. */
export interface RuleDecision {
  readonly ruleId: string;
  readonly kind: "confirm" | "override" | "withdraw";
  readonly distanceM: number | null;
  readonly reason: string | null;
  readonly by: string;
  /** Instant, ISO 8601. */
  readonly at: string;
}

/** A row as it is applied, with the word of the local expert. */
export interface AppliedRule extends SpacingRule {
  readonly confirmed: { readonly by: string; readonly at: string } | null;
  /** The standard's own number where a person has overridden it. */
  readonly overrides: {
    readonly distanceM: number;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
}

/** Every rule that is in force for a run. */
export interface RuleBook {
  /** Names library and decisions so that another office can tell whether it has the same: `2026-11-26.5f0c31aa+3.9b1e22d4@2026-12-01`. */
  readonly edition: string;
  readonly rules: readonly AppliedRule[];
  readonly reductions: readonly Reduction[];
}
