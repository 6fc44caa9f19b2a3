import { firstAbove, firstFrom, type StretchCrashes } from "./route-crashes.ts";

/** A stretch of a route and its crashes. */
export interface DenseStretch {
  /** Index of the route. */
  readonly route: number;
  readonly fromM: number;
  readonly toM: number;
  readonly rows: Uint32Array;
}

/**
 * The stretches of one length with most crashes, none overlapping: the fullest first, then the fullest of what is left.
 *
 * @param along - the crashes to count; @param windowM - a road that is shorter is one stretch.
 */
export function densestStretches(along: readonly StretchCrashes[], windowM: number, most: number): DenseStretch[] {
  const candidates = along.flatMap((own) => candidatesOf(own, windowM));
  // Of equals the one that comes first on the first road, so that the answer is always the same.
  candidates.sort((a, b) => b.rows.length - a.rows.length);
  const chosen: DenseStretch[] = [];
  for (const candidate of candidates) {
    if (chosen.length === most) break;
    const overlaps = chosen.some(
      ({ route, fromM, toM }) => route === candidate.route && fromM <= candidate.toM && toM >= candidate.fromM,
    );
    if (!overlaps) chosen.push(candidate);
  }
  return chosen;
}

/** Windows that begin at a crash: one that is fullest can be moved until it does. At the end of a road it is moved back. */
function candidatesOf({ route, stretch, rows, stakesM }: StretchCrashes, windowM: number): DenseStretch[] {
  const [startM, endM] = stretch;
  return Array.from(stakesM, (stakeM): DenseStretch => {
    const toM = Math.min(endM, stakeM + windowM);
    const fromM = Math.max(startM, toM - windowM);
    return { route, fromM, toM, rows: rows.subarray(firstFrom(stakesM, fromM), firstAbove(stakesM, toM)) };
  });
}
