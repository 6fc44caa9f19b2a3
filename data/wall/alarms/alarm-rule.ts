import { z } from "zod";
import { SENSOR_UNITS, type SensorUnit } from "../feeds/units.ts";
import { AlarmGradeSchema } from "../screen-state.ts";

/** A limit at which a sensor's value calls for a grade. A value at exactly the limit has reached it. */
export const ThresholdSchema = z.strictObject({
  grade: AlarmGradeSchema,
  /** `high`: from `at` upwards; `low`: from `at` downwards. */
  side: z.enum(["high", "low"]),
  /** In the sensor's unit. */
  at: z.number(),
});
export type Threshold = z.output<typeof ThresholdSchema>;

/** When a sensor raises which alarm. */
export const AlarmRuleSchema = z.strictObject({
  /** At most one for each grade and side; none: the sensor is shown and raises nothing. */
  thresholds: z.array(ThresholdSchema).max(8),
  /** How far a value has to come back behind a limit before that counts as left, in the sensor's unit. */
  hysteresis: z.number().min(0).default(0),
  /** How long a limit has to be reached before it counts, and be left before that counts, seconds. */
  holdS: z.int().min(0).max(3_600).default(0),
});
export type AlarmRule = z.output<typeof AlarmRuleSchema>;

/** What is wrong with a rule. `field` is its path inside the rule. */
export interface RuleTrouble {
  readonly field: string;
  readonly kind: "impossible" | "doubled" | "disordered" | "never-clears";
}

/**
 * Whether limits can be worked with. Checked once, when a sensor is announced, so that grading never meets a rule that cannot be.
 *
 * `impossible`: a limit, or a hysteresis that is as wide as the unit's range, which the unit cannot measure, such as a negative
 * concentration. `doubled`: two limits of one grade and side. `disordered`: a graver grade that is reached before a lesser one, or a
 * low limit that is not below every high one. `never-clears`: no value of the unit lies behind all limits with their hysteresis.
 *
 * @returns the first trouble; `null` when the rule holds.
 */
export function checkAlarmRule({ thresholds, hysteresis }: AlarmRule, unit: SensorUnit): RuleTrouble | null {
  const { min, max } = SENSOR_UNITS[unit];
  for (const [i, { at }] of thresholds.entries())
    if (!(at >= min && at <= max)) return { field: `thresholds[${i}].at`, kind: "impossible" };
  if (!(hysteresis >= 0 && hysteresis < max - min)) return { field: "hysteresis", kind: "impossible" };
  for (const [i, one] of thresholds.entries())
    for (const other of thresholds.slice(0, i)) {
      const field = `thresholds[${i}].at`;
      if (one.side === other.side) {
        if (one.grade === other.grade) return { field, kind: "doubled" };
        // Graver is the smaller grade, and lies further out.
        const outwards = one.side === "high" ? one.at - other.at : other.at - one.at;
        if (outwards * (other.grade - one.grade) <= 0) return { field, kind: "disordered" };
      } else if ((one.side === "high" ? one.at - other.at : other.at - one.at) <= 0)
        return { field, kind: "disordered" };
    }
  const [floor, ceiling] = quietRange(thresholds, hysteresis, { min, max });
  return floor < ceiling ? null : { field: "hysteresis", kind: "never-clears" };
}

/** Between these, both exclusive where a limit makes them, every limit counts as left. */
function quietRange(thresholds: readonly Threshold[], hysteresis: number, range: { min: number; max: number }) {
  let [floor, ceiling] = [range.min, range.max];
  for (const { side, at } of thresholds) {
    if (side === "high") ceiling = Math.min(ceiling, at - hysteresis);
    else floor = Math.max(floor, at + hysteresis);
  }
  return [floor, ceiling] as const;
}
