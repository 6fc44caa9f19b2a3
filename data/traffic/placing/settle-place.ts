import { parseStake, roadStakeReadings } from "../../snapshot/stake.ts";
import { findRoutes } from "../network/linear-reference.ts";
import type { Route, RouteNetwork, RoutePosition } from "../network/route.ts";
import { placeOfStake, statedRoutes } from "./find-candidates.ts";

/** What a record says once a person has settled on which road it happened and at which stake. */
export interface SettledPlace {
  readonly roadCode: string | null;
  readonly roadName: string | null;
  readonly kilometre: number;
  readonly metre: number;
}

/** The farthest kilometre that a record can hold. */
const LAST_KILOMETRE = 9_999;

/**
 * A place on a road in the words of a record, to the metre.
 *
 * @returns `null` where no record can say it: before the road's zero.
 */
export function settledPlaceOf({ id, code, name }: Route, stakeM: number): SettledPlace | null {
  const metres = Math.round(stakeM);
  const kilometre = Math.floor(metres / 1000);
  if (metres < 0 || kilometre > LAST_KILOMETRE) return null;
  return { roadCode: code, roadName: name || (code === null ? id : null), kilometre, metre: metres % 1000 };
}

/**
 * Where a record with these words is placed once it is confirmed. Namesakes of a road may lie nearer than the one that was meant, so this is
 * what a person should see before he confirms it.
 *
 * @param at - the recorded position, `[longitude, latitude]`.
 * @returns `null` when no road of that number or name has the stake.
 */
export function whereSettled(
  network: RouteNetwork,
  { roadCode, roadName, kilometre, metre }: SettledPlace,
  at: readonly [number, number],
): RoutePosition | null {
  const routes = statedRoutes(roadCode, roadName, (text) => (text === null ? [] : findRoutes(network, text)));
  const stakeM = kilometre * 1000 + metre;
  return placeOfStake(network, { roadCode, roadName, stakeM, routes }, ...network.roads.plane.toPlane(...at));
}

/** What came of a road and a stake that somebody typed. */
export type TypedPlace =
  | { readonly kind: "found"; readonly route: number; readonly stakeM: number }
  /** Nothing in it is a stake, or nothing but a stake. */
  | { readonly kind: "no-stake" | "no-road" }
  | { readonly kind: "unknown-road"; readonly road: string }
  /** The road is there and does not reach to the stake; routes of that number or name. */
  | { readonly kind: "beyond-end"; readonly routes: readonly number[] }
  /** The road is interrupted there. */
  | { readonly kind: "in-gap"; readonly route: number };

/**
 * The place that a text means: `G111 K812+300`, `111国道 812公里300米`, `科尔沁大街 K3+200`.
 *
 * @param at - the recorded position, `[longitude, latitude]`: of roads of one name the nearest that has the stake is meant.
 */
export function readTypedPlace(network: RouteNetwork, text: string, at: readonly [number, number]): TypedPlace {
  if (parseStake(text) !== null) return { kind: "no-road" };
  const [x, y] = network.roads.plane.toPlane(...at);
  const readings = roadStakeReadings(text);
  let without: TypedPlace | null = null;
  for (const { road, stakeM } of readings) {
    const routes = findRoutes(network, road);
    const place = placeOfStake(network, { roadCode: null, roadName: road, stakeM, routes }, x, y);
    if (place) return { kind: "found", route: place.route, stakeM };
    if (routes.length > 0) without ??= whyWithout(network, routes, stakeM);
  }
  return without ?? (readings[0] ? { kind: "unknown-road", road: readings[0].road } : { kind: "no-stake" });
}

function whyWithout({ routes: all }: RouteNetwork, routes: readonly number[], stakeM: number): TypedPlace {
  const broken = routes.find((route) => stakeM >= all[route]!.fromM && stakeM <= all[route]!.toM);
  return broken === undefined ? { kind: "beyond-end", routes } : { kind: "in-gap", route: broken };
}
