import { findSeparation } from "#data/geometry/distance.ts";
import { outlineOf, pointOutline } from "#data/geometry/outlines.ts";
import { findByBox } from "#data/snapshot/index.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";
import { WORLD_PX } from "./mercator.ts";
import type { SymbolColumns } from "./symbol-columns.ts";

const EARTH_GIRTH_M = 2 * Math.PI * 6_378_137;

/** Ground metres of one screen pixel. */
export const metresPerPixel = (lat: number, zoom: number) =>
  (EARTH_GIRTH_M * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);

/** What a row was hit by: its symbol lies above every outline. */
export interface Hit {
  readonly row: number;
  readonly part: "symbol" | "outline";
}

/**
 * Finds what lies under a pointer in the columns, not by drawing the scene once more: in software that costs a hundred times as
 * much, and a click comes at exactly the moment when the map should answer.
 *
 * @param at - the pointer, WGS84.
 * @param symbolReachM - half a symbol plus what a pointer may miss it by, in ground metres.
 * @param outlineReachM - how near to a line is on it; `null` while outlines are not drawn.
 * @returns the symbol drawn topmost, else the topmost outline, else `null`.
 */
export function findUnder(
  snapshot: Snapshot,
  symbols: SymbolColumns,
  at: readonly [number, number],
  symbolReachM: number,
  outlineReachM: number | null,
  visible: Selection,
): Hit | null {
  const [lon, lat] = at;
  if (!snapshot.extent || !reaches(snapshot.extent, lon, lat)) return null;
  const [x, y] = snapshot.plane.toPlane(lon, lat);
  const reach = Math.max(symbolReachM, outlineReachM ?? 0);
  let symbol = -1;
  let outline = -1;
  for (const row of findByBox(snapshot, [x - reach, y - reach, x + reach, y + reach], visible)) {
    const rank = symbols.ranks[row]!;
    const distanceM = Math.hypot(snapshot.xy[row * 2]! - x, snapshot.xy[row * 2 + 1]! - y);
    if (distanceM <= symbolReachM) symbol = Math.max(symbol, rank);
    else if (symbol < 0 && rank > outline && outlineReachM !== null && isOnOutline(snapshot, row, x, y, outlineReachM))
      outline = rank;
  }
  if (symbol >= 0) return { row: symbols.rows[symbol]!, part: "symbol" };
  return outline >= 0 ? { row: symbols.rows[outline]!, part: "outline" } : null;
}

/** A degree of slack: far away a projection has no finite metres to compare. */
const reaches = ([west, south, east, north]: readonly [number, number, number, number], lon: number, lat: number) =>
  lon >= west - 1 && lon <= east + 1 && lat >= south - 1 && lat <= north + 1;

function isOnOutline({ outlines }: Snapshot, row: number, x: number, y: number, reachM: number): boolean {
  if (!outlines || outlines.kind[row] === 0) return false;
  const reach = outlines.kind[row] === 1 ? reachM : 0;
  const separation = findSeparation(pointOutline(x, y), outlineOf(outlines, row), reach);
  return separation !== null && separation.distanceM <= reach;
}
