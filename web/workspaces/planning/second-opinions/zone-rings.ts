import type { MultiPolygon, Polygon } from "geojson";
import { geodesicAreaM2, geodesicDestination } from "#data/geodesy/geodesic.ts";
import { HSE_ZONES, type HseZone } from "#data/standards/hse.ts";
import type { FileArea } from "./read-areas.ts";

const CORNERS = 180;

/** A circle on the ground; its sides touch the radius in their middle, so that no place inside the radius is left out. */
export function circle([lon, lat]: readonly [number, number], radiusM: number): Polygon {
  const cornerM = radiusM / Math.cos(Math.PI / CORNERS);
  const ring = Array.from({ length: CORNERS }, (_, i) => geodesicDestination(lon, lat, (-i * 360) / CORNERS, cornerM));
  return { type: "Polygon", coordinates: [[...ring, ring[0]!]] };
}

export type ZoneAreas = Partial<Readonly<Record<HseZone, Polygon | MultiPolygon>>>;

/** How files call the zones. */
const CALLED: Readonly<Record<HseZone, RegExp>> = {
  inner: /^(inner|iz|内|内区|内圈)$/i,
  middle: /^(middle|mz|中|中区|中圈)$/i,
  outer: /^(outer|oz|外|外区|外圈)$/i,
};

/**
 * Which area of a file is which zone: by a property that names it, or by size where there are exactly three.
 *
 * @returns `null` where the file does not show it.
 */
export function zonesOfFile(areas: readonly FileArea[]): ZoneAreas | null {
  const named = areas.flatMap(({ geometry, properties }) => {
    const said = Object.values(properties).map((value) => String(value).trim());
    const zone = HSE_ZONES.find((each) => said.some((text) => CALLED[each].test(text)));
    return zone ? [[zone, geometry] as const] : [];
  });
  if (named.length === areas.length && new Set(named.map(([zone]) => zone)).size === named.length)
    return Object.fromEntries(named);
  if (areas.length !== HSE_ZONES.length || named.length > 0) return null;
  const bySize = [...areas].sort((a, b) => geodesicAreaM2(a.geometry) - geodesicAreaM2(b.geometry));
  return Object.fromEntries(bySize.map(({ geometry }, i) => [HSE_ZONES[i]!, geometry]));
}
