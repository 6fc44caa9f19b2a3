import type { HazardClass, TargetClass } from "../standards/classes.ts";
import type { Confidence } from "../standards/rule.ts";

/** `cannot-tell`: position errors, unknown facts or unverified numbers stand between the two. */
export type Verdict = "too-near" | "cannot-tell" | "clear";

/** Why a verdict is less sure than a number looks; the words are the reader's language's (`web/messages`, `server/export`). */
export type ReasonCode =
  /** Errors of both positions span the limit; `surveyM`: both together must be known to this standard deviation. */
  | "position-error"
  /** Nobody stated an error; `assumedM` was taken. */
  | "error-not-stated"
  /** The hazard or target has no outline: measured from its point. */
  | "point-only"
  /** The outline is the plant's boundary, so that the unit may stand farther away. */
  | "plant-boundary"
  | "quantity-unknown"
  | "kind-unknown"
  | "fire-class-from-substances"
  | "fire-rating-unknown"
  | "height-unknown"
  | "people-unknown"
  | "road-grade-assumed"
  | "owner-unknown"
  /** The road's edge is worked out from its centre line and width, or from an assumed width. */
  | "edge-from-width"
  | "edge-width-assumed"
  | "centre-line-only"
  | "rule-unverified"
  | "volume-from-tonnes"
  | "pole-height-unknown"
  | "conditional"
  /** The rules in force hold no distance for the use, or for one of the classes that it may be of. */
  | "no-table"
  /** GB/T 37243 asks for a risk or consequence analysis beside the fixed distances; `-unknown`: it may. */
  | "risk-method"
  | "risk-method-unknown";

export interface Reason {
  readonly code: ReasonCode;
  readonly values?: Readonly<Record<string, number | string>>;
}

/** One side of a pair. `id` null: the proposal itself. */
export interface SpacingObject {
  readonly layer: string | null;
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
}

/** One rule applied to one pair. */
export interface RuleOutcome {
  readonly ruleId: string;
  readonly standard: string;
  readonly clause: string;
  readonly hazardClass: HazardClass;
  readonly targetClass: TargetClass;
  readonly strength: "must" | "should";
  readonly confidence: Confidence;
  readonly confirmed: boolean;
  readonly overridden: boolean;
  /** What is required at least, and at most where facts are not known (other bands, other fire ratings). Reductions are in both. */
  readonly requiredM: number;
  readonly requiredAtMostM: number;
  /** What the standard asks before a claimed reduction; `null`: nothing claimed. */
  readonly unreducedM: number | null;
  readonly claimedReduction: string | null;
  /** From or to the point that this rule means, which may differ between rules (road edge, centre line). */
  readonly measuredM: number;
  /** Half width of the 95 % interval of `measuredM`. */
  readonly uncertaintyM: number;
  readonly verdict: Verdict;
  /** `requiredM - measuredM`, above 0 when short. */
  readonly shortfallM: number;
  readonly reasons: readonly Reason[];
}

/** A hazard and what stands by it, with every rule that applies: the worst verdict first, then the greatest demand. */
export interface SpacingFinding {
  readonly hazard: SpacingObject;
  readonly target: SpacingObject;
  readonly verdict: Verdict;
  /** Outline to outline, WGS84 geodesic, metres. */
  readonly distanceM: number;
  /** The shortest way, WGS84: on the hazard, on the target. */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
  readonly rules: readonly RuleOutcome[];
  /** People who live, stay or work at the target; `null`: the ledger does not say. */
  readonly people: number | null;
}

export interface SpacingSummary {
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Neighbours within the reach of any rule that were looked at. */
  readonly examined: number;
  /** The farthest that any applicable rule reaches, metres. */
  readonly reachM: number;
  /** Rules that apply to the proposal as a hazard, whether or not a neighbour is near. */
  readonly applicableRules: readonly string[];
  /** Uncertain rules that were applied: to be read in the official text first. */
  readonly unverifiedRules: readonly string[];
  readonly reasons: readonly Reason[];
}

export interface ConflictsSummary {
  readonly counts: Readonly<Record<Exclude<Verdict, "clear">, number>>;
  /** Pairs near enough to be measured. */
  readonly examined: number;
  /** Pairs of the wanted verdicts, and how many of them are listed. */
  readonly found: number;
  readonly listed: number;
}
