/** A reading of a sensor as a line shows it. */
export interface TracedReading {
  /** ISO 8601. */
  readonly observedAt: string;
  readonly value: number;
}

/** A line of readings in a frame of width and height 1: x to the right, y downwards. */
export interface ReadingTrace {
  /** Oldest first. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Heights of the limits, in the order given. */
  readonly limits: readonly number[];
}

/** Above and below what is drawn stays so much of the height. */
const MARGIN = 0.08;

/**
 * Lays out the last readings so that they end where the last one was and not at the right edge, which is now: how old they are is seen.
 *
 * @param readings - in any order. @param limits - values that are drawn as lines, always within the frame.
 * @param now - milliseconds since 1970.
 * @returns `null` without a reading before `now`.
 */
export function traceReadings(
  readings: readonly TracedReading[],
  limits: readonly number[],
  now: number,
): ReadingTrace | null {
  const placed = readings
    .map(({ observedAt, value }) => ({ at: Date.parse(observedAt), value }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at - b.at);
  const [first] = placed;
  if (!first) return null;
  const values = [...placed.map(({ value }) => value), ...limits];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spanMs = Math.max(1, now - first.at);
  const heightOf = (value: number) =>
    most === least ? 0.5 : 1 - MARGIN - ((value - least) / (most - least)) * (1 - 2 * MARGIN);
  return {
    points: placed.map(({ at, value }) => [(at - first.at) / spanMs, heightOf(value)]),
    limits: limits.map(heightOf),
  };
}
