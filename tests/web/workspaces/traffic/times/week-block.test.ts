import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HourBlock } from "#data/analyses/crash-times-results.ts";
import "../../../../support/property-seed.ts";
import { TIMES_WORDS } from "../../../../../web/messages/traffic-times.ts";
import {
  blockBetween,
  blockText,
  isInBlock,
  isSameBlock,
  moveBy,
  weekBlockOf,
} from "../../../../../web/workspaces/traffic/times/week-block.ts";

const cell = (day: number, hour: number) => ({ day, hour });
const cells = fc.record({ day: fc.integer({ min: 0, max: 7 }), hour: fc.integer({ min: -1, max: 23 }) });

describe("hours of the week that are chosen", () => {
  test("a sweep holds both its ends, from whichever it began", () => {
    const block = { fromDay: 1, toDay: 5, fromHour: 7, toHour: 8 };
    expect(blockBetween(cell(5, 7), cell(1, 8))).toEqual(block);
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const between = blockBetween(a, b);
        expect(isSameBlock(between, blockBetween(b, a))).toBe(true);
        for (const { day, hour } of [a, b])
          expect(isInBlock(between, { day: Math.max(1, day), hour: Math.max(0, hour) })).toBe(true);
      }),
    );
  });

  test("a head of a row or column stands for all of it, their corner for the week", () => {
    expect(blockBetween(cell(3, -1), cell(3, -1))).toEqual({ fromDay: 3, toDay: 3, fromHour: 0, toHour: 23 });
    expect(blockBetween(cell(0, 8), cell(0, 9))).toEqual({ fromDay: 1, toDay: 7, fromHour: 8, toHour: 9 });
    expect(blockBetween(cell(0, -1), cell(0, -1))).toEqual({ fromDay: 1, toDay: 7, fromHour: 0, toHour: 23 });
  });

  test("keys lead to every place of the matrix and never out of it", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    fc.assert(
      fc.property(cells, fc.constantFrom(...keys), (at, key) => {
        const { day, hour } = moveBy(key, at)!;
        expect(day >= 0 && day <= 7 && hour >= -1 && hour <= 23).toBe(true);
      }),
    );
    expect(moveBy("ArrowRight", cell(0, -1))).toEqual(cell(0, 0));
    expect(moveBy("a", cell(1, 1))).toBeNull();
  });

  test("are told with the hour that no longer belongs to them", () => {
    const tell = (fromDay: number, toDay: number, fromHour: number, toHour: number) =>
      blockText({ fromDay, toDay, fromHour, toHour }, TIMES_WORDS.zh);
    expect(tell(1, 5, 7, 8)).toBe("周一至周五 7–9 时");
    expect(tell(6, 6, 0, 23)).toBe("周六 全天");
    expect(tell(1, 7, 23, 23)).toBe("每天 23–24 时");
    expect(tell(1, 7, 0, 23)).toBe("整周");
  });
});

describe("a patrol's hours in the matrix", () => {
  const hours = (days: HourBlock["days"], fromHour: number, toHour: number) =>
    weekBlockOf({ days, fromHour, toHour } as HourBlock);

  test("are the same hours of the days of their class", () => {
    expect(hours("workday", 7, 10)).toEqual({ fromDay: 1, toDay: 5, fromHour: 7, toHour: 9 });
    expect(hours("weekend", 21, 0)).toEqual({ fromDay: 6, toDay: 7, fromHour: 21, toHour: 23 });
    expect(hours("5", 19, 22)).toEqual({ fromDay: 5, toDay: 5, fromHour: 19, toHour: 21 });
  });

  test("are none where they pass midnight or hang on the calendar", () => {
    expect(hours("workday", 23, 2)).toBeNull();
    expect(hours("holiday", 8, 11)).toBeNull();
  });
});
