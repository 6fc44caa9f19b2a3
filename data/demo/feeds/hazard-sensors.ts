import type { AlarmRule } from "../../wall/alarms/alarm-rule.ts";
import type { SensorUnit } from "../../wall/feeds/units.ts";

/** What a sensor of the demonstration measures, how it is when all is well, and when it raises an alarm. */
export interface SensorModel {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: SensorUnit;
  /** The usual value, how far it swings over an hour, and how much one reading differs from the next. */
  readonly usual: number;
  readonly swing: number;
  readonly noise: number;
  readonly rule: Omit<AlarmRule, "holdS">;
  /** What it says at the worst moment of a leak; absent: a leak does not reach it. */
  readonly leak?: number;
}

const high = (grade: 1 | 2 | 3 | 4, at: number) => ({ grade, side: "high" as const, at });
const low = (grade: 1 | 2 | 3 | 4, at: number) => ({ grade, side: "low" as const, at });

// First and second alarm at 25 and 50 % of the lower explosive limit, of poisons at one and two times the occupational limit:
// GB/T 50493-2019, 5.5.2, from memory. Limits: GBZ 2.1-2019, ammonia 30 mg/m3 (15 minutes), chlorine 1 mg/m3, from memory.
const GAS: SensorModel = {
  id: "gas",
  title: { zh: "可燃气体", en: "Combustible gas" },
  unit: "%LEL",
  ...{ usual: 2, swing: 1, noise: 0.5 },
  rule: { thresholds: [high(3, 25), high(1, 50)], hysteresis: 3 },
  leak: 62,
};

const AMMONIA: SensorModel = {
  id: "ammonia",
  title: { zh: "氨气", en: "Ammonia" },
  unit: "mg/m3",
  ...{ usual: 3, swing: 2, noise: 0.6 },
  rule: { thresholds: [high(3, 30), high(1, 60)], hysteresis: 3 },
  leak: 85,
};

const CHLORINE: SensorModel = {
  id: "chlorine",
  title: { zh: "氯气", en: "Chlorine" },
  unit: "mg/m3",
  ...{ usual: 0.1, swing: 0.05, noise: 0.03 },
  rule: { thresholds: [high(3, 1), high(1, 2)], hysteresis: 0.2 },
  leak: 4,
};

const LEVEL: SensorModel = {
  id: "level",
  title: { zh: "储罐液位", en: "Tank level" },
  unit: "%",
  ...{ usual: 62, swing: 14, noise: 0.2 },
  rule: { thresholds: [high(3, 85), high(2, 90), low(4, 10)], hysteresis: 1 },
};

const TEMPERATURE: SensorModel = {
  id: "temperature",
  title: { zh: "温度", en: "Temperature" },
  unit: "°C",
  ...{ usual: 18, swing: 6, noise: 0.3 },
  rule: { thresholds: [high(3, 45), high(2, 60)], hysteresis: 2 },
};

const PRESSURE: SensorModel = {
  id: "pressure",
  title: { zh: "储罐压力", en: "Tank pressure" },
  unit: "MPa",
  ...{ usual: 0.72, swing: 0.08, noise: 0.01 },
  rule: { thresholds: [high(3, 1.4), high(1, 1.6)], hysteresis: 0.05 },
};

/** What is measured beside the air. */
const BY_KIND: Readonly<Record<string, readonly SensorModel[]>> = {
  "tank-farm": [LEVEL, TEMPERATURE],
  "oil-depot": [LEVEL, TEMPERATURE],
  "fuel-station": [LEVEL],
  "lpg-station": [PRESSURE, LEVEL],
  "lng-station": [PRESSURE, LEVEL],
  "gas-holder": [PRESSURE],
  "ammonia-refrigeration": [PRESSURE, TEMPERATURE],
  "production-unit": [TEMPERATURE],
  warehouse: [TEMPERATURE],
};

/** Neither burns nor poisons as a gas: nothing in the air to measure. */
const WITHOUT_GAS: readonly string[] = ["氯酸钠", "硝酸(>70%)"];

/** Of several substances the first is what the site is about. */
function detectorFor([substance]: readonly string[]): readonly SensorModel[] {
  if (substance === undefined) return [];
  if (substance === "氯") return [CHLORINE];
  if (substance === "氨") return [AMMONIA];
  return WITHOUT_GAS.includes(substance) ? [] : [GAS];
}

/**
 * What is measured at a hazard source: what could escape there, and what its kind has.
 *
 * @param kind - of the layer; `null`: not known.
 * @param substances - their names, the most important first.
 */
export const sensorsAt = (kind: string | null, substances: readonly string[]): readonly SensorModel[] => [
  ...detectorFor(substances),
  ...(BY_KIND[kind ?? ""] ?? []),
];
