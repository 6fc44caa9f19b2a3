import type { EmpiricalBayesEstimate } from "../../analyses/before-after-results.ts";
import { empiricalBayes } from "../ranking/safety-model.ts";
import { countAtMost, effectOf } from "./effect.ts";

/** Crashes that would have happened in the period after without the works. */
export interface ExpectedAfter {
  readonly expected: number;
  readonly variance: number;
}

/** How the period after is to the one before, by what has nothing to do with the works. */
export interface PeriodRatio {
  readonly ratio: number;
  /** Variance of the ratio over its square; 0 where it is known and not estimated. */
  readonly relativeVariance: number;
}

/**
 * From the lengths of the periods and the traffic.
 *
 * @see Hauer (1997), table 7.1 and 8.2
 */
export const knownRatio = (yearsBefore: number, yearsAfter: number, trafficRatio: number): PeriodRatio => ({
  ratio: (yearsAfter / yearsBefore) * trafficRatio,
  relativeVariance: 0,
});

/** With fewer crashes before or after, a comparison group says nothing. */
export const FEWEST_TO_COMPARE = 20;

/**
 * From a comparison group: its crashes before and after, which hold the lengths of the periods and everything that changed everywhere.
 *
 * @param trafficRatio - of the site's traffic after to before, where that of the comparison group did not change.
 * @returns `null` with fewer than {@link FEWEST_TO_COMPARE} crashes before or after.
 * @see Hauer (1997), table 9.4; L. Griffin, R. Flowers, A Discussion of Six Procedures for Evaluating Highway Safety Projects (1997)
 */
export function comparisonRatio(before: number, after: number, trafficRatio: number): PeriodRatio | null {
  if (before < FEWEST_TO_COMPARE || after < FEWEST_TO_COMPARE) return null;
  return { ratio: (after / before / (1 + 1 / before)) * trafficRatio, relativeVariance: 1 / before + 1 / after };
}

/** The crashes before, carried over. @param before - above 0. */
export function carriedOver(before: number, { ratio, relativeVariance }: PeriodRatio): ExpectedAfter {
  const expected = before * ratio;
  return { expected, variance: expected ** 2 * (1 / before + relativeVariance) };
}

/**
 * The crashes before freed of chance by the model of the reference group, and then carried over.
 *
 * @param predictedBefore - by the model for the whole period before, above 0.
 * @param dispersion - of the site: the model's overdispersion over the site's size.
 * @param population - sites of its kind, of which it may be the worst.
 * @see Hauer (1997), chapter 11; Highway Safety Manual (2010), appendix 9A.1
 */
export function empiricalBayesEffect(
  before: number,
  after: number,
  predictedBefore: number,
  dispersion: number,
  population: number,
  { ratio, relativeVariance }: PeriodRatio,
): EmpiricalBayesEstimate {
  const { weight, expected: expectedBefore } = empiricalBayes(predictedBefore, before, dispersion);
  const expected = expectedBefore * ratio;
  const variance = expected ** 2 * relativeVariance + ratio ** 2 * expectedBefore * (1 - weight);
  return {
    ...effectOf(after, expected, variance),
    predictedBefore,
    modelWeight: weight,
    expectedBefore,
    chanceBefore: before - expectedBefore,
    isOutlier: population * asManyOrMore(before, predictedBefore, dispersion) < OUTLIER_LEVEL,
  };
}

/** Probability that the worst of all sites of a kind has so many, below which a site is none of the kind. */
const OUTLIER_LEVEL = 0.05;

const asManyOrMore = (count: number, mean: number, dispersion: number): number =>
  1 - countAtMost(count - 1, mean, dispersion * mean ** 2);
