import type { Geometry } from "geojson";

/**
 * The members of a geometry collection as one geometry, which is what a feature of a ledger has.
 *
 * @returns `null` when they are of several kinds (points and areas): which of them is meant is not ours to say.
 */
export function mergeGeometries(members: readonly Geometry[]): Geometry | null {
  const flat = members.flatMap((member) => (member.type === "GeometryCollection" ? member.geometries : [member]));
  if (flat.length === 1) return flat[0]!.type === "GeometryCollection" ? null : flat[0]!;
  const points = flat.flatMap((member) =>
    member.type === "Point" ? [member.coordinates] : member.type === "MultiPoint" ? member.coordinates : [],
  );
  const lines = flat.flatMap((member) =>
    member.type === "LineString" ? [member.coordinates] : member.type === "MultiLineString" ? member.coordinates : [],
  );
  const areas = flat.flatMap((member) =>
    member.type === "Polygon" ? [member.coordinates] : member.type === "MultiPolygon" ? member.coordinates : [],
  );
  const isOf = (kind: string) => flat.every((member) => member.type.endsWith(kind));
  if (flat.length === 0) return null;
  if (isOf("Point")) return { type: "MultiPoint", coordinates: points };
  if (isOf("LineString")) return { type: "MultiLineString", coordinates: lines };
  return isOf("Polygon") ? { type: "MultiPolygon", coordinates: areas } : null;
}
