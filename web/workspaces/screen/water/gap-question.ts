import type { CoverageGap, CoverageGapParameters, CoverageGapSummary } from "#data/analyses/coverage-gap-results.ts";
import { USABLE_WATER, WATER_REACH_M, WATER_TARGETS } from "#data/wall/water-reach.ts";
import { useAnswer } from "../use-answer.ts";

/** What the gaps are asked from. */
export const GAP_LAYERS = ["water-sources", ...WATER_TARGETS, "districts"];

/** What a district's line counts; the order is by all that has to be reached. */
export const DISTRICT_TARGETS = ["protection-targets", "buildings"];

/** Both panels and the overlay ask the very same, so it is worked out once. What lies behind a number is asked by whoever opens it. */
export const GAP_QUESTION: CoverageGapParameters & Record<string, unknown> = {
  layer: "water-sources",
  radiusM: WATER_REACH_M,
  filter: USABLE_WATER,
  targets: WATER_TARGETS.map((layer) => ({ layer })),
  limit: 5_000,
};

export const useWaterGaps = () => useAnswer<CoverageGap, CoverageGapSummary>("coverage-gaps", GAP_QUESTION, GAP_LAYERS);

/** More than any list has room for. */
const MOST_LISTED = 20_000;

/**
 * The gaps of some ledgers, the farthest from a source first, as many as can be listed. Asked for anew only where the panels' answer
 * does not hold them all; until that comes, those that it holds.
 */
export function useListedGaps(layers: readonly string[]): readonly CoverageGap[] {
  const { answer } = useWaterGaps();
  const lacksSome = answer !== null && answer.summary.listed < answer.summary.found;
  const question = { ...GAP_QUESTION, targets: layers.map((layer) => ({ layer })), limit: MOST_LISTED };
  const asked = useAnswer<CoverageGap, CoverageGapSummary>(
    "coverage-gaps",
    question,
    ["water-sources", ...layers, "districts"],
    lacksSome && layers.length > 0,
  );
  return ((lacksSome && asked.answer) || answer)?.findings ?? [];
}
