import type { Position } from "geojson";

/** A kilometre stake on a numbered road. */
export interface Stake {
  readonly at: Position;
  readonly kilometre: number;
}

const EARTH_RADIUS_M = 6_371_008.8;

/**
 * The kilometre stakes along a road section whose first vertex stands at `startStakeM`; stakes grow along the line.
 * For drawing only: lengths on the sphere, off by up to 0.3 %.
 */
export function kilometreStakes(line: readonly Position[], startStakeM: number): Stake[] {
  const stakes: Stake[] = [];
  let at = startStakeM;
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const end = at + distanceM(from, to);
    for (let km = Math.ceil(at / 1000); km * 1000 < end; km++) {
      const share = (km * 1000 - at) / (end - at);
      stakes.push({
        at: [from[0]! + (to[0]! - from[0]!) * share, from[1]! + (to[1]! - from[1]!) * share],
        kilometre: km,
      });
    }
    at = end;
  }
  return stakes;
}

function distanceM(from: Position, to: Position): number {
  const radians = Math.PI / 180;
  const middle = ((from[1]! + to[1]!) / 2) * radians;
  const x = (to[0]! - from[0]!) * radians * Math.cos(middle);
  const y = (to[1]! - from[1]!) * radians;
  return Math.hypot(x, y) * EARTH_RADIUS_M;
}
