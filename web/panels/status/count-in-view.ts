import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";

/** How many of the rows that are shown stand within `[west, south, east, north]`, by their display position. */
export function countInView(
  { lonLat, count }: Pick<Snapshot, "lonLat" | "count">,
  shown: Selection,
  [west, south, east, north]: readonly [number, number, number, number],
): number {
  let inView = 0;
  for (let row = 0; row < count; row++) {
    if (shown && shown[row] === 0) continue;
    const lon = lonLat[row * 2]!;
    const lat = lonLat[row * 2 + 1]!;
    if (lon >= west && lon <= east && lat >= south && lat <= north) inView++;
  }
  return inView;
}
