import fc from "fast-check";
import { expect, test } from "vitest";
import { boundsAt, rangeScale } from "../../../../web/panels/layers/range-scale.ts";

test("integers move one by one while the slider is long enough", () => {
  expect(rangeScale([0, 3], true)).toEqual({ min: 0, max: 3, step: 1 });
  expect(rangeScale([0, 99_999], true)).toEqual({ min: 0, max: 100_000, step: 500 });
});

test("other numbers move in round steps around all values", () => {
  expect(rangeScale([0.07, 0.5], false)).toEqual({ min: 0.07, max: 0.5, step: 0.005 });
  expect(rangeScale([3, 1234.5], false)).toEqual({ min: 0, max: 1240, step: 10 });
});

test("a single value has no scale to move on", () => {
  const { min, max } = rangeScale([2.5, 2.5], false);
  expect(max).toBe(min);
});

test("the scale reaches all values in at most some 200 whole steps", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, isInteger) => {
      const [least, greatest] = a < b ? [a, b] : [b, a];
      fc.pre(greatest - least > 1e-6);
      const { min, max, step } = rangeScale([least, greatest], isInteger);
      const slack = 1e-9 * Math.max(1, Math.abs(least), Math.abs(greatest));
      expect(min).toBeLessThanOrEqual(least + slack);
      expect(max).toBeGreaterThanOrEqual(greatest - slack);
      const steps = (max - min) / step;
      expect(steps).toBeLessThanOrEqual(203);
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-3);
    }),
  );
});

test("a handle at the end of the scale bounds nothing", () => {
  const scale = { min: 0, max: 10, step: 1 };
  expect(boundsAt(scale, [0, 10])).toEqual({ from: null, to: null });
  expect(boundsAt(scale, [2, 10])).toEqual({ from: 2, to: null });
  expect(boundsAt(scale, [2, 3])).toEqual({ from: 2, to: 3 });
});
