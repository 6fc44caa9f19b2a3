/** Between two stakes of one route, metres. Lists of stretches are ascending and do not overlap; `network/route-stretches.ts` makes them. */
export type Stretch = readonly [fromM: number, toM: number];

export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [fromM, toM]) => sum + toM - fromM, 0);

/** In any order, overlapping or not, as a list. */
export function mergedStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: [number, number][] = [];
  for (const [fromM, toM] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && fromM <= last[1]) last[1] = Math.max(last[1], toM);
    else joined.push([fromM, toM]);
  }
  return joined;
}

/** What is left of stretches when others are taken out. */
export function withoutStretches(stretches: readonly Stretch[], holes: readonly Stretch[]): Stretch[] {
  return stretches.flatMap(([fromM, toM]) => {
    const left: Stretch[] = [];
    let startM = fromM;
    for (let i = firstEndingAfter(holes, fromM); i < holes.length && holes[i]![0] < toM; i++) {
      if (holes[i]![0] > startM) left.push([startM, holes[i]![0]]);
      startM = Math.max(startM, holes[i]![1]);
    }
    if (startM < toM) left.push([startM, toM]);
    return left;
  });
}

/** Whether a stake lies on one of them, ends included. */
export function isOn(stretches: readonly Stretch[], stakeM: number): boolean {
  const stretch = stretches[firstEndingAfter(stretches, stakeM)];
  return stretch !== undefined && stretch[0] <= stakeM;
}

/** Index of the stretch that is nearest to a stake; -1 when there is none. */
export function nearestStretch(stretches: readonly Stretch[], stakeM: number): number {
  const next = firstEndingAfter(stretches, stakeM);
  if (next === stretches.length) return next - 1;
  if (next === 0 || stretches[next]![0] <= stakeM) return next;
  return stretches[next]![0] - stakeM < stakeM - stretches[next - 1]![1] ? next : next - 1;
}

function firstEndingAfter(stretches: readonly Stretch[], stakeM: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]![1] < stakeM) low = middle + 1;
    else high = middle;
  }
  return low;
}
