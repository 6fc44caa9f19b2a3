import { middleOf } from "#data/snapshot/plane-center.ts";
import type { Selection } from "#data/snapshot/snapshot.ts";
import type { Ledger } from "./ledgers.ts";

export type Extent = readonly [number, number, number, number];

/** How far from the middle a place still belongs to the first view, in degrees of latitude: some 50 km. */
const REACH_DEG = 0.45;

/** One position in a hundred may lie outside on each side: strays must not shrink the zone to a dot. */
const TRIM = 0.01;

/** What a square's number grows by to the east; to the north it grows by 1. */
const EAST = 1000;

/** From a square to itself and its neighbours in the north, east and north-east. */
const BLOCK = [0, 1, EAST, EAST + 1];

/** Never closer than this: a single hydrant still wants its street around it. */
const LEAST_DEG = 0.004;

/**
 * Where the page opens when the address does not say: around most of the ledgers' features near the zone's centre, or, where none are
 * near it, around the place that has the most of them. Without ledgers, of whatever there is.
 *
 * @param center - the zone's, `null` while nobody has said.
 * @returns `null` when there is no data at all.
 */
export function homeExtent(ledgers: readonly Ledger[], center: readonly [number, number] | null): Extent | null {
  const filled = ledgers.filter(({ snapshot }) => snapshot.count > 0);
  const own = filled.filter(({ definition }) => definition.role === "ledger");
  const lonLat = concatenate((own.length > 0 ? own : filled).map(({ snapshot }) => snapshot.lonLat));
  if (lonLat.length === 0) return null;
  return (center && extentAround(lonLat, center)) ?? extentAround(lonLat, fullestPlace(lonLat));
}

/**
 * The extent of a layer without its strays.
 *
 * @param rows - only of these features.
 * @returns `null` when there are none.
 */
export function layerExtent({ snapshot }: Ledger, rows: Selection = null): Extent | null {
  const { lonLat, extent } = snapshot;
  // Too few to have strays, and their outlines belong on the picture as well.
  if (!rows && lonLat.length < 2 / TRIM) return extent;
  return trimmed(rows ? lonLat.filter((_, i) => rows[i >> 1] === 1) : lonLat);
}

/** @returns `null` when nothing lies near the middle. */
function extentAround(lonLat: Float64Array, [lon0, lat0]: readonly [number, number]): Extent | null {
  const reachLon = REACH_DEG / Math.cos((lat0 * Math.PI) / 180);
  const isNear = (pair: number) =>
    Math.abs(lonLat[pair]! - lon0) <= reachLon && Math.abs(lonLat[pair + 1]! - lat0) <= REACH_DEG;
  // Both numbers of a position stay or go together: bit 0 of the place tells them apart.
  return trimmed(lonLat.filter((_, i) => isNear(i & ~1)));
}

/**
 * The middle of the features in the fullest four squares of a coarse grid: several cities in one record have nothing in their common
 * middle, and one city may lie across the grid's lines.
 */
function fullestPlace(lonLat: Float64Array): readonly [number, number] {
  const squareOf = (pair: number) =>
    Math.floor(lonLat[pair]! / REACH_DEG) * EAST + Math.floor(lonLat[pair + 1]! / REACH_DEG);
  const counts = new Map<number, number>();
  const add = (square: number, count: number) => counts.set(square, (counts.get(square) ?? 0) + count);
  for (let i = 0; i < lonLat.length; i += 2) add(squareOf(i), 1);
  for (const [square, count] of [...counts]) for (const step of BLOCK.slice(1)) add(square - step, count);
  const [fullest] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return middleOf(lonLat.filter((_, i) => BLOCK.includes(squareOf(i & ~1) - fullest)))!;
}

function trimmed(lonLat: Float64Array): Extent | null {
  const count = lonLat.length / 2;
  if (count === 0) return null;
  const drop = Math.floor(count * TRIM);
  const range = (ordinate: 0 | 1) => {
    const values = lonLat.filter((_, i) => (i & 1) === ordinate).sort();
    const [low, high] = [values[drop]!, values[count - 1 - drop]!];
    const lacking = Math.max(0, LEAST_DEG - (high - low)) / 2;
    return [low - lacking, high + lacking] as const;
  };
  const [[west, east], [south, north]] = [range(0), range(1)];
  return [west, south, east, north];
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
