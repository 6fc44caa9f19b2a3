import type { Geometry, Position } from "geojson";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { linesOf } from "#data/geometry/lines-of.ts";
import { type Datum, toWgs84 } from "./datum.ts";
import type { DeliveredPlace, NoPlace } from "./place.ts";
import type { RemarkReason } from "./remark.ts";
import { isNoPosition } from "./sentinels.ts";

export interface Zone {
  /** `[longitude, latitude]`. */
  readonly center: readonly [number, number];
  readonly radiusM: number;
}

/** A place in WGS84, with what is odd about it. */
export interface JudgedPlace {
  readonly geometry: Geometry;
  /** As delivered, in the order in which it was read. */
  readonly delivered: Geometry;
  readonly doubts: readonly Doubt[];
}

export interface Doubt extends NoPlace {
  readonly severity: "suspicion" | "notice";
  readonly detail: string | null;
}

/** Whether a delivered place can be where it says, and whether its ordinates stand in each other's place. */
export function judgePlace(place: DeliveredPlace, datum: Datum, zone: Zone | null): JudgedPlace | NoPlace {
  const { geometry: delivered } = place;
  const refuse = (reason: RemarkReason, fix: NoPlace["fix"] = null): NoPlace => ({
    reason,
    value: place.value ?? deliveredText(delivered),
    column: place.column,
    allowed: datum.unit === "degrees" ? "longitude -180…180, latitude -90…90" : `coordinates in ${datum.id}`,
    fix,
  });
  if (hasSentinel(delivered)) return refuse("position-sentinel");
  const geometry = toWgs84(delivered, datum);
  if (!isOnEarth(geometry, datum)) {
    const turned = swapAxes(delivered);
    const other = toWgs84(turned, datum);
    if (!isOnEarth(other, datum)) return refuse(datum.unit === "degrees" ? "off-the-earth" : "outside-datum");
    if (datum.unit === "degrees" || place.column === null) return refuse("lon-lat-swapped", place.swap);
    // Only one order gives a place in the datum's own area: the surveyors' X, which points north, stood first.
    const doubt = { ...refuse("axes-by-size"), severity: "notice" as const, detail: deliveredText(turned) };
    const doubts = zone ? findZoneDoubts({ ...place, geometry: turned }, other, datum, zone) : [];
    return { geometry: other, delivered: turned, doubts: [doubt, ...doubts] };
  }
  return { geometry, delivered, doubts: zone ? findZoneDoubts(place, geometry, datum, zone) : [] };
}

function findZoneDoubts(place: DeliveredPlace, geometry: Geometry, datum: Datum, zone: Zone): Doubt[] {
  const distanceM = distanceTo(zone, geometry);
  if (distanceM <= zone.radiusM) return [];
  const other = toWgs84(swapAxes(place.geometry), datum);
  const isSwapped = isOnEarth(other, datum) && distanceTo(zone, other) <= zone.radiusM;
  return [
    {
      severity: "suspicion",
      reason: isSwapped ? "lon-lat-swapped" : "out-of-zone",
      value: place.value ?? deliveredText(place.geometry),
      column: place.column,
      detail: `${(distanceM / 1000).toFixed(1)} km`,
      allowed: `≤ ${(zone.radiusM / 1000).toFixed(1)} km`,
      fix: isSwapped ? place.swap : null,
    },
  ];
}

/** The same shape with the two ordinates of each position in each other's place. */
export function swapAxes(geometry: Geometry): Geometry {
  if (geometry.type === "GeometryCollection") return geometry;
  return { ...geometry, coordinates: swapped(geometry.coordinates) } as Geometry;
}

type Nested = Position | Nested[];

function swapped(nested: Nested): Nested {
  return typeof nested[0] === "number" ? [nested[1] as number, nested[0]] : (nested as Nested[]).map(swapped);
}

function hasSentinel(geometry: Geometry): boolean {
  if (geometry.type === "Point") return isNoPosition(geometry.coordinates[0]!, geometry.coordinates[1]!);
  return linesOf(geometry).some((line) => line.some(([x, y]) => x === 0 && y === 0));
}

/** Beyond this from its meridian a zone is not used: twice the width of the widest. */
const FARTHEST_FROM_MERIDIAN = 12;

function isOnEarth(geometry: Geometry, { unit, meridian }: Datum): boolean {
  const isHere = ([lon, lat]: Position) =>
    Math.abs(lon!) <= 180 &&
    Math.abs(lat!) <= 90 &&
    (unit === "degrees" || meridian === undefined || Math.abs(lon! - meridian) <= FARTHEST_FROM_MERIDIAN);
  return geometry.type === "Point"
    ? isHere(geometry.coordinates)
    : linesOf(geometry).every((line) => line.every(isHere));
}

const METRES_PER_DEGREE = 111_320;

/** From the centre to the nearest vertex; exact where it matters for being in the zone or not. */
function distanceTo({ center, radiusM }: Zone, geometry: Geometry): number {
  const shrink = Math.cos((center[1] * Math.PI) / 180);
  let nearest: Position | null = null;
  let least = Number.POSITIVE_INFINITY;
  const lines = geometry.type === "Point" ? [[geometry.coordinates]] : linesOf(geometry);
  for (const line of lines)
    for (const position of line) {
      const east = (position[0]! - center[0]) * shrink;
      const roughM = Math.hypot(east, position[1]! - center[1]) * METRES_PER_DEGREE;
      // The rough measure is off by less than a tenth within a zone's reach.
      if (roughM < radiusM * 0.9) return roughM;
      if (roughM < least) [nearest, least] = [position, roughM];
    }
  return nearest === null ? Number.POSITIVE_INFINITY : geodesicDistanceM(...center, nearest[0]!, nearest[1]!);
}

const MOST_SHOWN = 60;

function deliveredText(geometry: Geometry): string {
  const first = geometry.type === "Point" ? geometry.coordinates : linesOf(geometry)[0]?.[0];
  return first ? first.slice(0, 2).join(", ").slice(0, MOST_SHOWN) : geometry.type;
}
