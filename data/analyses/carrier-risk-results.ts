import type { Title } from "../layers/define.ts";
import type { CrashCounts } from "../traffic/site.ts";

export type CarrierGrade = "high" | "medium" | "low";

/** What carriers are judged by. `…PerVehicle` and `accidentsPer100Vehicles` are per year. */
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

export interface CarrierViolations {
  readonly all: number;
  /** Sum of penalty points over the violations that state them; the others. */
  readonly points: number;
  readonly pointsUnknown: number;
  readonly unsettled: number;
  readonly settledUnknown: number;
  readonly fatigue: number;
  readonly speeding: number;
  readonly overload: number;
  /** By code of the violation, most first; those of unknown kind are only in `all`. */
  readonly byKind: readonly { readonly kind: string; readonly count: number }[];
}

/** A carrier with what its vehicles did in the period. The worst first. */
export interface CarrierFinding {
  /** `null`: an enterprise of the ledger without a credit code, which no record can be tied to. */
  readonly creditCode: string | null;
  /** `null`: named in accidents or violations, and not in the ledger of enterprises. */
  readonly enterpriseId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly transport: string | null;
  readonly vehicles: number | null;
  readonly position: readonly [number, number] | null;
  readonly grade: CarrierGrade;
  /** Empty for `low`. */
  readonly reasons: readonly CarrierReason[];
  /** Why the grade may be too good: the fleet is not known, so nothing is rated per vehicle; no code ties records to it; and so on. */
  readonly limits: readonly ("fleet-unknown" | "no-credit-code" | "not-in-ledger" | "not-a-carrier")[];
  readonly accidents: CrashCounts;
  readonly accidentIds: readonly string[];
  readonly violations: CarrierViolations;
  /** Per vehicle and year; `null` while the fleet is not known. */
  readonly perVehicle: {
    readonly accidentsPer100: number;
    readonly violations: number;
    readonly points: number;
  } | null;
}

export interface CarrierRiskSummary {
  /** Whole days, `from` inclusive, `to` exclusive; `null` while nothing has a time. */
  readonly from: string | null;
  readonly to: string | null;
  readonly years: number;
  readonly thresholds: readonly CarrierThreshold[];
  /** Names of measures whose thresholds differ from the proposed ones. */
  readonly changed: readonly CarrierMeasure[];
  readonly source: Title;
  readonly carriers: number;
  readonly byGrade: Readonly<Record<CarrierGrade, number>>;
  readonly fleetUnknown: number;
  readonly notInLedger: number;
  readonly listed: number;
  /** In the period: accidents that name a carrier, that name none, and that lie outside the period or have no time. */
  readonly accidents: {
    readonly withCarrier: number;
    readonly withoutCarrier: number;
    readonly outsidePeriod: number;
    readonly undated: number;
  };
  readonly violations: {
    readonly withCarrier: number;
    readonly withoutCarrier: number;
    readonly outsidePeriod: number;
    readonly undated: number;
  };
}
