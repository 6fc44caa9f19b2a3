import type { EffectEstimate, Migration, SeverityEffect } from "../../analyses/before-after-results.ts";
import { type BeforeAndAfter, type ComparedSite, carriedEffect, carryingRatio } from "./severity-effect.ts";

/**
 * Whether the crashes that a site lost turned up beside it.
 *
 * "Not moved" asks for more than no visible rise: even at the upper limit of what chance hides, the neighbours must have gained fewer
 * crashes than the site lost.
 *
 * @param beside - all crashes of the neighbours; @param group - of the comparison group.
 */
export function migrationOf(
  site: SeverityEffect,
  beside: BeforeAndAfter,
  group: BeforeAndAfter,
  compared: ComparedSite,
): Pick<Migration, "before" | "after" | "effect" | "siteLost" | "gained" | "answer"> {
  const hasPeriods = compared.yearsBefore > 0 && compared.yearsAfter > 0;
  const effect = hasPeriods ? carriedEffect(beside, carryingRatio(group, compared, 1)) : "no-period";
  const best = bestEstimate(site);
  const siteLost = best && best.expected - site.after;
  const gained = typeof effect === "string" ? null : beside.after - effect.expected;
  return { ...beside, effect, siteLost, gained, answer: answerOf(effect, siteLost) };
}

function answerOf(effect: Migration["effect"], siteLost: number | null): Migration["answer"] {
  if (typeof effect === "string") return "cannot-tell";
  if (effect.verdict === "increased") return "moved";
  if (effect.high === null || siteLost === null) return "cannot-tell";
  const mostGained = (effect.high - 1) * effect.expected;
  return mostGained <= 0 || (siteLost > 0 && mostGained < siteLost) ? "not-moved" : "cannot-tell";
}

function bestEstimate({ basis, empiricalBayes, comparison, naive }: SeverityEffect): EffectEstimate | null {
  const estimate = basis === "empirical-bayes" ? empiricalBayes : basis === "comparison" ? comparison : naive;
  return typeof estimate === "string" ? null : estimate;
}
