/// <reference path="./wkt-parser.d.ts" />
import wktParser from "wkt-parser";
import { findDatum, UnknownDatum } from "../datum.ts";
import type { DeclaredCrs } from "./delivery.ts";

/** A description of a reference system is a line or two; more is not read. */
const MOST_WKT_LENGTH = 20_000;

/** What is used here of what wkt-parser makes of a WKT. */
interface ParsedWkt {
  readonly projName?: string;
  readonly name?: string;
  readonly title?: string;
  readonly datumCode?: string;
  readonly ellps?: string;
  readonly a?: number;
  readonly to_meter?: number;
  readonly from_greenwich?: number;
  /** Radians. */
  readonly lat0?: number;
  readonly long0?: number;
  readonly longc?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly k0?: number;
  readonly GEOGCS?: { readonly name?: string; readonly DATUM?: { readonly name?: string } };
  readonly DATUM?: { readonly name?: string };
}

/** `EPSG:4526`, `urn:ogc:def:crs:EPSG::4526`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/4526`. */
export function crsByName(name: string): DeclaredCrs {
  const text = name.slice(0, 200);
  if (/\bCRS:?84\b/i.test(text)) return { text, id: "wgs84" };
  if (isShifted(text)) return { text, id: "gcj02" };
  const code = /EPSG.*?(\d{3,6})$/i.exec(text)?.[1];
  return { text, id: code ? datumOf(Number(code)) : null };
}

/** As exports of this product name it; no registry does. */
const isShifted = (name: string): boolean => /\bGCJ[-_ ]?02\b/i.test(name);

/** The datum of an EPSG code, by the name under which `datum.ts` knows it; `null` when it does not. */
export function datumOf(code: number): string | null {
  if (code === 4326) return "wgs84";
  if (code === 4490) return "cgcs2000";
  try {
    return findDatum(`EPSG:${code}`).id;
  } catch (error) {
    if (error instanceof UnknownDatum) return null;
    throw error;
  }
}

/**
 * A reference system by the numbers in its description; names and codes in it are only shown, for they vary by the program that
 * wrote it and are wrong more often than the numbers.
 */
export function crsByWkt(wkt: string): DeclaredCrs {
  const parsed = parse(wkt);
  const text = (/\[\s*"([^"]{1,200})"/.exec(wkt)?.[1] ?? wkt.slice(0, 80)).trim();
  return { text, id: parsed ? idOf(parsed) : null, wkt: wkt.slice(0, MOST_WKT_LENGTH) };
}

function parse(wkt: string): ParsedWkt | null {
  if (wkt.length > MOST_WKT_LENGTH) return null;
  try {
    return wktParser(wkt.trim()) as ParsedWkt;
  } catch {
    return null;
  }
}

type Frame = "cgcs2000" | "wgs84";

function idOf(crs: ParsedWkt): string | null {
  if (isShifted(crs.name ?? "")) return "gcj02";
  const frame = frameOf(crs);
  if (frame === null || (crs.from_greenwich ?? 0) !== 0) return null;
  const projection = crs.projName?.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (projection === "longlat") return frame;
  if ((crs.to_meter ?? 1) !== 1) return null;
  const isMercator = projection === "mercatorauxiliarysphere" || projection === "popularvisualisationpseudomercator";
  if (frame === "wgs84" && (isMercator || isWebMercator(crs, projection))) return datumOf(3857);
  const isTransverse = projection === "transversemercator" || projection === "gausskruger" || projection === "tmerc";
  if (!isTransverse || Math.abs(crs.lat0 ?? 0) > 1e-9) return null;
  const meridian = ((crs.long0 ?? crs.longc ?? Number.NaN) * 180) / Math.PI;
  const code = frame === "wgs84" ? utmCode(crs, meridian) : gaussKrugerCode(crs, meridian);
  return code === null ? null : datumOf(code);
}

/** EPSG writes it as a plain Mercator with a note; nothing else than the name tells the two apart. */
const isWebMercator = (crs: ParsedWkt, projection: string | undefined): boolean =>
  projection === "mercatorsp" || projection === "mercator"
    ? /pseudo|3857|web.?mercator/i.test(`${crs.name} ${crs.title}`)
    : false;

/** Beijing 1954 and Xian 1980 are neither: their shift is known to the local survey office only. */
function frameOf(crs: ParsedWkt): Frame | null {
  const names = [crs.datumCode, crs.DATUM?.name, crs.GEOGCS?.DATUM?.name, crs.GEOGCS?.name, crs.name]
    .filter((name) => name !== undefined)
    .join(" ");
  if (/beijing|xian|krasovsky|1954|1980/i.test(names)) return null;
  if (/china[_ ]?(geodetic[_ ]?coordinate[_ ]?system[_ ]?)?2000|cgcs[_ ]?2000/i.test(names)) return "cgcs2000";
  return /wgs[_ ]?(19)?84|world[_ ]geodetic[_ ]system/i.test(names) ? "wgs84" : null;
}

const isNear = (value: number | undefined, wanted: number): boolean => Math.abs((value ?? 0) - wanted) < 1e-6;

function utmCode({ k0, x0, y0 }: ParsedWkt, meridian: number): number | null {
  const zone = Math.round((meridian + 183) / 6);
  if (!isNear(k0, 0.9996) || !isNear(x0, 500_000) || !isNear(meridian, zone * 6 - 183)) return null;
  if (zone < 1 || zone > 60) return null;
  if (isNear(y0, 0)) return 32600 + zone;
  return isNear(y0, 10_000_000) ? 32700 + zone : null;
}

/** Zones of 3 and of 6 degrees share meridians; a zone's number before the easting says which is meant, else it is all the same. */
function gaussKrugerCode({ k0 = 1, x0 = 0, y0, name }: ParsedWkt, meridian: number): number | null {
  if (!isNear(k0, 1) || !isNear(y0, 0)) return null;
  const narrow = Math.round(meridian / 3);
  const wide = Math.round((meridian + 3) / 6);
  if (!isNear(meridian, narrow * 3) || narrow < 25 || narrow > 45) return null;
  const isWide = isNear(meridian, wide * 6 - 3) && wide >= 13 && wide <= 23;
  if (isNear(x0, narrow * 1e6 + 500_000)) return 4513 + narrow - 25;
  if (isWide && isNear(x0, wide * 1e6 + 500_000)) return 4491 + wide - 13;
  if (!isNear(x0, 500_000)) return null;
  return isWide && !/3[_ -]?degree/i.test(name ?? "") ? 4502 + wide - 13 : 4534 + narrow - 25;
}
