import geodesy from "geographiclib-geodesic";
import type { Geometry, Position } from "geojson";

/**
 * Distances, azimuths, lengths and areas on the WGS84 ellipsoid, by Karney's algorithms: right to nanometres, some microseconds
 * each. For measuring tools, for pairs that the plane cannot decide, and as the reference of tests.
 *
 * @see Karney, C. F. F. (2013), Algorithms for geodesics, J. Geodesy 87, 43-55
 */
const { Geodesic } = geodesy;
const WGS84 = Geodesic.WGS84;

/** The shortest way from one position to another. Azimuths are clockwise from north, in (-180, 180]. */
export interface GeodesicLine {
  readonly distanceM: number;
  /** Direction at the start. */
  readonly azimuthDeg: number;
  /** Direction at the end, forward. */
  readonly endAzimuthDeg: number;
}

/** The geodesic between two positions, WGS84 degrees. NaN for positions that are not on the earth. */
export function geodesicLine(lon1: number, lat1: number, lon2: number, lat2: number): GeodesicLine {
  const { s12, azi1, azi2 } = WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE | Geodesic.AZIMUTH);
  return {
    distanceM: s12 ?? Number.NaN,
    azimuthDeg: azi1 ?? Number.NaN,
    endAzimuthDeg: azi2 ?? Number.NaN,
  };
}

/** Length of the geodesic between two positions in metres. */
export const geodesicDistanceM = (lon1: number, lat1: number, lon2: number, lat2: number): number =>
  WGS84.Inverse(lat1, lon1, lat2, lon2, Geodesic.DISTANCE).s12 ?? Number.NaN;

/** The position a distance away: `[longitude, latitude]`, longitude in [-180, 180]. */
export function geodesicDestination(lon: number, lat: number, azimuthDeg: number, distanceM: number): [number, number] {
  const { lon2, lat2 } = WGS84.Direct(lat, lon, azimuthDeg, distanceM, Geodesic.LATITUDE | Geodesic.LONGITUDE);
  return [lon2 ?? Number.NaN, lat2 ?? Number.NaN];
}

function measure(positions: readonly Position[], polyline: boolean): { lengthM: number; areaM2: number } {
  const polygon = WGS84.Polygon(polyline);
  const last = positions.length - 1;
  const closed =
    last > 0 && positions[0]![0] === positions[last]![0] && positions[0]![1] === positions[last]![1] && !polyline;
  for (let i = 0; i < positions.length - (closed ? 1 : 0); i++) {
    polygon.AddPoint(positions[i]![1] as number, positions[i]![0] as number);
  }
  const { perimeter, area } = polygon.Compute(false, true);
  return { lengthM: perimeter, areaM2: Math.abs(area ?? 0) };
}

const ringArea = (ring: readonly Position[]): number => measure(ring, false).areaM2;

const polygonArea = ([outer, ...holes]: readonly Position[][]): number =>
  outer ? holes.reduce((area, hole) => area - ringArea(hole), ringArea(outer)) : 0;

/**
 * Area on the ellipsoid in m²: holes taken off, parts added up. 0 for points and lines.
 *
 * @param geometry - WGS84; edges are geodesics; rings closed or not, of either direction. Parts must not overlap.
 */
export function geodesicAreaM2(geometry: Geometry): number {
  switch (geometry.type) {
    case "Polygon":
      return polygonArea(geometry.coordinates);
    case "MultiPolygon":
      return geometry.coordinates.reduce((area, polygon) => area + polygonArea(polygon), 0);
    case "GeometryCollection":
      return geometry.geometries.reduce((area, each) => area + geodesicAreaM2(each), 0);
    default:
      return 0;
  }
}

/**
 * Length on the ellipsoid in metres: of lines, or of all rings of polygons. 0 for points.
 *
 * @param geometry - WGS84; edges are geodesics.
 */
export function geodesicLengthM(geometry: Geometry): number {
  const sum = (parts: readonly Position[][], polyline: boolean) =>
    parts.reduce((length, part) => length + measure(part, polyline).lengthM, 0);
  switch (geometry.type) {
    case "LineString":
      return sum([geometry.coordinates], true);
    case "MultiLineString":
      return sum(geometry.coordinates, true);
    case "Polygon":
      return sum(geometry.coordinates, false);
    case "MultiPolygon":
      return geometry.coordinates.reduce((length, polygon) => length + sum(polygon, false), 0);
    case "GeometryCollection":
      return geometry.geometries.reduce((length, each) => length + geodesicLengthM(each), 0);
    default:
      return 0;
  }
}
