import type { QuarantineReason } from "#data/wall/feeds/verdict.ts";

/** A message that was not taken, as people see it. */
export interface Quarantined {
  readonly id: number;
  readonly reason: QuarantineReason;
  readonly field: string | null;
  readonly detail: string;
  readonly messageId: string | null;
  /** The message's beginning, as JSON; it may end in the middle. */
  readonly excerpt: string;
  /** How often it came. */
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
}
