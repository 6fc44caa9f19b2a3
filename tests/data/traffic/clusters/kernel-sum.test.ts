import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kernelPeak, risesAbove } from "#data/traffic/clusters/kernel-sum.ts";

/** The sum at one place, as its definition reads. */
const sumAt = (stakes: readonly number[], x: number): number =>
  stakes.reduce((sum, stake) => sum + Math.max(0, 1 - (x - stake) ** 2), 0);

const STEP = 0.01;

function gridOf(stakes: readonly number[]): number[] {
  const from = stakes[0]! - 1;
  return Array.from({ length: Math.ceil((stakes.at(-1)! + 1 - from) / STEP) + 1 }, (_, i) => from + i * STEP);
}

/** Crashes on a road of up to 30 bandwidths, some at one place, as ledgers have them, and some exactly two bandwidths apart. */
const roads = fc
  .array(fc.oneof(fc.double({ min: 0, max: 30, noNaN: true }), fc.integer({ min: 0, max: 30 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((stakes) => stakes.sort((a, b) => a - b));

describe("the greatest sum", () => {
  test("is that of trying every place", () => {
    fc.assert(
      fc.property(roads, (stakes) => {
        const peak = kernelPeak(Float64Array.from(stakes), stakes.length);
        const tried = Math.max(...gridOf(stakes).map((x) => sumAt(stakes, x)));
        expect(peak).toBeGreaterThanOrEqual(tried - 1e-9);
        // Half a step beside a crest the sum is lower by no more than this.
        expect(peak).toBeLessThanOrEqual(tried + stakes.length * (STEP / 2) ** 2 + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same far down a road", () => {
    fc.assert(
      fc.property(roads, fc.integer({ min: 0, max: 50_000 }), (stakes, far) => {
        const near = kernelPeak(Float64Array.from(stakes), stakes.length);
        expect(
          kernelPeak(
            Float64Array.from(stakes, (stake) => stake + far),
            stakes.length,
          ),
        ).toBeCloseTo(near, 8);
      }),
      { numRuns: 100 },
    );
  });

  test("is 1 for two crashes that just do not reach each other, and 2 for two at one place", () => {
    const peakOf = (...stakes: number[]) => kernelPeak(Float64Array.from(stakes), stakes.length);
    expect(peakOf(0, 2)).toBe(1);
    expect(peakOf(5, 5)).toBe(2);
    expect(peakOf(0, 1)).toBeCloseTo(1.5, 12);
    expect(peakOf(0, Math.SQRT2)).toBeCloseTo(1, 12);
    expect(peakOf()).toBe(0);
  });
});

describe("the stretches above a threshold", () => {
  test("hold exactly the places whose sum is above it", () => {
    fc.assert(
      fc.property(roads, fc.double({ min: 0.3, max: 4, noNaN: true }), (stakes, threshold) => {
        const rises = risesAbove(stakes, threshold);
        const misjudged = gridOf(stakes).filter((x) => {
          const above = sumAt(stakes, x) - threshold;
          return Math.abs(above) > 1e-9 && above > 0 !== rises.some(({ from, to }) => x >= from && x <= to);
        });
        expect(misjudged).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("have the peak of the road among them, and as strength the share of area above", () => {
    fc.assert(
      fc.property(roads, fc.double({ min: 0.3, max: 3, noNaN: true }), (stakes, threshold) => {
        const rises = risesAbove(stakes, threshold);
        const peak = kernelPeak(Float64Array.from(stakes), stakes.length);
        if (peak > threshold + 1e-9) expect(Math.max(...rises.map((rise) => rise.peak))).toBeCloseTo(peak, 8);
        for (const { from, to, strength } of rises) {
          const pieces = 2_000;
          const width = (to - from) / pieces;
          let area = 0;
          for (let i = 0; i < pieces; i++) area += sumAt(stakes, from + (i + 0.5) * width) * width;
          expect(strength).toBeCloseTo(1 - (threshold * (to - from)) / area, 4);
        }
      }),
      { numRuns: 40 },
    );
  });
});
