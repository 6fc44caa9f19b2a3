import { getOrMake } from "../analyses/get-or-make.ts";
import type { SitePlace } from "./site.ts";

/** What both lists have of a site. */
export interface ListedSite {
  readonly place: SitePlace;
  readonly accidentIds: readonly string[];
}

/** A site of the rule with the clusters that are the same place. */
export interface AgreedSite<Rule, Cluster> {
  readonly rule: Rule;
  /** In the order of their list; at least one. A cluster can agree with several sites. */
  readonly clusters: readonly Cluster[];
  /** Accidents of the site that are in one of the clusters too. */
  readonly sharedAccidents: number;
}

/** Where the list of the rule and that of the statistics agree and where they do not, each in its own order. */
export interface ListComparison<Rule, Cluster> {
  readonly both: readonly AgreedSite<Rule, Cluster>[];
  readonly onlyRule: readonly {
    readonly rule: Rule;
    /** A junction, whose accidents the cluster test leaves out: statistics say nothing of it. */
    readonly isUntested: boolean;
  }[];
  readonly onlyStatistics: readonly Cluster[];
}

/**
 * Puts the two lists side by side. Two sites are the same place when they share a piece of one route or an accident.
 *
 * @param rules - sites that a rule makes black spots.
 * @param clusters - stretches where crashes are denser than by chance.
 */
export function compareLists<Rule extends ListedSite, Cluster extends ListedSite>(
  rules: readonly Rule[],
  clusters: readonly Cluster[],
): ListComparison<Rule, Cluster> {
  const byAccident = new Map<string, number[]>();
  const byRoute = new Map<string, number[]>();
  clusters.forEach((cluster, index) => {
    for (const id of cluster.accidentIds) getOrMake(byAccident, id, () => []).push(index);
    if (cluster.place.route) getOrMake(byRoute, cluster.place.route.id, () => []).push(index);
  });
  const both: AgreedSite<Rule, Cluster>[] = [];
  const onlyRule: { rule: Rule; isUntested: boolean }[] = [];
  const matched = new Set<number>();
  for (const rule of rules) {
    const same = new Set(rule.accidentIds.flatMap((id) => byAccident.get(id) ?? []));
    const sharedAccidents = rule.accidentIds.filter((id) => byAccident.has(id)).length;
    const onRoute = rule.place.route ? (byRoute.get(rule.place.route.id) ?? []) : [];
    for (const index of onRoute) if (sharesStretch(rule.place, clusters[index]!.place)) same.add(index);
    if (same.size === 0) {
      onlyRule.push({ rule, isUntested: rule.place.site.kind === "junction" });
      continue;
    }
    const indices = [...same].sort((a, b) => a - b);
    for (const index of indices) matched.add(index);
    both.push({ rule, clusters: indices.map((index) => clusters[index]!), sharedAccidents });
  }
  return { both, onlyRule, onlyStatistics: clusters.filter((_, index) => !matched.has(index)) };
}

/** Of the same route; touching ends share nothing. */
function sharesStretch(one: SitePlace, other: SitePlace): boolean {
  if (one.site.kind !== "segment" || other.site.kind !== "segment") return false;
  return one.site.fromM < other.site.toM && other.site.fromM < one.site.toM;
}
