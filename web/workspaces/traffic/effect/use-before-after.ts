import { useEffect, useState } from "react";
import type { BeforeAfterSummary, ComparedCrash } from "#data/analyses/before-after-results.ts";
import type { Site } from "#data/traffic/site.ts";
import { runAnalysis } from "../../../analysis/analyses.ts";
import type { Refusal } from "../../../analysis/protocol.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import type { Works } from "../../../state/works-view.ts";
import { effectQuestion, isWhole } from "./effect-question.ts";

export interface Effect {
  readonly summary: BeforeAfterSummary | null;
  readonly crashes: readonly ComparedCrash[];
  readonly refusal: Refusal | null;
}

const NOTHING: Effect = { summary: null, crashes: [], refusal: null };

/** Compares before and after whenever site, works or ledgers change; what came too late is dropped. */
export function useBeforeAfter(site: Site | null, works: Works): Effect {
  const layers = useLedgers((ledgers) => ledgers.layers);
  const isReady = useLedgers(({ state }) => state === "ready");
  const [effect, setEffect] = useState(NOTHING);
  const question = site && isReady && isWhole(works) ? JSON.stringify(effectQuestion(site, works)) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the ledgers is another question
  useEffect(() => {
    if (question === null) return setEffect(NOTHING);
    let isWanted = true;
    runAnalysis<ComparedCrash, BeforeAfterSummary>("before-after", JSON.parse(question))
      .then((outcome) => {
        if (!isWanted) return;
        if ("refusal" in outcome) setEffect({ ...NOTHING, refusal: outcome.refusal });
        else setEffect({ summary: outcome.summary, crashes: outcome.findings, refusal: null });
      })
      .catch(reportError);
    return () => {
      isWanted = false;
    };
  }, [question, layers]);
  return effect;
}
