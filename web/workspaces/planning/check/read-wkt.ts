import type { Geometry } from "geojson";

type Nested = readonly unknown[];

const TYPES = {
  POINT: "Point",
  LINESTRING: "LineString",
  POLYGON: "Polygon",
  MULTIPOINT: "MultiPoint",
  MULTILINESTRING: "MultiLineString",
  MULTIPOLYGON: "MultiPolygon",
} as const;

/**
 * One shape as well-known text, with or without `SRID=4326;` before and `Z` or `M` after its type.
 *
 * @returns `null` when it is none, or names another reference system than WGS84 or CGCS2000.
 */
export function readWkt(text: string): { geometry: Geometry; name: null }[] | null {
  const match =
    /^(?:SRID=(?:4326|4490)\s*;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM|Z|M)?\s*(EMPTY|\(.*\))\s*;?$/is.exec(
      text,
    );
  if (!match) return null;
  if (match[3]!.toUpperCase() === "EMPTY") return [];
  const name = `${match[1] ?? ""}${match[2]}`.toUpperCase() as keyof typeof TYPES;
  const nested = readNested(match[3]!);
  if (!nested) return null;
  // A point's one position stands in brackets of its own, as a line's many do.
  const coordinates = name === "POINT" ? nested[0] : name === "MULTIPOINT" ? nested.map(withoutBracket) : nested;
  return [{ geometry: { type: TYPES[name], coordinates } as Geometry, name: null }];
}

/** `((1 2, 3 4))` as nested lists of positions; `null` where brackets or numbers are broken. */
function readNested(text: string): Nested | null {
  const json = text
    .replace(
      /[-+]?\d*\.?\d+(?:e[-+]?\d+)?(?:\s+[-+]?\d*\.?\d+(?:e[-+]?\d+)?)+/gi,
      (numbers) => `[${numbers.trim().split(/\s+/).map(Number).join()}]`,
    )
    .replaceAll("(", "[")
    .replaceAll(")", "]");
  try {
    return JSON.parse(json) as Nested;
  } catch {
    return null;
  }
}

/** `MULTIPOINT ((1 2), (3 4))` is the same as `MULTIPOINT (1 2, 3 4)`. */
const withoutBracket = (each: unknown): unknown => (Array.isArray(each) && Array.isArray(each[0]) ? each[0] : each);
