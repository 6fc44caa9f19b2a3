import type { Snapshot } from "../../snapshot/snapshot.ts";
import { findIssues } from "./find-issues.ts";
import { findJunctions } from "./find-junctions.ts";
import { groupLines, startStakes } from "./group-lines.ts";
import { joinEnds } from "./join-ends.ts";
import { type LaidLines, layAxes } from "./lay-axes.ts";
import { indexLines, type LineIndex } from "./line-index.ts";
import { makeRoutes } from "./make-routes.ts";
import { linesOfRoads, type NetworkLines } from "./network-lines.ts";
import { readStakes } from "./read-stakes.ts";
import type { RouteNetwork } from "./route.ts";

/** What a network was built from and is asked through; line `i` is the same everywhere. */
export interface NetworkParts {
  readonly lines: NetworkLines;
  readonly index: LineIndex;
  /** `axis` is the index of the route. */
  readonly laid: LaidLines;
}

const networks = new WeakMap<Snapshot, RouteNetwork>();
const parts = new WeakMap<RouteNetwork, NetworkParts>();

/**
 * The roads as routes: sections of one number or name that hang together by their ends and stakes. Built once for each snapshot.
 *
 * Every line with a length is on exactly one route, whatever is wrong with it; what is wrong is in `issues`.
 *
 * @param roads - a snapshot of `roads`.
 */
export function routeNetworkOf(roads: Snapshot): RouteNetwork {
  const network = networks.get(roads) ?? buildNetwork(roads);
  networks.set(roads, network);
  return network;
}

/** @throws RangeError for a network that `routeNetworkOf` did not build. */
export function partsOf(network: RouteNetwork): NetworkParts {
  const found = parts.get(network);
  if (!found) throw new RangeError("a network is built by routeNetworkOf");
  return found;
}

function buildNetwork(roads: Snapshot): RouteNetwork {
  const lines = linesOfRoads(roads);
  const nodes = joinEnds(lines);
  const groups = groupLines(roads, lines);
  const groupOf = new Int32Array(lines.count);
  for (const [g, { lines: members }] of groups.entries()) for (const line of members) groupOf[line] = g;
  const stakes = readStakes(lines, nodes, startStakes(roads, lines), groupOf);
  const index = indexLines(lines);
  const { axes, laid } = layAxes(groups, lines, nodes, stakes, index);
  const routes = makeRoutes(roads, axes, lines, laid);
  const network: RouteNetwork = {
    roads,
    routes,
    junctions: findJunctions(lines, nodes, index, laid),
    issues: findIssues(axes, routes, lines, stakes, laid),
    lengthM: routes.reduce((sum, { lengthM }) => sum + lengthM, 0),
  };
  parts.set(network, { lines, index, laid });
  return network;
}
