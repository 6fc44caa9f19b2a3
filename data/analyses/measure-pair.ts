import { geodesicDistanceM } from "../geodesy/geodesic.ts";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { containsPoint } from "../geometry/contains.ts";
import { findSeparation, type Separation } from "../geometry/distance.ts";
import { type LineOffset, lineOffset } from "../standards/classify/road-edges.ts";
import type { Reduction } from "../standards/rule.ts";
import { byGravity, judge, type Measured, uncertaintyM } from "./judge-pair.ts";
import type { Demand, RuleIndex } from "./match-rules.ts";
import type { RuleOutcome } from "./spacing-results.ts";
import type { HazardThing, TargetThing } from "./spacing-things.ts";

/** A search on the plane goes this much farther, so that its scale cannot miss a pair: enough up to 280 km from the centre. */
export const PLANE_SLACK = 1.001;

/** What was found between a hazard and a target. */
export interface CheckedPair {
  readonly distanceM: number;
  /** WGS84: on the hazard, on the target. */
  readonly line: readonly [readonly [number, number], readonly [number, number]];
  readonly outcomes: readonly RuleOutcome[];
}

/** A road or railway on either side: what the rule means lies off its centre line. */
function offsetOf(demand: Demand, hazard: HazardThing, target: TargetThing): LineOffset {
  const line = target.road ?? hazard.road;
  const point = target.road || hazard.outline.kind !== 1 ? demand.measuredTo : demand.measuredFrom;
  return lineOffset(point, line?.class ?? null, line?.widthM ?? null);
}

/**
 * Measures a pair and judges every demand between the two.
 *
 * @param clearWithinM - up to this distance pairs that every rule lets pass are wanted as well; 0: none of them.
 * @returns `null` when no rule asks anything, when every rule lets the pair pass and it is not wanted, or when it is the hazard's own.
 */
export function checkPair(
  hazard: HazardThing,
  target: TargetThing,
  index: RuleIndex,
  reductions: readonly Reduction[],
  plane: ZonePlane,
  clearWithinM = 0,
): CheckedPair | null {
  const demands = index.demands(hazard.profile, target.profile, reductions);
  if (demands.length === 0) return null;
  const errorsM = [hazard.errorM, target.errorM] as const;
  const doubtM = uncertaintyM(errorsM);
  let limitM = 0;
  for (const demand of demands)
    limitM = Math.max(limitM, demand.requiredAtMostM + offsetOf(demand, hazard, target).mostM);
  limitM = Math.max(clearWithinM, limitM + doubtM) * PLANE_SLACK;
  const found = findSeparation(hazard.outline, target.outline, limitM);
  if (!found || isOwn(hazard, target, found)) return null;
  const from = plane.toLonLat(...found.from);
  const to = plane.toLonLat(...found.to);
  const distanceM = found.distanceM === 0 ? 0 : geodesicDistanceM(...from, ...to);
  const measured: Measured = {
    distanceM,
    errorsM,
    reasons: [...hazard.reasons, ...target.reasons],
    isLeast: hazard.mayStandBack,
  };
  const outcomes = demands.map((demand) => judge(demand, measured, offsetOf(demand, hazard, target))).sort(byGravity);
  if (outcomes[0]!.verdict === "clear" && distanceM > clearWithinM) return null;
  return { distanceM, line: [from, to], outcomes };
}

/** Whether a target belongs to the hazard's own plant, so that the rules towards others say nothing about it. */
function isOwn(hazard: HazardThing, target: TargetThing, { distanceM }: Separation): boolean {
  if (hazard.row >= 0 && hazard.layer === target.layer && hazard.row === target.row) return true;
  if (hazard.creditCode !== null && hazard.creditCode === target.creditCode) return true;
  if (distanceM > 0) return false;
  switch (target.layer) {
    case "buildings":
    case "enterprises":
      return (
        containsPoint(hazard.outline, ...target.at) ||
        (hazard.outline.kind === 0 &&
          containsPoint(target.outline, hazard.outline.parts[0]![0]!, hazard.outline.parts[0]![1]!))
      );
    case "roads":
      // The plant's own way in.
      return target.road?.class === "service";
    default:
      return false;
  }
}
