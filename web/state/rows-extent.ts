import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { Extent } from "./home-extent.ts";

/** The extent of given features with their outlines, WGS84; `null` when there are none. */
export function rowsExtent(
  groups: readonly { readonly snapshot: Snapshot; readonly rows: readonly number[] }[],
): Extent | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { snapshot, rows } of groups) {
    const { boxes, plane } = snapshot;
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const row of rows) {
      minX = Math.min(minX, boxes[row * 4]!);
      minY = Math.min(minY, boxes[row * 4 + 1]!);
      maxX = Math.max(maxX, boxes[row * 4 + 2]!);
      maxY = Math.max(maxY, boxes[row * 4 + 3]!);
    }
    if (minX > maxX) continue;
    // North on the plane is not quite north on the earth: all four corners tell.
    for (const [x, y] of [
      [minX, minY],
      [minX, maxY],
      [maxX, minY],
      [maxX, maxY],
    ] as const) {
      const [lon, lat] = plane.toLonLat(x, y);
      [west, south] = [Math.min(west, lon), Math.min(south, lat)];
      [east, north] = [Math.max(east, lon), Math.max(north, lat)];
    }
  }
  return west > east ? null : [west, south, east, north];
}
