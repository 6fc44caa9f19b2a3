import gcoord from "gcoord";
import type { Geometry, Position } from "geojson";
import proj4 from "proj4";
import { ALLOWED_EPSG, findReferenceSystem, gaussKrugerZoneOf, type ReferenceSystem } from "./reference-systems.ts";
import { GCJ02_WKT, toEsriWkt, toOgcWkt } from "./well-known-text.ts";

/** How positions of the record are written into a file. */
export interface TargetCrs {
  /** As the importer's `--datum` takes it: `wgs84`, `gcj02`, `EPSG:4529`. */
  readonly id: string;
  readonly name: string;
  /** `null`: GCJ-02, which no registry knows. */
  readonly epsg: number | null;
  /** Metres, not degrees. */
  readonly projected: boolean;
  readonly ogcWkt: string;
  readonly esriWkt: string;
  /** `null`: the record's own positions, to the last digit. */
  readonly convert: ((position: Position) => [number, number]) | null;
}

/** The message is one line for the caller; `allowed` says what there is. */
export class UnknownCrs extends Error {
  readonly allowed = `wgs84, cgcs2000-gk, gcj02, ${ALLOWED_EPSG}`;
}

/** A feature that has no place in the reference system that was asked for. */
export class OutsideCrs extends Error {}

/** 1e-9 degrees are 0.1 mm; a hundredth of a millimetre in metres comes back to the same 1e-9 degrees. */
const DEGREE_DIGITS = 1e9;
const METRE_DIGITS = 1e5;

/**
 * @param name - `wgs84`, `cgcs2000-gk`, `gcj02` or `EPSG:n`, in any case.
 * @param center - where the zone is, which decides its Gauss-Kruger zone; `null` while nobody knows.
 * @throws UnknownCrs
 */
export function findTargetCrs(name: string, center: readonly [number, number] | null): TargetCrs {
  const id = name.toLowerCase();
  if (id === "wgs84") return targetOf(findReferenceSystem(4326)!, "wgs84");
  if (id === "gcj02") return gcj02;
  if (id === "cgcs2000-gk") {
    if (!center) throw new UnknownCrs("cgcs2000-gk needs to know where the zone is; name its zone, such as EPSG:4529");
    const zone = gaussKrugerZoneOf(center[0]);
    if (!zone) throw new UnknownCrs(`there is no CGCS2000 zone at ${center[0].toFixed(2)} degrees east`);
    return targetOf(zone);
  }
  const code = /^epsg:(\d{1,6})$/.exec(id);
  const system = code ? findReferenceSystem(Number(code[1])) : undefined;
  if (!system) throw new UnknownCrs(`there is no reference system ${name}`);
  return targetOf(system);
}

function targetOf(system: ReferenceSystem, id = `EPSG:${system.epsg}`): TargetCrs {
  const { epsg, name, projection } = system;
  return {
    id,
    name: `${name} (EPSG:${epsg})`,
    epsg,
    projected: projection !== null,
    ogcWkt: toOgcWkt(system),
    esriWkt: toEsriWkt(system),
    // CGCS2000 and WGS84 agree within a decimetre, their ellipsoids within 0.2 mm: degrees stay as they are.
    convert: projection === null ? null : converterOf(system),
  };
}

const gcj02: TargetCrs = {
  id: "gcj02",
  name: "GCJ-02",
  epsg: null,
  projected: false,
  ogcWkt: GCJ02_WKT,
  esriWkt: GCJ02_WKT,
  convert([lon, lat]) {
    const [shiftedLon, shiftedLat] = gcoord.transform([lon!, lat!], gcoord.WGS84, gcoord.GCJ02);
    return [round(shiftedLon, DEGREE_DIGITS), round(shiftedLat, DEGREE_DIGITS)];
  },
};

function converterOf({ datum, projection }: ReferenceSystem): TargetCrs["convert"] {
  const ellipsoid = datum === "wgs84" ? "+ellps=WGS84" : "+ellps=GRS80";
  const definition =
    projection === "web-mercator" || projection === null
      ? "EPSG:3857"
      : `+proj=tmerc +lat_0=0 +lon_0=${projection.meridian} +k=${projection.scale} +x_0=${projection.falseEastingM} ` +
        `+y_0=${projection.falseNorthingM} ${ellipsoid} +units=m +no_defs`;
  const converter = proj4(`+proj=longlat ${ellipsoid} +no_defs`, definition);
  return ([lon, lat]) => {
    const [x, y] = converter.forward([lon!, lat!]) as [number, number];
    return [round(x, METRE_DIGITS), round(y, METRE_DIGITS)];
  };
}

const round = (value: number, steps: number): number => Math.round(value * steps) / steps;

/** @throws OutsideCrs when a position has no coordinates there. */
export function toTarget(geometry: Geometry, { convert, name }: TargetCrs): Geometry {
  if (!convert) return geometry;
  const point = (position: Position): Position => {
    const converted = convert(position);
    if (converted.every(Number.isFinite)) return converted;
    throw new OutsideCrs(`${position.join(", ")} has no coordinates in ${name}`);
  };
  const line = (positions: Position[]) => positions.map(point);
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: point(geometry.coordinates) };
    case "MultiPoint":
    case "LineString":
      return { ...geometry, coordinates: line(geometry.coordinates) };
    case "MultiLineString":
    case "Polygon":
      return { ...geometry, coordinates: geometry.coordinates.map(line) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
    default:
      return geometry;
  }
}
