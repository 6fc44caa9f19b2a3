import type { EffectEstimate, SeverityEffect } from "#data/analyses/before-after-results.ts";

/** The estimate that the verdict stands on; `null` where there is none. */
export function bestOf(effect: SeverityEffect): EffectEstimate | null {
  const estimate =
    effect.basis === "empirical-bayes"
      ? effect.empiricalBayes
      : effect.basis === "comparison"
        ? effect.comparison
        : effect.basis === "naive"
          ? effect.naive
          : null;
  return estimate === null || typeof estimate === "string" ? null : estimate;
}
