import { create } from "zustand";
import type {
  BlackSpotFinding,
  BlackSpotSummary,
  ScreeningParameters,
  WatchFinding,
  WatchSummary,
} from "#data/analyses/black-spot-results.ts";
import type { CrashCluster, CrashClusterSummary } from "#data/analyses/crash-cluster-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import type { Traffic } from "./view.ts";
import { changeView, useView } from "./view-store.ts";

/** More sites than this nobody reads on a screen; counts are complete. */
const LISTED = 2_000;

/** What the worker answers on the rule, the period and the accidents of the page. */
export const useBlackSpots = create<Result<BlackSpotFinding, BlackSpotSummary, ScreeningParameters>>(
  () => NOTHING_ASKED,
);
export const useWatchList = create<Result<WatchFinding, WatchSummary, ScreeningParameters & { by: string }>>(
  () => NOTHING_ASKED,
);
export const useCrashClusters = create<Result<CrashCluster, CrashClusterSummary, CrashQuestion>>(() => NOTHING_ASKED);

/** What every question about accidents on roads says: which accidents, of which days. */
export type CrashQuestion = Pick<ScreeningParameters, "from" | "to" | "filter" | "doubtful" | "today" | "limit">;

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
  return { ruleSet, ...(Object.keys(overrides).length > 0 && { overrides }), ...crashQuestion(), limit: LISTED };
}

export const changeTraffic = (change: Partial<Traffic>): void =>
  changeView(({ traffic }) => ({ traffic: { ...traffic, ...change } }));

let started = false;

/** Screens again whenever the rule, the period, the filter or a ledger changes. What no open part shows is not asked. */
export function startTraffic(): void {
  if (started) return;
  started = true;
  const onParts = <Parameters>(parts: readonly Traffic["part"][], parametersOf: () => Parameters) => {
    return () =>
      location.pathname === "/traffic" && parts.includes(useView.getState().traffic.part) ? parametersOf() : null;
  };
  const asks = [
    followQuestion({
      name: "black-spots",
      parametersOf: onParts(["screening", "times", "register"], screeningQuestion),
      put: useBlackSpots.setState,
    }),
    followQuestion({
      name: "crash-clusters",
      parametersOf: onParts(["screening"], crashQuestion),
      put: useCrashClusters.setState,
    }),
  ];
  const askAll = () => {
    for (const ask of asks) ask();
  };
  useView.subscribe(askAll);
  useLedgers.subscribe(askAll);
  askAll();
}
