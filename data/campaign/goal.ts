import type { Measure } from "./measures/measure.ts";
import type { Interval, Tally } from "./tally.ts";
import type { Target } from "./target.ts";

/**
 * Whether a value reaches a target's goal. A share is measured against the goal's per cent, and against all where each subject has
 * something to do; a number of features met is at least the goal, of features unmet at most.
 *
 * @returns `null` when the interval spans the goal, or nothing but a direction is asked.
 */
export function reaches(value: Interval | null, goal: Target["goal"], counts: Measure["counts"]): boolean | null {
  const needed = neededOf(goal, counts);
  if (value === null || needed === null) return null;
  if (counts === "unmet") return value.high <= needed ? true : value.low > needed ? false : null;
  return value.low >= needed ? true : value.high < needed ? false : null;
}

function neededOf(goal: Target["goal"], counts: Measure["counts"]): number | null {
  const value = goal === null ? 1 : goal.value;
  if (counts !== "share" || value === null) return value;
  return goal?.unit === "percent" ? value / 100 : 1;
}

/** From which day on a goal is reached: the ends of what is possible; `null` where it is open to that side. */
export interface ReachedOn {
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
}

const UNDATED: ReachedOn = { earliestMs: null, latestMs: null };

/**
 * Since when a goal that is reached now has been, with the features that are in scope today. For shares it is only worked out where all
 * features are needed: then it is the last of their days.
 */
export function reachedOn(tally: Tally, goal: Target["goal"], counts: Measure["counts"]): ReachedOn {
  const needed = neededOf(goal, counts);
  const { met, maybe } = tally.onMs;
  if (counts === "share" && needed === 1) {
    const [known, all] = [met.filter((ms) => !Number.isNaN(ms)), [...met, ...maybe]];
    return {
      earliestMs: known.length === 0 ? null : known.reduce((last, ms) => Math.max(last, ms)),
      latestMs: all.length === 0 || all.some(Number.isNaN) ? null : all.reduce((last, ms) => Math.max(last, ms)),
    };
  }
  if (counts !== "met" || needed === null || needed < 1) return UNDATED;
  // Whatever may count could have been among the first, on any day; only what counts for certain puts an end to it.
  const isOpen = tally.open.length + tally.maybe.open.length > 0;
  return {
    earliestMs: isOpen ? null : nth([...met, ...maybe], needed, Number.NEGATIVE_INFINITY),
    latestMs: nth(met, needed, Number.POSITIVE_INFINITY),
  };
}

/** The n-th day in order, days that are not kept taken for `missing`; `null` when it is itself one of them. */
function nth(days: readonly number[], n: number, missing: number): number | null {
  const sorted = days.map((ms) => (Number.isNaN(ms) ? missing : ms)).sort((one, other) => one - other);
  const day = sorted[n - 1] ?? missing;
  return Number.isFinite(day) ? day : null;
}
