import { findNearest } from "#data/snapshot/index.ts";
import { toMercatorY, WORLD_PX } from "../map/mercator.ts";
import type { Camera, FeatureRef } from "../map/picture.ts";
import type { Ledger } from "./ledgers.ts";
import { selectRows } from "./selections.ts";
import type { View } from "./view.ts";

/** As many as somebody steps through. */
const MOST = 60;

type Bounds = readonly [number, number, number, number];

/**
 * The features whose symbols are drawn within the bounds, nearest to the map's middle first.
 *
 * @param camera - at a zoom where a layer shows counts only, the layer has none.
 */
export function featuresAroundMiddle(
  ledgers: readonly Ledger[],
  view: Pick<View, "layers" | "filters" | "time">,
  { lon, lat, zoom }: Pick<Camera, "lon" | "lat" | "zoom">,
  [west, south, east, north]: Bounds,
): FeatureRef[] {
  const drawn = ledgers.filter(
    ({ definition, snapshot }) =>
      view.layers.includes(definition.id) && zoom >= definition.symbol.minZoom && snapshot.count > 0,
  );
  return drawn
    .flatMap(({ definition, snapshot }) => {
      const [x, y] = snapshot.plane.toPlane(lon, lat);
      const shown = selectRows(definition, snapshot, view).rows;
      return findNearest(snapshot, x, y, MOST, undefined, shown).flatMap((row) => {
        const [rowLon, rowLat] = [snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!];
        if (rowLon < west || rowLon > east || rowLat < south || rowLat > north) return [];
        const distanceM = Math.hypot(snapshot.xy[row * 2]! - x, snapshot.xy[row * 2 + 1]! - y);
        return { layer: definition.id, row, distanceM };
      });
    })
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, MOST)
    .map(({ layer, row }) => ({ layer, row }));
}

/** Pixels right of and below the map's middle, north up and seen from straight above. */
export function pixelsFromMiddle(
  { lon, lat, zoom }: Pick<Camera, "lon" | "lat" | "zoom">,
  [toLon, toLat]: readonly [number, number],
): { x: number; y: number } {
  const world = WORLD_PX * 2 ** zoom;
  return { x: ((toLon - lon) / 360) * world, y: (toMercatorY(toLat) - toMercatorY(lat)) * world };
}
