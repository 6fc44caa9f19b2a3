import type { Geometry, Position } from "geojson";
import type { Outline } from "../../../state/proposal-draft.ts";
import { readWkt } from "./read-wkt.ts";

export type BoundaryProblem = "empty" | "not-read" | "no-shape" | "collection" | "out-of-range" | "not-a-number";

/** A boundary and the name that stood with it, or why there is none. */
export type BoundaryRead =
  | { readonly outline: Outline; readonly name: string | null; readonly shapes: number }
  | { readonly problem: BoundaryProblem };

interface Shape {
  readonly geometry: Geometry;
  readonly name: string | null;
}

/**
 * A boundary out of pasted text: GeoJSON, WKT or KML in WGS84 degrees. Of several shapes the first is taken.
 *
 * @param readKml - shapes of a KML document, for which a page has its own parser; `null` when it is none.
 */
export function readBoundary(given: string, readKml: (text: string) => Shape[] | null): BoundaryRead {
  // Files saved on Windows may begin with a byte order mark.
  const text = given.replace(/^\uFEFF/, "").trim();
  if (text === "") return { problem: "empty" };
  const shapes = text.startsWith("{") ? readGeoJson(text) : text.startsWith("<") ? readKml(text) : readWkt(text);
  if (!shapes) return { problem: "not-read" };
  const [first] = shapes;
  if (!first) return { problem: "no-shape" };
  const outline = toOutline(first.geometry);
  if (!outline) return { problem: "collection" };
  const problem = findProblem(outline);
  return problem ? { problem } : { outline, name: first.name, shapes: shapes.length };
}

function readGeoJson(text: string): Shape[] | null {
  try {
    return shapesOf(JSON.parse(text));
  } catch {
    return null;
  }
}

const TYPES = new Set(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]);

function shapesOf(value: unknown): Shape[] | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, features, geometry, geometries, properties } = value as Record<string, unknown>;
  if (type === "FeatureCollection" && Array.isArray(features)) return features.flatMap((each) => shapesOf(each) ?? []);
  if (type === "GeometryCollection" && Array.isArray(geometries))
    return geometries.flatMap((each) => shapesOf(each) ?? []);
  if (type === "Feature") {
    const { name, 名称 } = (properties ?? {}) as Record<string, unknown>;
    const named = [name, 名称].find((each) => typeof each === "string" && each !== "");
    return (shapesOf(geometry) ?? []).map((shape) => ({ ...shape, name: (named as string | undefined) ?? shape.name }));
  }
  return TYPES.has(String(type)) ? [{ geometry: value as Geometry, name: null }] : null;
}

/** A shape that can be a boundary; one part of a multi-part shape that has only one. */
export function toOutline(geometry: Geometry): Outline | null {
  switch (geometry.type) {
    case "Point":
    case "LineString":
    case "Polygon":
      return { type: geometry.type, coordinates: geometry.coordinates } as Outline;
    case "MultiPolygon":
      return geometry.coordinates.length === 1
        ? { type: "Polygon", coordinates: geometry.coordinates[0]! }
        : { type: "MultiPolygon", coordinates: geometry.coordinates };
    case "MultiLineString":
      return geometry.coordinates.length === 1 ? { type: "LineString", coordinates: geometry.coordinates[0]! } : null;
    case "MultiPoint":
      return geometry.coordinates.length === 1 ? { type: "Point", coordinates: geometry.coordinates[0]! } : null;
    case "GeometryCollection":
      return null;
  }
}

function findProblem({ coordinates }: Outline): BoundaryProblem | null {
  const positions = positionsIn(coordinates);
  if (positions.length === 0) return "no-shape";
  if (positions.some((at) => at.length < 2 || at.some((ordinate) => !Number.isFinite(ordinate)))) return "not-a-number";
  const isOnEarth = ([lon, lat]: Position) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85;
  return positions.every(isOnEarth) ? null : "out-of-range";
}

/** All positions of nested coordinates; what is neither a list nor a number becomes a position of no number. */
function positionsIn(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [[Number.NaN, Number.NaN]];
  if (coordinates.length === 0) return [];
  if (coordinates.every((each) => !Array.isArray(each)))
    return [coordinates.map((each) => (typeof each === "number" ? each : Number.NaN))];
  return coordinates.flatMap(positionsIn);
}
