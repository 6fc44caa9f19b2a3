import type { Geometry } from "geojson";
import type { AskedSite } from "../asked-site.ts";
import { stretchGeometry } from "../network/linear-reference.ts";
import type { Route } from "../network/route.ts";
import { stretchLabel } from "../network/route-label.ts";
import { stretchesOnRoute } from "../network/route-stretches.ts";
import type { CrashSelection } from "../select-crashes.ts";
import { placeOfSite } from "../site-place.ts";
import { isOn, lengthOf, type Stretch, withoutStretches } from "../stretches.ts";

/** Road beside a site: where crashes may have moved to. */
export interface Neighbour {
  readonly label: string;
  readonly lengthM: number | null;
  readonly geometry: Geometry;
  readonly has: (row: number) => boolean;
}

/**
 * What lies within so far of the site: both ways along its roads, gaps left out; around a circle a ring.
 *
 * @param reachM - along the axis from the ends of the site.
 */
export function neighboursOf({ place, roads }: AskedSite, selection: CrashSelection, reachM: number): Neighbour[] {
  const { site, middle } = place;
  const { crashes, placed } = selection;
  if (site.kind === "circle") {
    const { xy, plane } = crashes.snapshot;
    const [x, y] = plane.toPlane(...middle);
    const outerM = site.radiusM + reachM;
    const ring = placeOfSite(roads?.network ?? null, plane, { ...site, radiusM: outerM });
    const has = (row: number) => {
      const distanceM = Math.hypot(xy[row * 2]! - x, xy[row * 2 + 1]! - y);
      return distanceM > site.radiusM && distanceM <= outerM;
    };
    return ring ? [{ label: ring.label, lengthM: null, geometry: ring.geometry, has }] : [];
  }
  if (!roads || !placed) return [];
  const { network } = roads;
  return roads.stretches.flatMap(({ route, fromM, toM }) => {
    const own = network.routes[route]!;
    return sidesOf(own, fromM, toM, reachM).flatMap(([sideFromM, sideToM]): Neighbour[] => {
      const lengthM = sideFromM < sideToM ? lengthOf(withoutStretches([[sideFromM, sideToM]], own.gaps)) : 0;
      if (lengthM < SHORTEST_M) return [];
      const side = stretchesOnRoute(own, sideFromM, sideToM);
      return [
        {
          label: stretchLabel(network, route, sideFromM, sideToM),
          lengthM,
          geometry: stretchGeometry(network, route, sideFromM, sideToM),
          has: (row) => placed.route[row] === route && isOn(side, placed.stakeM[row]!),
        },
      ];
    });
  });
}

/** Before and behind; on a ring at most half of what is left of it each. */
function sidesOf({ fromM: startM, toM: endM, isLoop }: Route, fromM: number, toM: number, reachM: number): Stretch[] {
  const farM = isLoop ? Math.max(0, Math.min(reachM, (endM - startM - (toM - fromM)) / 2)) : reachM;
  const [beforeM, behindM] = [fromM - farM, toM + farM];
  return [
    [isLoop ? beforeM : Math.max(startM, beforeM), fromM],
    [toM, isLoop ? behindM : Math.min(endM, behindM)],
  ];
}

/** What is left of a road beyond a site this near to its end is no place to move to. */
const SHORTEST_M = 10;
