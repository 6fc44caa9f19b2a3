import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";

export type AreasProblem = "not-read" | "archive" | "no-areas" | "out-of-range" | "too-large";

/** An area of a file with what its table says of it. */
export interface FileArea {
  readonly geometry: Polygon | MultiPolygon;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type AreasRead = { readonly areas: readonly FileArea[] } | { readonly problem: AreasProblem };

/** A report's contours are small; anything larger is a delivery. */
const MOST_BYTES = 20_000_000;

/** Reads a file that somebody chose. */
export async function readAreasFile(file: Pick<File, "name" | "size" | "text">): Promise<AreasRead> {
  if (file.size > MOST_BYTES) return { problem: "too-large" };
  if (/\.(zip|shp|dbf|shx)$/i.test(file.name)) return { problem: "archive" };
  return readAreas(await file.text());
}

/** Areas of GeoJSON in WGS84 degrees; a closed line is the area that it goes around. */
export function readAreas(text: string): AreasRead {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "not-read" };
  }
  const areas = areasOf(parsed, {});
  if (areas === null) return { problem: "not-read" };
  if (areas.length === 0) return { problem: "no-areas" };
  const positions = areas.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  return positions.every(isOnEarth) ? { areas } : { problem: "out-of-range" };
}

const isOnEarth = (at: Position): boolean =>
  Array.isArray(at) && Number.isFinite(at[0]) && Math.abs(at[0]!) <= 180 && Math.abs(at[1]!) <= 85;

/** `null`: it is no GeoJSON. */
function areasOf(value: unknown, properties: FileArea["properties"]): FileArea[] | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, features, geometry, geometries, properties: own } = value as Record<string, unknown>;
  if (type === "FeatureCollection" && Array.isArray(features))
    return features.flatMap((each) => areasOf(each, properties) ?? []);
  if (type === "Feature") return areasOf(geometry, (own ?? {}) as FileArea["properties"]) ?? [];
  if (type === "GeometryCollection" && Array.isArray(geometries))
    return geometries.flatMap((each) => areasOf(each, properties) ?? []);
  if (typeof type !== "string" || !("coordinates" in value)) return null;
  const area = areaOf(value as Geometry);
  return area ? [{ geometry: area, properties }] : [];
}

function areaOf(geometry: Geometry): Polygon | MultiPolygon | null {
  switch (geometry.type) {
    case "Polygon":
    case "MultiPolygon":
      return { type: geometry.type, coordinates: geometry.coordinates } as Polygon | MultiPolygon;
    case "LineString":
      return isClosed(geometry.coordinates) ? { type: "Polygon", coordinates: [geometry.coordinates] } : null;
    case "MultiLineString": {
      const rings = geometry.coordinates.filter(isClosed);
      return rings.length > 0 ? { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) } : null;
    }
    default:
      return null;
  }
}

const isClosed = (line: readonly Position[]): boolean =>
  line.length >= 4 && line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
