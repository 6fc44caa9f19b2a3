import type { Geometry } from "geojson";
import type { BrokenRow, SourceRow } from "./delivery.ts";
import { mergeGeometries } from "./merge-geometries.ts";

const PLAIN = new Set(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One feature of a collection or of a line. Positions are checked where all geometries are, whatever format they came in. */
export function readJsonFeature(json: string, place: number): SourceRow | BrokenRow {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { place, reason: `it is not JSON: ${(error as Error).message}` };
  }
  if (!isObject(value)) return { place, reason: "it is no feature" };
  const feature = value.type === "Feature" ? value : asFeature(value);
  if (feature === null) return { place, reason: "it is no feature" };
  const { properties = null, id } = feature;
  if (properties !== null && !isObject(properties)) return { place, reason: "its properties are no object" };
  const geometry = readGeometry(feature.geometry);
  if (typeof geometry === "string") return { place, reason: geometry };
  const hasId = typeof id === "string" || typeof id === "number";
  const tags = properties?.other_tags;
  const isPlain = !hasId && tags === undefined;
  return {
    place,
    geometry,
    fields: isPlain ? (properties ?? {}) : { ...(hasId && { id }), ...tagsOf(tags), ...properties },
  };
}

/** A geometry that stands where a feature could. */
function asFeature(value: Record<string, unknown>): Record<string, unknown> | null {
  const isGeometry = PLAIN.has(String(value.type)) || value.type === "GeometryCollection";
  return isGeometry ? { geometry: value, properties: null } : null;
}

/** @returns a text that says why there is none. An empty geometry is none, as RFC 7946 allows readers to see it. */
function readGeometry(value: unknown): Geometry | null | string {
  if (value === null || value === undefined) return null;
  if (!isObject(value)) return "its geometry is no object";
  if (value.type === "GeometryCollection") {
    if (!Array.isArray(value.geometries)) return "its GeometryCollection has no geometries";
    const members: Geometry[] = [];
    for (const each of value.geometries) {
      const member = readGeometry(each);
      if (typeof member === "string") return member;
      if (member) members.push(member);
    }
    if (members.length === 0) return null;
    return mergeGeometries(members) ?? "its GeometryCollection mixes points, lines or areas";
  }
  if (!PLAIN.has(String(value.type)))
    return `its geometry is of an unknown type: ${JSON.stringify(value.type)?.slice(0, 60)}`;
  if (!Array.isArray(value.coordinates)) return "its geometry has no coordinates";
  if (value.coordinates.length === 0) return null;
  return { type: value.type, coordinates: value.coordinates } as unknown as Geometry;
}

const TAG = /"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g;

/** GDAL writes the tags that have no column of their own as PostgreSQL's hstore: `"amenity"=>"fuel","brand"=>"…"`. */
function tagsOf(text: unknown): Record<string, string> {
  if (typeof text !== "string") return {};
  const plain = (part: string) => part.replace(/\\(.)/g, "$1");
  return Object.fromEntries([...text.matchAll(TAG)].map(([, key, value]) => [plain(key!), plain(value!)]));
}
