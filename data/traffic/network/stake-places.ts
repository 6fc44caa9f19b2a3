import type { Snapshot } from "../../snapshot/snapshot.ts";
import { routeNetworkOf } from "./build-network.ts";
import { roadCodeOf } from "./group-lines.ts";
import { findRoutes, nearestPositions, pointAt, sectionAt } from "./linear-reference.ts";
import { JOINT_M } from "./network-lines.ts";

/** A place on a road with its stake. */
export interface StakePlace {
  /** Row of the road section in the snapshot. */
  readonly row: number;
  /** Metres from the road's zero. */
  readonly stakeM: number;
  /** On the road's axis, WGS84. */
  readonly position: readonly [number, number];
}

/**
 * Where a stake of the ledger stands, on the main carriageway; roads whose ledger has no stakes have none.
 *
 * @param roads - a snapshot of `roads`.
 * @param road - road number or name, whatever its case and width (`Ｇ111`, `g111`, `111国道`).
 * @param stakeM - metres from the road's zero.
 * @returns one place for each road of that name that has the stake, in the order of the rows; empty when none does.
 */
export function findStake(roads: Snapshot, road: string, stakeM: number): StakePlace[] {
  const network = routeNetworkOf(roads);
  return findRoutes(network, road)
    .flatMap((route): StakePlace[] => {
      const { stakes, fromM, toM } = network.routes[route]!;
      // A loop would go round for ever.
      if (stakes !== "given" || stakeM < fromM - JOINT_M || stakeM > toM + JOINT_M) return [];
      const section = sectionAt(network, route, stakeM);
      const xy = pointAt(network, route, stakeM);
      return section && xy ? [{ row: section.row, stakeM, position: roads.plane.toLonLat(...xy) }] : [];
    })
    .sort((a, b) => a.row - b.row);
}

/** A road beside a place, with the stake of its nearest point. */
export interface NearbyStake extends StakePlace {
  readonly road: { readonly code: string | null; readonly name: string };
  /** From the place to the road's axis, plane metres. */
  readonly offsetM: number;
}

/**
 * The stakes of the roads around a place, nearest road first; each carriageway for itself.
 *
 * @param at - `[longitude, latitude]`.
 * @param withinM - how far a road may lie, plane metres.
 */
export function findStakesNear(roads: Snapshot, at: readonly [number, number], withinM: number): NearbyStake[] {
  const network = routeNetworkOf(roads);
  return nearestPositions(network, ...roads.plane.toPlane(...at), withinM).flatMap((near): NearbyStake[] => {
    const { route, stakeM, carriageway, offsetM, xy } = near;
    const section = sectionAt(network, route, stakeM, carriageway);
    if (network.routes[route]!.stakes !== "given" || !section) return [];
    const { row } = section;
    const road = { code: roadCodeOf(roads, row), name: roads.names.get(row) ?? "" };
    return [{ row, road, stakeM, offsetM, position: roads.plane.toLonLat(...xy) }];
  });
}
