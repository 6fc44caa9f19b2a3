/** Clocks of devices that nobody tends drift by seconds, not by minutes. */
export const FUTURE_LIMIT_MS = 2 * 60_000;

/** News that is older says nothing of the present. */
export const NEWS_LIMIT_MS = 24 * 3_600_000;

/** A source that sends a message again, because it never heard the answer, does so within this. Longer than {@link NEWS_LIMIT_MS}. */
export const REMEMBERED_MS = 72 * 3_600_000;

export type Timing = "future" | "present" | "old";

/**
 * @param observedAt - milliseconds since 1970. Exactly at either limit counts as present.
 * @param now - the server's clock.
 */
export const timingOf = (observedAt: number, now: number): Timing =>
  observedAt - now > FUTURE_LIMIT_MS ? "future" : now - observedAt > NEWS_LIMIT_MS ? "old" : "present";
