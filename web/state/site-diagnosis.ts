import { create } from "zustand";
import type { FactorFinding, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import type { Site } from "#data/traffic/site.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { type CrashQuestion, crashQuestion } from "./traffic.ts";
import { useView } from "./view-store.ts";

/** What the worker answers on the site that the page looks at. */
export const useSiteDiagnosis = create<Result<FactorFinding, SiteDiagnosisSummary, CrashQuestion & { site: Site }>>(
  () => NOTHING_ASKED,
);

/** Pages that show a diagnosis: the part beside the map, and the sheet for the visit. */
const isShown = (): boolean =>
  location.pathname === "/traffic/visit" ||
  (location.pathname === "/traffic" && useView.getState().traffic.part === "site");

let started = false;

/** Diagnoses again whenever the site, the period, the filter or a ledger changes. */
export function startSiteDiagnosis(): void {
  if (started) return;
  started = true;
  const ask = followQuestion<FactorFinding, SiteDiagnosisSummary, CrashQuestion & { site: Site }>({
    name: "site-diagnosis",
    parametersOf: () => {
      const { site } = useView.getState().traffic;
      return site && isShown() ? { site, ...crashQuestion() } : null;
    },
    put: useSiteDiagnosis.setState,
  });
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}
