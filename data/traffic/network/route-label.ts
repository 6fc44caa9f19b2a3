import { ROAD_CLASSES } from "../../layers/codes.ts";
import { formatStake } from "../../snapshot/stake.ts";
import type { Junction, Route, RouteNetwork } from "./route.ts";

/** What people call a route: its number, its name, or for a road without either the code of its section. */
export function routeName({ routes }: RouteNetwork, route: number): string {
  const { code, name, id } = routes[route]!;
  return code ?? (name || id);
}

/** `G111 K812+050 – K812+470` */
export const stretchLabel = (network: RouteNetwork, route: number, fromM: number, toM: number): string =>
  `${routeName(network, route)} ${formatStake(fromM)} – ${formatStake(toM)}`;

/** Of more roads the most important are named. */
const MOST_NAMED = 3;

/** `G111 × S985`, the road of the higher class first; `G111 K812+300` where only one road has a number or name. */
export function junctionName(network: RouteNetwork, { on }: Junction): string {
  const { routes } = network;
  const hasName = ({ route }: Junction["on"][number]) => routes[route]!.code !== null || routes[route]!.name !== "";
  const roads = (on.some(hasName) ? on.filter(hasName) : [...on]).sort(
    (a, b) => rankOf(routes[a.route]!) - rankOf(routes[b.route]!) || a.route - b.route,
  );
  const names = [...new Set(roads.map(({ route }) => routeName(network, route)))];
  return names.length > 1 ? names.slice(0, MOST_NAMED).join(" × ") : `${names[0]} ${formatStake(roads[0]!.stakeM)}`;
}

const CLASSES = ROAD_CLASSES.map(({ code }) => code);

function rankOf({ roadClass }: Route): number {
  const rank = CLASSES.indexOf(roadClass ?? "");
  return rank < 0 ? CLASSES.length : rank;
}
