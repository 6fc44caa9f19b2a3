import { geodesicLine } from "#data/geodesy/geodesic.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { findStakesNear } from "#data/traffic/network/stake-places.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import type { Language } from "../../messages/words.ts";
import { metres } from "../../ui/quantities.ts";

/** Farther from a road nobody says where something is by its stakes. */
export const STAKE_WITHIN_M = 500;

/** Nearer to the axis is on the road. */
const ON_ROAD_M = 3;

/**
 * Where a place is, in the words of the traffic police: `G111 K812+300, 12 m east`.
 *
 * @param at - `[longitude, latitude]`.
 * @returns `null` when no road with stakes is near.
 */
export function stakeText(roads: Snapshot, at: readonly [number, number], language: Language): string | null {
  const words = DETAIL_WORDS[language];
  const nearest = findStakesNear(roads, at, STAKE_WITHIN_M)[0];
  if (!nearest) return null;
  const { road, stakeM, offsetM, position } = nearest;
  const { azimuthDeg } = geodesicLine(position[0], position[1], at[0], at[1]);
  const direction = words.directions[Math.round(((azimuthDeg + 360) % 360) / 45) % 8]!;
  const beside = offsetM < ON_ROAD_M ? words.onRoad : words.beside(direction, metres(offsetM));
  return `${road.code ?? road.name} ${formatStake(stakeM)}${language === "zh" ? "，" : ", "}${beside}`;
}
