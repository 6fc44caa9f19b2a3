/** The latitude at which the square world of the web's tiles ends. */
const MAX_LATITUDE = 85.051129;

/** World pixels at zoom 0, as MapLibre and deck.gl count zoom. */
export const WORLD_PX = 512;

/** Fraction of the world's width, 0 at 180° west, 1 at 180° east. */
export const toMercatorX = (lon: number) => (lon + 180) / 360;

/** Fraction of the world's height, 0 in the north, 1 in the south; the poles are cut off. */
export function toMercatorY(lat: number): number {
  const sin = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export const fromMercatorX = (x: number) => x * 360 - 180;

export const fromMercatorY = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
