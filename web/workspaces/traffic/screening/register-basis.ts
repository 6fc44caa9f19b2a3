import type { BlackSpotFinding, WatchFinding } from "#data/analyses/black-spot-results.ts";
import type { CrashCluster, RankedSite } from "#data/analyses/crash-cluster-results.ts";
import type { CrashTally } from "#data/traffic/site.ts";
import type { RegisterWord } from "../../../api-black-spots.ts";
import type { useBlackSpots, useCrashClusters, useSiteRanking, useWatchList } from "../../../state/traffic.ts";

/** On what a site goes into the register: everything that its finding said. */
export type SiteBasis = Omit<RegisterWord["basis"], "counts">;

type Answer<Store extends { getState(): { answer: unknown } }> = NonNullable<ReturnType<Store["getState"]>["answer"]>;

export const ruleBasis = (
  { criteria, accidentIds }: Pick<BlackSpotFinding, "criteria" | "accidentIds">,
  { summary, revisions }: Answer<typeof useBlackSpots>,
): SiteBasis => ({
  method: "rule",
  ruleSet: summary.ruleSet,
  settings: summary.settings,
  changed: [...summary.changed],
  criteria: criteria.map((each) => ({ ...each })),
  ...foundIn(summary, accidentIds, revisions),
});

/** Registered before it is one: on what it may become. */
export const watchBasis = (
  { accidentIds }: Pick<WatchFinding, "accidentIds">,
  { summary, revisions }: Answer<typeof useWatchList>,
): SiteBasis => ({
  method: "watch-list",
  ruleSet: summary.ruleSet,
  settings: summary.settings,
  changed: [...summary.changed],
  ...foundIn(summary, accidentIds, revisions),
});

export const statisticsBasis = (
  { accidentIds }: Pick<CrashCluster | RankedSite, "accidentIds">,
  { summary, revisions }: Answer<typeof useCrashClusters> | Answer<typeof useSiteRanking>,
): SiteBasis => ({ method: "statistics", ...foundIn(summary, accidentIds, revisions) });

/** The days, the accidents and the revisions of any finding. */
export const foundIn = (
  { from, to, tally }: { readonly from: string | null; readonly to: string | null; readonly tally: CrashTally },
  accidentIds: readonly string[],
  revisions: Readonly<Record<string, number>>,
) => ({
  period: from !== null && to !== null ? { from, to } : null,
  tally,
  accidentIds: [...accidentIds],
  revisions: { ...revisions },
});
