import type { Geometry } from "geojson";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { middleOf } from "#data/snapshot/plane-center.ts";
import { type Datum, toWgs84 } from "./datum.ts";

/** Where things of the zone can be. */
export interface ZoneReach {
  /** `[longitude, latitude]`. */
  readonly center: readonly [number, number];
  readonly radiusM: number;
}

/** Within this the zone plane is exact (design decision D3), and few zones are larger. */
const UNKNOWN_RADIUS_M = 50_000;
/** What belongs to a zone may lie a little outside of its districts: a fire station, a junction. */
const MARGIN_M = 5_000;

/** @param districts - extent of the zone's districts, `[west, south, east, north]`; null where the record has none. */
export function reachOf(
  center: readonly [number, number],
  districts: readonly [number, number, number, number] | null,
): ZoneReach {
  if (!districts) return { center, radiusM: UNKNOWN_RADIUS_M };
  const [west, south, east, north] = districts;
  const corners = [
    [west, south],
    [east, south],
    [west, north],
    [east, north],
  ] as const;
  const farthest = Math.max(...corners.map(([lon, lat]) => geodesicDistanceM(...center, lon, lat)));
  return { center, radiusM: farthest + MARGIN_M };
}

/** @returns how far the middle of a file lies from the zone, km; null where it lies in the zone or nowhere. */
export function elsewhereKm(delivered: readonly Geometry[], datum: Datum, zone: ZoneReach): number | null {
  const middles = delivered.flatMap((geometry) => {
    const [west, south, east, north] = boundsOf(toWgs84(geometry, datum));
    const at = [(west + east) / 2, (south + north) / 2];
    return at.every(Number.isFinite) ? at : [];
  });
  const middle = middleOf(Float64Array.from(middles));
  if (!middle) return null;
  const distanceM = geodesicDistanceM(...zone.center, ...middle);
  return distanceM > zone.radiusM ? Math.round(distanceM / 100) / 10 : null;
}
