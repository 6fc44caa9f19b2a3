import { create } from "zustand";
import type { CarrierFinding, CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { Carriers } from "./carriers-view.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { changeTraffic } from "./traffic.ts";
import { useView } from "./view-store.ts";

/** As many as the analysis lists at all. */
const LISTED = 20_000;

export interface CarrierQuestion {
  readonly from?: string;
  readonly to?: string;
  readonly today: string;
  readonly thresholds: Carriers["thresholds"];
  readonly limit: number;
}

/** What the worker answers on carriers, under the thresholds and the period of the page. */
export const useCarrierRisk = create<Result<CarrierFinding, CarrierRiskSummary, CarrierQuestion>>(() => NOTHING_ASKED);

export const changeCarriers = (change: Partial<Carriers>): void =>
  changeTraffic({ carriers: { ...useView.getState().traffic.carriers, ...change } });

function carrierQuestion(): CarrierQuestion {
  const { carriers, period } = useView.getState().traffic;
  return {
    ...(period?.from && { from: period.from }),
    ...(period?.to && { to: period.to }),
    today: localDayOf(new Date()),
    thresholds: carriers.thresholds,
    limit: LISTED,
  };
}

let started = false;

/** Asks again whenever the thresholds, the period or a ledger changes, on the part about carriers and on its list in print. */
export function startCarriers(): void {
  if (started) return;
  started = true;
  const ask = followQuestion({
    name: "carrier-risk",
    parametersOf: () => (isAsked() ? carrierQuestion() : null),
    put: useCarrierRisk.setState,
  });
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}

function isAsked(): boolean {
  if (location.pathname === "/traffic/carriers") return true;
  return location.pathname === "/traffic" && useView.getState().traffic.part === "carriers";
}
