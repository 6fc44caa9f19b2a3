import { useEffect } from "react";

/** How long after a change frames are measured. A wall on which nothing changes must draw none, so nobody asks for any then. */
const WATCH_MS = 2_000;

/** Of the newest frames; a screen that reports every ten seconds has no more in between. */
const MOST_KEPT = 600;

/** Between one frame and the next, milliseconds. */
export interface FrameTimes {
  readonly medianMs: number;
  readonly worstMs: number;
}

const times: number[] = [];
let watchUntil = 0;
let isWatching = false;
let last: FrameTimes | null = null;

function watch(): void {
  watchUntil = performance.now() + WATCH_MS;
  if (isWatching || document.hidden) return;
  isWatching = true;
  let before: number | null = null;
  const next = (now: number) => {
    if (before !== null) times.push(now - before);
    if (times.length > MOST_KEPT) times.shift();
    before = now;
    // A page that nobody sees is given no frames: the pause until somebody looks is none of its own.
    isWatching = now < watchUntil && !document.hidden;
    if (isWatching) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** Measures the frames that follow each change of what is given. */
export function useFrameTimes(...changes: readonly unknown[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever calls says what changes
  useEffect(watch, changes);
}

/** @returns of the frames since it was last asked; of those before where there were none since. */
export function takeFrameTimes(): FrameTimes | null {
  if (times.length > 0) last = frameTimesOf(times.splice(0));
  return last;
}

/** @param frames - at least one. */
export function frameTimesOf(frames: readonly number[]): FrameTimes {
  const sorted = frames.toSorted((a, b) => a - b);
  const tenths = (ms: number) => Math.round(ms * 10) / 10;
  return { medianMs: tenths(sorted[sorted.length >> 1]!), worstMs: tenths(sorted.at(-1)!) };
}
