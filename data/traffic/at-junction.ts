import { pointAt } from "./network/linear-reference.ts";
import { gridPoints } from "./network/point-grid.ts";
import type { RouteNetwork } from "./network/route.ts";
import { JUNCTION_REACH_M, type PlacedAccidents } from "./placing/placed.ts";

/** The accidents of one junction, ascending, and how far each is from it in a straight line. */
interface JunctionNeighbours {
  readonly rows: Uint32Array;
  readonly distanceM: Float32Array;
}

const neighbours = new WeakMap<PlacedAccidents, readonly JunctionNeighbours[]>();

/** Of each junction the accidents within {@link JUNCTION_REACH_M} on a road that passes it. Kept with the placing: a radius only picks of them. */
function neighboursOf(network: RouteNetwork, placed: PlacedAccidents): readonly JunctionNeighbours[] {
  const found = neighbours.get(placed) ?? findNeighbours(network, placed);
  neighbours.set(placed, found);
  return found;
}

function findNeighbours(network: RouteNetwork, placed: PlacedAccidents): JunctionNeighbours[] {
  const near = Uint32Array.from(placed.junction.keys()).filter((row) => placed.junction[row]! >= 0);
  const xy = new Float64Array(near.length * 2).fill(Number.POSITIVE_INFINITY);
  for (const [i, row] of near.entries()) {
    const at = pointAt(network, placed.route[row]!, placed.stakeM[row]!);
    if (at) xy.set(at, i * 2);
  }
  const grid = gridPoints(xy, JUNCTION_REACH_M);
  return network.junctions.map(({ x, y, on }) => {
    const found: number[] = [];
    const passing = on.map(({ route }) => route);
    grid.near(x, y, (point) => {
      if (passing.includes(placed.route[near[point]!]!)) found.push(point);
    });
    const points = Uint32Array.from(found).sort();
    return {
      rows: points.map((point) => near[point]!),
      distanceM: Float32Array.from(points, (point) => Math.hypot(xy[point * 2]! - x, xy[point * 2 + 1]! - y)),
    };
  });
}

/**
 * The accidents of every junction: those on a road that passes it, at most `radiusM` away in a straight line. One between two junctions may
 * be in both lists; on a bridge over a junction it is in none.
 *
 * @param takes - 1 for each row that takes part.
 * @param radiusM - at most {@link JUNCTION_REACH_M}.
 * @returns rows in ascending order, for each junction.
 */
export function junctionCrashes(
  network: RouteNetwork,
  placed: PlacedAccidents,
  takes: Uint8Array,
  radiusM: number,
): Uint32Array[] {
  checkReach(radiusM);
  return neighboursOf(network, placed).map(({ rows, distanceM }) =>
    rows.filter((row, i) => distanceM[i]! <= radiusM && takes[row] === 1),
  );
}

/**
 * Whether an accident is one of a junction, as {@link junctionCrashes} has it.
 *
 * @param junction - index in `network.junctions`.
 * @param radiusM - at most {@link JUNCTION_REACH_M}.
 */
export function isAtJunction(
  network: RouteNetwork,
  placed: PlacedAccidents,
  junction: number,
  radiusM: number,
): (row: number) => boolean {
  checkReach(radiusM);
  const { rows, distanceM } = neighboursOf(network, placed)[junction]!;
  const own = new Set(rows.filter((_, i) => distanceM[i]! <= radiusM));
  return (row) => own.has(row);
}

function checkReach(radiusM: number): void {
  if (!(radiusM <= JUNCTION_REACH_M)) throw new RangeError(`a junction reaches ${JUNCTION_REACH_M} m, not ${radiusM}`);
}
