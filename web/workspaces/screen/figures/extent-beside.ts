import { fromMercatorX, fromMercatorY, toMercatorX, toMercatorY } from "../../../map/mercator.ts";
import type { Extent } from "../../../state/home-extent.ts";

/** A picture of the map and the part of it that a list leaves free, pixels. */
export interface FreePart {
  readonly widthPx: number;
  readonly heightPx: number;
  /** From the picture's left and upper edge. */
  readonly free: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Nothing is looked at nearer than this: a single point still has its surroundings. Share of the world's width, about 600 m here. */
const LEAST = 2e-5;

/** Left free around what has to be seen. */
const MARGIN = 1.15;

/** @returns what the whole picture has to show for `extent` to lie in the part that is free. */
export function extentBeside([west, south, east, north]: Extent, { widthPx, heightPx, free }: FreePart): Extent {
  const [left, right, top, bottom] = [toMercatorX(west), toMercatorX(east), toMercatorY(north), toMercatorY(south)];
  const perPx =
    MARGIN * Math.max(Math.max(right - left, LEAST) / free.width, Math.max(bottom - top, LEAST) / free.height);
  const x = (left + right) / 2 - (free.left + free.width / 2) * perPx;
  const y = (top + bottom) / 2 - (free.top + free.height / 2) * perPx;
  return [fromMercatorX(x), fromMercatorY(y + heightPx * perPx), fromMercatorX(x + widthPx * perPx), fromMercatorY(y)];
}
