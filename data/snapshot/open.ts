import { createZonePlane, type ZonePlane } from "../geodesy/zone-plane.ts";
import { decodeSnapshot } from "./arrow.ts";
import type { Snapshot } from "./snapshot.ts";
import type { SnapshotTable } from "./table.ts";

/**
 * Opens what the server delivers: decodes the bytes and projects every position once.
 *
 * @param bytes - an Arrow stream from `encodeSnapshot`, not gzipped; its coordinates are used in place, so it must not change.
 * @param planeFor - the plane for a centre `[longitude, latitude]`; the same centre may get the same plane.
 * @throws RangeError when the bytes are no snapshot.
 */
export const openSnapshot = (
  bytes: Uint8Array,
  planeFor: (center: readonly [number, number]) => ZonePlane = createZonePlane,
): Snapshot => projectTable(decodeSnapshot(bytes), planeFor);

/** The snapshot of a table that was built or decoded here. */
export function projectTable(
  table: SnapshotTable,
  planeFor: (center: readonly [number, number]) => ZonePlane = createZonePlane,
): Snapshot {
  const plane = planeFor(table.planeCenter);
  const { outlines, planeCenter: _, ...rest } = table;
  const xy = plane.projectAll(table.lonLat);
  if (!outlines) {
    const boxes = new Float64Array(table.count * 4);
    for (let row = 0; row < table.count; row++) {
      boxes[row * 4] = boxes[row * 4 + 2] = xy[row * 2]!;
      boxes[row * 4 + 1] = boxes[row * 4 + 3] = xy[row * 2 + 1]!;
    }
    return { ...rest, plane, xy, boxes, outlines: null };
  }
  const projected = { ...outlines, xy: plane.projectAll(outlines.lonLat) };
  return { ...rest, plane, xy, boxes: boxesOf(projected), outlines: projected };
}

function boxesOf({ featureStart, partStart, xy }: NonNullable<Snapshot["outlines"]>): Float64Array {
  const count = featureStart.length - 1;
  const boxes = new Float64Array(count * 4);
  for (let row = 0; row < count; row++) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = partStart[featureStart[row + 1]!]! * 2;
    for (let i = partStart[featureStart[row]!]! * 2; i < end; i += 2) {
      const x = xy[i]!;
      const y = xy[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    boxes[row * 4] = minX;
    boxes[row * 4 + 1] = minY;
    boxes[row * 4 + 2] = maxX;
    boxes[row * 4 + 3] = maxY;
  }
  return boxes;
}
