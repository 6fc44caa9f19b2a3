import { boundsOf, fromWkb } from "#data/geodesy/wkb.ts";

/** `[longitude, latitude]` of the middle of a geometry's extent. */
export function middleOf(wkb: Buffer): [number, number] {
  const [west, south, east, north] = boundsOf(fromWkb(wkb));
  return [(west + east) / 2, (south + north) / 2];
}
