import type { Geometry } from "geojson";
import { decideLimit, planeErrorM } from "../geodesy/limit.ts";
import { findSeparation, type Separation } from "../geometry/distance.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { boxOf } from "../geometry/measure.ts";
import type { Outline } from "../geometry/outlines.ts";
import { findByBox } from "../snapshot/index.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { isPointRow, rowOutline } from "./rows.ts";

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

/** Rows of a layer within reach of the origins, as parallel columns: there may be a hundred thousand. */
export class Nearby {
  readonly snapshot: Snapshot;
  readonly rows: number[] = [];
  /** To the nearest origin, outline to outline, plane metres. */
  readonly distancesM: number[] = [];
  /** Place of that origin in the list. */
  readonly origins: number[] = [];
  /** Place of the smallest radius that holds the row; their number where only its stated position error reaches in. */
  readonly rings: number[] = [];
  /** The origins on the snapshot's plane. */
  readonly #outlines: readonly Outline[];

  constructor(snapshot: Snapshot, outlines: readonly Outline[]) {
    this.snapshot = snapshot;
    this.#outlines = outlines;
  }

  add(row: number, distanceM: number, origin: number, ring: number): void {
    this.rows.push(row);
    this.distancesM.push(distanceM);
    this.origins.push(origin);
    this.rings.push(ring);
  }

  /** The shortest way from the nearest origin to the feature at this place of the columns. */
  way(place: number): Separation {
    return wayTo(this.#outlines[this.origins[place]!]!, this.snapshot, this.rows[place]!);
  }
}

export interface NearbyRows {
  /** Each row once, with its nearest origin. */
  readonly nearest: Nearby;
  /** The rows within reach of one origin. */
  each(origin: number): Nearby;
}

/** Half the circumference of the earth is 180°: beyond a third of that the projection says nothing useful. */
const SAME_SIDE_DEGREES = 60;

/**
 * Rows of a layer within the largest radius of the origins, outline to outline, and those so little beyond that their stated position
 * error reaches in. No origin is near itself, and in `nearest` no origin is listed at all.
 *
 * @param radiiM - ascending.
 */
export function nearbyRows(
  origins: readonly Origin[],
  snapshot: Snapshot,
  selection: Selection,
  radiiM: readonly number[],
): NearbyRows {
  const outlines = origins.map(({ geometry }) => outlineFromGeoJson(geometry, snapshot.plane));
  const byOrigin = origins.map((origin, i) => {
    const nearby = new Nearby(snapshot, outlines);
    if (snapshot.count > 0 && isOnSameSide(origin.geometry, snapshot)) {
      const own = origin.layer === snapshot.layer ? origin.row : -1;
      addRowsNear(nearby, outlines[i]!, i, own, selection, radiiM);
    }
    return nearby;
  });
  return { nearest: nearestOf(byOrigin, origins, snapshot, outlines), each: (origin) => byOrigin[origin]! };
}

function nearestOf(
  byOrigin: readonly Nearby[],
  origins: readonly Origin[],
  snapshot: Snapshot,
  outlines: readonly Outline[],
): Nearby {
  if (byOrigin.length === 1) return byOrigin[0]!;
  const excluded = new Set(origins.filter(({ layer }) => layer === snapshot.layer).map(({ row }) => row));
  const best = new Map<number, { from: Nearby; place: number }>();
  for (const from of byOrigin) {
    from.rows.forEach((row, place) => {
      if (excluded.has(row)) return;
      const known = best.get(row);
      if (!known || from.distancesM[place]! < known.from.distancesM[known.place]!) best.set(row, { from, place });
    });
  }
  const nearest = new Nearby(snapshot, outlines);
  for (const [row, { from, place }] of best) {
    nearest.add(row, from.distancesM[place]!, from.origins[place]!, from.rings[place]!);
  }
  return nearest;
}

function addRowsNear(
  nearby: Nearby,
  outline: Outline,
  origin: number,
  ownRow: number,
  selection: Selection,
  radiiM: readonly number[],
): void {
  const { snapshot } = nearby;
  const { plane } = snapshot;
  const [minX, minY, maxX, maxY] = boxOf(outline);
  const originX = Math.max(Math.abs(minX), Math.abs(maxX));
  const reachM = radiiM[radiiM.length - 1]! + largestError(snapshot);
  const reach = reachM + planeErrorM(reachM, originX + reachM, 0);
  const distanceTo = distanceFrom(outline, snapshot, reach);
  for (const row of findByBox(snapshot, [minX - reach, minY - reach, maxX + reach, maxY + reach], selection)) {
    if (row === ownRow) continue;
    const distanceM = distanceTo(row);
    if (distanceM > reach) continue;
    const errorM = planeErrorM(distanceM, originX + distanceM, 0);
    const ring = radiiM.findIndex((radiusM) => {
      if (Math.abs(distanceM - radiusM) > errorM) return distanceM < radiusM;
      const { from, to } = wayTo(outline, snapshot, row);
      return decideLimit(distanceM, radiusM, from, to, plane).within;
    });
    nearby.add(row, distanceM, origin, ring < 0 ? radiiM.length : ring);
  }
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

/** Distance to a row, above `reach` for those beyond it. Point to point needs no outline machinery, and most features are points. */
function distanceFrom(origin: Outline, snapshot: Snapshot, reach: number): (row: number) => number {
  const toOutline = (row: number) =>
    findSeparation(origin, rowOutline(snapshot, row), reach)?.distanceM ?? Number.POSITIVE_INFINITY;
  if (!isPoint(origin)) return toOutline;
  const [x, y] = [origin.parts[0]![0]!, origin.parts[0]![1]!];
  const { xy } = snapshot;
  return (row) => (isPointRow(snapshot, row) ? lengthOf(xy[row * 2]! - x, xy[row * 2 + 1]! - y) : toOutline(row));
}

function wayTo(origin: Outline, snapshot: Snapshot, row: number): Separation {
  if (!isPoint(origin) || !isPointRow(snapshot, row)) return findSeparation(origin, rowOutline(snapshot, row))!;
  const [x, y] = [origin.parts[0]![0]!, origin.parts[0]![1]!];
  const [toX, toY] = [snapshot.xy[row * 2]!, snapshot.xy[row * 2 + 1]!];
  return { distanceM: lengthOf(toX - x, toY - y), from: [x, y], to: [toX, toY] };
}

/** As `findSeparation` measures, to the last digit; `Math.hypot` rounds otherwise. */
const lengthOf = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

const isPoint = ({ kind, parts }: Outline): boolean => kind === 0 && parts.length === 1;
