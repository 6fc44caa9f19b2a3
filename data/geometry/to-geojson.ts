import type { MultiPolygon, Polygon, Position } from "geojson";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { signedDoubleArea } from "./outlines.ts";

/** Rings on a plane, in the order of `Outlines`, as WGS84 GeoJSON; `MultiPolygon` of nothing for none. */
export const polygonToGeoJson = (rings: readonly Float64Array[], plane: ZonePlane): Polygon | MultiPolygon =>
  ringsToGeoJson(rings.map((ring) => plane.unprojectAll(ring)));

/** The same for rings in degrees: each counter-clockwise ring begins a polygon, its holes follow it clockwise. */
export function ringsToGeoJson(rings: readonly Float64Array[]): Polygon | MultiPolygon {
  const polygons: Position[][][] = [];
  for (const ring of rings) {
    const current = polygons[polygons.length - 1];
    if (current && signedDoubleArea(ring) < 0) current.push(closedPositions(ring));
    else polygons.push([closedPositions(ring)]);
  }
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0]! }
    : { type: "MultiPolygon", coordinates: polygons };
}

function closedPositions(ring: Float64Array): Position[] {
  const positions = positionsOf(ring);
  positions.push([...positions[0]!]);
  return positions;
}

/** `[lon0, lat0, …]` as positions. */
export function positionsOf(lonLat: Float64Array): Position[] {
  const positions: Position[] = [];
  for (let i = 0; i < lonLat.length; i += 2) positions.push([lonLat[i]!, lonLat[i + 1]!]);
  return positions;
}
