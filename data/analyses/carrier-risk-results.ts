import type { Title } from "../layers/define.ts";
import type {
  CarrierGrade,
  CarrierMeasure,
  CarrierReason,
  CarrierThreshold,
} from "../traffic/carriers/grade-carrier.ts";
import type { CrashCounts } from "../traffic/site.ts";

export type { CarrierGrade, CarrierMeasure, CarrierReason, CarrierThreshold };

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
  /** Of no known kind: each may be any of them. */
  readonly kindUnknown: number;
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
  /** `null`: cannot be rated. No credit code ties any record to it, or what is not known may make it worse than low (`undecided`). */
  readonly grade: CarrierGrade | null;
  /** Empty for `low`. */
  readonly reasons: readonly CarrierReason[];
  /** Measures that would make the grade worse if all that is not known turned out the worst. */
  readonly undecided: readonly CarrierMeasure[];
  /** What the grade stands short of: `fleet-unknown`: nothing is rated per vehicle; `not-a-carrier`: the ledger has it without transport. */
  readonly limits: readonly ("fleet-unknown" | "no-credit-code" | "not-in-ledger" | "not-a-carrier")[];
  readonly accidents: CrashCounts;
  readonly accidentIds: readonly string[];
  /** Accidents that took place with a vehicle of dangerous goods, and those of which nobody says. */
  readonly dangerousGoods: { readonly accidents: number; readonly unknown: number };
  readonly violations: CarrierViolations;
  /** Of the violations known not to be settled, in the order of the ledger. */
  readonly unsettledIds: readonly string[];
  /** Per vehicle and year as the measures count them; `null` while the fleet is not known. */
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
  readonly unrated: number;
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
