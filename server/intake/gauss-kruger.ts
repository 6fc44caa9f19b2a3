/** A transverse Mercator projection on an ellipsoid whose centre is the earth's, as WGS84's and CGCS2000's is. */
export interface TransverseMercator {
  /** Central meridian, degrees. */
  readonly meridian: number;
  readonly scale: number;
  /** Of the central meridian. */
  readonly eastingM: number;
  /** Of the equator. */
  readonly northingM: number;
}

/** A zone of the Chinese grid (GB/T 17798): CGCS2000 Gauss-Kruger, 3 or 6 degrees wide. */
export interface GridZone {
  readonly epsg: number;
  readonly widthDeg: 3 | 6;
  /** 25-45 for 3 degrees, 13-23 for 6. */
  readonly number: number;
  readonly meridian: number;
  /** The zone's number stands before the easting: 41500000 on the central meridian of zone 41. */
  readonly hasPrefix: boolean;
  /** As EPSG calls it. */
  readonly name: string;
}

interface Series {
  readonly epsg: number;
  readonly first: number;
  readonly count: number;
}

/** The first code of each series; all begin at the meridian of 75 degrees. */
const SERIES: Readonly<Record<3 | 6, { readonly prefixed: Series; readonly plain: Series }>> = {
  3: { prefixed: { epsg: 4513, first: 25, count: 21 }, plain: { epsg: 4534, first: 25, count: 21 } },
  6: { prefixed: { epsg: 4491, first: 13, count: 11 }, plain: { epsg: 4502, first: 13, count: 11 } },
};

const FIRST_MERIDIAN = 75;

/**
 * The zone that a longitude lies in.
 *
 * @param lon - degrees; on the line between two zones the eastern one.
 * @returns `undefined` outside the zones that China has: 73.5-136.5 degrees for 3, 72-138 for 6.
 */
export function zoneOf(lon: number, widthDeg: 3 | 6, hasPrefix: boolean): GridZone | undefined {
  const number = widthDeg === 3 ? Math.floor((lon + 1.5) / 3) : Math.floor(lon / 6) + 1;
  return zoneNumbered(number, widthDeg, hasPrefix);
}

/** @returns `undefined` when China has no zone of this number. */
export function zoneNumbered(number: number, widthDeg: 3 | 6, hasPrefix: boolean): GridZone | undefined {
  const { epsg, first, count } = SERIES[widthDeg][hasPrefix ? "prefixed" : "plain"];
  const index = number - first;
  if (!Number.isInteger(index) || index < 0 || index >= count) return undefined;
  const meridian = FIRST_MERIDIAN + widthDeg * index;
  const kind = widthDeg === 3 ? "3-degree Gauss-Kruger" : "Gauss-Kruger";
  const which = hasPrefix ? `zone ${number}` : `CM ${meridian}E`;
  return { epsg: epsg + index, widthDeg, number, meridian, hasPrefix, name: `CGCS2000 / ${kind} ${which}` };
}

/** @see https://epsg.org (4491-4554) */
export function zoneByEpsg(epsg: number): GridZone | undefined {
  for (const widthDeg of [3, 6] as const)
    for (const hasPrefix of [true, false]) {
      const series = SERIES[widthDeg][hasPrefix ? "prefixed" : "plain"];
      const index = epsg - series.epsg;
      if (index >= 0 && index < series.count) return zoneNumbered(series.first + index, widthDeg, hasPrefix);
    }
  return undefined;
}

/** `CGCS2000_3_Degree_GK_CM_123E`, `CGCS2000 3度带 第41带`, `CGCS2000 / Gauss-Kruger zone 21`, `CGCS2000 6度带 中央经线123°`. */
const ZONE_NAME =
  /^CGCS\s*2000[\s_/]*(?:([36六三])[\s_-]*(?:DEGREE|度带?)[\s_/]*)?(?:GAUSS[\s_-]*KRU[EÜ]?GER|GK|高斯(?:-?克吕格)?)?[\s_/,]*(?:投影)?[\s_/,]*(?:(?:ZONE[\s_]*|第)?(\d{2})带?|(?:CM[\s_]*|中央(?:经线|子午线)[:\s]*)(?:东经)?(\d{2,3})\s*[°度]?E?)$/;

/** A zone by the names in use; without a width, 6 degrees as EPSG has it. @returns `undefined` when the text names none. */
export function zoneByName(name: string): GridZone | undefined {
  const found = ZONE_NAME.exec(name.normalize("NFKC").trim().toUpperCase());
  if (!found) return undefined;
  const [, width, number, meridian] = found;
  const widthDeg = width === "3" || width === "三" ? 3 : 6;
  if (number) return zoneNumbered(Number(number), widthDeg, true);
  const zone = zoneOf(Number(meridian), widthDeg, false);
  return zone?.meridian === Number(meridian) ? zone : undefined;
}

const FALSE_EASTING_M = 500_000;

/** @returns `undefined` when the code is no zone of the Chinese grid and none of UTM on WGS84. */
export function transverseMercatorOf(epsg: number): TransverseMercator | undefined {
  const zone = zoneByEpsg(epsg);
  if (zone) {
    const eastingM = FALSE_EASTING_M + (zone.hasPrefix ? zone.number * 1e6 : 0);
    return { meridian: zone.meridian, scale: 1, eastingM, northingM: 0 };
  }
  const isSouth = epsg >= 32701 && epsg <= 32760;
  const utm = epsg - (isSouth ? 32700 : 32600);
  if (!(utm >= 1 && utm <= 60)) return undefined;
  return { meridian: 6 * utm - 183, scale: 0.9996, eastingM: FALSE_EASTING_M, northingM: isSouth ? 1e7 : 0 };
}

/** UTM zone of a place on WGS84; without the exceptions of Norway. */
export const utmOf = (lon: number, lat: number): number =>
  (lat < 0 ? 32700 : 32600) + Math.max(1, Math.min(60, Math.floor((lon + 180) / 6) + 1));

/** The code of a projection that has one; the 3-degree zone where both widths share a meridian. */
export function epsgOf({ meridian, scale, eastingM, northingM }: TransverseMercator): number | undefined {
  if (scale === 1 && northingM === 0) {
    const number = Math.floor(eastingM / 1e6);
    if (eastingM - number * 1e6 !== FALSE_EASTING_M) return undefined;
    return ([3, 6] as const)
      .map((width) => (number > 0 ? zoneNumbered(number, width, true) : zoneOf(meridian, width, false)))
      .find((zone) => zone?.meridian === meridian)?.epsg;
  }
  const utm = (meridian + 183) / 6;
  if (scale !== 0.9996 || eastingM !== FALSE_EASTING_M || !Number.isInteger(utm)) return undefined;
  return northingM === 0 ? 32600 + utm : northingM === 1e7 ? 32700 + utm : undefined;
}
