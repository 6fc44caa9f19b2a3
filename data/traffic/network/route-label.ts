import { formatStake } from "../../snapshot/stake.ts";
import type { Junction, RouteNetwork } from "./route.ts";

/** The number, or the name where there is none. */
export const routeName = ({ routes }: RouteNetwork, route: number): string =>
  routes[route]!.code ?? routes[route]!.name;

/** `G111 K812+050 – K812+470`. */
export const stretchLabel = (network: RouteNetwork, route: number, fromM: number, toM: number): string =>
  `${routeName(network, route)} ${formatStake(fromM)} – ${formatStake(toM)}`;

/** `G111 × S987`; where a road meets nameless ones or itself, with its stake. */
export function junctionName(network: RouteNetwork, { on }: Junction): string {
  const names = [...new Set(on.map(({ route }) => routeName(network, route)))].filter((name) => name !== "");
  if (names.length > 1) return names.join(" × ");
  const [first] = on;
  return first ? `${routeName(network, first.route)} ${formatStake(first.stakeM)}` : "";
}
