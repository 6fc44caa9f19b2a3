import type { Route, RouteNetwork } from "../network/route.ts";
import type { PlacedAccidents } from "../placing/placed.ts";

/** A stretch of a route without a gap, and the crashes on it. */
export interface RoutePiece {
  readonly route: number;
  readonly fromM: number;
  readonly toM: number;
  /** Metres after which the route closes upon itself; `null`: it does not. */
  readonly turnM: number | null;
  /** In the order of the stakes. */
  readonly rows: Uint32Array;
  /** Parallel to `rows`. */
  readonly stakesM: Float64Array;
}

const orders = new WeakMap<PlacedAccidents, Uint32Array>();

/** Rows with a place on a route: by route, then stake. */
function orderOf(placed: PlacedAccidents): Uint32Array {
  let order = orders.get(placed);
  if (!order) {
    const { route, stakeM } = placed;
    order = Uint32Array.from(route.keys())
      .filter((row) => route[row]! >= 0)
      .sort((a, b) => route[a]! - route[b]! || stakeM[a]! - stakeM[b]! || a - b);
    orders.set(placed, order);
  }
  return order;
}

/**
 * Crashes along the pieces of the routes; pieces without any are left out.
 *
 * @param takes - 1 for each row that takes part.
 * @param isAsked - the routes that are screened.
 */
export function routePiecesOf(
  network: RouteNetwork,
  placed: PlacedAccidents,
  takes: Uint8Array,
  isAsked: (route: Route) => boolean,
): RoutePiece[] {
  const pieces: RoutePiece[] = [];
  const order = orderOf(placed);
  for (let start = 0; start < order.length; ) {
    const index = placed.route[order[start]!]!;
    let end = start;
    while (end < order.length && placed.route[order[end]!] === index) end++;
    const route = network.routes[index]!;
    if (isAsked(route)) pieces.push(...cutAtGaps(route, index, takenOf(order, start, end, takes), placed.stakeM));
    start = end;
  }
  return pieces;
}

function takenOf(order: Uint32Array, start: number, end: number, takes: Uint8Array): Uint32Array {
  const taken = new Uint32Array(end - start);
  let count = 0;
  for (let at = start; at < end; at++) if (takes[order[at]!] === 1) taken[count++] = order[at]!;
  return taken.subarray(0, count);
}

/** A stake inside a gap, where no section lies, belongs to the nearer end. */
function cutAtGaps(route: Route, index: number, rows: Uint32Array, stakeM: Float64Array): RoutePiece[] {
  const gaps = [...route.gaps].sort(([a], [b]) => a - b);
  const turnM = route.isLoop && gaps.length === 0 ? route.toM - route.fromM : null;
  const pieces: RoutePiece[] = [];
  let at = 0;
  for (const [k, toM] of [...gaps.map(([fromM]) => fromM), route.toM].entries()) {
    const gap = gaps[k];
    const cutM = gap ? (gap[0] + gap[1]) / 2 : Number.POSITIVE_INFINITY;
    const start = at;
    while (at < rows.length && stakeM[rows[at]!]! < cutM) at++;
    if (at === start) continue;
    const own = rows.subarray(start, at);
    const stakesM = new Float64Array(own.length);
    for (let i = 0; i < own.length; i++) stakesM[i] = stakeM[own[i]!]!;
    pieces.push({ route: index, fromM: gaps[k - 1]?.[1] ?? route.fromM, toM, turnM, rows: own, stakesM });
  }
  return pieces;
}
