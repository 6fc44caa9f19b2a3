import { placesNearJunctions } from "../at-junction.ts";
import { gridPoints } from "../network/point-grid.ts";
import type { RouteNetwork } from "../network/route.ts";
import { JUNCTION_REACH_M, type PlacedAccidents } from "../placing/placed.ts";

/**
 * The crashes of each junction: those on a road that passes it, at most `radiusM` away in a straight line. A crash between two junctions may
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
  if (!(radiusM <= JUNCTION_REACH_M)) throw new RangeError(`a junction reaches ${JUNCTION_REACH_M} m, not ${radiusM}`);
  const xy = placesNearJunctions(network, placed);
  const near = nearRows(placed, takes, radiusM);
  const nearXy = new Float64Array(near.length * 2);
  for (let i = 0; i < nearXy.length; i++) nearXy[i] = xy[near[i >> 1]! * 2 + (i & 1)]!;
  const grid = gridPoints(nearXy, radiusM);
  return network.junctions.map(({ x, y, on }) => {
    const found: number[] = [];
    grid.near(x, y, (point) => {
      const row = near[point]!;
      if (on.some(({ route }) => route === placed.route[row])) found.push(row);
    });
    return Uint32Array.from(found).sort();
  });
}

function nearRows({ junctionM }: PlacedAccidents, takes: Uint8Array, radiusM: number): Uint32Array {
  const rows = new Uint32Array(takes.length);
  let count = 0;
  for (let row = 0; row < takes.length; row++) if (takes[row] === 1 && junctionM[row]! <= radiusM) rows[count++] = row;
  return rows.subarray(0, count);
}
