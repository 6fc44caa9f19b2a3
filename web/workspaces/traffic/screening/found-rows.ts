import type { BlackSpotFinding } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster } from "#data/analyses/crash-cluster-results.ts";
import { compareLists } from "#data/traffic/compare-lists.ts";
import type { SitePlace } from "#data/traffic/site.ts";
import type { AGREEMENTS } from "../../../state/view.ts";

export type Agreement = (typeof AGREEMENTS)[number];

/** A finding with its place in its own list, from 1. */
export interface Ranked<Finding> {
  readonly rank: number;
  readonly finding: Finding;
}

/** One place: what the rule says of it beside what the statistics say. At least one of them does. */
export interface FoundRow {
  readonly id: string;
  readonly agreement: Agreement;
  readonly rule: Ranked<BlackSpotFinding> | null;
  /** The strongest first; a long site may hold several. */
  readonly clusters: readonly Ranked<CrashCluster>[];
  /** A junction: the cluster test leaves its accidents out and says nothing of it. */
  readonly isUntested: boolean;
}

/** The two lists as one, in the rule's order; what only the statistics find follows in theirs. */
export function foundRows(spots: readonly BlackSpotFinding[], clusters: readonly CrashCluster[]): readonly FoundRow[] {
  const { both, onlyRule, onlyStatistics } = compareLists(spots, clusters);
  const ranks = new Map(clusters.map((finding, index) => [finding, index + 1]));
  const ranked = (finding: CrashCluster) => ({ rank: ranks.get(finding)!, finding });
  const beside = new Map(both.map(({ rule, clusters: same }) => [rule, same]));
  const untested = new Set(onlyRule.filter(({ isUntested }) => isUntested).map(({ rule }) => rule));
  return [
    ...spots.map((finding, index): FoundRow => {
      const same = beside.get(finding) ?? [];
      return {
        id: finding.id,
        agreement: same.length > 0 ? "both" : "rule",
        rule: { rank: index + 1, finding },
        clusters: same.map(ranked),
        isUntested: untested.has(finding),
      };
    }),
    ...onlyStatistics.map(
      (finding): FoundRow => ({
        id: finding.id,
        agreement: "statistics",
        rule: null,
        clusters: [ranked(finding)],
        isUntested: false,
      }),
    ),
  ];
}

/** Where a row is: by the rule where it has one. */
export const placeOf = ({ rule, clusters }: FoundRow): SitePlace => (rule ?? clusters[0]!).finding.place;

/** Its accidents, each once, by rule and statistics. */
export const accidentsOf = ({ rule, clusters }: FoundRow): readonly string[] => [
  ...new Set([...(rule?.finding.accidentIds ?? []), ...clusters.flatMap(({ finding }) => finding.accidentIds)]),
];

/** How many rows each group has. */
export function countAgreements(rows: readonly FoundRow[]): Readonly<Record<Agreement | "all", number>> {
  const counts = { all: rows.length, both: 0, rule: 0, statistics: 0 };
  for (const { agreement } of rows) counts[agreement]++;
  return counts;
}
