import { expect, test } from "vitest";
import { createRandom } from "#data/demo/random.ts";
import { countAtMost, effectOf } from "#data/traffic/before-after/effect.ts";
import {
  carriedOver,
  comparisonRatio,
  empiricalBayesEffect,
  knownRatio,
} from "#data/traffic/before-after/expected-after.ts";
import { empiricalBayes, fitSafetyModel } from "#data/traffic/ranking/safety-model.ts";
import { poissonAtMost, poissonInterval } from "#data/traffic/statistics/poisson.ts";

test("agrees with the examples of the tutorial on Empirical Bayes: 4.71 ± 1.19 and 7.97 ± 1.44 crashes a year", () => {
  // Hauer, Harwood, Council, Griffith (2002): 1.8 km, 2.41 crashes per km and year, φ = 2.05 per km; 12 crashes in a year.
  const [lengthKm, perYear] = [1.8, 2.41 * 1.8];
  const dispersion = 1 / (2.05 * lengthKm);
  const carried = knownRatio(1, 1, 1);
  const oneYear = empiricalBayesEffect(12, 12, perYear, dispersion, 1, carried);
  expect(oneYear.expectedBefore / lengthKm).toBeCloseTo(4.71, 2);
  expect(Math.sqrt(oneYear.variance) / lengthKm).toBeCloseTo(1.19, 2);
  // Three years with 12, 7 and 8.
  const threeYears = empiricalBayesEffect(27, 9, 3 * perYear, dispersion, 1, knownRatio(3, 1, 1));
  expect(threeYears.expected).toBeCloseTo(7.97, 2);
  expect(Math.sqrt(threeYears.variance)).toBeCloseTo(1.44, 2);
});

test("works out a comparison group as by hand", () => {
  // Derived: 173 before and 144 after, of a group with 897 before and 870 after.
  // r = 870/897 / (1 + 1/897) = 0.968820; π = 167.606; Var(π) = π² (1/173 + 1/897 + 1/870) = 225.99
  // θ = 144/π / (1 + Var(π)/π²) = 0.852303; σ(θ) = sqrt(144/π² + (144/π)² Var(π)/π²) / (1 + Var(π)/π²) = 0.104347
  const { expected, variance } = carriedOver(173, comparisonRatio(897, 870, 1)!);
  expect(expected).toBeCloseTo(167.606, 2);
  expect(variance).toBeCloseTo(225.99, 1);
  const effect = effectOf(144, expected, variance);
  expect(effect.theta).toBeCloseTo(0.8523, 4);
  expect(effect.standardError).toBeCloseTo(0.104347, 5);
  expect(effect.verdict).toBe("cannot-tell");
});

test("is a ratio of counts when nothing about the expectation is uncertain, with the exact interval of the count", () => {
  for (const observed of [0, 1, 7, 40]) {
    const { theta, low, high } = effectOf(observed, 10, 0);
    const [least, most] = poissonInterval(observed);
    expect(theta).toBeCloseTo(observed / 10, 12);
    expect(low).toBeCloseTo(least / 10, 5);
    expect(high).toBeCloseTo(most / 10, 5);
  }
});

test("adds up a negative binomial, and a Poisson where the mean is certain", () => {
  // Shape 2, mean 3: P(0) = (2/5)² = 0.16, P(1) = 2 · 0.16 · 0.6 = 0.192, P(2) = 3 · 0.16 · 0.36 = 0.1728.
  expect(countAtMost(0, 3, 4.5)).toBeCloseTo(0.16, 12);
  expect(countAtMost(1, 3, 4.5)).toBeCloseTo(0.352, 12);
  expect(countAtMost(2, 3, 4.5)).toBeCloseTo(0.5248, 12);
  expect(countAtMost(400, 3, 4.5)).toBeCloseTo(1, 10);
  expect(countAtMost(25, 20, 0)).toBeCloseTo(poissonAtMost(25, 20), 12);
  expect(countAtMost(-1, 20, 5)).toBe(0);
});

test("a comparison group with too few crashes gives no ratio", () => {
  expect(comparisonRatio(19, 400, 1)).toBeNull();
  expect(comparisonRatio(400, 19, 1)).toBeNull();
  expect(comparisonRatio(20, 20, 1)).not.toBeNull();
});

/** By inversion, which is exact for means like these. */
function poisson(random: ReturnType<typeof createRandom>, mean: number): number {
  let [k, term, left] = [0, Math.exp(-mean), random.between(0, 1)];
  while (left > term && k < 1000) {
    left -= term;
    k++;
    term *= mean / k;
  }
  return k;
}

/** Gamma of whole shape 2: the sum of two exponentials. */
const siteMean = (random: ReturnType<typeof createRandom>, mean: number): number =>
  (-Math.log(random.between(1e-12, 1)) - Math.log(random.between(1e-12, 1))) * (mean / 2);

interface SimulatedSite {
  readonly before: number;
  readonly after: number;
}

/** Sites of one kind on which nothing was done: the mean crashes of each are its own, overdispersion 0.5. */
function simulate(seed: number, count: number, mean: number): SimulatedSite[] {
  const random = createRandom(seed, "before-after");
  return Array.from({ length: count }, () => {
    const own = siteMean(random, mean);
    return { before: poisson(random, own), after: poisson(random, own) };
  });
}

test("where nothing was done, the 95 % interval holds 1 about 95 times in 100", () => {
  for (const mean of [4, 10, 25]) {
    const sites = simulate(7, 4_000, mean);
    const holds = sites.filter(({ before, after }) => {
      const { low, high } = empiricalBayesEffect(before, after, mean, 0.5, 1, knownRatio(1, 1, 1));
      return low <= 1 && (high === null || high >= 1);
    });
    const share = holds.length / sites.length;
    // Counts are whole numbers, so it holds a little more often; ± 3 standard deviations of 4000 trials are 1 %.
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.985);
  }
});

test("the interval of a comparison group holds 1 about 95 times in 100 as well", () => {
  const random = createRandom(11, "comparison");
  let holds = 0;
  const trials = 4_000;
  for (let i = 0; i < trials; i++) {
    const [before, after] = [poisson(random, 15), poisson(random, 15)];
    const ratio = comparisonRatio(poisson(random, 60), poisson(random, 60), 1)!;
    const { expected, variance } = carriedOver(Math.max(1, before), ratio);
    const { low, high } = effectOf(after, expected, variance);
    if (low <= 1 && (high === null || high >= 1)) holds++;
  }
  expect(holds / trials).toBeGreaterThan(0.94);
  expect(holds / trials).toBeLessThan(0.985);
});

test("sites chosen for a bad year improve by themselves: the plain comparison calls it an effect, Empirical Bayes does not", () => {
  const sites = simulate(23, 20_000, 3);
  const model = fitSafetyModel(
    sites.map(({ before }) => ({ crashes: before, aadt: 1, size: 1 })),
    1,
  )!;
  const worst = [...sites].sort((a, b) => b.before - a.before).slice(0, 1_000);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const predicted = sum(sites.map(({ before }) => before)) / sites.length;
  const after = sum(worst.map((site) => site.after));
  const plain = after / sum(worst.map((site) => site.before));
  const expected = sum(worst.map(({ before }) => empiricalBayes(predicted, before, model.overdispersion).expected));
  expect(plain).toBeLessThan(0.85);
  expect(after / expected).toBeGreaterThan(0.95);
  expect(after / expected).toBeLessThan(1.05);
  const verdicts = (verdictOf: (site: SimulatedSite) => string) =>
    worst.filter((site) => verdictOf(site) === "reduced").length / worst.length;
  const naive = verdicts(({ before, after: then }) => {
    const carried = carriedOver(before, knownRatio(1, 1, 1));
    return effectOf(then, carried.expected, carried.variance).verdict;
  });
  const bayes = verdicts(
    ({ before, after: then }) =>
      empiricalBayesEffect(before, then, predicted, model.overdispersion, 1, knownRatio(1, 1, 1)).verdict,
  );
  expect(naive).toBeGreaterThan(0.04);
  expect(bayes).toBeLessThan(0.025);
});

test("a real effect is found", () => {
  const { verdict, theta } = empiricalBayesEffect(40, 12, 30, 0.5, 1, knownRatio(3, 3, 1));
  expect(verdict).toBe("reduced");
  expect(theta).toBeLessThan(0.45);
  expect(empiricalBayesEffect(12, 40, 14, 0.5, 1, knownRatio(3, 3, 1)).verdict).toBe("increased");
});

test("a site that even the worst of its kind would not be is an outlier, and the worst of many is none", () => {
  const isOutlier = (before: number, population: number) =>
    empiricalBayesEffect(before, 5, 2, 0, population, knownRatio(1, 1, 1)).isOutlier;
  // Derived: 7 or more of a Poisson mean of 2 come 0.0045 of the time, 8 or more 0.0011.
  expect(isOutlier(7, 10)).toBe(true);
  expect(isOutlier(7, 12)).toBe(false);
  expect(isOutlier(8, 40)).toBe(true);
  expect(isOutlier(8, 50)).toBe(false);
});
