import type { Geometry, Position } from "geojson";
import type { ZonePlane } from "#data/geodesy/zone-plane.ts";
import type { Sheet } from "./sheet-scale.ts";

/** Turns WGS84 degrees into what an SVG path in millimetres is made of. */
export function createPathWriter(sheet: Sheet, plane: ZonePlane) {
  const place = ([lon, lat]: Position) => sheet.toSheet(...plane.toPlane(lon!, lat!));
  const line = (positions: readonly Position[], isRing: boolean) => {
    const points = positions.map((each) => place(each).map(micrometres).join(" "));
    return `M${(isRing ? points.slice(0, -1) : points).join("L")}${isRing ? "Z" : ""}`;
  };
  const rings = (given: readonly (readonly Position[])[]) => given.map((ring) => line(ring, true)).join("");
  return {
    place,
    /** Empty for points, which have no outline. */
    path(geometry: Geometry): string {
      switch (geometry.type) {
        case "LineString":
          return line(geometry.coordinates, false);
        case "MultiLineString":
          return geometry.coordinates.map((part) => line(part, false)).join("");
        case "Polygon":
          return rings(geometry.coordinates);
        case "MultiPolygon":
          return geometry.coordinates.map(rings).join("");
        default:
          return "";
      }
    },
  };
}
export type PathWriter = ReturnType<typeof createPathWriter>;

/** A thousandth of a millimetre is finer than any printer. */
const micrometres = (mm: number): number => Math.round(mm * 1000) / 1000;

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(positionsOf);
  const { coordinates } = geometry;
  const flat = (nested: unknown): Position[] =>
    Array.isArray(nested) && typeof nested[0] === "number"
      ? [nested as Position]
      : (nested as unknown[]).flatMap((each) => flat(each));
  return flat(coordinates);
}
