import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialAtLeast, binomialAtMost } from "#data/traffic/statistics/binomial.ts";
import { falseDiscoveryRates } from "#data/traffic/statistics/false-discovery.ts";
import { fisherTest } from "#data/traffic/statistics/fisher.ts";
import { chiSquareAbove, gammaQuantile, gammaShares, logGamma } from "#data/traffic/statistics/gamma.ts";
import { normalAbove, normalBelow, normalQuantile, normalTwoSided } from "#data/traffic/statistics/normal.ts";
import { poissonAt, poissonAtLeast, poissonAtMost, poissonInterval } from "#data/traffic/statistics/poisson.ts";
import { createUniform } from "#data/traffic/statistics/random.ts";

describe("normal", () => {
  test("has the quantiles that the Highway Safety Manual gives for the critical rate", () => {
    const given = { 0.85: 1.036, 0.9: 1.282, 0.95: 1.645, 0.975: 1.96, 0.99: 2.326, 0.995: 2.576 };
    for (const [probability, z] of Object.entries(given)) expect(normalQuantile(Number(probability))).toBeCloseTo(z, 3);
  });

  test("has the quantiles with which algorithm AS 241 is checked", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.0902323061678136, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 13);
  });

  test("its quantile undoes its distribution, far out too", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        expect(normalQuantile(normalBelow(-Math.abs(z)))).toBeCloseTo(-Math.abs(z), 9);
        expect(normalBelow(z) + normalAbove(z)).toBeCloseTo(1, 14);
      }),
    );
    expect(normalTwoSided(1.959963984540054)).toBeCloseTo(0.05, 14);
  });

  test("refuses what is no probability", () => {
    expect(() => normalQuantile(1.2)).toThrow(RangeError);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

describe("gamma", () => {
  test("has the critical values of the printed chi-square table", () => {
    // NIST/SEMATECH e-Handbook, 1.3.6.7.4: upper 5 % for 1, 10 and 100 degrees, upper 0.1 % for 10, lower 5 % for 10.
    expect(gammaQuantile(0.95, 1 / 2, 2)).toBeCloseTo(3.841, 3);
    expect(gammaQuantile(0.95, 10 / 2, 2)).toBeCloseTo(18.307, 3);
    expect(gammaQuantile(0.95, 100 / 2, 2)).toBeCloseTo(124.342, 3);
    expect(gammaQuantile(0.999, 10 / 2, 2)).toBeCloseTo(29.588, 3);
    expect(gammaQuantile(0.05, 10 / 2, 2)).toBeCloseTo(3.94, 3);
    expect(chiSquareAbove(18.307, 10)).toBeCloseTo(0.05, 5);
  });

  test("continues the factorials", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  test("its quantile undoes its distribution for shapes from 0.05 to 500", () => {
    const shapes = fc.double({ min: 0.05, max: 500, noNaN: true });
    const probabilities = fc.double({ min: 1e-6, max: 0.999_999, noNaN: true });
    fc.assert(
      fc.property(shapes, probabilities, (shape, probability) => {
        expect(gammaShares(shape, gammaQuantile(probability, shape)).below).toBeCloseTo(probability, 9);
      }),
    );
  });
});

describe("Poisson", () => {
  test("gives Garwood's exact limits for ten events and for none", () => {
    const [low, high] = poissonInterval(10);
    expect(low).toBeCloseTo(4.7954, 4);
    expect(high).toBeCloseTo(18.3904, 4);
    expect(poissonInterval(0)).toEqual([0, expect.closeTo(3.6889, 4)]);
  });

  test("agrees with the sum of its single probabilities", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (count, mean) => {
        let sum = 0;
        for (let k = 0; k <= count; k++) sum += poissonAt(k, mean);
        expect(poissonAtMost(count, mean)).toBeCloseTo(sum, 10);
        expect(poissonAtLeast(count + 1, mean)).toBeCloseTo(1 - sum, 10);
      }),
    );
  });
});

describe("binomial", () => {
  test("has the values of the printed table for ten trials at one half", () => {
    expect(binomialAtMost(2, 10, 0.5)).toBeCloseTo(0.0547, 4);
    expect(binomialAtLeast(9, 10, 0.5)).toBeCloseTo(11 / 1024, 12);
    expect([binomialAtLeast(0, 5, 0.1), binomialAtLeast(6, 5, 0.1), binomialAtLeast(5, 5, 1)]).toEqual([1, 0, 1]);
  });
});

describe("Fisher's exact test", () => {
  test("gives 17 in 70 to the lady who names three cups of four", () => {
    const { atLeast, twoSided } = fisherTest({ hereWith: 3, hereWithout: 1, elsewhereWith: 1, elsewhereWithout: 3 });
    expect(atLeast).toBeCloseTo(17 / 70, 12);
    expect(twoSided).toBeCloseTo(34 / 70, 12);
  });

  test("gives Fisher's figures for convictions of like-sex twins of criminals", () => {
    const { atMost, twoSided } = fisherTest({ hereWith: 2, hereWithout: 15, elsewhereWith: 10, elsewhereWithout: 3 });
    expect(atMost).toBeCloseTo(0.000_465_2, 7);
    expect(twoSided).toBeCloseTo(0.000_536_7, 7);
  });

  test("says nothing of a table without a margin", () => {
    const { atLeast, twoSided } = fisherTest({ hereWith: 4, hereWithout: 0, elsewhereWith: 9, elsewhereWithout: 0 });
    expect([atLeast, twoSided]).toEqual([1, 1]);
  });
});

describe("false discovery rates", () => {
  // The example of Benjamini and Hochberg (1995), 4.1: thrombolysis against placebo, fifteen endpoints.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  test("reject the four smallest of the published example at 5 %", () => {
    const rates = falseDiscoveryRates(published);
    expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4);
    expect(rates[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  test("do not hang on the order, and count tests whose p-value is left out", () => {
    const mixed = [7, 3, 14, 0, 9, 1, 12, 5, 2, 11, 4, 13, 6, 10, 8];
    const rates = falseDiscoveryRates(published);
    const ofMixed = falseDiscoveryRates(mixed.map((i) => published[i]!));
    expect(Array.from(ofMixed)).toEqual(mixed.map((i) => rates[i]));
    expect(falseDiscoveryRates([0.01, 0.02], 10)[1]).toBeCloseTo(0.1, 12);
  });
});

describe("the stream of random numbers", () => {
  test("is the same for the same seed and name, and another for another", () => {
    const first = (seed: number, name: string) => Array.from({ length: 4 }, createUniform(seed, name));
    expect(first(1, "a")).toEqual(first(1, "a"));
    expect(first(1, "a")).not.toEqual(first(2, "a"));
    expect(first(1, "a")).not.toEqual(first(1, "b"));
  });

  test("fills ten equal classes evenly by the chi-square test at 0.1 %", () => {
    const next = createUniform(7, "evenness");
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(next() * 10)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquareAbove(chiSquare, 9)).toBeGreaterThan(0.001);
  });
});
