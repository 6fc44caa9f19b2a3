import { type TransverseMercator, transverseMercatorOf, zoneByEpsg, zoneOf } from "../intake/gauss-kruger.ts";

/** A reference system that files can be written in, with what a file has to say about it. */
export interface ReferenceSystem {
  readonly epsg: number;
  readonly name: string;
  /** Name in ArcGIS, which is what the .prj of a Shapefile holds. */
  readonly esriName: string;
  readonly datum: "wgs84" | "cgcs2000";
  /** `null`: longitude and latitude in degrees. */
  readonly projection: TransverseMercator | "web-mercator" | null;
}

/** What a caller may ask for, in words. */
export const ALLOWED_EPSG =
  "EPSG:4326, 4490, 3857, 4491-4554 (CGCS2000 Gauss-Kruger), 32601-32660 and 32701-32760 (UTM)";

const PLAIN: readonly ReferenceSystem[] = [
  { epsg: 4326, name: "WGS 84", esriName: "GCS_WGS_1984", datum: "wgs84", projection: null },
  {
    epsg: 4490,
    name: "China Geodetic Coordinate System 2000",
    esriName: "GCS_China_Geodetic_Coordinate_System_2000",
    datum: "cgcs2000",
    projection: null,
  },
  {
    epsg: 3857,
    name: "WGS 84 / Pseudo-Mercator",
    esriName: "WGS_1984_Web_Mercator_Auxiliary_Sphere",
    datum: "wgs84",
    projection: "web-mercator",
  },
];

/** @returns `undefined` for a code that is not written here. */
export function findReferenceSystem(epsg: number): ReferenceSystem | undefined {
  const plain = PLAIN.find((system) => system.epsg === epsg);
  if (plain) return plain;
  const projection = transverseMercatorOf(epsg);
  if (!projection) return undefined;
  const zone = zoneByEpsg(epsg);
  if (zone) {
    const width = zone.widthDeg === 3 ? "3_Degree_GK" : "GK";
    const which = zone.hasPrefix ? `Zone_${zone.number}` : `CM_${zone.meridian}E`;
    return { epsg, name: zone.name, esriName: `CGCS2000_${width}_${which}`, datum: "cgcs2000", projection };
  }
  const which = `${epsg % 100}${projection.northingM === 0 ? "N" : "S"}`;
  const [name, esriName] = [`WGS 84 / UTM zone ${which}`, `WGS_1984_UTM_Zone_${which}`];
  return { epsg, name, esriName, datum: "wgs84", projection };
}

/**
 * The three-degree Gauss-Kruger zone of a longitude, with the zone's number before the easting: coordinates of two zones
 * cannot be taken for each other.
 *
 * @returns `undefined` outside the zones of China, 73.5 to 136.5 degrees east.
 */
export function gaussKrugerZoneOf(longitude: number): ReferenceSystem | undefined {
  const zone = zoneOf(longitude, 3, true);
  return zone && findReferenceSystem(zone.epsg);
}
