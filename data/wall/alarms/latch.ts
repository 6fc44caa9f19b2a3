import type { AlarmGrade } from "../screen-state.ts";
import type { AlarmRule, Threshold } from "./alarm-rule.ts";

/** One limit of one sensor through time. */
export interface Latch {
  readonly grade: AlarmGrade;
  readonly side: Threshold["side"];
  /** The value has reached the limit and has not come back behind it by the hysteresis. */
  readonly isReached: boolean;
  /** Reached for as long as the hold time, and not left for as long: it counts. */
  readonly isActive: boolean;
  /** Since when `isReached` and `isActive` differ, milliseconds since 1970; `null`: they agree. */
  readonly differSince: number | null;
}

export const newLatch = ({ grade, side }: Threshold): Latch => ({
  grade,
  side,
  isReached: false,
  isActive: false,
  differSince: null,
});

/**
 * A limit with dead band and delays: it is reached at the limit, left behind the dead band, and either counts only after the hold time.
 * A value that dances around the limit therefore changes nothing, or raises once.
 *
 * @param at - instant of the value, not before that of the value before it.
 * @see IEC 62682:2022 (dead band, on-delay, off-delay)
 */
export function stepLatch(
  latch: Latch,
  limit: number,
  { hysteresis, holdS }: Pick<AlarmRule, "hysteresis" | "holdS">,
  value: number,
  at: number,
): Latch {
  const beyond = latch.side === "high" ? value - limit : limit - value;
  const isReached = beyond >= 0 || (latch.isReached && beyond > -hysteresis);
  return settleLatch({ ...latch, isReached }, holdS, at);
}

/** What the passing of time alone makes of a latch. */
export function settleLatch(latch: Latch, holdS: number, at: number): Latch {
  if (latch.isReached === latch.isActive) return { ...latch, differSince: null };
  const differSince = latch.differSince ?? at;
  if (at - differSince < holdS * 1_000) return { ...latch, differSince };
  return { ...latch, isActive: latch.isReached, differSince: null };
}
