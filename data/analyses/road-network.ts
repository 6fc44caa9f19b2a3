import type { Geometry, Position } from "geojson";
import { z } from "zod";
import { positionsOf } from "../geometry/to-geojson.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { pointAt } from "../traffic/network/linear-reference.ts";
import {
  NETWORK_ISSUE_KINDS,
  type NetworkIssue,
  type NetworkIssueKind,
  type Route,
  type RouteNetwork,
} from "../traffic/network/route.ts";
import { routeName } from "../traffic/network/route-label.ts";
import { defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";
import type { RoadNetworkFinding, RoadNetworkSummary } from "./road-network-results.ts";

/** What is wrong with the roads as linear references, with a place to look at for each. */
export const roadNetwork = defineAnalysis({
  name: "road-network",
  title: { zh: "路网与里程桩", en: "Road network and stakes" },
  description: {
    zh: "把路段按路号或路名连成路线，列出影响里程桩定位的问题：无桩号、断开、重叠、重号、数字化方向相反、桩号与长度不符、支线、双幅路和环线。任何路段都不会被丢弃。",
    en: "Strings road sections into routes by number or name and lists what spoils their stakes: none given, gaps, overlaps, a number used twice, sections digitised backwards, stakes that contradict lengths, branches, dual carriageways and loops. No section is dropped.",
  },
  parameters: z.strictObject({
    kinds: z
      .array(z.enum(NETWORK_ISSUE_KINDS))
      .min(1)
      .optional()
      .describe("Only these kinds are listed; counts are always complete"),
    limit: limitSchema(1_000),
  }),
  layers: () => ["roads"],
  run({ kinds, limit }, inputs) {
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const asked = new Set<NetworkIssueKind>(kinds ?? NETWORK_ISSUE_KINDS);
    const found = NETWORK_ISSUE_KINDS.flatMap((kind) =>
      asked.has(kind) ? network.issues.filter((issue) => issue.kind === kind) : [],
    );
    const findings = found.slice(0, limit).map((issue) => toFinding(network, issue));
    return { findings, summary: { ...summarise(network), found: found.length, listed: findings.length } };
  },
});

function toFinding(network: RouteNetwork, issue: NetworkIssue): RoadNetworkFinding {
  const { kind, route, rows, fromM, toM, byM } = issue;
  const { ids, codes } = network.roads;
  const { id, stakes } = network.routes[route]!;
  return {
    kind,
    route: { id, label: routeName(network, route), stakes },
    fromM,
    toM,
    byM,
    sections: rows.map((row) => ({ id: ids.get(row) ?? "", code: codes.get(row) ?? "" })),
    geometry: acrossGap(network, issue) ?? sectionLines(network, rows),
  };
}

/** The way that is missing, where both of its ends are on the route. */
function acrossGap(network: RouteNetwork, { kind, route, fromM, toM }: NetworkIssue): Geometry | null {
  if (kind !== "gap" || fromM === null || toM === null || network.routes[route]!.gaps.length === 0) return null;
  const ends = [pointAt(network, route, fromM), pointAt(network, route, toM)];
  const [from, to] = ends;
  if (!from || !to) return null;
  const { plane } = network.roads;
  return { type: "LineString", coordinates: [plane.toLonLat(...from), plane.toLonLat(...to)] };
}

function sectionLines({ roads: { outlines } }: RouteNetwork, rows: readonly number[]): Geometry {
  const coordinates: Position[][] = [];
  for (const row of rows)
    for (let part = outlines!.featureStart[row]!; part < outlines!.featureStart[row + 1]!; part++)
      coordinates.push(
        positionsOf(outlines!.lonLat.subarray(outlines!.partStart[part]! * 2, outlines!.partStart[part + 1]! * 2)),
      );
  return coordinates.length === 1
    ? { type: "LineString", coordinates: coordinates[0]! }
    : { type: "MultiLineString", coordinates };
}

function summarise({
  roads,
  routes,
  junctions,
  issues,
  lengthM,
}: RouteNetwork): Omit<RoadNetworkSummary, "found" | "listed"> {
  const rows = new Set(routes.flatMap(({ sections }) => sections.map(({ row }) => row)));
  const count = Object.fromEntries(NETWORK_ISSUE_KINDS.map((kind) => [kind, 0])) as Record<NetworkIssueKind, number>;
  for (const { kind } of issues) count[kind]++;
  return {
    routes: routes.length,
    sections: rows.size,
    withoutLength: roads.count - rows.size,
    junctions: junctions.length,
    lengthM,
    givenStakes: shareOf(routes, "given"),
    measuredStakes: shareOf(routes, "measured"),
    issues: count,
  };
}

function shareOf(routes: readonly Route[], stakes: Route["stakes"]) {
  const those = routes.filter((route) => route.stakes === stakes);
  return { routes: those.length, lengthM: those.reduce((sum, { lengthM }) => sum + lengthM, 0) };
}
