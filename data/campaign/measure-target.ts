import { rowIdentity } from "../analyses/rows.ts";
import type { Title } from "../layers/define.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { calendarPeriod, type DaySpan, daysBetween, periodBefore, rollingPeriod } from "./calendar.ts";
import { reachedOn, reaches } from "./goal.ts";
import type { Measure } from "./measures/measure.ts";
import { type Reached, type Standing, standingByDue } from "./standing.ts";
import { type Interval, intervalOf, scopeOf, type Tally, tallyRows, unknownRows } from "./tally.ts";
import { CAMPAIGN_START, type Target } from "./target.ts";

/** A feature as it is listed behind a number. */
export interface ListedFeature {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A target's value with what it stands on. */
export interface Measured {
  readonly layer: string;
  readonly revision: number;
  /** Latest day of observation of the layer; `null` when nobody said. */
  readonly dataDate: string | null;
  readonly counts: Measure["counts"];
  readonly unit: "share" | "features";
  /** `null` when nothing is known to be in scope. */
  readonly value: Interval | null;
  /** Features in scope. */
  readonly of: Interval;
  /** The features counted: those that meet it where a number of them is the goal, else those that stand against it. */
  readonly behind: {
    readonly role: "met" | "unmet";
    readonly count: number;
    readonly listed: readonly ListedFeature[];
  };
  /** Features for which the ledger does not say, or of which nobody knows whether they are in scope. */
  readonly unknown: { readonly count: number; readonly listed: readonly ListedFeature[] };
  readonly covers: Measure["covers"];
  readonly reading: Title;
  readonly confidence: Measure["confidence"];
}

/**
 * Measures a target on its layer and says how it stands.
 *
 * @param today - local day `YYYY-MM-DD`. The layer is taken as it is: for a day in the past, give the snapshot of that day.
 * @param limit - how many features to list; counts are always complete.
 * @throws RangeError when the snapshot is of another layer.
 */
export function measureTarget(
  target: Target,
  measure: Measure,
  snapshot: Snapshot,
  { today, limit }: { readonly today: string; readonly limit: number },
): { readonly measured: Measured; readonly standing: Standing } {
  if (snapshot.layer !== measure.layer) throw new RangeError(`${target.id} is not measured on ${snapshot.layer}`);
  const tally = tallyOn({ target, measure, snapshot }, today, periodOf(target, measure, today));
  return {
    measured: describe(measure, snapshot, tally, limit),
    standing: standingOf({ target, measure, snapshot }, tally, today),
  };
}

interface Question {
  readonly target: Target;
  readonly measure: Measure;
  readonly snapshot: Snapshot;
}

const tallyOn = ({ target, measure, snapshot }: Question, today: string, period: DaySpan | null): Tally =>
  tallyRows(snapshot, measure.judge(snapshot, { today, period, due: target.due?.day ?? null }));

function standingOf(question: Question, tally: Tally, today: string): Standing {
  const { target, measure, snapshot } = question;
  const due = target.due?.day ?? null;
  const daysLeft = daysLeftOf(target, today);
  // Without a dangerous house nobody lives in one: nothing in scope is an answer there, an empty ledger is none anywhere.
  const isEmpty = snapshot.count === 0 || (measure.counts !== "unmet" && scopeOf(tally).high === 0);
  if (isEmpty) return { kind: "no-data", reason: "no-feature", daysLeft };
  if (target.basis === "direction") return { kind: "direction", due, daysLeft };
  const reached = reachedBy(target, measure, tally);
  const period = periodOf(target, measure, today);
  if (period) {
    const before = periodBeforeOf(question, today);
    return { kind: "running", period, daysLeft: daysBetween(today, period.to), reached, before };
  }
  if (due === null) return { kind: "running", period: null, daysLeft: null, reached, before: null };
  return standingByDue({
    today,
    due,
    reached,
    reachedOn: reachedOn(tally, target.goal, measure.counts),
    against: { low: tally.unmet.length, high: tally.unmet.length + unknownRows(tally).length },
  });
}

/** The calendar period before the current one, asked on its last day; `null` before the campaign. */
function periodBeforeOf(question: Question, today: string): (DaySpan & { readonly reached: Reached }) | null {
  const { target, measure } = question;
  if (measure.window !== "calendar") return null;
  const span = periodBefore(today, monthsOf(target));
  if (span.from < CAMPAIGN_START) return null;
  return { ...span, reached: reachedBy(target, measure, tallyOn(question, span.to, span)) };
}

/** Where a part of the subjects is not kept, those that are can prove that it is not reached, and never that it is. */
function reachedBy({ goal }: Target, { counts, covers }: Measure, tally: Tally): Reached {
  const answer = reaches(intervalOf(tally, counts), goal, counts);
  return answer === false ? "no" : answer === true && covers === "all" ? "yes" : "unknown";
}

/** Days until a target's last day; `null` without one, and when it is over. */
export function daysLeftOf({ due }: Target, today: string): number | null {
  if (due === null || due.day < today) return null;
  return daysBetween(today, due.day);
}

function periodOf(target: Target, { window }: Measure, today: string): DaySpan | null {
  if (!window) return null;
  return window === "calendar" ? calendarPeriod(today, monthsOf(target)) : rollingPeriod(today, monthsOf(target));
}

function monthsOf({ id, period }: Target): number {
  if (period === null || !("months" in period)) throw new RangeError(`${id} has no period in months`);
  return period.months;
}

function describe(measure: Measure, snapshot: Snapshot, tally: Tally, limit: number): Measured {
  const { counts, covers, reading, confidence } = measure;
  const role = counts === "met" ? "met" : "unmet";
  const unknown = unknownRows(tally);
  const list = (rows: readonly number[]) => rows.slice(0, limit).map((row) => rowIdentity(snapshot, row));
  return {
    layer: snapshot.layer,
    revision: snapshot.revision,
    dataDate: snapshot.dataDate,
    counts,
    unit: counts === "share" ? "share" : "features",
    value: intervalOf(tally, counts),
    of: scopeOf(tally),
    behind: { role, count: tally[role].length, listed: list(tally[role]) },
    unknown: { count: unknown.length, listed: list(unknown) },
    covers,
    reading,
    confidence,
  };
}
