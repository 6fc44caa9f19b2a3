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

/**
 * The snapshot of a table that was built or decoded here. Plane metres are computed when they are first asked for: a page that only
 * draws a layer in degrees never pays for them.
 */
export function projectTable(
  table: SnapshotTable,
  planeFor: (center: readonly [number, number]) => ZonePlane = createZonePlane,
): Snapshot {
  const { outlines, planeCenter, ...rest } = table;
  const plane = once(() => planeFor(planeCenter));
  const xy = once(() => plane().projectAll(table.lonLat));
  const outlineXy = once(() => (outlines ? plane().projectAll(outlines.lonLat) : new Float64Array(0)));
  const projected = outlines && {
    ...outlines,
    get xy() {
      return outlineXy();
    },
  };
  const boxes = once(() => (projected ? boxesOf(projected) : pointBoxes(xy())));
  return {
    ...rest,
    outlines: projected,
    get plane() {
      return plane();
    },
    get xy() {
      return xy();
    },
    get boxes() {
      return boxes();
    },
  };
}

/** Computes a value at the first question and keeps it. */
function once<Value extends object>(compute: () => Value): () => Value {
  let value: Value | null = null;
  return () => {
    value ??= compute();
    return value;
  };
}

function pointBoxes(xy: Float64Array): Float64Array {
  const boxes = new Float64Array(xy.length * 2);
  for (let i = 0; i < xy.length; i += 2) {
    boxes[i * 2] = boxes[i * 2 + 2] = xy[i]!;
    boxes[i * 2 + 1] = boxes[i * 2 + 3] = xy[i + 1]!;
  }
  return boxes;
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
