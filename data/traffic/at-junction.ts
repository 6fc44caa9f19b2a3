import { pointAt } from "./network/linear-reference.ts";
import type { RouteNetwork } from "./network/route.ts";
import type { PlacedAccidents } from "./placing/placed.ts";

const places = new WeakMap<PlacedAccidents, Float64Array>();

/** Plane metres of every accident near a junction, on the axis of its road; NaN for the others. Kept with the placing. */
export function placesNearJunctions(network: RouteNetwork, placed: PlacedAccidents): Float64Array {
  let xy = places.get(placed);
  if (!xy) {
    xy = new Float64Array(placed.route.length * 2).fill(Number.NaN);
    for (let row = 0; row < placed.route.length; row++) {
      if (placed.junction[row]! < 0) continue;
      const at = pointAt(network, placed.route[row]!, placed.stakeM[row]!);
      if (at) xy.set(at, row * 2);
    }
    places.set(placed, xy);
  }
  return xy;
}

/**
 * Whether an accident is one of a junction: on a road that passes it, at most `radiusM` away in a straight line. Between two junctions
 * it may be one of both; on a bridge over a junction it is one of none.
 *
 * @param junction - index in `network.junctions`.
 */
export function isAtJunction(
  network: RouteNetwork,
  placed: PlacedAccidents,
  junction: number,
  radiusM: number,
): (row: number) => boolean {
  const { x, y, on } = network.junctions[junction]!;
  const xy = placesNearJunctions(network, placed);
  const routes = new Set(on.map(({ route }) => route));
  return (row) =>
    routes.has(placed.route[row]!) && (xy[row * 2]! - x) ** 2 + (xy[row * 2 + 1]! - y) ** 2 <= radiusM * radiusM;
}
