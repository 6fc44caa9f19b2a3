import type { Extent } from "#data/wall/scene.ts";
import { fromMercatorX, fromMercatorY, toMercatorX, toMercatorY, WORLD_PX } from "../../../map/mercator.ts";

/** Some ten centimetres: finer than anybody points a map. */
const DECIMALS = 6;

/**
 * What a scene has to name for a map to show what it shows now.
 *
 * @param bounds - what is seen.
 * @param edgePx - how much of the picture a map that is fitted to an extent leaves free around it.
 */
export function takenExtent([west, south, east, north]: Extent, zoom: number, edgePx: number): Extent {
  const edge = edgePx / (WORLD_PX * 2 ** zoom);
  const [left, right] = [toMercatorX(west), toMercatorX(east)];
  const [top, bottom] = [toMercatorY(north), toMercatorY(south)];
  // A map so small that it is nothing but edge is taken as it is.
  const kept = Math.min(edge, (right - left) / 4, (bottom - top) / 4);
  return [
    round(Math.max(-180, fromMercatorX(left + kept))),
    round(Math.max(-85, fromMercatorY(bottom - kept))),
    round(Math.min(180, fromMercatorX(right - kept))),
    round(Math.min(85, fromMercatorY(top + kept))),
  ];
}

const round = (degrees: number): number => Number(degrees.toFixed(DECIMALS));
