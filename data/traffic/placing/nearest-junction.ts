import type { RouteNetwork } from "../network/route.ts";
import { JUNCTION_REACH_M } from "./placed.ts";

export interface NearJunction {
  readonly junction: number;
  /** Straight, metres. */
  readonly distanceM: number;
}

/** Finds the nearest junction of a route within {@link JUNCTION_REACH_M} of a place on its axis. */
export function nearestJunctions({
  routes,
  junctions,
}: RouteNetwork): (route: number, stakeM: number, xy: readonly [number, number]) => NearJunction | null {
  const onRoute: { stakeM: number; junction: number }[][] = routes.map(() => []);
  junctions.forEach(({ on }, junction) => {
    for (const { route, stakeM } of on) {
      const { fromM, toM, isLoop } = routes[route]!;
      // A ring is looked at from both sides of where its stakes begin.
      for (const turnM of isLoop ? [0, toM - fromM, fromM - toM] : [0])
        onRoute[route]!.push({ stakeM: stakeM + turnM, junction });
    }
  });
  for (const stops of onRoute) stops.sort((a, b) => a.stakeM - b.stakeM);
  return (route, stakeM, [x, y]) => {
    const stops = onRoute[route]!;
    let best: NearJunction | null = null;
    for (let at = firstFrom(stops, stakeM - 2 * JUNCTION_REACH_M); at < stops.length; at++) {
      const stop = stops[at]!;
      if (stop.stakeM > stakeM + 2 * JUNCTION_REACH_M) break;
      const junction = junctions[stop.junction]!;
      const distanceM = Math.hypot(junction.x - x, junction.y - y);
      if (distanceM <= JUNCTION_REACH_M && (!best || distanceM < best.distanceM))
        best = { junction: stop.junction, distanceM };
    }
    return best;
  };
}

function firstFrom(stops: readonly { stakeM: number }[], stakeM: number): number {
  let [low, high] = [0, stops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle]!.stakeM < stakeM) low = middle + 1;
    else high = middle;
  }
  return low;
}
