import { AnalysisRefusal } from "../../analyses/define.ts";
import type { SiteRoads } from "../diagnosis/site-roads.ts";
import { findRoutes } from "../network/linear-reference.ts";
import type { CrashSelection } from "../select-crashes.ts";

export type ComparisonChoice = "class" | "all" | { readonly routes: readonly string[] };

/** Which crashes make a comparison group. */
export interface ComparisonGroup {
  readonly by: "routes" | "class" | "all";
  readonly roadClass: string | null;
  readonly has: (row: number) => boolean;
}

/**
 * The crashes that a site is compared with: on named routes, on roads of its class, or all. A site without roads, or whose road has no
 * class, is compared with all.
 *
 * @throws AnalysisRefusal for a route that is not there.
 */
export function comparisonGroup(
  choice: ComparisonChoice,
  roads: SiteRoads | null,
  { placed }: CrashSelection,
): ComparisonGroup {
  const all: ComparisonGroup = { by: "all", roadClass: null, has: () => true };
  if (choice === "all" || !roads || !placed) {
    if (typeof choice === "object") throw new AnalysisRefusal("comparison.routes", "no roads", "class or all");
    return all;
  }
  const { network } = roads;
  const onRoutes = (routes: ReadonlySet<number>) => (row: number) => routes.has(placed.route[row]!);
  if (choice !== "class") {
    const routes = new Set<number>();
    for (const text of choice.routes) {
      const found = findRoutes(network, text);
      if (found.length === 0) {
        throw new AnalysisRefusal("comparison.routes", `no route ${text}`, "ids, numbers or names of routes");
      }
      for (const route of found) routes.add(route);
    }
    return { by: "routes", roadClass: null, has: onRoutes(routes) };
  }
  const roadClass = network.routes[roads.stretches[0]?.route ?? -1]?.roadClass ?? null;
  if (roadClass === null) return all;
  const routes = network.routes.flatMap((route, index) => (route.roadClass === roadClass ? [index] : []));
  return { by: "class", roadClass, has: onRoutes(new Set(routes)) };
}
