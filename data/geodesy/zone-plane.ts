import proj4 from "proj4";

/**
 * The plane that everything is measured on: transverse Mercator on WGS84, scale 1 on the central meridian, origin at the centre.
 *
 * Within 50 km of the centre its scale is at most 1 + 3.1e-5. Computed by proj4's extended series (Krüger), good to well under a
 * millimetre within a few degrees of the meridian.
 */
export interface ZonePlane {
  /** `[longitude, latitude]`, WGS84 degrees. */
  readonly center: readonly [number, number];
  /** WGS84 degrees → metres east and north of the centre. */
  toPlane(lon: number, lat: number): [number, number];
  /** Metres → WGS84 degrees. */
  toLonLat(x: number, y: number): [number, number];
  /** The same for `[lon0, lat0, lon1, …]`, into a new array. */
  projectAll(lonLat: Float64Array): Float64Array;
  /** The same for `[x0, y0, x1, …]`, into a new array. */
  unprojectAll(xy: Float64Array): Float64Array;
}

const RADIANS = Math.PI / 180;

/** The projection object that proj4 keeps inside: radians in, metres out, without the per-call datum checks. */
interface Projection {
  forward(point: { x: number; y: number }): { x: number; y: number };
  inverse(point: { x: number; y: number }): { x: number; y: number };
}

/**
 * @param center - `[longitude, latitude]` in degrees, longitude in [-180, 180], latitude in [-85, 85].
 * @throws RangeError for a centre outside that range or not finite.
 */
export function createZonePlane(center: readonly [number, number]): ZonePlane {
  const [lon0, lat0] = center;
  if (!(Math.abs(lon0) <= 180 && Math.abs(lat0) <= 85)) {
    throw new RangeError(`zone centre must be [-180..180, -85..85] degrees, not [${lon0}, ${lat0}]`);
  }
  const projection = new proj4.Proj(
    `+proj=etmerc +lat_0=${lat0} +lon_0=${lon0} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m`,
  ) as unknown as Projection;
  const point = { x: 0, y: 0 };
  const forward = (lon: number, lat: number) => {
    point.x = lon * RADIANS;
    point.y = lat * RADIANS;
    return projection.forward(point);
  };
  const inverse = (x: number, y: number) => {
    point.x = x;
    point.y = y;
    return projection.inverse(point);
  };
  const mapPairs = (from: Float64Array, each: (a: number, b: number) => { x: number; y: number }, scale: number) => {
    const to = new Float64Array(from.length);
    for (let i = 0; i < from.length; i += 2) {
      const result = each(from[i]!, from[i + 1]!);
      to[i] = result.x * scale;
      to[i + 1] = result.y * scale;
    }
    return to;
  };
  return {
    center: [lon0, lat0],
    toPlane: (lon, lat) => {
      const { x, y } = forward(lon, lat);
      return [x, y];
    },
    toLonLat: (x, y) => {
      const result = inverse(x, y);
      return [result.x / RADIANS, result.y / RADIANS];
    },
    projectAll: (lonLat) => mapPairs(lonLat, forward, 1),
    unprojectAll: (xy) => mapPairs(xy, inverse, 1 / RADIANS),
  };
}
