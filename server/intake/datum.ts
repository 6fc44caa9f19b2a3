import gcoord from "gcoord";
import type { Geometry, Position } from "geojson";
import proj4 from "proj4";

/** How delivered coordinates become WGS84 longitude and latitude. */
export interface Datum {
  /** As it is written into the record: `wgs84`, `gcj02`, `EPSG:4529`. */
  readonly id: string;
  /** Delivered coordinates are WGS84 already, or differ by less than a decimetre. */
  readonly same: boolean;
  /** @returns longitude and latitude; not finite where the delivered position has none. */
  toWgs84(position: Position): [number, number];
}

/** The message is one line that names the datums there are. */
export class UnknownDatum extends Error {}

const identity = (id: string): Datum => ({ id, same: true, toWgs84: ([x, y]) => [x!, y!] });

const shifted = (id: "gcj02" | "bd09"): Datum => ({
  id,
  same: false,
  toWgs84: ([x, y]) => {
    const [lon, lat] = gcoord.transform([x!, y!], id === "gcj02" ? gcoord.GCJ02 : gcoord.BD09, gcoord.WGS84);
    return [roundDegrees(lon), roundDegrees(lat)];
  },
});

/** To 1e-9 degrees, 0.1 mm: what a computation leaves behind that is no information. */
const roundDegrees = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;

/**
 * @param name - `wgs84`, `cgcs2000`, `gcj02`, `bd09` or `EPSG:n`, in any case.
 * @throws UnknownDatum for anything else, and for datums that need parameters which only the surveyor has.
 */
export function findDatum(name: string): Datum {
  const id = name.toLowerCase();
  if (id === "wgs84" || id === "cgcs2000") return identity(id);
  if (id === "gcj02" || id === "bd09") return shifted(id);
  const epsg = /^epsg:(\d+)$/.exec(id);
  const known = epsg ? projectionOf(Number(epsg[1])) : undefined;
  if (known === null) return identity(`EPSG:${epsg![1]}`);
  if (known === undefined)
    throw new UnknownDatum(
      `there is no datum ${name}; there are wgs84, cgcs2000, gcj02, bd09, EPSG:4326, 4490, 3857, ` +
        "4491-4512 and 4513-4554 (CGCS2000 Gauss-Kruger), 32601-32660 and 32701-32760 (UTM). " +
        "Beijing 1954 and Xian 1980 need the parameters of the local survey office: convert them before the import",
    );
  const converter = proj4(known, "WGS84");
  return {
    id: `EPSG:${epsg![1]}`,
    same: false,
    toWgs84: ([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
      const [lon, lat] = converter.forward([x!, y!]);
      return [roundDegrees(lon!), roundDegrees(lat!)];
    },
  };
}

/**
 * CGCS2000 and WGS84 agree within a decimetre; their ellipsoids within 0.2 mm.
 *
 * @returns a proj string, `null` for plain longitude and latitude, `undefined` when the code is not supported.
 * @see https://epsg.org (4491-4554: GB/T zones of 6 and 3 degrees, with and without the zone's number before the easting)
 */
function projectionOf(code: number): string | null | undefined {
  const gaussKruger = (meridian: number, easting: number) =>
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
  const within = (first: number, last: number) => code >= first && code <= last;
  if (code === 4326 || code === 4490) return null;
  if (code === 3857) return "EPSG:3857";
  if (within(4491, 4501)) return gaussKruger(75 + 6 * (code - 4491), (code - 4491 + 13) * 1e6 + 500_000);
  if (within(4502, 4512)) return gaussKruger(75 + 6 * (code - 4502), 500_000);
  if (within(4513, 4533)) return gaussKruger(75 + 3 * (code - 4513), (code - 4513 + 25) * 1e6 + 500_000);
  if (within(4534, 4554)) return gaussKruger(75 + 3 * (code - 4534), 500_000);
  if (within(32601, 32660)) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  if (within(32701, 32760)) return `+proj=utm +zone=${code - 32700} +south +datum=WGS84 +units=m +no_defs`;
  return undefined;
}

/** A geometry with every position moved; third ordinates are dropped. */
export function toWgs84(geometry: Geometry, datum: Datum): Geometry {
  const point = (position: Position): Position => datum.toWgs84(position);
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
