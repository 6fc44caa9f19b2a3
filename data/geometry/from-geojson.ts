import type { Geometry, Position } from "geojson";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { type Outline, type OutlineKind, signedDoubleArea } from "./outlines.ts";

/**
 * One geometry as an outline on the plane: rings opened, outer rings counter-clockwise and holes clockwise.
 *
 * @param geometry - WGS84 degrees; a collection or an empty geometry has no outline.
 * @throws RangeError when there is no outline.
 */
export function outlineFromGeoJson(geometry: Geometry, plane: ZonePlane): Outline {
  const line = (positions: readonly Position[]) => project(positions, plane);
  const polygon = (rings: readonly (readonly Position[])[]) =>
    rings.map((positions, i) => turned(opened(project(positions, plane)), i === 0));
  const [kind, parts]: [OutlineKind, Float64Array[]] = (() => {
    switch (geometry.type) {
      case "Point":
        return [0, [line([geometry.coordinates])]];
      case "MultiPoint":
        return [0, geometry.coordinates.map((position) => line([position]))];
      case "LineString":
        return [1, [line(geometry.coordinates)]];
      case "MultiLineString":
        return [1, geometry.coordinates.map(line)];
      case "Polygon":
        return [2, polygon(geometry.coordinates)];
      case "MultiPolygon":
        return [2, geometry.coordinates.flatMap(polygon)];
      default:
        throw new RangeError(`a ${geometry.type} has no outline`);
    }
  })();
  if (parts.length === 0 || parts.some((part) => part.length === 0))
    throw new RangeError("an empty geometry has no outline");
  return { kind, parts };
}

function project(positions: readonly Position[], plane: ZonePlane): Float64Array {
  const lonLat = new Float64Array(positions.length * 2);
  positions.forEach((position, i) => {
    lonLat[i * 2] = position[0]!;
    lonLat[i * 2 + 1] = position[1]!;
  });
  return plane.projectAll(lonLat);
}

function opened(ring: Float64Array): Float64Array {
  const last = ring.length - 2;
  return last > 0 && ring[0] === ring[last] && ring[1] === ring[last + 1] ? ring.subarray(0, last) : ring;
}

function turned(ring: Float64Array, counterClockwise: boolean): Float64Array {
  if (signedDoubleArea(ring) > 0 === counterClockwise) return ring;
  const reversed = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    reversed[i] = ring[ring.length - 2 - i]!;
    reversed[i + 1] = ring[ring.length - 1 - i]!;
  }
  return reversed;
}
