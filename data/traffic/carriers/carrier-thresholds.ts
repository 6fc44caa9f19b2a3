import { z } from "zod";
import type { CarrierMeasure } from "./grade-carrier.ts";

/** Between which bounds a threshold makes sense; persons and unsettled violations are counted whole. */
export interface ThresholdLimits {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

const counted = (most: number): ThresholdLimits => ({ least: 1, most, isWhole: true });
const rated = (most: number): ThresholdLimits => ({ least: 0.1, most, isWhole: false });

export const THRESHOLD_LIMITS: Readonly<Record<CarrierMeasure, ThresholdLimits>> = {
  deaths: counted(1_000),
  accidents: rated(10_000),
  accidentsPer100Vehicles: rated(1_000),
  violationsPerVehicle: rated(1_000),
  pointsPerVehicle: rated(1_000),
  fatigue: rated(100_000),
  speeding: rated(100_000),
  overload: rated(100_000),
  unsettled: counted(100_000),
};

function thresholdSchema({ least, most, isWhole }: ThresholdLimits) {
  const limit = (isWhole ? z.int() : z.number())
    .min(least)
    .max(most)
    .nullable()
    .describe(`${least} to ${most}, or null: never`);
  return z
    .strictObject({ medium: limit, high: limit })
    .refine(({ medium, high }) => medium === null || high === null || medium <= high, {
      error: "medium must not be above high",
      path: ["medium"],
    })
    .optional();
}

/** Thresholds instead of the proposed ones, per measure. */
export const CarrierThresholdsSchema = z.strictObject({
  deaths: thresholdSchema(THRESHOLD_LIMITS.deaths),
  accidents: thresholdSchema(THRESHOLD_LIMITS.accidents),
  accidentsPer100Vehicles: thresholdSchema(THRESHOLD_LIMITS.accidentsPer100Vehicles),
  violationsPerVehicle: thresholdSchema(THRESHOLD_LIMITS.violationsPerVehicle),
  pointsPerVehicle: thresholdSchema(THRESHOLD_LIMITS.pointsPerVehicle),
  fatigue: thresholdSchema(THRESHOLD_LIMITS.fatigue),
  speeding: thresholdSchema(THRESHOLD_LIMITS.speeding),
  overload: thresholdSchema(THRESHOLD_LIMITS.overload),
  unsettled: thresholdSchema(THRESHOLD_LIMITS.unsettled),
} satisfies Record<CarrierMeasure, unknown>);
export type CarrierThresholds = z.output<typeof CarrierThresholdsSchema>;
