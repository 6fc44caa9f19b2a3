import { JUNCTION_REACH_M } from "../placing/placed.ts";
import type { Criterion, RuleSettings } from "./rule-set.ts";

/** What is wrong with settings that parse one by one and do not go together. */
export interface SettingsProblem {
  /** `criteria`, `unit.stepM`. */
  readonly field: string;
  readonly reason: string;
  readonly allowed: string;
}

/** @returns the first contradiction, or `null`. Settings without any criterion pass: they are asked for before screening. */
export function findSettingsProblem({ unit, criteria }: RuleSettings): SettingsProblem | null {
  if (unit.kind === "window") {
    const shortestM = Math.min(unit.lengthM, unit.streetLengthM ?? unit.lengthM);
    if (unit.stepM > shortestM) {
      return {
        field: "unit.stepM",
        reason: "steps longer than the window leave holes",
        allowed: `at most ${shortestM}`,
      };
    }
  }
  if (unit.kind === "circle" && unit.centre === "junctions" && unit.radiusM > JUNCTION_REACH_M) {
    const reason = `nobody calls an accident farther than ${JUNCTION_REACH_M} m one of the junction`;
    return { field: "unit.radiusM", reason, allowed: `at most ${JUNCTION_REACH_M} around junctions` };
  }
  const seen = new Set<string>();
  for (const criterion of criteria) {
    if (seen.has(criterion.id)) {
      return { field: "criteria", reason: `has ${criterion.id} twice`, allowed: "each id once" };
    }
    seen.add(criterion.id);
    if (criterion.minDeaths !== undefined && !killsSomebody(criterion.crashes)) {
      const reason = `${criterion.id} asks for deaths among crashes that killed nobody`;
      return { field: "criteria", reason, allowed: "minDeaths only with fatal, casualty or any" };
    }
  }
  return null;
}

const killsSomebody = (kind: Criterion["crashes"]): boolean => kind !== "injury" && kind !== "injury-or-damage";
