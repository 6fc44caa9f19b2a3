import type { Standing } from "./scene-at.ts";
import type { Point, ScreenState } from "./screen-state.ts";

/** A list that nobody closes is gone after so long: longer than one opened by a touch, since somebody speaks about it. */
export const POINTED_MS = 300_000;

export interface Pointed extends Point {
  /** When it was pointed at, ISO 8601 instant: says whether it is the same pointing. */
  readonly at: string;
  /** When its list closes by itself, milliseconds since 1970. */
  readonly until: number;
}

/**
 * The figure whose list a screen shows because somebody at the console pointed at it.
 *
 * @param standing - what stands at `now`. Where it is not the scene of the figure, no list shows; one that a takeover hides is back with
 * its scene while its time is not over.
 * @param now - of the server's clock, milliseconds since 1970.
 */
export function pointedAt({ pointed }: ScreenState, standing: Standing, now: number): Pointed | null {
  if (!pointed || pointed.scene !== standing.scene) return null;
  const until = Math.min(Date.parse(pointed.at) + POINTED_MS, standing.until ?? Number.POSITIVE_INFINITY);
  return now < until ? { ...pointed, until } : null;
}
