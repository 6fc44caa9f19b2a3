import type { Title } from "../../layers/define.ts";

export type CarrierGrade = "high" | "medium" | "low";

/**
 * What carriers are judged by. `deaths` and `unsettled` are counts of the period; all others are per year, where a period under a year
 * counts as one: one accident in a month is not twelve a year.
 */
export const CARRIER_MEASURES = [
  "deaths",
  "accidents",
  "accidentsPer100Vehicles",
  "violationsPerVehicle",
  "pointsPerVehicle",
  "fatigue",
  "speeding",
  "overload",
  "unsettled",
] as const;
export type CarrierMeasure = (typeof CARRIER_MEASURES)[number];

/** From how much on a measure makes the grade; `null`: it never does. */
export interface CarrierThreshold {
  readonly measure: CarrierMeasure;
  readonly medium: number | null;
  readonly high: number | null;
}

/** A measure that reached a threshold. */
export interface CarrierReason {
  readonly measure: CarrierMeasure;
  readonly grade: "high" | "medium";
  readonly value: number;
  readonly threshold: number;
}

export const THRESHOLDS_SOURCE: Title = {
  zh: "本系统建议值，未找到官方标准；以主管单位约定为准",
  en: "Proposed here, no official standard was found; the office in charge decides",
};

/** From how much on a carrier is of medium or high risk. Twelve points a vehicle and year are what costs one driver his licence. */
export const PROPOSED_THRESHOLDS: Readonly<Record<CarrierMeasure, Omit<CarrierThreshold, "measure">>> = {
  deaths: { medium: null, high: 1 },
  accidents: { medium: 3, high: 10 },
  accidentsPer100Vehicles: { medium: 5, high: 15 },
  violationsPerVehicle: { medium: 2, high: 5 },
  pointsPerVehicle: { medium: 6, high: 12 },
  fatigue: { medium: 2, high: 6 },
  speeding: { medium: 10, high: 30 },
  overload: { medium: 3, high: 10 },
  unsettled: { medium: 5, high: 20 },
};

/** A value per measure; `null` = cannot be said. */
export type CarrierValues = Readonly<Record<CarrierMeasure, number | null>>;

/**
 * The worst grade that any measure reaches; a value at a threshold has reached it.
 *
 * @returns with every measure that reached one, those of `high` first, each in the order of the measures.
 */
export function gradeCarrier(
  values: CarrierValues,
  thresholds: readonly CarrierThreshold[],
): { grade: CarrierGrade; reasons: CarrierReason[] } {
  const reasons = CARRIER_MEASURES.flatMap((measure): CarrierReason[] => {
    const value = values[measure];
    const threshold = thresholds.find((each) => each.measure === measure);
    if (value === null || !threshold) return [];
    const { medium, high } = threshold;
    if (high !== null && value >= high) return [{ measure, grade: "high", value, threshold: high }];
    if (medium !== null && value >= medium) return [{ measure, grade: "medium", value, threshold: medium }];
    return [];
  });
  reasons.sort((a, b) => Number(b.grade === "high") - Number(a.grade === "high"));
  return { grade: reasons[0]?.grade ?? "low", reasons };
}
