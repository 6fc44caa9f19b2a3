/**
 * The reference systems that files can be written in, by EPSG code, with what a file has to say about them.
 *
 * @see https://epsg.org (4491-4554: CGCS2000 Gauss-Kruger in zones of 6 and 3 degrees, with and without the zone's number
 * before the easting)
 */
export interface ReferenceSystem {
  readonly epsg: number;
  readonly name: string;
  /** Name in ArcGIS, which is what the .prj of a Shapefile holds. */
  readonly esriName: string;
  readonly datum: "wgs84" | "cgcs2000";
  /** `null`: longitude and latitude in degrees. */
  readonly projection: TransverseMercator | "web-mercator" | null;
}

/** On the system's own ellipsoid, latitude of origin 0. */
export interface TransverseMercator {
  readonly meridian: number;
  readonly scale: number;
  readonly falseEastingM: number;
  readonly falseNorthingM: number;
}

const gaussKruger = (
  epsg: number,
  meridian: number,
  zone: number | null,
  [name, esriName]: readonly [string, string],
): ReferenceSystem => {
  const which = zone === null ? `CM ${meridian}E` : `zone ${zone}`;
  return {
    epsg,
    name: `CGCS2000 / ${name} ${which}`,
    esriName: `CGCS2000_${esriName}_${zone === null ? `CM_${meridian}E` : `Zone_${zone}`}`,
    datum: "cgcs2000",
    projection: { meridian, scale: 1, falseEastingM: (zone ?? 0) * 1e6 + 500_000, falseNorthingM: 0 },
  };
};

const utm = (epsg: number, zone: number, south: boolean): ReferenceSystem => ({
  epsg,
  name: `WGS 84 / UTM zone ${zone}${south ? "S" : "N"}`,
  esriName: `WGS_1984_UTM_Zone_${zone}${south ? "S" : "N"}`,
  datum: "wgs84",
  projection: {
    meridian: zone * 6 - 183,
    scale: 0.9996,
    falseEastingM: 500_000,
    falseNorthingM: south ? 10_000_000 : 0,
  },
});

const SIX_DEGREES = ["Gauss-Kruger", "GK"] as const;
const THREE_DEGREES = ["3-degree Gauss-Kruger", "3_Degree_GK"] as const;

/** What a caller may ask for, in words. */
export const ALLOWED_EPSG =
  "EPSG:4326, 4490, 3857, 4491-4554 (CGCS2000 Gauss-Kruger), 32601-32660 and 32701-32760 (UTM)";

/** @returns `undefined` for a code that is not written here. */
export function findReferenceSystem(epsg: number): ReferenceSystem | undefined {
  const within = (first: number, last: number) => epsg >= first && epsg <= last;
  if (epsg === 4326) return { epsg, name: "WGS 84", esriName: "GCS_WGS_1984", datum: "wgs84", projection: null };
  if (epsg === 4490) {
    const name = "China Geodetic Coordinate System 2000";
    return { epsg, name, esriName: "GCS_China_Geodetic_Coordinate_System_2000", datum: "cgcs2000", projection: null };
  }
  if (epsg === 3857)
    return {
      epsg,
      name: "WGS 84 / Pseudo-Mercator",
      esriName: "WGS_1984_Web_Mercator_Auxiliary_Sphere",
      datum: "wgs84",
      projection: "web-mercator",
    };
  if (within(4491, 4501)) return gaussKruger(epsg, 75 + 6 * (epsg - 4491), epsg - 4491 + 13, SIX_DEGREES);
  if (within(4502, 4512)) return gaussKruger(epsg, 75 + 6 * (epsg - 4502), null, SIX_DEGREES);
  if (within(4513, 4533)) return gaussKruger(epsg, 75 + 3 * (epsg - 4513), epsg - 4513 + 25, THREE_DEGREES);
  if (within(4534, 4554)) return gaussKruger(epsg, 75 + 3 * (epsg - 4534), null, THREE_DEGREES);
  if (within(32601, 32660)) return utm(epsg, epsg - 32600, false);
  if (within(32701, 32760)) return utm(epsg, epsg - 32700, true);
  return undefined;
}

/**
 * The three-degree Gauss-Kruger zone of a longitude, with the zone's number before the easting: coordinates of two zones
 * cannot be taken for each other.
 *
 * @returns `undefined` outside the zones of China, 73.5 to 136.5 degrees east.
 */
export function gaussKrugerZoneOf(longitude: number): ReferenceSystem | undefined {
  const zone = Math.floor((longitude + 1.5) / 3);
  return zone >= 25 && zone <= 45 ? findReferenceSystem(4513 + zone - 25) : undefined;
}
