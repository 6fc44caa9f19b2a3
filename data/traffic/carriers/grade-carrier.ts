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

/** A value per measure; `null`: it is not judged by that measure. */
export type CarrierValues = Readonly<Record<CarrierMeasure, number | null>>;

/**
 * The worst grade that any measure reaches; a value at a threshold has reached it.
 *
 * @param values - what is known at least.
 * @param atMost - what it may be once all that is not known turns out the worst; `Infinity` without any bound.
 * @returns with every measure that reached a threshold, those of `high` first, each in the order of the measures; and with those that
 *   may reach a worse grade. While one of these may, nobody is of low risk: the grade is `null`.
 */
export function gradeCarrier(
  values: CarrierValues,
  thresholds: readonly CarrierThreshold[],
  atMost: CarrierValues = values,
): { grade: CarrierGrade | null; reasons: CarrierReason[]; undecided: CarrierMeasure[] } {
  const reachedBy = (measure: CarrierMeasure, value: number | null): Omit<CarrierReason, "measure"> | null => {
    const threshold = thresholds.find((each) => each.measure === measure);
    if (value === null || !threshold) return null;
    const { medium, high } = threshold;
    if (high !== null && value >= high) return { grade: "high", value, threshold: high };
    if (medium !== null && value >= medium) return { grade: "medium", value, threshold: medium };
    return null;
  };
  const reasons = CARRIER_MEASURES.flatMap((measure): CarrierReason[] => {
    const reached = reachedBy(measure, values[measure]);
    return reached ? [{ measure, ...reached }] : [];
  });
  reasons.sort((a, b) => Number(b.grade === "high") - Number(a.grade === "high"));
  const known = reasons[0]?.grade ?? "low";
  const undecided = CARRIER_MEASURES.filter((measure) => {
    const possible = reachedBy(measure, atMost[measure])?.grade;
    return possible !== undefined && RANKS[possible] < RANKS[known];
  });
  return { grade: known === "low" && undecided.length > 0 ? null : known, reasons, undecided };
}

const RANKS = { high: 0, medium: 1, low: 2 } as const;
