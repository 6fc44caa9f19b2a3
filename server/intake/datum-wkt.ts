import proj4 from "proj4";
import { type Datum, findDatum, transverseMercatorDatum, UnknownDatum } from "./datum.ts";
import { epsgOf } from "./gauss-kruger.ts";

/** What proj4 makes of well-known text; angles in radians. */
interface Parsed {
  readonly name?: string;
  readonly projName?: string;
  readonly long0?: number;
  readonly lat0?: number;
  readonly k0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly a?: number;
  readonly rf?: number;
  readonly to_meter?: number;
  readonly from_greenwich?: number;
}

const NEEDS_PARAMETERS = /Beijing|Bei_?jing|Xi.?an|Pulkovo|Krasovsk|北京|西安|IAG_?19?75/i;
const IS_GLOBAL = /WGS[\s_]?(19)?84|CGCS[\s_]?2000|China[\s_]2000|China_Geodetic|World Geodetic System/i;

const MERCATOR = /^(Popular Visualisation Pseudo Mercator|Mercator_Auxiliary_Sphere|Mercator_1SP|Mercator.*|merc)$/i;
const TRANSVERSE = /^(Gauss[\s_]Kruger|Transverse[\s_]Mercator|tmerc|etmerc)$/i;

/**
 * The datum that well-known text describes (the `.prj` of a shapefile, the reference system of a GeoPackage): WGS84 or CGCS2000, in
 * degrees, web Mercator, or transverse Mercator with any meridian. Its id is the EPSG code where one fits.
 *
 * Ordinates are taken as files store them, east first, whatever axis order the text states.
 *
 * @throws UnknownDatum with one line that names what the text describes.
 */
export function findDatumByWkt(wkt: string): Datum {
  const parsed = parse(wkt);
  const name = parsed?.name ?? wkt.trim().slice(0, 60);
  if (NEEDS_PARAMETERS.test(wkt))
    throw new UnknownDatum(
      `${name} needs the parameters of the local survey office to become WGS84, and is off by up to 100 m without them: ` +
        "convert the file to CGCS2000 before the import",
    );
  const refuse = (what: string) => new UnknownDatum(`${name} is not supported: ${what}`);
  if (!parsed) throw refuse("it is no well-known text of one reference system");
  if (!IS_GLOBAL.test(wkt)) throw refuse("its datum is neither WGS84 nor CGCS2000");
  const isKnownEllipsoid = parsed.a === 6_378_137 && Math.abs((parsed.rf ?? 0) - 298.257223) < 1e-5;
  if (!isKnownEllipsoid) throw refuse("its ellipsoid is neither that of WGS84 nor that of CGCS2000");
  if ((parsed.from_greenwich ?? 0) !== 0) throw refuse("its longitudes do not begin in Greenwich");
  const projection = parsed.projName ?? "";
  if (projection === "longlat") return findDatum(/CGCS|China/i.test(wkt) ? "cgcs2000" : "wgs84");
  if (parsed.to_meter !== undefined && parsed.to_meter !== 1) throw refuse("its unit is not the metre");
  const degrees = (radians = 0) => Number(((radians * 180) / Math.PI).toFixed(9));
  if (MERCATOR.test(projection) && /Pseudo|Auxiliary|Web/i.test(wkt) && degrees(parsed.long0) === 0)
    return findDatum("EPSG:3857");
  if (!TRANSVERSE.test(projection) || degrees(parsed.lat0) !== 0) throw refuse(`there is no projection ${projection}`);
  const { k0: scale = 1, x0: eastingM = 0, y0: northingM = 0 } = parsed;
  const described = { meridian: degrees(parsed.long0), scale, eastingM, northingM };
  const epsg = epsgOf(described);
  return epsg === undefined ? transverseMercatorDatum(described) : findDatum(`EPSG:${epsg}`);
}

/** @returns `null` for what is no well-known text. Beside errors, proj4 throws what is not one. */
function parse(wkt: string): Parsed | null {
  if (!/^\s*[A-Z]+\s*[[(]/i.test(wkt)) return null;
  try {
    return new proj4.Proj(wkt) as unknown as Parsed;
  } catch {
    return null;
  }
}
