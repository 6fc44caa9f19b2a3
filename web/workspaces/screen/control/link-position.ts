/** The middle of the map in a link of this product, as addresses write it: longitude, latitude, zoom. */
const CAMERA = /[?&]at=(-?[\d.]+),(-?[\d.]+),[\d.]+/;

/** @returns what to look for by what was typed: of a link to somebody's map, the place that they look at. */
export function linkPosition(typed: string): string {
  const [, lon, lat] = CAMERA.exec(typed.replaceAll("%2C", ",")) ?? [];
  return lon !== undefined && lat !== undefined ? `${lon}, ${lat}` : typed;
}
