import Flatbush from "flatbush";
import type { Selection, Snapshot } from "./snapshot.ts";

const indexes = new WeakMap<Snapshot, Flatbush | null>();

/** Half the earth around: the projection gives no finite metres to a stray position a quarter of the globe away. */
const FARTHEST_M = 2.1e7;
const near = (metres: number): number => Math.max(-FARTHEST_M, Math.min(FARTHEST_M, metres));

/**
 * The tree over a snapshot's boxes, built at the first question and kept as long as the snapshot; item `i` is row `i`.
 *
 * @returns `null` for an empty snapshot, which flatbush does not know.
 */
export function spatialIndexOf(snapshot: Snapshot): Flatbush | null {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = buildIndex(snapshot);
    indexes.set(snapshot, index);
  }
  return index;
}

function buildIndex({ count, boxes }: Snapshot): Flatbush | null {
  if (count === 0) return null;
  const index = new Flatbush(count);
  for (let i = 0; i < count * 4; i += 4)
    index.add(near(boxes[i]!), near(boxes[i + 1]!), near(boxes[i + 2]!), near(boxes[i + 3]!));
  index.finish();
  return index;
}

/** Rows whose box touches the given one, `[minX, minY, maxX, maxY]` in the snapshot's plane metres; in no order. */
export function findByBox(
  snapshot: Snapshot,
  [minX, minY, maxX, maxY]: readonly [number, number, number, number],
  selection: Selection = null,
): number[] {
  const index = spatialIndexOf(snapshot);
  return index?.search(minX, minY, maxX, maxY, selection ? (row) => selection[row] === 1 : undefined) ?? [];
}

/**
 * Rows nearest to a place by the distance to their boxes, nearest first. For a layer of points that is the distance itself;
 * for lines and polygons it is a lower bound of it.
 *
 * @param x - plane metres of the snapshot; so is `y`.
 * @param limit - how many at most.
 * @param withinM - how far at most.
 */
export function findNearest(
  snapshot: Snapshot,
  x: number,
  y: number,
  limit: number,
  withinM = Number.POSITIVE_INFINITY,
  selection: Selection = null,
): number[] {
  const index = spatialIndexOf(snapshot);
  return index?.neighbors(x, y, limit, withinM, selection ? (row) => selection[row] === 1 : undefined) ?? [];
}
