import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { readWkt } from "../check/read-wkt.ts";

export type AreasProblem = "not-read" | "archive" | "no-areas" | "out-of-range" | "too-large";

/** An area of a file with what its table says of it. */
export interface FileArea {
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type AreasRead = { readonly areas: readonly FileArea[] } | { readonly problem: AreasProblem };

/** Shapes of a KML document, for which a page has its own parser; `null` when it is none. */
export type KmlReader = (
  text: string,
) => readonly { readonly geometry: Geometry; readonly name: string | null }[] | null;

/** A report's contours are small; anything larger is a delivery. */
const MOST_BYTES = 20_000_000;

/** Reads a file that somebody chose. */
export async function readAreasFile(
  file: Pick<File, "name" | "size" | "text">,
  readKml: KmlReader,
): Promise<AreasRead> {
  if (file.size > MOST_BYTES) return { problem: "too-large" };
  if (/\.(zip|shp|dbf|shx|kmz)$/i.test(file.name)) return { problem: "archive" };
  return readAreas(await file.text(), readKml);
}

/** Areas of GeoJSON, KML or WKT in WGS84 degrees; a closed line is the area that it goes around. */
export function readAreas(given: string, readKml: KmlReader): AreasRead {
  // Files saved on Windows may begin with a byte order mark.
  const text = given.replace(/^\uFEFF/, "").trim();
  const areas = text.startsWith("<")
    ? (readKml(text)?.flatMap(({ geometry, name }) => toAreas(geometry, name === null ? {} : { name })) ?? null)
    : /^[{[]/.test(text)
      ? areasOfJson(text)
      : areasOfWkt(text);
  if (areas === null) return { problem: "not-read" };
  if (areas.length === 0) return { problem: "no-areas" };
  const positions = areas.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  return positions.every(isOnEarth) ? { areas } : { problem: "out-of-range" };
}

const isOnEarth = ([lon, lat]: Position): boolean => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85;

/** Shapes one after the other, parted by lines or semicolons. */
function areasOfWkt(text: string): FileArea[] | null {
  const shapes = text.split(/(?<=\))[;\s]+(?=[A-Z])/i).map(readWkt);
  return shapes.every((each) => each !== null) ? shapes.flat().flatMap(({ geometry }) => toAreas(geometry, {})) : null;
}

function areasOfJson(text: string): FileArea[] | null {
  try {
    return areasOf(JSON.parse(text), {});
  } catch {
    return null;
  }
}

/** `null`: it is no GeoJSON. */
function areasOf(value: unknown, properties: FileArea["properties"]): FileArea[] | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, features, geometry, geometries, properties: own } = value as Record<string, unknown>;
  if (type === "FeatureCollection" && Array.isArray(features))
    return features.flatMap((each) => areasOf(each, properties) ?? []);
  if (type === "Feature") return areasOf(geometry, (own ?? {}) as FileArea["properties"]) ?? [];
  if (type === "GeometryCollection" && Array.isArray(geometries))
    return geometries.flatMap((each) => areasOf(each, properties) ?? []);
  return typeof type === "string" && "coordinates" in value ? toAreas(value as Geometry, properties) : null;
}

/** One area or none: points, open lines and coordinates that are none are no areas. */
function toAreas(geometry: Geometry, properties: FileArea["properties"]): FileArea[] {
  const polygons = polygonsOf(geometry)
    .filter(isRings)
    .map((rings) => rings.map((ring) => ring.map(flat)));
  if (polygons.length === 0) return [];
  return [
    polygons.length === 1
      ? { geometry: { type: "Polygon", coordinates: polygons[0]! }, properties }
      : { geometry: { type: "MultiPolygon", coordinates: polygons }, properties },
  ];
}

function polygonsOf(geometry: Geometry): readonly unknown[] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "LineString") return isClosed(geometry.coordinates) ? [[geometry.coordinates]] : [];
  if (geometry.type !== "MultiPolygon" && geometry.type !== "MultiLineString") return [];
  // A foreign file may have anything here.
  const parts: unknown = geometry.coordinates;
  if (!Array.isArray(parts)) return [];
  return geometry.type === "MultiPolygon" ? parts : parts.filter(isClosed).map((ring) => [ring]);
}

const isPosition = (at: unknown): at is Position =>
  Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]);
const isRing = (ring: unknown): ring is Position[] => Array.isArray(ring) && ring.length > 0 && ring.every(isPosition);
const isRings = (rings: unknown): rings is Position[][] =>
  Array.isArray(rings) && rings.length > 0 && rings.every(isRing);

/** Heights say nothing here. */
const flat = ([lon, lat]: Position): Position => [lon!, lat!];

const isClosed = (line: unknown): boolean =>
  isRing(line) && line.length >= 4 && line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
