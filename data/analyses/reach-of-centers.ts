import { decideLimit, planeErrorM } from "../geodesy/limit.ts";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { findSeparation } from "../geometry/distance.ts";
import { type Outline, pointOutline } from "../geometry/outlines.ts";
import { findNearest, spatialIndexOf } from "../snapshot/index.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { rowOutline, rowPosition } from "./rows.ts";

/** The outline of a row on another plane than its snapshot's; on the same one it is the snapshot's own. */
function outlineOnPlane(snapshot: Snapshot, row: number, plane: ZonePlane): Outline {
  const outline = rowOutline(snapshot, row);
  if (snapshot.plane.center.join() === plane.center.join()) return outline;
  return {
    kind: outline.kind,
    parts: outline.parts.map((part) => plane.projectAll(snapshot.plane.unprojectAll(part))),
  };
}

/**
 * How far a target's outline lies from the nearest of a layer's display positions.
 *
 * @param selection - which centres there are.
 * @returns metres; `"covered"` when that is at most `radiusM`, which the geodesic decides where the plane cannot; `null` without any
 *   centre.
 */
export function reachOfCenters(
  targets: Snapshot,
  row: number,
  centers: Snapshot,
  selection: Selection,
  radiusM: number,
): number | null | "covered" {
  if (!spatialIndexOf(centers)) return null;
  const { plane } = centers;
  const outline = outlineOnPlane(targets, row, plane);
  const [x, y] = plane.toPlane(...rowPosition(targets, row));
  const reachOfOutline = outline.parts.reduce((far, part) => Math.max(far, farthestFrom(part, x, y)), 0);
  const first = findNearest(centers, x, y, 1, Number.POSITIVE_INFINITY, selection)[0];
  if (first === undefined) return null;
  const toFirst = Math.hypot(centers.xy[first * 2]! - x, centers.xy[first * 2 + 1]! - y);
  // Any centre nearer to the outline lies within this of its display position.
  const reach = toFirst + reachOfOutline + planeErrorM(toFirst, x, x) + 1e-6;
  let nearest = Number.POSITIVE_INFINITY;
  for (const center of findNearest(centers, x, y, Number.POSITIVE_INFINITY, reach, selection)) {
    const found = findSeparation(outline, pointOutline(centers.xy[center * 2]!, centers.xy[center * 2 + 1]!), nearest);
    if (!found) continue;
    nearest = found.distanceM;
    if (decideLimit(nearest, radiusM, found.from, found.to, plane).within) return "covered";
  }
  return nearest;
}

function farthestFrom(part: Float64Array, x: number, y: number): number {
  let far = 0;
  for (let i = 0; i < part.length; i += 2) far = Math.max(far, Math.hypot(part[i]! - x, part[i + 1]! - y));
  return far;
}

/** `[x0, y0, …]` of the rows that a selection takes, plane metres. */
export function pickCenters({ xy, count }: Snapshot, selection: Selection): Float64Array {
  const centers: number[] = [];
  for (let row = 0; row < count; row++) {
    if (!selection || selection[row] === 1) centers.push(xy[row * 2]!, xy[row * 2 + 1]!);
  }
  return Float64Array.from(centers);
}
