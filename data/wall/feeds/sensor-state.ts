import { type AlarmRule, checkAlarmRule } from "../alarms/alarm-rule.ts";
import { carryWatch, newWatch, stepWatch, type Watch } from "../alarms/watch.ts";
import type { Reading, ReadingQuality, SensorAnnouncement } from "./sensor-messages.ts";
import { timingOf } from "./timing.ts";
import { SENSOR_UNITS, type SensorUnit } from "./units.ts";
import type { Refusal } from "./verdict.ts";

/** A sensor at present. Instants in milliseconds since 1970. */
export interface SensorState {
  readonly sensor: string;
  readonly title: { readonly zh: string; readonly en?: string | undefined };
  readonly place: SensorAnnouncement["place"];
  readonly unit: SensorUnit;
  readonly intervalS: number;
  readonly rule: AlarmRule;
  /** Observed time of the announcement that holds. */
  readonly announcedAt: number;
  /** The newest reading; `null`: none yet. */
  readonly newest: { readonly value: number; readonly quality: ReadingQuality; readonly observedAt: number } | null;
  readonly watch: Watch;
}

/** What a message does to its sensor. `late`: nothing; a reading is kept as history all the same. */
export type SensorStep =
  | { readonly outcome: "accepted"; readonly state: SensorState }
  | { readonly outcome: "late" }
  | { readonly outcome: "quarantined"; readonly refusal: Refusal };

const RULE_TROUBLE = {
  impossible: "the unit cannot measure this",
  doubled: "the grade has a limit on this side already",
  disordered: "a graver grade has to lie further out, and low limits below high ones",
  "never-clears": "no value lies behind all limits by the hysteresis",
} as const;

/**
 * A sensor is announced, or announced anew: then its readings and its alarm go on under the new rule.
 *
 * @param present - `null`: it is new.
 */
export function announceSensor(present: SensorState | null, message: SensorAnnouncement): SensorStep {
  const trouble = checkAlarmRule(message.rule, message.unit);
  if (trouble) return refuse("alarm-rule", `rule.${trouble.field}`, RULE_TROUBLE[trouble.kind]);
  const announcedAt = Date.parse(message.observedAt);
  if (present && announcedAt <= present.announcedAt) return { outcome: "late" };
  const { sensor, title, place, unit, intervalS, rule } = message;
  const kept = present?.unit === unit ? present : null;
  const base = { sensor, title, place, unit, intervalS, rule, announcedAt, newest: kept?.newest ?? null };
  if (!kept?.newest) return { outcome: "accepted", state: { ...base, watch: newWatch(rule) } };
  const carried = carryWatch(kept.watch, rule);
  const { value, quality, observedAt } = kept.newest;
  const watch = quality === "bad" ? carried : stepWatch(carried, rule, value, Math.max(observedAt, announcedAt));
  return { outcome: "accepted", state: { ...base, watch } };
}

/**
 * A reading of a sensor.
 *
 * One that is not newer than the newest, or older than {@link NEWS_LIMIT_MS}, is history: it neither shows nor raises nor clears.
 *
 * @param present - `null`: nobody has announced the sensor.
 * @param now - the server's clock.
 */
export function readSensor(present: SensorState | null, message: Reading, now: number): SensorStep {
  if (!present) return refuse("unknown-sensor", "sensor", "no sensor was announced under this name");
  if (message.unit !== present.unit) return refuse("unit-mismatch", "unit", `the sensor measures in ${present.unit}`);
  const { min, max } = SENSOR_UNITS[present.unit];
  if (!(message.value >= min && message.value <= max))
    return refuse("impossible-value", "value", `${present.unit} lies from ${min} to ${max}`);
  const observedAt = Date.parse(message.observedAt);
  if (timingOf(observedAt, now) === "old" || (present.newest && observedAt <= present.newest.observedAt))
    return { outcome: "late" };
  const { value, quality } = message;
  const watch = quality === "bad" ? present.watch : stepWatch(present.watch, present.rule, value, observedAt);
  return { outcome: "accepted", state: { ...present, newest: { value, quality, observedAt }, watch } };
}

const refuse = (reason: Refusal["reason"], field: string, detail: string): SensorStep => ({
  outcome: "quarantined",
  refusal: { reason, field, detail },
});
