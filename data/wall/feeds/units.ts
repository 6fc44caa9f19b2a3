import { z } from "zod";

/** What can be measured at all in a unit. Values and limits outside of it are a broken sensor or a wrong unit. */
export interface UnitRange {
  readonly min: number;
  readonly max: number;
}

/** The units a sensor may state. A closed list: two spellings of one unit would never be recognised as the same. */
export const SENSOR_UNITS = {
  "%LEL": { min: 0, max: 100 },
  ppm: { min: 0, max: 1_000_000 },
  "mg/m3": { min: 0, max: 1_000_000 },
  // Gauge pressure: a tank may stand a little below the air around it, never below a vacuum.
  kPa: { min: -101.325, max: 100_000 },
  MPa: { min: -0.101325, max: 1_000 },
  "°C": { min: -273.15, max: 3_000 },
  m: { min: 0, max: 1_000 },
  mm: { min: 0, max: 100_000 },
  "%": { min: 0, max: 100 },
  "L/s": { min: 0, max: 100_000 },
  "m/s": { min: 0, max: 200 },
  t: { min: 0, max: 1_000_000 },
} as const satisfies Record<string, UnitRange>;

export type SensorUnit = keyof typeof SENSOR_UNITS;

export const SensorUnitSchema = z.enum(Object.keys(SENSOR_UNITS) as [SensorUnit, ...SensorUnit[]]);
