type Box = readonly [number, number, number, number];

/** From so far out on, the whole zone is shown with one size of cells; nearer, what is seen with finer ones. */
const ZONE_BELOW_ZOOM = 12.5;
const ZONE_CELL_M = 25;
/** So many cells across what is seen: about one for each pixel of the map beside the panels. */
const ACROSS = 900;
const METRES_PER_DEGREE = 111_320;

export interface RasterExtent {
  readonly bounds?: Box;
  readonly cellM: number;
}

/**
 * What the raster covers and how finely.
 *
 * @param hasDistricts - whether something says where the zone is; without it only what is seen can be asked for.
 * @param bounds - `[west, south, east, north]` of what is seen.
 */
export function rasterExtent(zoom: number, bounds: Box, hasDistricts: boolean): RasterExtent {
  if (hasDistricts && zoom < ZONE_BELOW_ZOOM) return { cellM: ZONE_CELL_M };
  const [west, south, east, north] = bounds;
  const widthM = (east - west) * METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const cellM = Math.min(200, Math.max(0.5, Number((widthM / ACROSS).toPrecision(1))));
  return { bounds: [west, south, east, north], cellM };
}
