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

// First and second alarm at 25 and 50 % of the lower explosive limit: GB/T 50493-2019, 5.5.2, from memory.
const GAS: SensorModel = {
  id: "gas",
  title: { zh: "可燃气体", en: "Combustible gas" },
  unit: "%LEL",
  ...{ usual: 2, swing: 1, noise: 0.5 },
  rule: { thresholds: [high(3, 25), high(1, 50)], hysteresis: 3 },
  leak: 62,
};

// 20 and 30 mg/m3 are the time-weighted and short-term limits of GBZ 2.1-2019, from memory; 60 is twice the second.
const AMMONIA: SensorModel = {
  id: "ammonia",
  title: { zh: "氨气", en: "Ammonia" },
  unit: "mg/m3",
  ...{ usual: 3, swing: 2, noise: 0.6 },
  rule: { thresholds: [high(4, 20), high(3, 30), high(1, 60)], hysteresis: 3 },
  leak: 85,
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

const BY_KIND: Readonly<Record<string, readonly SensorModel[]>> = {
  "tank-farm": [GAS, LEVEL, TEMPERATURE],
  "oil-depot": [GAS, LEVEL, TEMPERATURE],
  "fuel-station": [GAS, LEVEL],
  "lpg-station": [GAS, PRESSURE, LEVEL],
  "lng-station": [GAS, PRESSURE, LEVEL],
  "gas-holder": [GAS, PRESSURE],
  "ammonia-refrigeration": [AMMONIA, PRESSURE, TEMPERATURE],
  "production-unit": [GAS, TEMPERATURE],
  warehouse: [GAS, TEMPERATURE],
};

/** What is measured at a hazard source of a kind of the layer; of a kind that is not known, gas. */
export const sensorsOfKind = (kind: string | null): readonly SensorModel[] => BY_KIND[kind ?? ""] ?? [GAS];
