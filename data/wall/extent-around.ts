import type { Extent } from "./scene.ts";

/** Along a meridian, by the mean radius of the earth: 0.2 % off at most, which no camera shows. */
const METRES_PER_DEGREE = 111_195;

/** Beyond it no extent of a scene reaches. Degrees. */
const LARGEST_LATITUDE = 85;

/**
 * A square of ground around a place.
 *
 * @param position - `[longitude, latitude]`, WGS84 degrees.
 * @param widthM - from edge to edge, above 0; what would lie beyond ±180° or ±85° is cut off.
 * @throws RangeError when the width is not above 0.
 */
export function extentAround([lon, lat]: readonly [number, number], widthM: number): Extent {
  if (!(widthM > 0)) throw new RangeError(`width must be above 0, not ${widthM} m`);
  const north = widthM / 2 / METRES_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [
    Math.max(-180, lon - east),
    Math.max(-LARGEST_LATITUDE, lat - north),
    Math.min(180, lon + east),
    Math.min(LARGEST_LATITUDE, lat + north),
  ];
}

/** How wide and high an extent is along its middle. Metres. */
export function extentSizeM([west, south, east, north]: Extent): { readonly widthM: number; readonly heightM: number } {
  const middle = (south + north) / 2;
  return {
    widthM: (east - west) * METRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180),
    heightM: (north - south) * METRES_PER_DEGREE,
  };
}

/**
 * Around something found: itself where it is wider or higher than that, otherwise a square with it in the middle.
 *
 * @throws RangeError when the width is not above 0.
 */
export function extentAtLeast(extent: Extent, leastWidthM: number): Extent {
  const { widthM, heightM } = extentSizeM(extent);
  return Math.max(widthM, heightM) > leastWidthM ? extent : extentAround(middleOfExtent(extent), leastWidthM);
}

/** `[longitude, latitude]` half way between the edges. */
export const middleOfExtent = ([west, south, east, north]: Extent): readonly [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
];
