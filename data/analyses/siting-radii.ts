import { lineOffset } from "../standards/classify/road-edges.ts";
import { uncertaintyM } from "./judge-pair.ts";
import type { RuleIndex } from "./match-rules.ts";
import type { HazardThing, TargetThing } from "./spacing-things.ts";

/** How near a place may come to a neighbour before each of the shades begins, metres from the mapped outline. 0: never. */
export interface SitingRadii {
  /** Nearer than this a rule is broken, whatever the errors of position and the unknown facts are. */
  readonly forbiddenM: number;
  /** Nearer than this they may break a rule. */
  readonly doubtfulM: number;
  /** Nearer than this a rule that nobody has checked is, or may be, broken. */
  readonly unverifiedM: number;
}

/** What `judge` says of every distance between the two, turned round. */
export function sitingRadii(hazard: HazardThing, target: TargetThing, index: RuleIndex): SitingRadii {
  const doubtM = uncertaintyM([hazard.errorM, target.errorM]);
  const line = target.road ?? hazard.road;
  let [forbiddenM, doubtfulM, unverifiedM] = [0, 0, 0];
  for (const demand of index.demands(hazard.profile, target.profile)) {
    const point = target.road || hazard.outline.kind !== 1 ? demand.measuredTo : demand.measuredFrom;
    const offset = lineOffset(point, line?.class ?? null, line?.widthM ?? null);
    const clearM = demand.requiredAtMostM + doubtM + offset.mostM;
    if (demand.isUncertain) {
      unverifiedM = Math.max(unverifiedM, clearM);
      continue;
    }
    doubtfulM = Math.max(doubtfulM, clearM);
    // A place on the line itself is no nearer to the road's edge than 0.
    if (demand.requiredM > doubtM && !hazard.mayStandBack)
      forbiddenM = Math.max(forbiddenM, demand.requiredM - doubtM + offset.leastM);
  }
  return { forbiddenM, doubtfulM, unverifiedM };
}
