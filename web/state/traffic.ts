import { create } from "zustand";
import type {
  BlackSpotFinding,
  BlackSpotSummary,
  ScreeningParameters,
  WatchFinding,
  WatchSummary,
} from "#data/analyses/black-spot-results.ts";
import type {
  CrashCluster,
  CrashClusterSummary,
  DensityPiece,
  NetworkDensitySummary,
  RankedSite,
  RankingSummary,
} from "#data/analyses/crash-cluster-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { shownRuleSet, shownWeights } from "./traffic-choices.ts";
import type { Traffic } from "./view.ts";
import { changeView, useView } from "./view-store.ts";

/** More sites than this nobody reads on a screen; counts are complete. */
const LISTED = 2_000;

/** The densest so many pieces of road are drawn. */
const MOST_PIECES = 50_000;

/** How far the watch list looks ahead until somebody says otherwise. */
const WATCH_DAYS = 90;

/** Statistics follow the rule's numbers only once these rest: their simulations would keep the rule's own lists waiting. */
const REST_MS = 250;

/** What every question about accidents on roads says: which accidents, of which days. */
export type CrashQuestion = Pick<ScreeningParameters, "from" | "to" | "filter" | "doubtful" | "today" | "limit">;

/** What the statistics are asked beside that. */
export type ClusterQuestion = CrashQuestion & { readonly bandwidthM: number; readonly junctionRadiusM?: number };
export type RankingQuestion = CrashQuestion & {
  readonly junctionRadiusM?: number;
  readonly rankBy: Traffic["rankBy"];
  readonly weights: string;
};
export type WatchQuestion = ScreeningParameters & { readonly by: string };

/** What the worker answers on the rule, the period and the accidents of the page. */
export const useBlackSpots = create<Result<BlackSpotFinding, BlackSpotSummary, ScreeningParameters>>(
  () => NOTHING_ASKED,
);
export const useWatchList = create<Result<WatchFinding, WatchSummary, WatchQuestion>>(() => NOTHING_ASKED);
export const useCrashClusters = create<Result<CrashCluster, CrashClusterSummary, ClusterQuestion>>(() => NOTHING_ASKED);
export const useRoadDensity = create<Result<DensityPiece, NetworkDensitySummary, CrashQuestion>>(() => NOTHING_ASKED);
export const useSiteRanking = create<Result<RankedSite, RankingSummary, RankingQuestion>>(() => NOTHING_ASKED);

/** The accidents that the page is about: its period, the ledger's filter, and the day as of which some lie in the future. */
export function crashQuestion(): CrashQuestion {
  const { traffic, filters } = useView.getState();
  const { period, doubtful } = traffic;
  const filter = filters.accidents ?? "";
  return {
    ...(period?.from && { from: period.from }),
    ...(period?.to && { to: period.to }),
    ...(filter.trim() !== "" && { filter }),
    doubtful,
    today: localDayOf(new Date()),
  };
}

/** The same with the rule by which the page screens. */
export function screeningQuestion(): ScreeningParameters {
  const { ruleSet, overrides } = useView.getState().traffic;
  return {
    ruleSet: shownRuleSet(ruleSet).id,
    ...(Object.keys(overrides).length > 0 && { overrides }),
    ...crashQuestion(),
    limit: LISTED,
  };
}

/** Statistics stand on the same days as the rule's list, or the two could not be compared. */
function samePeriod(): CrashQuestion {
  const summary = useBlackSpots.getState().answer?.summary;
  return {
    ...crashQuestion(),
    ...(summary?.from && { from: summary.from }),
    ...(summary?.to && { to: summary.to }),
    limit: LISTED,
  };
}

/** What the rule takes for a junction, the statistics do too. */
function sameJunctions(): { junctionRadiusM?: number } {
  const summary = useBlackSpots.getState().answer?.summary;
  return summary ? { junctionRadiusM: summary.settings.junctions.radiusM } : {};
}

const clusterQuestion = (): ClusterQuestion => ({
  ...samePeriod(),
  ...sameJunctions(),
  bandwidthM: useView.getState().traffic.bandwidthM,
});

const densityQuestion = (): CrashQuestion | null =>
  useView.getState().traffic.density ? { ...samePeriod(), limit: MOST_PIECES } : null;

function rankingQuestion(): RankingQuestion | null {
  const { list, rankBy, weights } = useView.getState().traffic;
  return list === "ranking" ? { ...samePeriod(), ...sameJunctions(), rankBy, weights: shownWeights(weights).id } : null;
}

/** The day before which the watch list looks: what the page was told, or three months from today. */
export function watchDay(): string {
  const { watchBy } = useView.getState().traffic;
  return watchBy ?? formatLocalDay(parseLocalTime(localDayOf(new Date())) + WATCH_DAYS * DAY_MS);
}

const watchQuestion = (): WatchQuestion => ({ ...screeningQuestion(), by: watchDay() });

/** Works that were said of one site say nothing of another. */
export const changeTraffic = (change: Partial<Traffic>): void =>
  changeView(({ traffic }) => ({ traffic: { ...traffic, ...("site" in change && { works: null }), ...change } }));

let started = false;

/** Screens again whenever the rule, the period, the filter or a ledger changes. What no open part shows is not asked. */
export function startTraffic(): void {
  if (started) return;
  started = true;
  const onParts = <Parameters>(parts: readonly Traffic["part"][], parametersOf: () => Parameters) => {
    return () =>
      location.pathname === "/traffic" && parts.includes(useView.getState().traffic.part) ? parametersOf() : null;
  };
  const atOnce = [
    followQuestion({
      name: "black-spots",
      parametersOf: onParts(["screening", "site", "times", "register"], screeningQuestion),
      put: useBlackSpots.setState,
    }),
    followQuestion({ name: "watch-list", parametersOf: onParts(["watch"], watchQuestion), put: useWatchList.setState }),
  ];
  const atRest = [
    followQuestion({
      name: "crash-clusters",
      parametersOf: onParts(["screening"], clusterQuestion),
      put: useCrashClusters.setState,
    }),
    followQuestion({
      name: "network-density",
      parametersOf: onParts(["screening"], densityQuestion),
      put: useRoadDensity.setState,
    }),
    followQuestion({
      name: "site-ranking",
      parametersOf: onParts(["screening"], rankingQuestion),
      put: useSiteRanking.setState,
    }),
  ];
  const askAll = (asks: readonly (() => void)[]) => {
    for (const ask of asks) ask();
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    askAll(atOnce);
    clearTimeout(resting);
    if (!useBlackSpots.getState().pending) resting = setTimeout(() => askAll(atRest), REST_MS);
  };
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  useBlackSpots.subscribe(ask);
  ask();
}
