import type { Geometry } from "geojson";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { boundsOf } from "#data/geodesy/wkb.ts";

/** The middle of what a geometry spans, WGS84. */
export function middleOf(geometry: Geometry): [number, number] {
  const [west, south, east, north] = boundsOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}

/** How far a feature's middle went, metres. */
export function moveDistanceM(from: Geometry, to: Geometry): number {
  const [a, b] = [middleOf(from), middleOf(to)];
  return geodesicDistanceM(a[0], a[1], b[0], b[1]);
}
