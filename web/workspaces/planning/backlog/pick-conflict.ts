import type { Conflict } from "../../../api.ts";
import { toMercatorX, toMercatorY, WORLD_PX } from "../../../map/mercator.ts";

/** A finger's or a pointer's breadth. */
const REACH_PX = 8;

/**
 * The conflict whose line was hit, the nearest within a few pixels.
 *
 * @param at - `[longitude, latitude]` of the click.
 * @param zoom - of the map, as MapLibre counts it.
 */
export function pickConflict(
  conflicts: readonly Conflict[],
  at: readonly [number, number],
  zoom: number,
): Conflict | null {
  const toPx = ([lon, lat]: readonly [number, number]): [number, number] => {
    const worldPx = WORLD_PX * 2 ** zoom;
    return [toMercatorX(lon) * worldPx, toMercatorY(lat) * worldPx];
  };
  const point = toPx(at);
  let nearest: Conflict | null = null;
  let leastPx = REACH_PX;
  for (const conflict of conflicts) {
    const [from, to] = conflict.finding.line;
    const px = distancePx(point, toPx(from), toPx(to));
    if (px > leastPx || (px === leastPx && nearest)) continue;
    nearest = conflict;
    leastPx = px;
  }
  return nearest;
}

type Px = readonly [number, number];

/** From a point to a segment; the ends may be the same. */
function distancePx([x, y]: Px, [ax, ay]: Px, [bx, by]: Px): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The most urgent conflict that a feature is a side of; lists are in that order. */
export const conflictOf = (
  conflicts: readonly Conflict[],
  { layer, id }: { readonly layer: string; readonly id: string },
): Conflict | null =>
  conflicts.find(({ finding: { hazard, target } }) =>
    [hazard, target].some((side) => side.layer === layer && side.id === id),
  ) ?? null;
