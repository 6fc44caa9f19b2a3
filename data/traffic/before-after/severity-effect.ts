import type { CompareBy, EffectEstimate, NoEstimate, SeverityEffect } from "../../analyses/before-after-results.ts";
import { exposureMillion } from "../ranking/safety-model.ts";
import { effectOf } from "./effect.ts";
import {
  carriedOver,
  comparisonRatio,
  empiricalBayesEffect,
  FEWEST_TO_COMPARE,
  knownRatio,
  type PeriodRatio,
} from "./expected-after.ts";
import type { ReferencePrediction } from "./reference-model.ts";

/** Crashes of one kind, before and after. */
export interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** What the site and both periods are like, whatever the kind of crash. */
export interface ComparedSite {
  readonly yearsBefore: number;
  readonly yearsAfter: number;
  /** Vehicles a day, and kilometres or 1; `null` = not known. */
  readonly aadtBefore: number | null;
  readonly aadtAfter: number | null;
  readonly size: number | null;
  /** Traffic after over traffic before. */
  readonly trafficRatio: number;
}

/**
 * One kind of crashes by all three methods.
 *
 * @param group - the comparison group; @param prediction - of the reference group, or why there is none.
 */
export function severityEffect(
  by: CompareBy,
  own: BeforeAndAfter,
  group: BeforeAndAfter,
  prediction: ReferencePrediction | NoEstimate,
  site: ComparedSite,
): SeverityEffect {
  const { yearsBefore, yearsAfter, trafficRatio } = site;
  const counted = {
    by,
    ...own,
    perYearBefore: yearsBefore > 0 ? own.before / yearsBefore : null,
    perYearAfter: yearsAfter > 0 ? own.after / yearsAfter : null,
    rateBefore: rateOf(own.before, site.aadtBefore, site.size, yearsBefore),
    rateAfter: rateOf(own.after, site.aadtAfter, site.size, yearsAfter),
  };
  if (yearsBefore === 0 || yearsAfter === 0) {
    const none = { naive: "no-period", comparison: "no-period", empiricalBayes: "no-period" } as const;
    return { ...counted, ...none, basis: null, verdict: "cannot-tell" };
  }
  const periods = knownRatio(yearsBefore, yearsAfter, trafficRatio);
  const naive = carriedEffect(own, periods);
  const ratio = comparisonRatio(group.before, group.after, trafficRatio);
  const comparison = carriedEffect(own, ratio);
  const empiricalBayes =
    typeof prediction === "string"
      ? prediction
      : empiricalBayesEffect(
          own.before,
          own.after,
          prediction.predictedBefore,
          prediction.dispersion,
          prediction.population,
          carryingRatio(group, site, prediction.aadtPower),
        );
  const [basis, best] = bestOf(naive, comparison, empiricalBayes);
  return { ...counted, naive, comparison, empiricalBayes, basis, verdict: best?.verdict ?? "cannot-tell" };
}

function bestOf(
  naive: SeverityEffect["naive"],
  comparison: SeverityEffect["comparison"],
  empiricalBayes: SeverityEffect["empiricalBayes"],
): readonly [SeverityEffect["basis"], EffectEstimate | null] {
  const hasBayes = typeof empiricalBayes !== "string";
  if (hasBayes && !empiricalBayes.isOutlier) return ["empirical-bayes", empiricalBayes];
  if (typeof comparison !== "string") return ["comparison", comparison];
  if (typeof naive !== "string") return ["naive", naive];
  return hasBayes ? ["empirical-bayes", empiricalBayes] : [null, null];
}

/** The comparison group's ratio, or where it is too small that of periods and traffic. */
export function carryingRatio(
  group: BeforeAndAfter,
  { yearsBefore, yearsAfter, trafficRatio }: ComparedSite,
  aadtPower: number,
): PeriodRatio {
  const traffic = trafficRatio ** aadtPower;
  return comparisonRatio(group.before, group.after, traffic) ?? knownRatio(yearsBefore, yearsAfter, traffic);
}

/** @param ratio - `null`: the comparison group is too small. */
export function carriedEffect(
  { before, after }: BeforeAndAfter,
  ratio: PeriodRatio | null,
): EffectEstimate | NoEstimate {
  if (before === 0 || ratio === null) return "too-few";
  const { expected, variance } = carriedOver(before, ratio);
  return effectOf(after, expected, variance);
}

/** Whether a comparison group is large enough to say anything. */
export const canCompare = ({ before, after }: BeforeAndAfter): boolean =>
  before >= FEWEST_TO_COMPARE && after >= FEWEST_TO_COMPARE;

const rateOf = (crashes: number, aadt: number | null, size: number | null, years: number): number | null =>
  aadt === null || size === null || years === 0 ? null : crashes / exposureMillion(aadt, size, years);
