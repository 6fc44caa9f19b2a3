import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestStop, PRESETS, STOPS, withAnother, withRadius } from "../../../../web/panels/rings/radius-scale.ts";
import { DEFAULT_RADII_M, LARGEST_RADIUS_M, MOST_RINGS } from "../../../../web/state/view.ts";

const radii = fc.uniqueArray(fc.double({ min: 0.01, max: LARGEST_RADIUS_M, noNaN: true }), {
  minLength: 1,
  maxLength: MOST_RINGS,
});

test("the slider's stops rise from 10 m to 10 km by no more than a tenth at a time", () => {
  expect([STOPS[0], STOPS[STOPS.length - 1]]).toEqual([10, 10_000]);
  for (let i = 1; i < STOPS.length; i++) {
    expect(STOPS[i]!).toBeGreaterThan(STOPS[i - 1]!);
    expect(STOPS[i]! / STOPS[i - 1]!).toBeLessThanOrEqual(1.1 + 1e-9);
  }
});

test("every preset lies on stops", () => {
  for (const radiusM of [...DEFAULT_RADII_M, ...PRESETS.flat()]) expect(STOPS[nearestStop(radiusM)]).toBe(radiusM);
});

test("no stop is nearer to a radius than the nearest one", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: LARGEST_RADIUS_M, noNaN: true }), (radiusM) => {
      const gap = Math.abs(STOPS[nearestStop(radiusM)]! - radiusM);
      for (const stop of STOPS) expect(gap).toBeLessThanOrEqual(Math.abs(stop - radiusM));
    }),
  );
});

test("a radius that another has already is refused, so that two rings stay two", () => {
  expect(withRadius([100, 300], 0, 300)).toEqual([100, 300]);
  expect(withRadius([100, 300], 0, 301)).toEqual([301, 300]);
});

test.each([0, -1, Number.NaN, LARGEST_RADIUS_M + 1])("a radius of %d is refused", (radiusM) => {
  expect(withRadius([100], 0, radiusM)).toEqual([100]);
});

test("another radius is one more, different and in range, until there are eight", () => {
  fc.assert(
    fc.property(radii, (radiiM) => {
      const more = withAnother(radiiM);
      expect(more).toHaveLength(Math.min(MOST_RINGS, radiiM.length + 1));
      expect(new Set(more).size).toBe(more.length);
      for (const radiusM of more) expect(radiusM > 0 && radiusM <= LARGEST_RADIUS_M).toBe(true);
    }),
  );
});
