import { SPOT_LEVELS, SPOT_STATES, type SpotLevel, type SpotState } from "./life-cycle.ts";
import type { BlackSpotEntry, BlackSpotFilter, BlackSpotTotals } from "./register.ts";

export const passes = (
  entry: BlackSpotEntry,
  { state, level, overdue }: Pick<BlackSpotFilter, "state" | "level" | "overdue">,
): boolean =>
  (state === undefined || entry.state === state) &&
  (level === undefined || entry.level === level) &&
  (overdue === undefined || entry.overdueDays > 0 === overdue);

/** The most overdue first, then by the next thing that is due, then by code. */
export const mostUrgentFirst = (a: BlackSpotEntry, b: BlackSpotEntry): number =>
  b.overdueDays - a.overdueDays || compare(nextDayOf(a), nextDayOf(b)) || compare(a.code, b.code);

/** Later than any day: nothing is due. */
const NEVER = "9999-12-31";
const nextDayOf = ({ nextOn, dueOn, evaluateFrom, state }: BlackSpotEntry): string => {
  const isOpen = state === "confirmed" || state === "listed" || state === "treating";
  const days = [nextOn, isOpen ? dueOn : null, evaluateFrom].filter((day) => day !== null);
  return days.sort(compare)[0] ?? NEVER;
};
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function totalsOf(entries: readonly BlackSpotEntry[]): BlackSpotTotals {
  const count = (is: (entry: BlackSpotEntry) => boolean) => entries.filter(is).length;
  const byState = SPOT_STATES.map((state) => [state, count((entry) => entry.state === state)]);
  const byLevel = SPOT_LEVELS.map((level) => [level, count((entry) => entry.level === level)]);
  return {
    all: entries.length,
    byState: Object.fromEntries(byState) as Record<SpotState, number>,
    byLevel: Object.fromEntries(byLevel) as Record<SpotLevel, number>,
    overdue: count(({ overdueDays }) => overdueDays > 0),
    nextPassed: count(({ nextPassed }) => nextPassed),
    evaluationDue: count(({ evaluationDue }) => evaluationDue),
  };
}
