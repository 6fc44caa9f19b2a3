import { formatLocalDay, parseLocalTime } from "../snapshot/local-time.ts";
import { type DaySpan, daysBetween } from "./calendar.ts";
import type { ReachedOn } from "./goal.ts";
import type { Interval } from "./tally.ts";

/** Whether the goal is reached: `unknown` where the ledger's gaps, or what it does not keep, leave both open. */
export type Reached = "yes" | "no" | "unknown";

/** How a target stands on a day. Days are local, the last one belongs to the time given. */
export type Standing =
  | { readonly kind: "countdown"; readonly due: string; readonly daysLeft: number; readonly reached: "no" | "unknown" }
  | {
      readonly kind: "late";
      readonly due: string;
      readonly daysOver: number;
      /** By so many features. */
      readonly features: Interval;
    }
  /** `on`: `null` where the ledger keeps no day; `inTime`: `null` where it does not tell. */
  | { readonly kind: "done"; readonly due: string; readonly on: string | null; readonly inTime: true | null }
  | { readonly kind: "done-late"; readonly due: string; readonly on: string | null; readonly daysOver: number | null }
  /** A frequency in its current period, or a target without a last day (`period` is `null`) as it is today. */
  | {
      readonly kind: "running";
      readonly period: DaySpan | null;
      readonly daysLeft: number | null;
      readonly reached: Reached;
      /** The calendar period before, as far as the ledger still tells. */
      readonly before: (DaySpan & { readonly reached: Reached }) | null;
    }
  /** The plan says more or less and gives no number: nothing is judged. */
  | { readonly kind: "direction"; readonly due: string | null; readonly daysLeft: number | null }
  /** The last day is past, and the ledger leaves open whether the goal is reached. */
  | { readonly kind: "cannot-tell"; readonly due: string; readonly daysOver: number }
  /** `not-kept`: no ledger holds what it takes. `no-feature`: the ledger has nothing that the target is about. */
  | { readonly kind: "no-data"; readonly reason: "not-kept" | "no-feature"; readonly daysLeft: number | null };

export type StandingKind = Standing["kind"];

/** What is known of a target with a last day. */
export interface Progress {
  readonly today: string;
  readonly due: string;
  readonly reached: Reached;
  readonly reachedOn: ReachedOn;
  /** Features that stand against it. */
  readonly against: Interval;
}

/** How a target with a last day stands. Before that day is over, an open question is still a countdown. */
export function standingByDue({ today, due, reached, reachedOn, against }: Progress): Standing {
  const daysOver = daysBetween(due, today);
  if (reached === "yes") return doneStanding(daysOver, due, reachedOn);
  if (daysOver <= 0) return { kind: "countdown", due, daysLeft: daysBetween(today, due), reached };
  return reached === "no" ? { kind: "late", due, daysOver, features: against } : { kind: "cannot-tell", due, daysOver };
}

function doneStanding(daysOver: number, due: string, { earliestMs, latestMs }: ReachedOn): Standing {
  const dueMs = parseLocalTime(due);
  const on = latestMs !== null && latestMs === earliestMs ? formatLocalDay(latestMs) : null;
  if (earliestMs !== null && earliestMs > dueMs)
    return { kind: "done-late", due, on, daysOver: on === null ? null : daysBetween(due, on) };
  const isInTime = daysOver <= 0 || (latestMs !== null && latestMs <= dueMs);
  return { kind: "done", due, on, inTime: isInTime ? true : null };
}
