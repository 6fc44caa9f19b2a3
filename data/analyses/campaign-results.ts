import type { ListedFeature, Measured } from "../campaign/measure-target.ts";
import type { Standing, StandingKind } from "../campaign/standing.ts";
import type { Target } from "../campaign/target.ts";
import type { Title } from "../layers/define.ts";

export type { ListedFeature, Measured, Standing, StandingKind };

/** A column that a ledger would have to hold. */
export interface NeededData {
  readonly column: string;
  readonly title: Title;
  /** The layer it belongs to, or the ledger of hidden dangers and the record of works, which are no layers. */
  readonly layer: string;
  readonly layerTitle: Title;
  /** There already, and not enough alone. */
  readonly isKept: boolean;
}

/** One target of a sector plan and how it stands. */
export interface CampaignFinding
  extends Pick<
    Target,
    "id" | "title" | "kind" | "goal" | "basis" | "start" | "due" | "period" | "clause" | "confidence"
  > {
  /** The plan's number, 1 to 22. */
  readonly sector: number;
  readonly subjects: readonly { readonly id: string; readonly title: Title }[];
  readonly standing: Standing;
  /** `null` when there is no data to measure it: then `needs` says what it would take. */
  readonly measured: Measured | null;
  readonly needs: readonly NeededData[];
  /** Why it is not measured although every column is kept; `null` otherwise. */
  readonly because: Title | null;
}

export interface CampaignSectorTotals {
  readonly sector: number;
  readonly title: Title;
  readonly plan: string;
  readonly lead: string;
  readonly targets: number;
  readonly measurable: number;
  readonly standings: Readonly<Record<StandingKind, number>>;
  /** Of those running, how many are reached as of today. */
  readonly reachedNow: number;
  /** The next last day among all targets that are not known to be reached, measured or not; `null` when none lies ahead. */
  readonly next: {
    readonly target: string;
    readonly title: Title;
    readonly due: string;
    readonly daysLeft: number;
  } | null;
}

export interface CampaignSummary {
  readonly today: string;
  /** By plan, and of all plans asked for. */
  readonly sectors: readonly CampaignSectorTotals[];
  readonly total: Omit<CampaignSectorTotals, "sector" | "title" | "plan" | "lead">;
}

/** `campaign` parameters as a caller writes them. */
export interface CampaignParameters {
  /** Local day `YYYY-MM-DD`. */
  readonly today: string;
  /** Numbers of plans, 1 to 22; default all. */
  readonly sectors?: readonly number[];
  /** How many features to list behind each number; default 100. */
  readonly limit?: number;
}
