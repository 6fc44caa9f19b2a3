import { gunzipSync } from "node:zlib";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { type Outline, outlineOf, pointOutline } from "#data/geometry/outlines.ts";
import { findByBox } from "#data/snapshot/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { Zone } from "./judge-place.ts";

/** What is on the map already, for delivered places to be compared with. */
export interface DatumReference {
  readonly snapshots: readonly Snapshot[];
  /** `null`: the record has none. */
  readonly roads: Snapshot | null;
  readonly features: number;
  readonly zone: Zone;
}

/** What belongs to a zone may lie a little outside of what is drawn of it. */
const MARGIN_M = 5_000;

/**
 * @param snapshots - of `buildings`, `roads`: layers that other things lie on or beside.
 * @param zone - `null`: as far as the features reach.
 * @returns `null` when there is neither a feature nor a zone to compare with.
 */
export function createReference(snapshots: readonly Snapshot[], zone: Zone | null = null): DatumReference | null {
  const filled = snapshots.filter(({ count }) => count > 0);
  if (filled.length === 0 && !zone) return null;
  return {
    snapshots: filled,
    roads: filled.find(({ layer }) => layer === "roads") ?? null,
    features: filled.reduce((sum, { count }) => sum + count, 0),
    zone: zone ?? reachOf(filled),
  };
}

/** The same from gzipped snapshots by layer. */
export const openReference = (
  packed: Readonly<Record<string, Uint8Array>>,
  zone: Zone | null = null,
): DatumReference | null =>
  createReference(
    Object.values(packed).map((bytes) => openSnapshot(gunzipSync(bytes))),
    zone,
  );

function reachOf(snapshots: readonly Snapshot[]): Zone {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { extent } of snapshots) {
    if (!extent) continue;
    west = Math.min(west, extent[0]);
    south = Math.min(south, extent[1]);
    east = Math.max(east, extent[2]);
    north = Math.max(north, extent[3]);
  }
  const center = [(west + east) / 2, (south + north) / 2] as const;
  return { center, radiusM: geodesicDistanceM(...center, east, north) + MARGIN_M };
}

/** Nothing farther is looked for: two streets away is as good as anywhere. */
export const FARTHEST_M = 150;

/** From a place to the nearest building or road, at most `FARTHEST_M`. */
export function distanceToMapM({ snapshots }: DatumReference, lon: number, lat: number): number {
  let nearest = FARTHEST_M;
  for (const snapshot of snapshots) {
    const [x, y] = snapshot.plane.toPlane(lon, lat);
    const here = pointOutline(x, y);
    for (const row of findByBox(snapshot, [x - nearest, y - nearest, x + nearest, y + nearest])) {
      nearest = Math.min(nearest, outlineDistanceM(here, outlineOfRow(snapshot, row), nearest));
      if (nearest === 0) return 0;
    }
  }
  return nearest;
}

const outlineOfRow = ({ outlines, xy }: Snapshot, row: number): Outline =>
  outlines ? outlineOf(outlines, row) : pointOutline(xy[row * 2]!, xy[row * 2 + 1]!);
