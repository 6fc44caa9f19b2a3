import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roadDensity } from "#data/traffic/road-density.ts";

const kernel = (u: number): number => (Math.abs(u) < 1 ? 0.75 * (1 - u * u) : 0);

/** Mean over a piece by summing the definition at many places, with the ends as mirrors. */
function slowDensity(lengthM: number, alongM: readonly number[], bandwidthM: number, pieces: number): number[] {
  const at = (x: number) => {
    let sum = 0;
    for (const along of alongM)
      for (let turn = -8; turn <= 8; turn++)
        for (const image of [2 * turn * lengthM + along, 2 * turn * lengthM - along])
          sum += kernel((x - image) / bandwidthM) / bandwidthM;
    return sum;
  };
  const samples = 50;
  return Array.from({ length: pieces }, (_, piece) => {
    let sum = 0;
    for (let i = 0; i < samples; i++) sum += at(((piece + (i + 0.5) / samples) * lengthM) / pieces);
    return sum / samples;
  });
}

describe("density along a road", () => {
  test("adds up to the crashes, on roads shorter than the kernel too", () => {
    const road = fc
      .tuple(fc.integer({ min: 20, max: 3_000 }), fc.constantFrom(100, 200, 300), fc.constantFrom(10, 25, 50))
      .chain(([lengthM, bandwidthM, pieceM]) =>
        fc.tuple(
          fc.constant({ lengthM, bandwidthM, pieceM }),
          fc.array(fc.double({ min: 0, max: lengthM, noNaN: true }), { maxLength: 20 }),
        ),
      );
    fc.assert(
      fc.property(road, ([{ lengthM, bandwidthM, pieceM: longestM }, alongM]) => {
        const stakesM = alongM.map((along) => 812_000 + along);
        const { perM, pieceM } = roadDensity(812_000, 812_000 + lengthM, stakesM, bandwidthM, longestM);
        expect(perM.reduce((sum, each) => sum + each * pieceM, 0)).toBeCloseTo(alongM.length, 7);
        expect(pieceM).toBeLessThanOrEqual(longestM);
        expect(pieceM * perM.length).toBeCloseTo(lengthM, 6);
      }),
    );
  });

  test("is what its definition sums to, piece by piece", () => {
    for (const lengthM of [90, 130, 240, 1_000]) {
      const alongM = [0, 17, 80, lengthM - 3, lengthM / 2];
      const { perM } = roadDensity(0, lengthM, alongM, 200, 50);
      const slow = slowDensity(lengthM, alongM, 200, perM.length);
      expect(Math.max(...slow.map((each, i) => Math.abs(each - perM[i]!)))).toBeLessThan(2e-6);
    }
  });

  test("is three quarters of a crash per bandwidth at a lone crash far from the ends", () => {
    const { perM } = roadDensity(0, 10_000, [5_005], 100, 10);
    expect(perM[500]! * 100).toBeCloseTo(0.75, 2);
    expect(perM[489]).toBe(0);
  });
});
