/**
 * What becomes of one message. `accepted`: written; `repeat`: it was written before; `late`: kept as history, the present stays as it
 * is; `quarantined`: not taken, and kept aside for a person to look at.
 */
export const FEED_OUTCOMES = ["accepted", "repeat", "late", "quarantined"] as const;
export type FeedOutcome = (typeof FEED_OUTCOMES)[number];

export const QUARANTINE_REASONS = [
  /** Not of the form of its source's kind: a missing field, a value that is no number, another kind of message. */
  "malformed",
  /** The source has used this id for something else. */
  "id-reused",
  /** Observed later than the server's clock allows for. */
  "future",
  /** News that is none any longer. */
  "too-old",
  /** No sensor of this source was announced under that name. */
  "unknown-sensor",
  /** In another unit than the sensor was announced with. */
  "unit-mismatch",
  /** A value that its unit cannot have. */
  "impossible-value",
  /** Limits that cannot be worked with. */
  "alarm-rule",
  /** The feature that the sensor belongs to is not in the record. */
  "unknown-feature",
  /** The source has as many sensors as one may have. */
  "too-many-sensors",
  /** The ledger does not take it. */
  "refused",
  /** The ledger has a feature of that code already. */
  "code-taken",
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/** Why a message is not taken. */
export interface Refusal {
  readonly reason: QuarantineReason;
  /** Path into the message; `null`: the message as a whole. */
  readonly field: string | null;
  /** For the people who run the source. */
  readonly detail: string;
}
