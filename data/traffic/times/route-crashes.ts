import type { RouteNetwork } from "../network/route.ts";
import { roadStretches } from "../network/route-stretches.ts";
import type { PlacedAccidents } from "../placing/placed.ts";
import { nearestStretch, type Stretch } from "../stretches.ts";

/** The crashes of one stretch of road without a gap, by stake. */
export interface StretchCrashes {
  /** Index of the route. */
  readonly route: number;
  readonly stretch: Stretch;
  readonly rows: Uint32Array;
  /** Ascending, within the stretch. */
  readonly stakesM: Float64Array;
}

/** Crashes along every road, stretches without any left out. @param rows - placed or doubtful, each once. */
export function crashesAlong(
  network: RouteNetwork,
  placed: PlacedAccidents,
  rows: ArrayLike<number>,
): StretchCrashes[] {
  const roads = roadStretches(network);
  const lists: number[][][] = roads.map((own) => own.map(() => []));
  for (let i = 0; i < rows.length; i++) {
    const route = placed.route[rows[i]!]!;
    const part = route < 0 ? -1 : nearestStretch(roads[route]!, placed.stakeM[rows[i]!]!);
    if (part >= 0) lists[route]![part]!.push(rows[i]!);
  }
  return lists.flatMap((parts, route) =>
    parts.flatMap((list, part) => {
      if (list.length === 0) return [];
      const stretch = roads[route]![part]!;
      const own = Uint32Array.from(list).sort((a, b) => placed.stakeM[a]! - placed.stakeM[b]! || a - b);
      const stakesM = Float64Array.from(own, (row) => Math.min(stretch[1], Math.max(stretch[0], placed.stakeM[row]!)));
      return { route, stretch, rows: own, stakesM };
    }),
  );
}

/** Index of the first stake that is not below. */
export function firstFrom(stakesM: Float64Array, stakeM: number): number {
  let [low, high] = [0, stakesM.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stakesM[middle]! < stakeM) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first stake that is above. */
export function firstAbove(stakesM: Float64Array, stakeM: number): number {
  let [low, high] = [0, stakesM.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stakesM[middle]! <= stakeM) low = middle + 1;
    else high = middle;
  }
  return low;
}
