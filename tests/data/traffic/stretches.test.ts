import fc from "fast-check";
import { expect, test } from "vitest";
import { isOn, lengthOf, mergedStretches, nearestStretch, withoutStretches } from "#data/traffic/stretches.ts";

const stretches = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
  .map((pairs) => pairs.map(([from, length]) => [from, from + length] as const));

test("merging and taking out agree with asking every half metre", () => {
  fc.assert(
    fc.property(stretches, stretches, (some, others) => {
      const [roads, holes] = [mergedStretches(some), mergedStretches(others)];
      const left = withoutStretches(roads, holes);
      for (let at = 0.5; at < 125; at++) {
        const covers = (list: readonly (readonly [number, number])[]) => list.some(([a, b]) => a < at && at < b);
        expect(isOn(roads, at)).toBe(covers(some));
        expect(isOn(left, at)).toBe(covers(some) && !covers(others));
      }
      expect(lengthOf(left)).toBeLessThanOrEqual(lengthOf(roads));
    }),
  );
});

test("the nearest stretch is that of measuring to each", () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: -10, max: 140 }), (some, at) => {
      const roads = mergedStretches(some);
      const gapTo = ([a, b]: readonly [number, number]) => Math.max(0, a - at, at - b);
      const found = nearestStretch(roads, at);
      if (roads.length === 0) expect(found).toBe(-1);
      else expect(gapTo(roads[found]!)).toBe(Math.min(...roads.map(gapTo)));
    }),
  );
});
