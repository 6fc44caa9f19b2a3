import type { Site } from "#data/traffic/site.ts";
import { toMercatorX, toMercatorY } from "../../../map/mercator.ts";
import { isEqual } from "./rule-numbers.ts";

/** Metres around the equator: a mercator map's width is that long there, and shorter by the cosine of the latitude elsewhere. */
const EQUATOR_M = 40_075_017;

/**
 * The one of several places that a person is looking at: the same site, else the one that shares most ground with it. While a slider
 * moves, the ends of a site move too, and it stays open.
 *
 * @returns its index; -1 when none has anything to do with it.
 */
export function findSite(sites: readonly Site[], wanted: Site | null): number {
  if (!wanted) return -1;
  const same = sites.findIndex((site) => isEqual(site, wanted));
  if (same >= 0) return same;
  let [best, mostM] = [-1, 0];
  sites.forEach((site, index) => {
    const sharedM = sharedLengthM(site, wanted);
    if (sharedM > mostM) [best, mostM] = [index, sharedM];
  });
  return best;
}

/** Metres that two stretches of one route have in common, or by how much two circles overlap; 0 for everything else. */
function sharedLengthM(a: Site, b: Site): number {
  if (a.kind === "segment" || b.kind === "segment") {
    if (a.kind !== b.kind || a.kind !== "segment" || b.kind !== "segment" || a.route !== b.route) return 0;
    return Math.max(0, Math.min(a.toM, b.toM) - Math.max(a.fromM, b.fromM));
  }
  if (a.kind !== b.kind) return 0;
  const scale = EQUATOR_M * Math.cos((a.position[1] * Math.PI) / 180);
  const [dx, dy] = [
    toMercatorX(a.position[0]) - toMercatorX(b.position[0]),
    toMercatorY(a.position[1]) - toMercatorY(b.position[1]),
  ];
  return Math.max(0, a.radiusM + b.radiusM - Math.hypot(dx, dy) * scale);
}
