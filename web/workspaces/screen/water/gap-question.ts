import type { CoverageGap, CoverageGapParameters, CoverageGapSummary } from "#data/analyses/coverage-gap-results.ts";
import { USABLE_WATER, WATER_REACH_M, WATER_TARGETS } from "#data/wall/water-reach.ts";
import { useAnswer } from "../use-answer.ts";

/** What the gaps are asked from. */
export const GAP_LAYERS = ["water-sources", ...WATER_TARGETS, "districts"];

/** Both panels and the overlay ask the very same, so it is worked out once. What lies behind a number is asked by whoever opens it. */
export const GAP_QUESTION: CoverageGapParameters & Record<string, unknown> = {
  layer: "water-sources",
  radiusM: WATER_REACH_M,
  filter: USABLE_WATER,
  targets: WATER_TARGETS.map((layer) => ({ layer })),
  limit: 5_000,
};

export const useWaterGaps = () => useAnswer<CoverageGap, CoverageGapSummary>("coverage-gaps", GAP_QUESTION, GAP_LAYERS);
