import type { Snapshot } from "../snapshot/snapshot.ts";
import type { Judgement } from "./measures/measure.ts";

/** What the features of a layer say about a target: rows by answer, in the layer's order. */
export interface Tally {
  readonly met: readonly number[];
  readonly unmet: readonly number[];
  /** In scope, and the ledger has a gap where it would say. */
  readonly open: readonly number[];
  /** The same three for features of which nobody knows whether they are in scope. */
  readonly maybe: {
    readonly met: readonly number[];
    readonly unmet: readonly number[];
    readonly open: readonly number[];
  };
  /** Days since when the rows of `met` and `maybe.met` are met, local milliseconds; NaN: no day is kept. */
  readonly onMs: { readonly met: readonly number[]; readonly maybe: readonly number[] };
}

/** Asks every row. */
export function tallyRows({ count }: Snapshot, judge: (row: number) => Judgement): Tally {
  const known = { met: [] as number[], unmet: [] as number[], open: [] as number[] };
  const maybe = { met: [] as number[], unmet: [] as number[], open: [] as number[] };
  const onMs = { met: [] as number[], maybe: [] as number[] };
  for (let row = 0; row < count; row++) {
    const { scope, met, onMs: on = Number.NaN } = judge(row);
    if (scope === "out") continue;
    const rows = scope === "in" ? known : maybe;
    rows[met === null ? "open" : met ? "met" : "unmet"].push(row);
    if (met === true) onMs[scope === "in" ? "met" : "maybe"].push(on);
  }
  return { ...known, maybe, onMs };
}

/** The least and the most that a number can be, given what is not known. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many features are in scope. */
export function scopeOf({ met, unmet, open, maybe }: Tally): Interval {
  const low = met.length + unmet.length + open.length;
  return { low, high: low + maybe.met.length + maybe.unmet.length + maybe.open.length };
}

/** Features that keep the value from being one number: those whose answer is not known, or that count only if they are in scope. */
export const unknownRows = ({ open, maybe }: Tally): readonly number[] => [...open, ...maybe.unmet, ...maybe.open];

/**
 * The value of a target: a share from 0 to 1, or a number of features. The interval is exact: what is not known can turn out so that
 * either end is the truth.
 *
 * @returns `null` for a share when no feature is known to be in scope.
 */
export function intervalOf(tally: Tally, counts: "share" | "met" | "unmet"): Interval | null {
  const { met, unmet, open, maybe } = tally;
  if (counts === "unmet") return { low: unmet.length, high: unmet.length + unknownRows(tally).length };
  const reached = met.length + open.length + maybe.met.length + maybe.open.length;
  if (counts === "met") return { low: met.length, high: reached };
  const certain = scopeOf(tally).low;
  if (certain === 0) return null;
  // A feature that may be outside pulls the share down when it is inside unmet, and up when it is inside met.
  return {
    low: met.length / (certain + maybe.unmet.length + maybe.open.length),
    high: reached / (certain + maybe.met.length + maybe.open.length),
  };
}
