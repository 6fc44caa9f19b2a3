import { createRandom } from "../random.ts";
import type { SensorModel } from "./hazard-sensors.ts";

/** A leak begins, is at its worst, is closed, and has blown away: seconds from the start of the story. */
export const LEAK_S = { begins: 3, worst: 9, closed: 26, over: 40 } as const;

/** How long each story takes to its end, with all alarms cleared. */
export const STORY_S = 60;

const HOUR_S = 3_600;

/**
 * What a sensor says at a moment of the story: its usual value with a slow swing and some noise, and a leak above it.
 *
 * @param key - sets the phase of its swing and its noise: another sensor, another course.
 * @param atS - seconds from the start.
 * @param leaks - this is where the leak is.
 * @returns in the model's unit, never below 0, rounded to what such a sensor shows.
 */
export function valueAt(
  { usual, swing, noise, leak, rule }: SensorModel,
  key: string,
  seed: number,
  atS: number,
  leaks: boolean,
): number {
  const phase = createRandom(seed, `swing ${key}`).next() * 2 * Math.PI;
  const jitter = createRandom(seed, `noise ${key} ${Math.round(atS * 10)}`).normal(0, noise);
  const calm = usual + swing * Math.sin(phase + (2 * Math.PI * atS) / HOUR_S) + jitter;
  // A swing alone reaches no limit: what is calm raises nothing.
  const nearest = rule.thresholds.map(({ at, side }) =>
    side === "high" ? at - rule.hysteresis : Number.POSITIVE_INFINITY,
  );
  const bounded = Math.min(calm, 0.95 * Math.min(...nearest));
  const value = leaks && leak !== undefined ? bounded + (leak - usual) * leakShare(atS) : bounded;
  return Math.max(0, Math.round(value * 100) / 100);
}

/** 0 before and after, 1 at its worst. */
function leakShare(atS: number): number {
  const { begins, worst, closed, over } = LEAK_S;
  if (atS <= begins || atS >= over) return 0;
  if (atS < worst) return (atS - begins) / (worst - begins);
  return atS <= closed ? 1 : (over - atS) / (over - closed);
}
