import type { SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";
import type { ConflictEventKind, ConflictReason, ConflictState } from "./facts.ts";

/** A pair that stands too near, or may, with what was said of it. Instants are ISO 8601. */
export interface Conflict {
  readonly id: string;
  /** Null as of an earlier day: only the present can be decided on. */
  readonly revision: number | null;
  readonly verdict: Verdict;
  /** Metres short times people. */
  readonly rank: number;
  readonly finding: SpacingFinding;
  readonly firstSeenAt: string;
  readonly goneAt: string | null;
  /** Of the last run that found it, once it is gone. */
  readonly lastSeenAt: string | null;
  readonly state: ConflictState;
  readonly owner: string | null;
  readonly note: string | null;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Null: no date was named, or it stood then as it does now. */
  readonly change: "new" | "gone" | null;
}

export interface ConflictEvent {
  readonly id: number;
  readonly kind: ConflictEventKind;
  readonly at: string;
  /** What was seen; null for words and re-openings. */
  readonly finding: SpacingFinding | null;
  readonly reasons: readonly ConflictReason[];
  readonly state: ConflictState | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly dueOn: string | null;
  readonly decidedBy: string | null;
  /** Of the run that found it out; null for a decision. */
  readonly revisions: Readonly<Record<string, number>> | null;
  readonly ruleEdition: string | null;
}

export interface ConflictFilter {
  readonly verdict?: Verdict;
  readonly state?: ConflictState;
  /** What was there at this instant, and is no longer, is answered too. */
  readonly since?: Date;
  readonly change?: "new" | "gone";
  readonly asOf?: Date;
}

/** Where a page begins: after this one. */
export interface ConflictCursor {
  readonly rank: number;
  readonly id: string;
}

export interface ConflictPage {
  readonly conflicts: readonly Conflict[];
  /** Null on the last page. */
  readonly next: ConflictCursor | null;
  readonly totals: ConflictTotals;
}

/** How many there are, whatever verdict and state were asked for. */
export interface ConflictTotals {
  readonly present: number;
  readonly tooNear: number;
  readonly cannotTell: number;
  readonly open: number;
  readonly accepted: number;
  readonly toRectify: number;
  readonly false: number;
  readonly new: number;
  readonly gone: number;
}

/** What a person says should become of a conflict. */
export interface ConflictWord {
  readonly state: ConflictState;
  readonly owner: string | null;
  readonly note: string | null;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly by: string;
}

/** What the list was made of; nulls before the first run. */
export interface ConflictStatus {
  readonly ranAt: string | null;
  readonly revisions: Readonly<Record<string, number>>;
  readonly ruleEdition: string | null;
  readonly pairs: number;
  readonly tookMs: number | null;
  /** The layers or the rules are newer, and it is on its way to be made again. */
  readonly pending: boolean;
}
