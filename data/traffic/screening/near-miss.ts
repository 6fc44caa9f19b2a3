import type { CrashPattern } from "../../analyses/black-spot-results.ts";
import type { Judge, Running } from "./judge.ts";
import type { RollingPeriod } from "./rolling-period.ts";

/** A criterion that one more crash at a place would meet. */
export interface NearMiss {
  readonly criterion: number;
  readonly counted: number;
  /** What the crash must share with those that are there; `null` where the criterion asks for no pattern. */
  readonly pattern: CrashPattern | null;
  /** The last day on which one more crash is enough; midnight. */
  readonly lastDayMs: number;
  /** The middle one of the crashes counted: one more where it lies is in every place that holds them all. */
  readonly row: number;
}

/**
 * Criteria that one more crash would meet, for crashes that meet none. A criterion of which nothing has happened yet is not near: one
 * crash would meet it anywhere.
 *
 * @returns empty where none is near, or one is met already.
 */
export function nearMissesOf(
  judge: Judge,
  running: Running,
  rows: ArrayLike<number>,
  [first, last]: readonly [number, number],
  timeMs: Float64Array,
  period: RollingPeriod,
): NearMiss[] {
  const near: number[] = [];
  for (let criterion = 0; criterion < judge.criteria.length; criterion++) {
    const counted = running.counted[criterion]!;
    if (counted > 0 && counted + 1 >= judge.criteria[criterion]!.atLeast) near.push(criterion);
  }
  if (near.length === 0 || judge.findHit(running, rows, first, last)) return [];
  return near.flatMap((criterion) => {
    const counts = (row: number) => ((judge.marks.counted[row]! >> criterion) & 1) === 1;
    const counted: number[] = [];
    for (let i = first; i <= last; i++) if (counts(rows[i]!)) counted.push(rows[i]!);
    const { atLeast, regular } = judge.criteria[criterion]!;
    const pattern = regular ? judge.patterns.find(rows, [first, last], judge.marks.counted, criterion) : null;
    if (regular && !pattern) return [];
    const row = counted[counted.length >> 1]!;
    const byTime = counted.sort((a, b) => timeMs[a]! - timeMs[b]!);
    const shares = (each: number) => pattern !== null && judge.patterns.follows(each, pattern);
    const isEnough = (left: number, sharing: number) =>
      left > 0 && left + 1 >= atLeast && (!regular || judge.isRegular(sharing + 1, left + 1));
    let sharing = byTime.filter(shares).length;
    let gone = 0;
    while (isEnough(byTime.length - gone, sharing)) {
      if (shares(byTime[gone]!)) sharing--;
      gone++;
    }
    if (gone === 0) return [];
    const lastDayMs = period.lastDayOf(timeMs[byTime[gone - 1]!]!);
    return [{ criterion, counted: byTime.length, pattern, lastDayMs, row }];
  });
}

/** For each criterion the miss that holds longest; of equals, the one that counts more, then the first. */
export function longestMisses(misses: readonly NearMiss[]): NearMiss[] {
  const best = new Map<number, NearMiss>();
  for (const miss of misses) {
    const held = best.get(miss.criterion);
    const later = held ? miss.lastDayMs - held.lastDayMs || miss.counted - held.counted : 1;
    if (later > 0) best.set(miss.criterion, miss);
  }
  return [...best.values()];
}
