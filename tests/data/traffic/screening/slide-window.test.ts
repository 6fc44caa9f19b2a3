import fc from "fast-check";
import { expect, test } from "vitest";
import { slideWindow } from "#data/traffic/screening/slide-window.ts";
import "../../../support/property-seed.ts";

function setsOf(stakesM: readonly number[], lengthM: number): string[] {
  const sets: string[] = [];
  const inside = new Set<number>();
  slideWindow(Float64Array.from(stakesM), lengthM, {
    enter: (index) => inside.add(index),
    leave: (index) => inside.delete(index),
    visit(first, last) {
      const expected = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      expect([...inside].sort((a, b) => a - b)).toEqual(expected);
      sets.push(`${first}-${last}`);
    },
  });
  return sets;
}

const stakes = fc
  .array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 40 })
  .map((list) => list.sort((a, b) => a - b));

test("holds what is exactly a window's length apart, and no more", () => {
  expect(setsOf([0, 500, 501], 500)).toEqual(["0-0", "0-1", "1-1", "1-2", "2-2"]);
});

test("takes crashes at the same stake together", () => {
  expect(setsOf([100, 100, 100, 900], 500)).toEqual(["0-2", "3-3"]);
});

test("visits every set that a window in steps of a metre and a half holds, and only sets that some window holds", () => {
  fc.assert(
    fc.property(stakes, fc.integer({ min: 50, max: 900 }), (list, lengthM) => {
      const visited = setsOf(list, lengthM);
      expect(new Set(visited).size).toBe(visited.length);
      expect(visited.length).toBeLessThanOrEqual(2 * list.length);
      const stepped = new Set<string>();
      for (let fromM = -lengthM - 1; fromM <= 3_001; fromM += 0.5) {
        const held = list.flatMap((stake, i) => (stake >= fromM && stake <= fromM + lengthM ? [i] : []));
        if (held.length > 0) stepped.add(`${held[0]}-${held.at(-1)}`);
      }
      expect(new Set(visited)).toEqual(stepped);
    }),
  );
});
