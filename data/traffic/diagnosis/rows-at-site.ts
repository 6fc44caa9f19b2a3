import { isAtJunction } from "../at-junction.ts";
import type { CrashSelection } from "../select-crashes.ts";
import type { SitePlace } from "../site.ts";
import type { SiteRoads } from "./site-roads.ts";

/**
 * The accidents of a site among some rows, in their order: on the route between its stakes, both ends included; at the junction within
 * its radius; or recorded within the circle. A doubtful one is where its best candidate lies.
 */
export function rowsAtSite(
  { site, middle }: SitePlace,
  roads: SiteRoads | null,
  { crashes, placed }: CrashSelection,
  rows: Uint32Array,
): Uint32Array {
  if (site.kind === "circle") {
    const { xy, plane } = crashes.snapshot;
    const [x, y] = plane.toPlane(...middle);
    return rows.filter((row) => Math.hypot(xy[row * 2]! - x, xy[row * 2 + 1]! - y) <= site.radiusM);
  }
  if (!roads || !placed) return new Uint32Array();
  if (site.kind === "junction")
    return roads.junction === null
      ? new Uint32Array()
      : rows.filter(isAtJunction(roads.network, placed, roads.junction, site.radiusM));
  const stretch = roads.stretches[0];
  if (!stretch) return new Uint32Array();
  return rows.filter((row) => {
    if (placed.route[row] !== stretch.route) return false;
    const stakeM = stakeInStretch(roads, placed.stakeM[row]!);
    return stakeM >= stretch.fromM - ROUNDING_M && stakeM <= stretch.toM + ROUNDING_M;
  });
}

/** Stakes measured along a line come out a hair off the metre that was written down. */
const ROUNDING_M = 0.001;

/** The stake of a place as the stretch counts it: one that reaches over the end of a loop goes on counting there. */
export function stakeInStretch({ network, stretches }: SiteRoads, stakeM: number): number {
  const stretch = stretches[0]!;
  const { isLoop, lengthM } = network.routes[stretch.route]!;
  return isLoop && stakeM < stretch.fromM - ROUNDING_M && stakeM + lengthM <= stretch.toM + ROUNDING_M
    ? stakeM + lengthM
    : stakeM;
}
