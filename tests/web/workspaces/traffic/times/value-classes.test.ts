import fc from "fast-check";
import { expect, test } from "vitest";
import "../../../../support/property-seed.ts";
import { classOf, classText, valueClasses } from "../../../../../web/workspaces/traffic/times/value-classes.ts";

test("every number but 0 has a class, and the legend names it there", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (largest, share) => {
      const bounds = valueClasses(largest);
      const value = Math.ceil(share * largest);
      const index = classOf(value, bounds);
      expect(bounds.length).toBeLessThanOrEqual(6);
      expect(index === -1).toBe(value === 0);
      if (index < 0) return;
      const [least, most] = classText(index, bounds, largest, String).split("–").map(Number);
      expect(value >= least! && value <= (most ?? least!)).toBe(true);
    }),
  );
});

test("few numbers have a class each, and nothing but 0 has none", () => {
  expect(valueClasses(3)).toEqual([1, 2, 3]);
  expect(classText(2, [1, 2, 3], 3, String)).toBe("3");
  expect(valueClasses(96)).toEqual([1, 17, 33, 49, 65, 81]);
  expect(classText(5, valueClasses(96), 96, String)).toBe("81–96");
  expect(valueClasses(0)).toEqual([]);
});
