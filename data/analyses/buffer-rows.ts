import type { Geometry } from "geojson";
import { decideLimit, planeErrorM } from "../geodesy/limit.ts";
import { findSeparation, type Separation } from "../geometry/distance.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { findByBox } from "../snapshot/index.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { rowOutline } from "./rows.ts";

/** Where rings are measured from. */
export interface Origin {
  /** Layer and row of a feature; `null` and -1 for a drawn shape. */
  readonly layer: string | null;
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
  /** WGS84. */
  readonly geometry: Geometry;
}

/** A row of a layer within reach of an origin. */
export interface Nearby {
  readonly snapshot: Snapshot;
  readonly row: number;
  readonly distanceM: number;
  /** Ends of the shortest way, plane metres of the snapshot: at the origin and at the feature. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Place of the origin in the list. */
  readonly origin: number;
  isWithin(radiusM: number): boolean;
}

export interface NearbyRows {
  /** Each row once, with its nearest origin. */
  readonly nearest: readonly Nearby[];
  /** The rows within reach of one origin. */
  each(origin: number): readonly Nearby[];
}

/** Half the circumference of the earth is 180°: beyond a third of that the projection says nothing useful. */
const SAME_SIDE_DEGREES = 60;

/**
 * Rows of a layer within a distance of the origins, outline to outline, and those so little beyond that their stated position error
 * reaches in. No origin is near itself, and in `nearest` no origin is listed at all.
 */
export function nearbyRows(
  origins: readonly Origin[],
  snapshot: Snapshot,
  selection: Selection,
  reachM: number,
): NearbyRows {
  const excluded = new Set(origins.filter((origin) => origin.layer === snapshot.layer).map((origin) => origin.row));
  const gatherM = reachM + largestError(snapshot);
  const byOrigin = origins.map((origin, i) => rowsNear(origin, i, snapshot, selection, gatherM));
  const nearest = new Map<number, Nearby>();
  for (const rows of byOrigin) {
    for (const each of rows) {
      if (excluded.has(each.row)) continue;
      const known = nearest.get(each.row);
      if (!known || each.distanceM < known.distanceM) nearest.set(each.row, each);
    }
  }
  return { nearest: [...nearest.values()], each: (origin) => byOrigin[origin]! };
}

function rowsNear(origin: Origin, place: number, snapshot: Snapshot, selection: Selection, reachM: number): Nearby[] {
  if (snapshot.count === 0 || !isOnSameSide(origin.geometry, snapshot)) return [];
  const outline = outlineFromGeoJson(origin.geometry, snapshot.plane);
  const [minX, minY, maxX, maxY] = boxOf(outline);
  const reach = reachM + planeErrorM(reachM, Math.max(Math.abs(minX), Math.abs(maxX)) + reachM, 0);
  const rows: Nearby[] = [];
  for (const row of findByBox(snapshot, [minX - reach, minY - reach, maxX + reach, maxY + reach], selection)) {
    if (origin.layer === snapshot.layer && origin.row === row) continue;
    const found = separate(outline, snapshot, row, reach);
    if (found) rows.push(new NearbyRow(snapshot, row, place, found));
  }
  return rows;
}

/** Errors above this say that the place is not known: they do not widen the search. */
const LARGEST_ERROR_M = 500;

function largestError({ positionErrorM }: Snapshot): number {
  let largest = 0;
  for (const error of positionErrorM) if (error > largest && error <= LARGEST_ERROR_M) largest = error;
  return largest;
}

function isOnSameSide(geometry: Geometry, snapshot: Snapshot): boolean {
  let at: unknown = (geometry as { coordinates?: unknown }).coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  const difference = Math.abs((at as [number, number])[0] - snapshot.plane.center[0]);
  return Math.min(difference, 360 - difference) < SAME_SIDE_DEGREES;
}

/** Point to point needs no outline machinery, and most ledgers are points. */
function separate(origin: Outline, snapshot: Snapshot, row: number, reach: number): Separation | null {
  const single = origin.kind === 0 && origin.parts.length === 1;
  if (!single || snapshot.outlines) return findSeparation(origin, rowOutline(snapshot, row), reach);
  const [x, y] = [origin.parts[0]![0]!, origin.parts[0]![1]!];
  const [toX, toY] = [snapshot.xy[row * 2]!, snapshot.xy[row * 2 + 1]!];
  const distanceM = Math.hypot(toX - x, toY - y);
  return distanceM <= reach ? { distanceM, from: [x, y], to: [toX, toY] } : null;
}

class NearbyRow implements Nearby {
  readonly snapshot: Snapshot;
  readonly row: number;
  readonly origin: number;
  readonly distanceM: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];

  constructor(snapshot: Snapshot, row: number, origin: number, { distanceM, from, to }: Separation) {
    this.snapshot = snapshot;
    this.row = row;
    this.origin = origin;
    this.distanceM = distanceM;
    this.from = from;
    this.to = to;
  }

  isWithin(radiusM: number): boolean {
    return decideLimit(this.distanceM, radiusM, this.from, this.to, this.snapshot.plane).within;
  }
}
