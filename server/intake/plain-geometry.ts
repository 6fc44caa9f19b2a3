import type { Geometry, Position } from "geojson";

const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

export type PlainGeometry =
  | { readonly geometry: Geometry }
  | { readonly reason: "geometry-empty" | "geometry-shape" | "geometry-type" };

/** A geometry as delivered, with positions of two finite numbers; numbers written as text are read, third ordinates dropped. */
export function plainGeometry(delivered: Geometry): PlainGeometry {
  const depth = DEPTHS[delivered.type];
  if (depth === undefined) return { reason: "geometry-type" };
  const coordinates = (delivered as { coordinates?: unknown }).coordinates;
  if (isEmpty(coordinates)) return { reason: "geometry-empty" };
  const plain = plainNested(coordinates, depth);
  return plain === null
    ? { reason: "geometry-shape" }
    : { geometry: { type: delivered.type, coordinates: plain } as Geometry };
}

const isEmpty = (nested: unknown): boolean =>
  nested === null || nested === undefined || (Array.isArray(nested) && nested.every(isEmptyPart));

/** An ordinate is no part: only lists can be empty. */
const isEmptyPart = (part: unknown): boolean => part === null || (Array.isArray(part) && isEmpty(part));

type Nested = Position | Nested[];

function plainNested(nested: unknown, depth: number): Nested | null {
  if (!Array.isArray(nested)) return null;
  if (depth === 0) {
    const [x, y] = [ordinate(nested[0]), ordinate(nested[1])];
    return x === null || y === null ? null : [x, y];
  }
  const parts: Nested[] = [];
  for (const each of nested) {
    const part = plainNested(each, depth - 1);
    if (part === null) return null;
    parts.push(part);
  }
  return parts;
}

function ordinate(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}
