import { type Datum, findDatum, UnknownDatum } from "./datum.ts";
import { utmOf, zoneByEpsg, zoneNumbered, zoneOf } from "./gauss-kruger.ts";

const IN_DEGREES = ["wgs84", "gcj02", "bd09", "gcj02-reversed", "bd09-reversed", "wgs84-yx"];

/** What delivered numbers may be instead: every system in use around a place, and the mistakes that are made with them. */
export function datumCandidates(stated: string, declared: string | null, center: readonly [number, number]): Datum[] {
  const ids = new Set([stated, ...(declared === null ? [] : [declared]), ...IN_DEGREES, "EPSG:3857"]);
  for (const width of [3, 6] as const)
    for (const step of [0, -1, 1])
      for (const hasPrefix of [false, true]) {
        const number = (zoneOf(center[0], width, hasPrefix)?.number ?? Number.NaN) + step;
        const zone = zoneNumbered(number, width, hasPrefix);
        if (zone) ids.add(`EPSG:${zone.epsg}`);
      }
  const utm = utmOf(...center);
  for (const step of [0, -1, 1]) ids.add(`EPSG:${utm + step}`);
  // Surveyors' X points north: any zone may come with its ordinates in that order.
  for (const id of [...ids]) if (isZone(id)) ids.add(`${id}-yx`);
  return [...ids].flatMap((id) => known(id) ?? []);
}

const isZone = (id: string): boolean => zoneByEpsg(Number(/^EPSG:(\d+)$/.exec(id)?.[1])) !== undefined;

function known(id: string): Datum | null {
  try {
    return findDatum(id);
  } catch (error) {
    if (error instanceof UnknownDatum) return null;
    throw error;
  }
}

/** Degrees, web Mercator, or zones: a number of one kind is none of another. */
export const kindOf = ({ unit, meridian }: Datum): "degrees" | "mercator" | "zone" =>
  unit === "degrees" ? "degrees" : meridian === undefined ? "mercator" : "zone";
