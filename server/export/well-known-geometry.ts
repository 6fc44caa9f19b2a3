import type { Geometry, Position } from "geojson";

/** A geometry as well-known text (OGC 06-103r4, 7). Ordinates as the shortest text that reads back to the same number. */
export function toWkt(geometry: Geometry): string {
  const point = ([x, y]: Position) => `${x} ${y}`;
  const line = (positions: Position[]) => `(${positions.map(point).join(", ")})`;
  const lines = (parts: Position[][]) => `(${parts.map(line).join(", ")})`;
  switch (geometry.type) {
    case "Point":
      return `POINT (${point(geometry.coordinates)})`;
    case "MultiPoint":
      return `MULTIPOINT (${geometry.coordinates.map((position) => `(${point(position)})`).join(", ")})`;
    case "LineString":
      return `LINESTRING ${line(geometry.coordinates)}`;
    case "MultiLineString":
      return `MULTILINESTRING ${lines(geometry.coordinates)}`;
    case "Polygon":
      return `POLYGON ${lines(geometry.coordinates)}`;
    case "MultiPolygon":
      return `MULTIPOLYGON (${geometry.coordinates.map(lines).join(", ")})`;
    case "GeometryCollection":
      return `GEOMETRYCOLLECTION (${geometry.geometries.map(toWkt).join(", ")})`;
  }
}
