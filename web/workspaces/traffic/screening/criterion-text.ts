import type { CrashPattern, CriterionOutcome } from "#data/analyses/black-spot-results.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import type { RuleWords } from "../../../messages/traffic-rule.ts";
import type { ScreeningWords } from "../../../messages/traffic-screening.ts";
import type { Language } from "../../../messages/words.ts";

/** Of all outcomes of a site the one that made it a black spot: met before suspected, then the most above what is needed. */
export function decidingOutcome(outcomes: readonly CriterionOutcome[]): CriterionOutcome | null {
  const ranks = { met: 0, suspected: 1, "not-met": 2 };
  return (
    [...outcomes].sort(
      (a, b) => ranks[a.outcome] - ranks[b.outcome] || b.counted / b.needed - a.counted / a.needed,
    )[0] ?? null
  );
}

/** The condition that an outcome is about, as a sentence; one that is no longer set, by its id. */
export function criterionText({ id }: CriterionOutcome, criteria: readonly Criterion[], words: RuleWords): string {
  const criterion = criteria.find((each) => each.id === id);
  return criterion ? words.criterion(criterion) : id;
}

/** What the crashes have in common, with how many of them: `追尾碰撞 5/7`. */
export function patternText(
  { by, value, crashes, of }: CrashPattern,
  words: ScreeningWords,
  language: Language,
): string {
  const said = by === "form" ? formTitle(value, language) : value;
  return words.patterns[by](said, String(crashes), String(of));
}

function formTitle(value: string, language: Language): string {
  const form = getLayer("accidents").attributes.form;
  const code = form?.type === "code" ? form.values.find((each) => each.code === value) : undefined;
  return code?.title[language] ?? value;
}
