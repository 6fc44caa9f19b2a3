import type { Snapshot } from "../../snapshot/snapshot.ts";
import { joinEnds } from "./join-ends.ts";
import { findJunctions } from "./junctions.ts";
import { type LaidRoute, layRoute } from "./lay-route.ts";
import { indexLines, type LineIndex } from "./line-index.ts";
import { chainLines } from "./measured-chains.ts";
import { linesOfRoads, type NetworkLines } from "./network-lines.ts";
import type { NetworkIssue, Route, RouteNetwork } from "./route.ts";
import { groupLines, namesOfRoute } from "./route-keys.ts";
import { splitRoutes } from "./split-routes.ts";
import { stakeLines } from "./staked-sections.ts";

/** What linear referencing needs beside the routes. */
export interface NetworkParts {
  readonly lines: NetworkLines;
  readonly index: LineIndex;
  /** Per line: its route, and its place among the route's sections. */
  readonly routeOf: Int32Array;
  readonly sectionOf: Int32Array;
  /** Per route, the line of each of its sections. */
  readonly linesOf: readonly (readonly number[])[];
}

const networks = new WeakMap<Snapshot, RouteNetwork>();
const parts = new WeakMap<RouteNetwork, NetworkParts>();

/**
 * All roads of a snapshot as routes; made once and kept with it.
 *
 * Sections of one number (or name, where there is no number) are one route as far as they hang together. What does not fit is an issue
 * of the network; no line with a length is left out.
 *
 * @param roads - a snapshot of `roads`.
 */
export function routeNetworkOf(roads: Snapshot): RouteNetwork {
  let network = networks.get(roads);
  if (!network) {
    network = buildNetwork(roads);
    networks.set(roads, network);
  }
  return network;
}

/** @throws RangeError for a network that `routeNetworkOf` did not make. */
export function partsOf(network: RouteNetwork): NetworkParts {
  const known = parts.get(network);
  if (!known) throw new RangeError("a network that was not built here");
  return known;
}

function buildNetwork(roads: Snapshot): RouteNetwork {
  const lines = linesOfRoads(roads);
  const nodes = joinEnds(lines);
  const index = indexLines(lines);
  const routes: Route[] = [];
  const issues: NetworkIssue[] = [];
  const linesOf: (readonly number[])[] = [];
  const routeOf = new Int32Array(lines.count);
  const sectionOf = new Int32Array(lines.count);
  for (const { key, isNamed, lines: group } of groupLines(roads, lines)) {
    let ofKey = 0;
    const add = (laid: LaidRoute, stakes: Route["stakes"], also: readonly NetworkIssue["kind"][]) => {
      const route = routes.length;
      laid.lines.forEach((line, section) => {
        routeOf[line] = route;
        sectionOf[line] = section;
      });
      const { lines: own, issues: found, ...rest } = laid;
      ofKey++;
      routes.push({
        id: ofKey === 1 ? key : `${key}~${ofKey}`,
        ...namesOfRoute(roads, lines, own),
        stakes,
        ...rest,
      });
      linesOf.push(own);
      issues.push(...found.map((issue) => ({ ...issue, route })));
      const rows = own.map((line) => lines.row[line]!);
      for (const kind of also) issues.push({ kind, route, rows, fromM: null, toM: null, byM: null });
    };
    const { staked, rest } = stakeLines(roads, lines, nodes, group);
    splitRoutes(lines, nodes, staked).forEach((piece, i) => {
      add(layRoute(lines, nodes, piece, isRing(nodes.nodeOf, piece)), "given", i > 0 ? ["duplicate-code"] : []);
    });
    for (const chain of chainLines(lines, nodes, rest)) {
      const also: NetworkIssue["kind"][] = ["no-stakes"];
      if (!isNamed) also.push("nameless");
      if (chain.isBranch) also.push("branch");
      else if (isNamed && ofKey > 0) also.push("duplicate-code");
      add(layRoute(lines, nodes, chain.lines, chain.isLoop), "measured", also);
    }
  }
  const junctions = findJunctions(lines, nodes, index, (line, alongM) => {
    const route = routeOf[line]!;
    return { route, stakeM: stakeAlong(routes[route]!, sectionOf[line]!, alongM) };
  });
  const network: RouteNetwork = {
    roads,
    routes,
    junctions,
    issues,
    lengthM: routes.reduce((sum, { lengthM }) => sum + lengthM, 0),
  };
  parts.set(network, { lines, index, routeOf, sectionOf, linesOf });
  return network;
}

/** Whether the lowest and the highest stake are one place. */
function isRing(
  nodeOf: Int32Array,
  staked: readonly { line: number; fromM: number; toM: number; reversed: boolean }[],
): boolean {
  const lowest = staked.reduce((a, b) => (b.fromM < a.fromM ? b : a));
  const highest = staked.reduce((a, b) => (b.toM > a.toM ? b : a));
  return nodeOf[lowest.line * 2 + (lowest.reversed ? 1 : 0)] === nodeOf[highest.line * 2 + (highest.reversed ? 0 : 1)];
}

/** The stake of a place along a section's line, metres from the line's first vertex. */
export function stakeAlong({ sections }: Route, section: number, alongM: number): number {
  const { fromM, toM, reversed } = sections[section]!;
  return reversed ? toM - alongM : fromM + alongM;
}
