import type { Selection } from "#data/snapshot/snapshot.ts";
import { addUnits, type CalendarUnit, type Day, type DaySpan, dayOf, startOf } from "./days.ts";

/** When things happened, ready for counting within any window. */
export interface Events {
  /** Ascending. */
  readonly days: Int32Array;
  /** Those that a window hides because nobody knows when they happened. */
  readonly undated: number;
}

/** @param sources - times of one layer each in milliseconds of local wall time, NaN = not known; `rows` takes part. */
export function collectEvents(
  sources: readonly { readonly milliseconds: Float64Array; readonly rows: Selection }[],
): Events {
  const days = new Int32Array(sources.reduce((sum, { milliseconds }) => sum + milliseconds.length, 0));
  let count = 0;
  let undated = 0;
  for (const { milliseconds, rows } of sources) {
    for (let row = 0; row < milliseconds.length; row++) {
      if (rows && rows[row] === 0) continue;
      const time = milliseconds[row]!;
      if (Number.isNaN(time)) undated++;
      else days[count++] = dayOf(time);
    }
  }
  return { days: days.subarray(0, count).sort(), undated };
}

/** How many events lie in `[from, to)`. */
export const countWithin = ({ days }: Events, { from, to }: DaySpan): number =>
  Math.max(0, firstAtOrAfter(days, to) - firstAtOrAfter(days, from));

/** How many events lie after a day: with mistyped years mostly. */
export const countAfter = ({ days }: Events, day: Day): number => days.length - firstAtOrAfter(days, day + 1);

/** The events that do not. */
export const notAfter = ({ days, undated }: Events, day: Day): Events => ({
  days: days.subarray(0, firstAtOrAfter(days, day + 1)),
  undated,
});

/** Whole days from the first to the last event; `null` without any. */
export const spanOf = ({ days }: Events): DaySpan | null =>
  days.length === 0 ? null : { from: days[0]!, to: days[days.length - 1]! + 1 };

/** As fine as some two hundred bars allow. */
export function binUnit({ from, to }: DaySpan): CalendarUnit {
  const days = to - from;
  if (days <= 100) return "day";
  if (days <= 730) return "week";
  return days <= 20 * 366 ? "month" : "year";
}

/** Days at which the bins of a span begin, and the end of the last: one more than there are bins. */
export function binEdges({ from, to }: DaySpan, unit: CalendarUnit): readonly Day[] {
  const edges = [startOf(unit, from)];
  while (edges.at(-1)! < to) edges.push(addUnits(edges[0]!, unit, edges.length));
  return edges;
}

/** How many events lie between one edge and the next. */
export const countBins = (events: Events, edges: readonly Day[]): readonly number[] =>
  edges.slice(1).map((to, bin) => countWithin(events, { from: edges[bin]!, to }));

function firstAtOrAfter(days: Int32Array, day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
