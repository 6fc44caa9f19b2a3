import type { FeedOutcome, QuarantineReason, Refusal } from "#data/wall/feeds/verdict.ts";

/** What became of one message of a body. */
export interface MessageResult {
  readonly outcome: FeedOutcome;
  /** Of a quarantined one. */
  readonly reason?: QuarantineReason;
  readonly field?: string | null;
  readonly detail?: string;
}

/** What became of a body: one result for each message, in order. */
export interface ReceivedBody {
  readonly accepted: number;
  readonly repeats: number;
  readonly late: number;
  readonly quarantined: number;
  readonly results: readonly MessageResult[];
}

/** What a taker makes of one message. */
export type Taken =
  | { readonly outcome: "accepted" | "late" }
  | { readonly outcome: "quarantined"; readonly refusal: Refusal };

export const ACCEPTED: Taken = { outcome: "accepted" };

export const quarantined = (reason: QuarantineReason, field: string | null, detail: string): Taken => ({
  outcome: "quarantined",
  refusal: { reason, field, detail },
});
