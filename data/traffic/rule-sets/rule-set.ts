import { z } from "zod";

const Title = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Which crashes a criterion counts. */
export const CRASH_KINDS = ["fatal", "casualty", "injury", "injury-or-damage", "any"] as const;

/** One condition of a rule; a site that meets any of them is a black spot. */
export const CriterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** `casualty`: somebody was killed or hurt. `injury`: hurt, nobody killed. */
  crashes: z.enum(CRASH_KINDS),
  /** Each counted crash killed at least so many. */
  minDeaths: z.int().min(1).max(100).optional(),
  atLeast: z.int().min(1).max(1_000),
  /** 规律性: only where crashes that share a form, a time band or a cause are at least `patternMinShare` of those counted. */
  regular: z.boolean().default(false),
  /**
   * What the rule also asks for and the record of a crash may not say; the site is then a suspicion to be checked. `road-factor`: unsafe
   * factors of the road. `serious-injury`: somebody was hurt seriously, which no record says.
   */
  needs: z.enum(["road-factor", "serious-injury"]).optional(),
});
export type Criterion = z.output<typeof CriterionSchema>;

export const RuleSettingsSchema = z.strictObject({
  unit: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("window"),
      lengthM: z.number().min(50).max(5_000).describe("Length of the window in metres, 50 to 5000"),
      /** Where streets have a length of their own. */
      streetLengthM: z.number().min(50).max(5_000).optional(),
      stepM: z.number().min(5).max(1_000).describe("Metres between windows, 5 to 1000"),
    }),
    z.strictObject({
      kind: z.literal("circle"),
      radiusM: z.number().min(10).max(1_000).describe("Radius of the circle in metres, 10 to 1000"),
      centre: z.enum(["junctions", "accidents"]),
    }),
  ]),
  periodYears: z.number().min(0.25).max(10),
  /** Crashes within the radius of a junction make a site of their own and do not count along the route. */
  junctions: z.strictObject({ apart: z.boolean(), radiusM: z.number().min(20).max(300) }),
  roads: z.enum(["all", "highway", "street"]),
  criteria: z.array(CriterionSchema).max(12),
  /** Proposed 0.5; the rule text gives no number. */
  patternMinShare: z.number().gt(0).max(1),
  /** Of crashes for a pattern: hours of a time band. */
  patternHours: z.int().min(1).max(8),
  /** Only the worst so many; `null`: all. */
  most: z.int().min(1).max(10_000).nullable(),
});
export type RuleSettings = z.output<typeof RuleSettingsSchema>;

/** An identification rule of black spots as data: every number is a setting. */
export const RuleSetSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Raised when a number changes. */
  edition: z.string().min(1),
  title: Title,
  source: Title,
  note: Title.optional(),
  /** `proposed`: ours, no rule. `uncertain`: numbers are missing in what was found. */
  confidence: z.enum(["verified", "memory", "uncertain", "proposed"]),
  settings: RuleSettingsSchema,
});
export type RuleSet = z.output<typeof RuleSetSchema>;
