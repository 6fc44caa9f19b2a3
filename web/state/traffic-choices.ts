import { getLayer } from "#data/layers/index.ts";
import { findRuleSet } from "#data/traffic/rule-sets/index.ts";
import type { RuleSet } from "#data/traffic/rule-sets/rule-set.ts";
import { DEFAULT_RULE_SET, DEFAULT_WEIGHTS } from "./view.ts";

/** The named weights under which severity can be scored. */
export const WEIGHTS = getLayer("accidents").weights ?? [];

/** A link may name weights that this version does not have. */
export const shownWeights = (id: string) =>
  WEIGHTS.find((scheme) => scheme.id === id) ?? WEIGHTS.find((scheme) => scheme.id === DEFAULT_WEIGHTS) ?? WEIGHTS[0]!;

/** The same for the rule set by which is screened. */
export const shownRuleSet = (id: string): RuleSet => findRuleSet(id) ?? findRuleSet(DEFAULT_RULE_SET)!;
