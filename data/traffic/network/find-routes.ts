import { foldRoad, roadNumberOf } from "./road-names.ts";
import type { RouteNetwork } from "./route.ts";

const indexes = new WeakMap<RouteNetwork, ReadonlyMap<string, readonly number[]>>();

/**
 * Routes of a text: the id of one, or a road number or name in any case and width. `111国道` and `G111线` are `G111`.
 *
 * @returns indices of routes, ascending; a route whose id it is comes first. Empty when there is none.
 */
export function findRoutes(network: RouteNetwork, text: string): number[] {
  const index = indexes.get(network) ?? indexRoutes(network);
  indexes.set(network, index);
  const folded = foldRoad(text);
  if (folded === "") return [];
  const found = index.get(folded) ?? index.get(roadNumberOf(folded) ?? "") ?? [];
  return [...found].sort((a, b) => rank(network, a, folded) - rank(network, b, folded) || a - b);
}

const rank = ({ routes }: RouteNetwork, route: number, folded: string): number =>
  foldRoad(routes[route]!.id) === folded ? 0 : 1;

/** Under everything that a route is called: its id, its number, and each name that one of its sections has. */
function indexRoutes({ routes, roads }: RouteNetwork): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  const add = (text: string | null, route: number) => {
    const folded = foldRoad(text ?? "");
    if (folded === "") return;
    for (const key of new Set([folded, roadNumberOf(folded) ?? folded])) {
      const list = index.get(key);
      if (!list) index.set(key, [route]);
      else if (list[list.length - 1] !== route) list.push(route);
    }
  };
  for (const [route, { id, code, sections }] of routes.entries()) {
    add(id, route);
    add(code, route);
    for (const name of new Set(sections.map(({ row }) => roads.names.get(row)))) add(name, route);
  }
  return index;
}
