import { create } from "zustand";
import type { AccidentPlacement, AccidentPlacementSummary } from "#data/analyses/accident-placement-results.ts";
import type { RoadNetworkFinding, RoadNetworkSummary } from "#data/analyses/road-network-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import type { Traffic } from "./view.ts";
import { useView } from "./view-store.ts";

/** More accidents or issues than these nobody looks through in one go; counts are complete. */
const LISTED = 2_000;

export interface PlacementQuestion {
  readonly filter?: string;
  readonly toleranceM: number;
  /** Accidents after this day are in the future. */
  readonly today: string;
  readonly limit: number;
}

export interface RoadQuestion {
  readonly limit: number;
}

/** What the worker answers on the accidents and the tolerance of the page, and on the roads. */
export const usePlacement = create<Result<AccidentPlacement, AccidentPlacementSummary, PlacementQuestion>>(
  () => NOTHING_ASKED,
);
export const useRoadReport = create<Result<RoadNetworkFinding, RoadNetworkSummary, RoadQuestion>>(() => NOTHING_ASKED);

const onTab = <Parameters>(tab: Traffic["placingTab"], parametersOf: () => Parameters) => {
  return (): Parameters | null => {
    const { part, placingTab } = useView.getState().traffic;
    return location.pathname === "/traffic" && part === "placing" && placingTab === tab ? parametersOf() : null;
  };
};

function placementQuestion(): PlacementQuestion {
  const { traffic, filters } = useView.getState();
  const filter = filters.accidents ?? "";
  return {
    ...(filter.trim() !== "" && { filter }),
    toleranceM: traffic.toleranceM,
    today: localDayOf(new Date()),
    limit: LISTED,
  };
}

let started = false;

/** Places all accidents again whenever the tolerance, the filter or a ledger changes. */
export function startPlacing(): void {
  if (started) return;
  started = true;
  const asks = [
    followQuestion({
      name: "accident-placement",
      parametersOf: onTab("accidents", placementQuestion),
      put: usePlacement.setState,
    }),
    followQuestion({
      name: "road-network",
      parametersOf: onTab("roads", () => ({ limit: LISTED })),
      put: useRoadReport.setState,
    }),
  ];
  const ask = () => {
    for (const each of asks) each();
  };
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}
