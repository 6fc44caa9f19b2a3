import type { z } from "zod";
import { CriterionSchema, RuleSettingsSchema } from "#data/traffic/rule-sets/rule-set.ts";

/** Between which bounds a number makes sense. */
export interface NumberLimits {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}

const { unit, periodYears, junctions, patternHours, most } = RuleSettingsSchema.shape;
const [window, circle] = unit.options;

/** As the rule's own schema has them. */
const limitsOf = (schema: z.ZodNumber, isWhole = false): NumberLimits => ({
  least: schema.minValue!,
  most: schema.maxValue!,
  isWhole,
});

export const LIMITS = {
  lengthM: limitsOf(window.shape.lengthM),
  streetLengthM: limitsOf(window.shape.streetLengthM.unwrap()),
  stepM: limitsOf(window.shape.stepM),
  radiusM: limitsOf(circle.shape.radiusM),
  periodYears: limitsOf(periodYears),
  junctionRadiusM: limitsOf(junctions.shape.radiusM),
  patternHours: limitsOf(patternHours, true),
  most: limitsOf(most.unwrap(), true),
  atLeast: limitsOf(CriterionSchema.shape.atLeast, true),
  minDeaths: limitsOf(CriterionSchema.shape.minDeaths.unwrap(), true),
  /** In per cent, as people say it. */
  patternMinShare: { least: 1, most: 100 },
  bandwidthM: { least: 50, most: 500 },
} as const satisfies Record<string, NumberLimits>;

/** @returns the number that a text stands for, full-width digits too; `null`: none, or one beyond the limits. */
export function readNumber(text: string, { least, most, isWhole = false }: NumberLimits): number | null {
  const plain = text.normalize("NFKC").trim();
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(plain)) return null;
  const value = Number(plain);
  return value < least || value > most || (isWhole && !Number.isInteger(value)) ? null : value;
}
