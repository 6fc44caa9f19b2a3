import { formatStake } from "#data/snapshot/stake.ts";
import type { RouteNetwork } from "#data/traffic/network/route.ts";
import { routeName } from "#data/traffic/network/route-label.ts";
import { readTypedPlace, settledPlaceOf, whereSettled } from "#data/traffic/placing/settle-place.ts";
import type { PlacingWords } from "../../../messages/traffic-placing.ts";
import type { Settled } from "./settle-changes.ts";
import type { Choice } from "./settling.ts";

/** What a choice comes to: what would be written and where that lies, or why it cannot be. */
export type SettledChoice =
  | {
      readonly kind: "ready";
      readonly settled: Settled;
      /** `null`: on no road. */
      readonly place: {
        readonly label: string;
        readonly offsetM: number;
        readonly position: readonly [number, number];
        readonly hasStakes: boolean;
      } | null;
    }
  | { readonly kind: "wrong"; readonly why: string }
  /** Nothing is chosen or typed yet. */
  | { readonly kind: "open" };

const OPEN: SettledChoice = { kind: "open" };

/**
 * Follows a choice to the place where the record will lie, by the same reading that the placing uses.
 *
 * @param at - the recorded position, `[longitude, latitude]`.
 */
export function settledChoice(
  choice: Choice | null,
  typed: string,
  network: RouteNetwork,
  at: readonly [number, number],
  words: PlacingWords,
): SettledChoice {
  if (choice === null || (choice.kind === "typed" && typed.trim() === "")) return OPEN;
  if (choice.kind === "off-road") return { kind: "ready", settled: "off-road", place: null };
  if (choice.kind === "candidate") {
    const route = network.routes.findIndex(({ id }) => id === choice.route);
    return route < 0 ? OPEN : onRoute(network, route, choice.stakeM, at, words);
  }
  const read = readTypedPlace(network, typed, at);
  const name = (route: number) => routeName(network, route);
  switch (read.kind) {
    case "found":
      return onRoute(network, read.route, read.stakeM, at, words);
    case "unknown-road":
      return { kind: "wrong", why: words.typedWrong["unknown-road"](read.road) };
    case "beyond-end":
      return { kind: "wrong", why: words.typedWrong["beyond-end"](reachText(network, read.routes, words)) };
    case "in-gap":
      return { kind: "wrong", why: words.typedWrong["in-gap"](name(read.route)) };
    default:
      return { kind: "wrong", why: words.typedWrong[read.kind] };
  }
}

function onRoute(
  network: RouteNetwork,
  route: number,
  stakeM: number,
  at: readonly [number, number],
  words: PlacingWords,
): SettledChoice {
  const settled = settledPlaceOf(network.routes[route]!, stakeM);
  if (!settled) return { kind: "wrong", why: words.beforeZero };
  const place = whereSettled(network, settled, at);
  const label = (of: number, metres: number) => `${routeName(network, of)} ${formatStake(metres)}`;
  if (place?.route !== route)
    return { kind: "wrong", why: words.elsewhere(place ? label(place.route, place.stakeM) : words.unknown) };
  return {
    kind: "ready",
    settled,
    place: {
      label: label(route, place.stakeM),
      offsetM: place.offsetM,
      position: network.roads.plane.toLonLat(...place.xy),
      hasStakes: network.routes[route]!.stakes === "given",
    },
  };
}

const reachText = (network: RouteNetwork, routes: readonly number[], words: PlacingWords): string =>
  routes
    .map((route) => {
      const { fromM, toM } = network.routes[route]!;
      return words.reaches(routeName(network, route), formatStake(fromM), formatStake(toM));
    })
    .join("; ");
