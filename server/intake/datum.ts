import type { Geometry, Position } from "geojson";
import proj4 from "proj4";
import { type ShiftId, shift, unshift } from "./china-shift.ts";
import { type TransverseMercator, transverseMercatorOf, zoneByName } from "./gauss-kruger.ts";

/** How delivered coordinates become WGS84 longitude and latitude, and back. */
export interface Datum {
  /** As it is written into the record, and as `findDatum` finds it again: `wgs84`, `gcj02`, `EPSG:4529`. */
  readonly id: string;
  /** Delivered coordinates are WGS84 already, or differ by less than a decimetre. */
  readonly same: boolean;
  /** What delivered ordinates count. */
  readonly unit: "degrees" | "metres";
  /** Central meridian of a zone, degrees. */
  readonly meridian?: number;
  /** @returns longitude and latitude to 1e-9 degrees; not finite where the delivered position has none. */
  toWgs84(position: Position): [number, number];
  /** The way back: degrees to 1e-10, metres to 1e-5, so that going there and back changes no 1e-9 of a degree. */
  fromWgs84(position: Position): [number, number];
}

/** The message is one line that names the datums there are. */
export class UnknownDatum extends Error {}

type Convert = (x: number, y: number) => [number, number];

const rounded = (value: number, perUnit: number): number => Math.round(value * perUnit) / perUnit;

function createDatum(id: string, unit: Datum["unit"], to: Convert, from: Convert): Datum {
  const perUnit = unit === "degrees" ? 1e10 : 1e5;
  return {
    id,
    same: false,
    unit,
    toWgs84: ([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
      const [lon, lat] = to(x!, y!);
      return [rounded(lon, 1e9), rounded(lat, 1e9)];
    },
    fromWgs84: ([lon, lat]) => {
      const [x, y] = from(lon!, lat!);
      return [rounded(x, perUnit), rounded(y, perUnit)];
    },
  };
}

const identity = (id: string): Datum => ({
  id,
  same: true,
  unit: "degrees",
  toWgs84: ([x, y]) => [x!, y!],
  fromWgs84: ([x, y]) => [x!, y!],
});

const shifted = (id: ShiftId): Datum =>
  createDatum(
    id,
    "degrees",
    (x, y) => unshift(id, x, y),
    (lon, lat) => shift(id, lon, lat),
  );

/** For places that were WGS84 and from which somebody took a shift away that was never in them. */
const reversed = (id: ShiftId): Datum =>
  createDatum(
    `${id}-reversed`,
    "degrees",
    (x, y) => shift(id, x, y),
    (lon, lat) => unshift(id, lon, lat),
  );

/** Ordinates written north before east, as surveyors do whose X points north. */
const turned = (datum: Datum): Datum => ({
  ...datum,
  id: `${datum.id}-yx`,
  same: false,
  toWgs84: ([x, y]) => datum.toWgs84([y!, x!]),
  fromWgs84: (position) => {
    const [x, y] = datum.fromWgs84(position);
    return [y, x];
  },
});

const RADIANS = Math.PI / 180;

/** The object that proj4 keeps inside: radians in, metres out, without its checks of datums (30 times faster). */
interface Projection {
  forward(point: { x: number; y: number }): { x: number; y: number } | null;
  inverse(point: { x: number; y: number }): { x: number; y: number } | null;
}

/** What has no place in a projection, as the pole in Mercator's. */
const NOWHERE = { x: Number.NaN, y: Number.NaN };

function projected(id: string, definition: string, meridian?: number): Datum {
  const projection = new proj4.Proj(definition) as unknown as Projection;
  const datum = createDatum(
    id,
    "metres",
    (x, y) => {
      const place = projection.inverse({ x, y }) ?? NOWHERE;
      return [place.x / RADIANS, place.y / RADIANS];
    },
    (lon, lat) => {
      const place = projection.forward({ x: lon * RADIANS, y: lat * RADIANS }) ?? NOWHERE;
      return [place.x, place.y];
    },
  );
  return meridian === undefined ? datum : { ...datum, meridian };
}

/** CGCS2000's ellipsoid (GRS80) serves for WGS84's as well: they differ by 0.1 mm at the pole, and by less than that here. */
const definitionOf = ({ meridian, scale, eastingM, northingM }: TransverseMercator): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=${eastingM} +y_0=${northingM} +ellps=GRS80 +units=m +no_defs`;

/** A datum for a projection that no EPSG code names; its id is the definition, as PROJ reads it too. */
export function transverseMercatorDatum(projection: TransverseMercator): Datum {
  const definition = definitionOf(projection);
  return projected(definition, definition, projection.meridian);
}

const DEFINITION =
  /^\+proj=tmerc \+lat_0=0 \+lon_0=(-?[\d.]+) \+k=([\d.]+) \+x_0=(-?[\d.]+) \+y_0=(-?[\d.]+) \+ellps=grs80 \+units=m \+no_defs$/;

/** CGCS2000 and WGS84 agree within a decimetre; their ellipsoids within 0.2 mm. */
const SAME = new Set(["wgs84", "cgcs2000", "epsg:4326", "epsg:4490"]);

const known = new Map<string, Datum | undefined>();

/**
 * @param name - `wgs84`, `cgcs2000`, `gcj02`, `bd09`, `EPSG:n` or a zone by its name (`CGCS2000 3度带 中央经线123`), in any case;
 *   with `-yx` behind it when ordinates come north first; `gcj02-reversed` undoes an undoing.
 * @throws UnknownDatum for anything else, and for datums that need parameters which only the surveyor has.
 */
export function findDatum(name: string): Datum {
  const key = name.trim().toLowerCase();
  if (!known.has(key)) known.set(key, key.endsWith("-yx") ? turned(findDatum(key.slice(0, -3))) : findPlain(key));
  const datum = known.get(key);
  if (datum) return datum;
  throw new UnknownDatum(
    `there is no datum ${name}; there are wgs84, cgcs2000, gcj02, bd09, EPSG:4326, 4490, 3857, ` +
      "4491-4512 and 4513-4554 (CGCS2000 Gauss-Kruger), 32601-32660 and 32701-32760 (UTM). " +
      "Beijing 1954 and Xian 1980 need the parameters of the local survey office: convert them before the import",
  );
}

function findPlain(key: string): Datum | undefined {
  if (SAME.has(key)) return identity(key.replace("epsg", "EPSG"));
  if (key === "gcj02" || key === "bd09") return shifted(key);
  if (key === "gcj02-reversed" || key === "bd09-reversed") return reversed(key === "bd09-reversed" ? "bd09" : "gcj02");
  const code = Number(/^epsg:(\d{4,5})$/.exec(key)?.[1] ?? zoneByName(key)?.epsg);
  if (code === 3857) return projected("EPSG:3857", "EPSG:3857");
  const projection = transverseMercatorOf(code);
  if (projection) return projected(`EPSG:${code}`, definitionOf(projection), projection.meridian);
  const [, meridian, scale, eastingM, northingM] = DEFINITION.exec(key)?.map(Number) ?? [];
  return meridian === undefined
    ? undefined
    : transverseMercatorDatum({ meridian, scale: scale!, eastingM: eastingM!, northingM: northingM! });
}

/** A geometry with every position moved; third ordinates are dropped. */
export const toWgs84 = (geometry: Geometry, datum: Datum): Geometry => moved(geometry, datum.toWgs84);

/** The same the other way: from the record into the coordinates of a delivery. */
export const fromWgs84 = (geometry: Geometry, datum: Datum): Geometry => moved(geometry, datum.fromWgs84);

function moved(geometry: Geometry, point: (position: Position) => Position): Geometry {
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
