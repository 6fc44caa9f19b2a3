import { bySureness, type Judge, type Verdict } from "./judge.ts";

/** A circle that meets a rule, with the crashes that no stronger circle has taken. */
export interface CircleHit {
  /** Index of its centre. */
  readonly centre: number;
  readonly rows: Uint32Array;
  readonly verdict: Verdict;
  /** Circles that shared its crashes and without them no longer met the rule, and itself. */
  readonly merged: number;
}

/**
 * Circles that meet a rule, each crash in one of them only: the strongest first takes its crashes; one that then no longer meets the rule
 * is merged into the first that took from it. Circles cannot be merged into a circle, so the strongest stands for its neighbours.
 *
 * @param count - of the circles.
 * @param rowsIn - the crashes within a circle, in a fixed order; asked once for each.
 * @returns the strongest first; of equals, the one with more crashes, then the lower index.
 */
export function chooseCircles(count: number, rowsIn: (centre: number) => Uint32Array, judge: Judge): CircleHit[] {
  const hits: Omit<CircleHit, "merged">[] = [];
  for (let centre = 0; centre < count; centre++) {
    const rows = rowsIn(centre);
    const verdict = judge.findHit(judge.countAll(rows), rows, 0, rows.length - 1);
    if (verdict) hits.push({ centre, rows, verdict });
  }
  hits.sort((a, b) => bySureness(a.verdict, b.verdict) || b.rows.length - a.rows.length || a.centre - b.centre);
  const takenBy = new Map<number, number>();
  const chosen: (CircleHit & { merged: number })[] = [];
  for (const hit of hits) {
    const free = hit.rows.filter((row) => !takenBy.has(row));
    const verdict = free.length === hit.rows.length ? hit.verdict : judge.judgeAll(free);
    if (verdict.outcome === "not-met") {
      const first = Math.min(...[...hit.rows].flatMap((row) => takenBy.get(row) ?? []));
      chosen[first]!.merged++;
      continue;
    }
    for (const row of free) takenBy.set(row, chosen.length);
    chosen.push({ centre: hit.centre, rows: free, verdict, merged: 1 });
  }
  return chosen;
}
