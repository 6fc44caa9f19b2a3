import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RatableSite, rateSites } from "#data/traffic/ranking/rate-sites.ts";
import {
  criticalRate,
  empiricalBayes,
  exposureMillion,
  FEWEST_CRASHES,
  FEWEST_SITES,
  fitSafetyModel,
  predictedCrashes,
  type SafetyModel,
} from "#data/traffic/ranking/safety-model.ts";
import { gammaQuantile } from "#data/traffic/statistics/gamma.ts";
import { createUniform, type Uniform } from "#data/traffic/statistics/random.ts";

const MILE_KM = 1.609344;
/** The Highway Safety Manual's model of rural two-lane roads, per mile there, per kilometre here. */
const RURAL_TWO_LANE: SafetyModel = {
  intercept: Math.log(365e-6 / MILE_KM) - 0.312,
  aadtPower: 1,
  overdispersion: 0.236 * MILE_KM,
};

describe("the formulas of the Highway Safety Manual", () => {
  test("expect 4.008 crashes a year on 1.5 miles with 10,000 vehicles a day, and weigh the model 0.6133", () => {
    const km = 1.5 * MILE_KM;
    const predicted = predictedCrashes(RURAL_TWO_LANE, 10_000, km, 1);
    expect(predicted).toBeCloseTo(4.008, 3);
    const dispersion = RURAL_TWO_LANE.overdispersion / km;
    expect(dispersion).toBeCloseTo(0.1573, 4);
    const { weight, expected, excess } = empiricalBayes(predicted, 10, dispersion);
    expect(weight).toBeCloseTo(0.6133, 4);
    expect(expected).toBeCloseTo(0.6133 * 4.008 + 0.3867 * 10, 3);
    expect(excess).toBeCloseTo(expected - 4.008, 3);
  });

  test("put the critical rate at 1.3509 for an average of 1.03 and 30.1 million vehicles", () => {
    expect(criticalRate(1.03, 30.1, 0.95)).toBeCloseTo(1.3509, 4);
  });

  test("count 10,000 vehicles a day on 2 km over three years as 21.9 million vehicle-kilometres", () => {
    expect(exposureMillion(10_000, 2, 3)).toBeCloseTo(21.9, 12);
  });

  test("draw the expected crashes from the observed towards the predicted, never past them", () => {
    const counts = fc.double({ min: 0.01, max: 200, noNaN: true });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 200 }), fc.double({ min: 0, max: 5, noNaN: true }), (m, n, k) => {
        const { expected, weight } = empiricalBayes(m, n, k);
        expect(expected).toBeGreaterThanOrEqual(Math.min(m, n) - 1e-9);
        expect(expected).toBeLessThanOrEqual(Math.max(m, n) + 1e-9);
        expect(weight).toBeLessThanOrEqual(1);
      }),
    );
    expect(empiricalBayes(4, 9, 0)).toEqual({ weight: 1, expected: 4, excess: 0 });
  });
});

function poissonCount(mean: number, uniform: Uniform): number {
  let count = -1;
  for (let sum = 0; sum < mean; count++) sum -= Math.log(uniform());
  return count;
}

describe("a fitted model", () => {
  test("finds the rate and the overdispersion that the crashes were made with", () => {
    const uniform = createUniform(5, "sites");
    const [years, rate, overdispersion] = [3, 0.6, 0.4];
    const sites = Array.from({ length: 4_000 }, () => {
      const [aadt, size] = [2_000 + 18_000 * uniform(), 0.5 + uniform()];
      const shape = size / overdispersion;
      const factor = gammaQuantile(uniform(), shape, 1 / shape);
      return { aadt, size, crashes: poissonCount(rate * exposureMillion(aadt, size, years) * factor, uniform) };
    });
    const model = fitSafetyModel(sites, years)!;
    expect(Math.exp(model.intercept) / (365 * 1e-6)).toBeCloseTo(rate, 1);
    expect(model.overdispersion).toBeGreaterThan(0.35);
    expect(model.overdispersion).toBeLessThan(0.45);
    const sum = sites.reduce((total, { aadt, size }) => total + predictedCrashes(model, aadt, size, years), 0);
    expect(sum).toBeCloseTo(
      sites.reduce((total, { crashes }) => total + crashes, 0),
      6,
    );
  });

  test("is not given for fewer sites or crashes than a calibration asks for", () => {
    const sites = (count: number, crashes: number) =>
      Array.from({ length: count }, (_, i) => ({
        aadt: 5_000,
        size: 1,
        crashes: Math.floor(crashes / count) + (i < crashes % count ? 1 : 0),
      }));
    expect(fitSafetyModel(sites(FEWEST_SITES - 1, 500), 3)).toBeNull();
    expect(fitSafetyModel(sites(FEWEST_SITES, FEWEST_CRASHES - 1), 3)).toBeNull();
    expect(fitSafetyModel(sites(FEWEST_SITES, FEWEST_CRASHES), 3)).toMatchObject({ overdispersion: 0 });
  });
});

describe("rating sites", () => {
  const site = (group: string, crashes: number, aadt: number | null): RatableSite => ({
    group,
    crashes,
    aadt,
    size: 1,
  });

  test("says nothing where the traffic is not known, and gives no expectation to a group too small for a model", () => {
    const sites = [site("national", 4, null), site("national", 6, 8_000), site("county", 0, 0)];
    const { ratings, groups } = rateSites(sites, new Map(), 3, 0.95);
    expect(Object.values(ratings[0]!).every((value) => value === null)).toBe(true);
    expect(ratings[1]).toMatchObject({ rate: 6 / 8.76, isAboveCritical: false, expected: null, modelWeight: null });
    expect(Object.values(ratings[2]!).every((value) => value === null)).toBe(true);
    expect(groups).toMatchObject([
      { group: "county", sites: 0, averageRate: null, model: "too-few" },
      { group: "national", sites: 1, crashes: 6, model: "too-few" },
    ]);
  });

  test("takes a model that was given, and names it as given", () => {
    const { ratings, groups } = rateSites(
      [{ group: "national", crashes: 10, size: 1.5 * MILE_KM, aadt: 10_000 }],
      new Map([["national", RURAL_TWO_LANE]]),
      1,
      0.95,
    );
    expect(ratings[0]!.predicted).toBeCloseTo(4.008, 3);
    expect(ratings[0]!.modelWeight).toBeCloseTo(0.6133, 4);
    expect(groups[0]!.model).toBe("given");
  });

  test("ranks a steady excess above a lucky strike on a short piece", () => {
    const average = Array.from({ length: 60 }, () => ({ group: "national", crashes: 5, size: 1, aadt: 9_000 }));
    const spread = Array.from({ length: 60 }, (_, i) => ({ ...average[0]!, crashes: i % 2 === 0 ? 1 : 9 }));
    const strike = { group: "national", crashes: 2, size: 0.05, aadt: 9_000 };
    const steady = { group: "national", crashes: 22, size: 1, aadt: 9_000 };
    const { ratings } = rateSites([strike, steady, ...average, ...spread], new Map(), 3, 0.95);
    expect(ratings[0]!.rate!).toBeGreaterThan(ratings[1]!.rate!);
    expect(ratings[0]!.excess!).toBeLessThan(ratings[1]!.excess!);
    expect(ratings[1]!.isAboveCritical).toBe(true);
  });
});
