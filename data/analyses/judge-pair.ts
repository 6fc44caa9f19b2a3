import type { LineOffset } from "../standards/classify/road-edges.ts";
import type { Demand } from "./match-rules.ts";
import type { Reason, RuleOutcome, Verdict } from "./spacing-results.ts";

/** At exactly the limit a pair passes; degrees in floating point are off by up to 6 nm. */
const ROUNDING_M = 1e-8;

/** Standard deviation that is assumed where nobody stated one, metres. */
export const ASSUMED_ERROR_M = 1;

/** A distance between two outlines as it was measured, and how far it can be trusted. */
export interface Measured {
  /** Outline to outline, geodesic. */
  readonly distanceM: number;
  /** Stated standard deviations of both positions; `null`: nobody stated one. */
  readonly errorsM: readonly [number | null, number | null];
  readonly reasons: readonly Reason[];
  /** The distance is only the least that it can be, so that it makes nothing too near. */
  readonly isLeast: boolean;
}

/** Half width of the 95 % interval of a distance between two places with these standard deviations. */
export const uncertaintyM = ([a, b]: Measured["errorsM"]): number =>
  2 * Math.hypot(a ?? ASSUMED_ERROR_M, b ?? ASSUMED_ERROR_M);

/** What a demand makes of a measured distance. @param offset - from the mapped line to the point that the rule means. */
export function judge(demand: Demand, measured: Measured, offset: LineOffset): RuleOutcome {
  const { rule, requiredM, requiredAtMostM } = demand;
  const doubtM = uncertaintyM(measured.errorsM);
  // The point that the rule means lies nearer than the mapped line by what the offset says.
  const farthestM = Math.max(0, measured.distanceM - offset.leastM);
  const nearestM = Math.max(0, measured.distanceM - offset.mostM);
  const isClear = nearestM - doubtM >= requiredAtMostM - ROUNDING_M;
  const isShort = farthestM + doubtM < requiredM - ROUNDING_M;
  const verdict: Verdict = isClear
    ? "clear"
    : isShort && !demand.isUncertain && !measured.isLeast
      ? "too-near"
      : "cannot-tell";
  const reasons = distinct([...demand.reasons, ...offset.reasons, ...measured.reasons]);
  if (measured.errorsM.includes(null))
    reasons.push({ code: "error-not-stated", values: { assumedM: ASSUMED_ERROR_M } });
  if (!isClear && !isShort) {
    // A survey to this standard deviation of both together would tell, as far as positions stand in the way.
    const marginM = Math.max(requiredM - farthestM, nearestM - requiredAtMostM);
    if (marginM > 0) reasons.push({ code: "position-error", values: { surveyM: floorToMillimetre(marginM / 2) } });
    else if (requiredM === requiredAtMostM && offset.leastM === offset.mostM)
      reasons.push({ code: "position-error", values: { surveyM: 0 } });
  }
  return {
    ruleId: rule.id,
    standard: rule.standard,
    clause: rule.clause,
    hazardClass: demand.hazardClass,
    targetClass: demand.targetClass,
    strength: rule.strength,
    confidence: rule.confidence,
    confirmed: rule.confirmed !== null,
    overridden: rule.overrides !== null,
    requiredM,
    requiredAtMostM,
    unreducedM: demand.unreducedM,
    claimedReduction: demand.reduction?.id ?? null,
    measuredM: farthestM,
    uncertaintyM: doubtM,
    verdict,
    shortfallM: requiredM - farthestM,
    reasons,
  };
}

/** One of each code, the first. */
export const distinct = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ code }, i) => reasons.findIndex((other) => other.code === code) === i);

const floorToMillimetre = (metres: number): number => Math.floor(metres * 1000) / 1000;

const RANK: Readonly<Record<Verdict, number>> = { "too-near": 0, "cannot-tell": 1, clear: 2 };

/** The worst verdict first, then the greatest demand. */
export const byGravity = (a: RuleOutcome, b: RuleOutcome): number =>
  RANK[a.verdict] - RANK[b.verdict] ||
  b.requiredM - a.requiredM ||
  b.requiredAtMostM - a.requiredAtMostM ||
  (a.ruleId < b.ruleId ? -1 : 1);

export const worstVerdict = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes("too-near") ? "too-near" : verdicts.includes("cannot-tell") ? "cannot-tell" : "clear";

export const verdictRank = (verdict: Verdict): number => RANK[verdict];
