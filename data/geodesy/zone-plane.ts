import proj4 from "proj4";

/**
 * The plane that everything is measured on: transverse Mercator on WGS84, scale 1 on the central meridian, origin at the centre.
 *
 * A distance on it is never shorter than the geodesic and, within 50 km of the centre, at most 3.1e-5 longer
 * (`scaleBound`). Computed by proj4's extended series (Krüger, sixth order), good to a micrometre far beyond that.
 */
export interface ZonePlane {
  /** `[longitude, latitude]`, WGS84 degrees. */
  readonly center: readonly [number, number];
  /** WGS84 degrees → metres east and north of the centre. Always finite for a finite position. */
  toPlane(lon: number, lat: number): [number, number];
  /** Metres → WGS84 degrees. Always finite for finite metres. */
  toLonLat(x: number, y: number): [number, number];
  /** The same for `[lon0, lat0, lon1, …]`, into a new array. */
  projectAll(lonLat: Float64Array): Float64Array;
  /** The same for `[x0, y0, x1, …]`, into a new array. */
  unprojectAll(xy: Float64Array): Float64Array;
}

const RADIANS = Math.PI / 180;

/** The series ends at 16.7 Mm east or west, some 81° of arc from the centre's meridian. */
const EDGE_M = 16_000_000;

/** Where positions beyond the edge are put: finite, so that an index can hold them, and out of reach of every radius. */
const BEYOND_EDGE_M = 20_000_000;

/** The projection object that proj4 keeps inside: radians in, metres out, without the per-call datum checks (30 times faster). */
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
    projection.forward(point);
    if (point.x === Number.POSITIVE_INFINITY) {
      point.x = Math.sin((lon - lon0) * RADIANS) < 0 ? -BEYOND_EDGE_M : BEYOND_EDGE_M;
      point.y = 0;
    }
    return point;
  };
  const inverse = (x: number, y: number) => {
    point.x = Math.max(-EDGE_M, Math.min(EDGE_M, x));
    point.y = y;
    projection.inverse(point);
    point.x /= RADIANS;
    point.y /= RADIANS;
    return point;
  };
  const mapPairs = (from: Float64Array, each: (a: number, b: number) => { x: number; y: number }) => {
    const to = new Float64Array(from.length);
    for (let i = 0; i < from.length; i += 2) {
      const { x, y } = each(from[i]!, from[i + 1]!);
      to[i] = x;
      to[i + 1] = y;
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
      return [result.x, result.y];
    },
    projectAll: (lonLat) => mapPairs(lonLat, forward),
    unprojectAll: (xy) => mapPairs(xy, inverse),
  };
}

/** Below the smallest mean radius of curvature of WGS84 (its polar semi-axis, on the equator), so that the bound holds everywhere. */
const SMALLEST_RADIUS_M = 6_356_000;

/**
 * How much longer than the geodesic a distance on the plane can be at most: geodesic ≤ planar ≤ geodesic × bound.
 *
 * The scale of a transverse Mercator is cosh(x / R): 1 on the central meridian, 1 + 3.1e-5 at 50 km.
 *
 * @param x - the larger of the two ends' metres east or west of the centre, either sign.
 */
export const scaleBound = (x: number): number => Math.cosh(x / SMALLEST_RADIUS_M);
