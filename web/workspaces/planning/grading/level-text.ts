import type { HazardGradeSummary } from "#data/analyses/grade-results.ts";
import type { HazardLevel } from "#data/standards/hazard-grade.ts";
import type { GRADING_WORDS } from "../../../messages/planning-grading.ts";

type Words = (typeof GRADING_WORDS)["zh"];

/** A level, or between which it lies; from the lesser danger to the greater. */
export const levelText = (
  { level, levelRange }: { level: HazardLevel | null; levelRange: HazardGradeSummary["levelRange"] },
  words: Words,
): string =>
  level === null ? words.between(words.levels[levelRange.least], words.levels[levelRange.most]) : words.levels[level];
