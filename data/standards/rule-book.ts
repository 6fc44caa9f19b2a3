import { digestOf } from "./edition.ts";
import { LIBRARY } from "./library.ts";
import type { AppliedRule, RuleBook, RuleDecision, SpacingRule } from "./rule.ts";

/** The library as it is applied on a day, and the words of the site's experts on it. */
export interface RuleSource {
  readonly decisions: readonly RuleDecision[];
  /** Rows of the site's own rule files, beside the library's. */
  readonly local: readonly SpacingRule[];
  /** `YYYY-MM-DD`. Rows that are not valid on it and words that came later are left out. */
  readonly day: string;
}

/**
 * The rules that are in force on a day.
 *
 * The last word on a row holds: a confirmation stands beside its number, an override takes its place and keeps the standard's number
 * in sight, a withdrawal takes the earlier word back. The same source gives the same book, and the same edition, everywhere.
 */
export function composeRuleBook({ decisions, local, day }: RuleSource): RuleBook {
  const known = decisions
    .filter(({ at }) => at.slice(0, 10) <= day)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const last = new Map(known.map((decision) => [decision.ruleId, decision]));
  const rules = [...LIBRARY.rules, ...local]
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .map((rule) => applied(rule, last.get(rule.id)));
  const parts = [LIBRARY.edition, ...(local.length ? [`local.${digestOf(local)}`] : []), wordsOf(known)];
  return { edition: `${parts.join("+")}@${day}`, rules, reductions: LIBRARY.reductions };
}

/** `0` without a word, else how many and a digest of what they say. */
function wordsOf(known: readonly RuleDecision[]): string {
  const said = known.map(({ ruleId, kind, distanceM, reason, by, at }) => [ruleId, kind, distanceM, reason, by, at]);
  return said.length === 0 ? "0" : `${said.length}.${digestOf(said)}`;
}

function applied(rule: SpacingRule, word: RuleDecision | undefined): AppliedRule {
  if (!word || word.kind === "withdraw") return { ...rule, confirmed: null, overrides: null };
  const { by, at, reason } = word;
  if (word.kind === "confirm" || word.distanceM === null) return { ...rule, confirmed: { by, at }, overrides: null };
  return {
    ...rule,
    distanceM: word.distanceM,
    confirmed: { by, at },
    overrides: { distanceM: rule.distanceM, reason: reason ?? "", by, at },
  };
}
