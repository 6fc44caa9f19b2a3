import type { Reason, Verdict } from "#data/analyses/spacing-results.ts";
import type { Confidence } from "#data/standards/rule.ts";
import { CONFLICT_WORDS } from "../export/conflict-words.ts";
import type { Language } from "../export/words.ts";

export type { Language } from "../export/words.ts";

export const verdictText = (verdict: Verdict, language: Language): string => CONFLICT_WORDS[language].verdicts[verdict];

/** @param confirmed - a local expert's word, which is worth more than how the row came into the library. */
export const confidenceText = (confidence: Confidence, confirmed: boolean, language: Language): string =>
  CONFLICT_WORDS[language].confidences[confirmed ? "confirmed" : confidence];

/** Each reason once, as a person reads it. */
export const reasonTexts = (reasons: readonly Reason[], language: Language): string =>
  [...new Set(reasons.map(({ code, values = {} }) => CONFLICT_WORDS[language].reasons[code](values)))].join(
    language === "zh" ? "；" : "; ",
  );
