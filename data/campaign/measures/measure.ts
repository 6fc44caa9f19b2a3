import type { Title } from "../../layers/define.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { DaySpan } from "../calendar.ts";

/** Whether a feature is among those that a target is about. */
export type Scope = "in" | "out" | "unknown";

/** What one feature says about a target. */
export interface Judgement {
  readonly scope: Scope;
  /** `null`: the ledger has a gap where it would say. */
  readonly met: boolean | null;
  /** Since when it is met, local milliseconds; NaN or absent: no day is kept. */
  readonly onMs?: number;
}

/** The day that is asked about. */
export interface Asked {
  readonly today: string;
  /** The current period of a frequency, `null` for all other targets. Never reaches beyond its end; `today` lies in it. */
  readonly period: DaySpan | null;
  readonly due: string | null;
}

/** How one target is measured on one layer. */
export interface Measure {
  readonly target: string;
  readonly layer: string;
  /** `share`: of the features in scope, how many meet it. `met`, `unmet`: how many do, or do not. */
  readonly counts: "share" | "met" | "unmet";
  /** A frequency's period: the calendar's, or the term that began with the last time. Absent: no frequency. */
  readonly window?: "calendar" | "rolling";
  /** `part`: some of what the target is about is not kept, or kept where this cannot be seen; then nothing can prove it reached. */
  readonly covers: "all" | "part";
  /** How we read the target, and how sure we are that this is what the plan means. */
  readonly reading: Title;
  readonly confidence: "high" | "medium" | "low";
  /** @returns the judge of a row. */
  judge(snapshot: Snapshot, asked: Asked): (row: number) => Judgement;
}

/** In scope when both say so; out when one does. */
export const both = (one: Scope, other: Scope): Scope =>
  one === "out" || other === "out" ? "out" : one === "unknown" || other === "unknown" ? "unknown" : "in";
