import type { SourceLimits } from "./source.ts";

/** How much a source may send at this moment. Milliseconds of any clock that does not go back. */
export interface Bucket {
  /** Takes `amount`, or says after how many milliseconds there will be as much. @returns 0 when it was taken. */
  take(amount: number, now: number): number;
  /** Gives back what was taken and not used; below 0, owes what was used beyond it, to be made up for before anything is taken again. */
  giveBack(amount: number): void;
}

/** A token bucket: full at first, filled by `perSecond`, never above `burst`. */
export function createBucket({ perSecond, burst }: SourceLimits, startedAt: number): Bucket {
  let level = burst;
  let filledAt = startedAt;
  return {
    take(amount, now) {
      level = Math.min(burst, level + ((now - filledAt) / 1_000) * perSecond);
      filledAt = now;
      if (level < amount) return Math.ceil(((amount - level) / perSecond) * 1_000);
      level -= amount;
      return 0;
    },
    giveBack(amount) {
      level = Math.min(burst, level + amount);
    },
  };
}
