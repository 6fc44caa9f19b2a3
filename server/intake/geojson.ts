import type { Geometry } from "geojson";
import { z } from "zod";
import { type DeliveredRow, type Delivery, UnreadableFile } from "./delivered.ts";

const GeoJsonGeometry = z.looseObject({
  type: z.enum(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]),
  coordinates: z.array(z.unknown()),
});

const GeoJsonFeature = z.looseObject({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: GeoJsonGeometry.nullable(),
});

const Collection = z.looseObject({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/** Reads a feature collection (RFC 7946), with the `other_tags` of OpenStreetMap extracts as columns of their own. */
export function readGeoJson(text: string): Delivery {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile(`the file is not JSON: ${(error as Error).message}`);
  }
  const collection = Collection.safeParse(json);
  if (!collection.success) throw new UnreadableFile("the file is JSON but no GeoJSON FeatureCollection");
  const columns = new Set<string>();
  const rows: DeliveredRow[] = [];
  const broken: { place: number; reason: string }[] = [];
  collection.data.features.forEach((each, index) => {
    const place = index + 1;
    const feature = GeoJsonFeature.safeParse(each);
    if (!feature.success) {
      const { path, message } = feature.error.issues[0]!;
      broken.push({ place, reason: `${path.join(".") || "feature"}: ${message}` });
      return;
    }
    const { id, properties, geometry } = feature.data;
    const fields = { ...(id !== undefined && { id }), ...tagsOf(properties?.other_tags), ...properties };
    for (const name of Object.keys(fields)) columns.add(name);
    // Positions are checked where all geometries are, whatever format they came in.
    rows.push({ place, fields, geometry: geometry as Geometry | null });
  });
  return { format: "geojson", columns: [...columns], rows, broken };
}

const TAG = /"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g;

/** GDAL writes the tags that have no column of their own as PostgreSQL's hstore: `"amenity"=>"fuel","brand"=>"…"`. */
function tagsOf(text: unknown): Record<string, string> {
  if (typeof text !== "string") return {};
  const plain = (part: string) => part.replace(/\\(.)/g, "$1");
  return Object.fromEntries([...text.matchAll(TAG)].map(([, key, value]) => [plain(key!), plain(value!)]));
}
