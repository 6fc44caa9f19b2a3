import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OVERPRESSURE_THRESHOLDS, overpressureDistanceM, overpressurePa } from "#data/standards/overpressure.ts";

describe("overpressure of a ground burst", () => {
  test.each([
    [1000, 100, 16.7],
    [100, 50, 15.04],
    [10_000, 500, 5.65],
  ])("of %d kg at %d m is %d kPa", (tntKg, distanceM, kPa) => {
    expect(Math.abs(overpressurePa(tntKg, distanceM) / 1000 - kPa)).toBeLessThan(0.005);
  });

  test.each([
    [100, [273.2, 119.6, 73.6]],
    [1000, [588.6, 257.6, 158.5]],
    [10_000, [1268.0, 555.0, 341.6]],
  ])("of %d kg falls to 2, 5 and 9 kPa at %j m", (tntKg, distancesM) => {
    const found = [2000, 5000, 9000].map((pascals) => overpressureDistanceM(tntKg, pascals));
    for (const [i, distanceM] of distancesM.entries()) expect(Math.abs(found[i]! - distanceM)).toBeLessThan(0.06);
  });

  test("at the distance that is found is the threshold, and above it nearer", () => {
    const charges = fc.double({ min: 0.1, max: 1e7, noNaN: true });
    const thresholds = fc.constantFrom(...OVERPRESSURE_THRESHOLDS.map(({ pascals }) => pascals), 100, 76_000);
    fc.assert(
      fc.property(charges, thresholds, (tntKg, pascals) => {
        const distanceM = overpressureDistanceM(tntKg, pascals);
        expect(overpressurePa(tntKg, distanceM)).toBeLessThanOrEqual(pascals);
        expect(overpressurePa(tntKg, distanceM - 2e-4)).toBeGreaterThan(pascals);
      }),
    );
  });

  test("scales by the cube root of the charge", () => {
    const [one, thousand] = [overpressureDistanceM(1, 5000), overpressureDistanceM(1000, 5000)];
    expect(thousand / one).toBeCloseTo(10, 3);
  });

  test.each([
    [0, 10],
    [-1, 10],
    [10, 0],
    [Number.NaN, 1],
  ])("is not told of %d kg at %d m", (tntKg, distanceM) => {
    expect(() => overpressurePa(tntKg, distanceM)).toThrow(RangeError);
  });

  test("is not sought for a threshold of 0, which no distance has", () => {
    expect(() => overpressureDistanceM(1, 0)).toThrow(RangeError);
  });
});

test("only the thresholds of GB 6722 are verified", () => {
  const verified = OVERPRESSURE_THRESHOLDS.filter(({ confidence }) => confidence === "verified");
  expect(verified.map(({ id }) => id)).toEqual(["unprotected-people", "sheltered-workers"]);
});
