import fc from "fast-check";
import { expect, test } from "vitest";
import { turnAt } from "../../../../web/workspaces/screen/turn-at.ts";

const ENDS_AT = 1_000_000;

test("a scene of a tour begins with the first and shows each as long as the others", () => {
  const stay = { endsAt: ENDS_AT, dwellS: 60 };
  expect(turnAt(2, stay, ENDS_AT - 60_000)).toEqual({ turn: 0, nextAt: ENDS_AT - 30_000 });
  expect(turnAt(2, stay, ENDS_AT - 30_001).turn).toBe(0);
  expect(turnAt(2, stay, ENDS_AT - 30_000)).toEqual({ turn: 1, nextAt: ENDS_AT });
});

test("a scene too short for all shows the first of them long enough to be read", () => {
  const stay = { endsAt: ENDS_AT, dwellS: 20 };
  expect(turnAt(3, stay, ENDS_AT - 6_000).turn).toBe(0);
  expect(turnAt(3, stay, ENDS_AT - 5_000).turn).toBe(1);
});

test("a scene that stands turns by the clock, so that all screens turn at once", () => {
  const stay = { endsAt: null, dwellS: 60 };
  expect(turnAt(3, stay, 0)).toEqual({ turn: 0, nextAt: 20_000 });
  expect(turnAt(3, stay, 59_999)).toEqual({ turn: 2, nextAt: 60_000 });
  expect(turnAt(3, stay, 60_000).turn).toBe(0);
});

test("the next turn always lies ahead, and one alone has no other", () => {
  const stays = fc.record({ endsAt: fc.option(fc.nat(2 ** 41)), dwellS: fc.integer({ min: 5, max: 3_600 }) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), stays, fc.nat(2 ** 41), (turns, stay, now) => {
      const { turn, nextAt } = turnAt(turns, stay, now);
      expect(nextAt).toBeGreaterThan(now);
      expect(turn).toBeGreaterThanOrEqual(0);
      expect(turn).toBeLessThan(Math.max(1, turns));
    }),
  );
});
