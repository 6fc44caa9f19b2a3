import type { Geometry } from "geojson";
import { z } from "zod";
import type { CriterionOutcome } from "#data/analyses/black-spot-results.ts";
import { GeometrySchema } from "#data/analyses/parameters.ts";
import { RuleSetSchema, RuleSettingsSchema } from "#data/traffic/rule-sets/rule-set.ts";
import { SiteSchema } from "#data/traffic/site.ts";
import { SPOT_LEVELS } from "./life-cycle.ts";
import type { SpotBasis } from "./register.ts";

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "holds a control character");
const prose = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cs}\0]*$/u, "holds a character that cannot be kept");
const day = z.iso.date({ error: "must be a day, YYYY-MM-DD" });
const count = z.int().min(0).max(1_000_000);

export const PersonSchema = text(60).describe("Name of the person, shown in the register, 1 to 60 characters");

export const TitleSchema = text(200).describe("1 to 200 characters");
export const ReasonSchema = text(300).describe("1 to 300 characters");

const CountsSchema = z.strictObject({
  crashes: count,
  fatal: count,
  injury: count,
  damage: count,
  unknownSeverity: count,
  deaths: count,
  injuries: count,
  deathsUnknown: count,
  injuriesUnknown: count,
});

const TallySchema = z.strictObject({
  all: count,
  placed: count,
  doubtful: count,
  unplaced: count,
  undated: count,
  future: count,
  outsidePeriod: count,
  contradictory: count,
  used: count,
});

const CriterionOutcomeSchema = z.strictObject({
  id: text(60),
  counted: count,
  needed: count,
  pattern: z
    .strictObject({ by: z.enum(["form", "hours", "cause"]), value: z.string().max(200), crashes: count, of: count })
    .nullable(),
  outcome: z.enum(["met", "suspected", "not-met"]),
}) satisfies z.ZodType<CriterionOutcome>;

const BasisSchema = z.strictObject({
  method: z.enum(["rule", "statistics", "watch-list", "person"]),
  ruleSet: RuleSetSchema.pick({ id: true, edition: true, title: true, source: true, confidence: true })
    .nullable()
    .default(null),
  settings: RuleSettingsSchema.nullable().default(null),
  changed: z.array(text(60)).max(40).default([]),
  period: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from < to, { path: ["to"], error: "must be after `from`" })
    .nullable()
    .default(null),
  counts: CountsSchema.nullable().default(null),
  tally: TallySchema.nullable().default(null),
  criteria: z.array(CriterionOutcomeSchema).max(20).default([]),
  accidentIds: z.array(z.uuid()).max(5_000).default([]),
  revisions: z.record(text(60), count).default({}),
}) satisfies z.ZodType<SpotBasis>;

const common = {
  by: PersonSchema,
  on: day.describe("The day it is about, not later than today"),
  documentNumber: text(120).nullable().default(null),
  nextOn: day.nullable().default(null).describe("When somebody has to look at it next"),
};
const note = prose(2_000);
const optionalNote = note.nullable().default(null);

/** A place that is to become a candidate. */
export const RegisterSchema = z.strictObject({
  ...common,
  note: optionalNote,
  site: SiteSchema,
  label: text(200),
  geometry: GeometrySchema.describe("Of the finding's place, WGS84"),
  road: z
    .strictObject({ code: text(60).nullable(), name: text(200).nullable() })
    .nullable()
    .default(null),
  code: text(100).optional().describe("The office's own number; absent: the next one of the year"),
  basis: BasisSchema,
});
export interface RegisterWord extends Omit<z.output<typeof RegisterSchema>, "geometry"> {
  readonly geometry: Geometry;
}

/** Characters of JSON. */
const LONGEST_RESULT = 400_000;

const said = {
  ...common,
  revision: z.int().min(1).describe("Of the entry as it was read; when it is another by now, nothing is kept: 409"),
};
const documentNumber = text(120);

/** A word on a spot, with what its kind needs. */
export const WordSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("confirmed"), ...said, note: optionalNote }),
  z.strictObject({
    kind: z.literal("listed"),
    ...said,
    level: z.enum(SPOT_LEVELS),
    documentNumber,
    dueOn: day,
    supervisor: text(200).nullable().default(null),
    note: optionalNote,
  }),
  z.strictObject({
    kind: z.literal("treating"),
    ...said,
    measures: z.array(text(200)).min(1).max(20),
    note: optionalNote,
  }),
  z.strictObject({ kind: z.literal("treated"), ...said, note: optionalNote }),
  z.strictObject({ kind: z.literal("closed"), ...said, treatedOn: day, documentNumber, note: optionalNote }),
  z.strictObject({
    kind: z.literal("evaluated"),
    ...said,
    result: z
      .record(z.string(), z.unknown())
      .refine((result) => JSON.stringify(result).length <= LONGEST_RESULT, "is too long")
      .describe("What `before-after` answered"),
    note: note.describe("The result in words"),
  }),
  z.strictObject({ kind: z.literal("extended"), ...said, dueOn: day, note }),
  z.strictObject({ kind: z.literal("rejected"), ...said, note: note.describe("Why it is no black spot") }),
  z.strictObject({ kind: z.literal("reopened"), ...said, note }),
  z.strictObject({ kind: z.literal("note"), ...said, note }),
]);
export type SpotWord = z.output<typeof WordSchema>;
