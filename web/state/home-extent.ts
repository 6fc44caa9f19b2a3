import { middleOf } from "#data/snapshot/plane-center.ts";
import type { Ledger } from "./ledgers.ts";

export type Extent = readonly [number, number, number, number];

/** How far from the middle a place still belongs to the first view, in degrees of latitude: some 50 km. */
const REACH_DEG = 0.45;

/** One position in a hundred may lie outside on each side: strays must not shrink the zone to a dot. */
const TRIM = 0.01;

/** Never closer than this: a single hydrant still wants its street around it. */
const LEAST_DEG = 0.004;

/**
 * Where the page opens when the address does not say: around most of the ledgers' features, else of whatever there is.
 *
 * @param center - the zone's, `null` while nobody has said.
 * @returns `null` when there is no data at all.
 */
export function homeExtent(ledgers: readonly Ledger[], center: readonly [number, number] | null): Extent | null {
  const filled = ledgers.filter(({ snapshot }) => snapshot.count > 0);
  const own = filled.filter(({ definition }) => definition.role === "ledger");
  const lonLat = concatenate((own.length > 0 ? own : filled).map(({ snapshot }) => snapshot.lonLat));
  const middle = center ?? middleOf(lonLat);
  if (!middle) return null;
  return extentAround(lonLat, middle) ?? extentAround(lonLat, middleOf(lonLat) ?? middle);
}

/** The extent of one layer without its strays; `null` when it is empty. */
export const layerExtent = ({ snapshot: { lonLat, extent } }: Ledger): Extent | null =>
  lonLat.length < 200 ? extent : trimmed([...pairs(lonLat)]);

function extentAround(lonLat: Float64Array, [lon0, lat0]: readonly [number, number]): Extent | null {
  const reachLon = REACH_DEG / Math.cos((lat0 * Math.PI) / 180);
  const near = [...pairs(lonLat)].filter(
    ([lon, lat]) => Math.abs(lon - lon0) <= reachLon && Math.abs(lat - lat0) <= REACH_DEG,
  );
  return near.length === 0 ? null : trimmed(near);
}

function trimmed(positions: readonly (readonly [number, number])[]): Extent {
  const bounds = ([0, 1] as const).map((ordinate) => {
    const values = Float64Array.from(positions, (position) => position[ordinate]).sort();
    const drop = Math.floor(values.length * TRIM);
    const [low, high] = [values[drop]!, values[values.length - 1 - drop]!];
    const lacking = Math.max(0, LEAST_DEG - (high - low)) / 2;
    return [low - lacking, high + lacking] as const;
  });
  return [bounds[0]![0], bounds[1]![0], bounds[0]![1], bounds[1]![1]];
}

function* pairs(lonLat: Float64Array): Generator<readonly [number, number]> {
  for (let i = 0; i < lonLat.length; i += 2) yield [lonLat[i]!, lonLat[i + 1]!];
}

function concatenate(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
