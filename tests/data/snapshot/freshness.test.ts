import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FreshnessFacts, freshnessOf, localDayOf } from "#data/snapshot/freshness.ts";
import { DAY_MS, formatLocalDay } from "#data/snapshot/local-time.ts";

const facts = (over: Partial<FreshnessFacts>): FreshnessFacts => ({
  dataDate: null,
  deliveredOn: null,
  refreshDays: 30,
  ...over,
});

test("data as old as the interval is current, and overdue from the day after", () => {
  const { state, dataAgeDays } = freshnessOf(facts({ dataDate: "2024-02-01" }), "2024-03-02");
  expect({ state, dataAgeDays }).toEqual({ state: "current", dataAgeDays: 30 });
  expect(freshnessOf(facts({ dataDate: "2024-02-01" }), "2024-03-03")).toMatchObject({
    state: "overdue",
    dataAgeDays: 31,
  });
});

test("what counts is the date of the data, not the day of its delivery", () => {
  const late = facts({ dataDate: "2024-01-01", deliveredOn: "2024-03-02" });
  expect(freshnessOf(late, "2024-03-03")).toEqual({ dataAgeDays: 62, deliveredDaysAgo: 1, state: "overdue" });
});

describe("data without a date", () => {
  test("is of unknown age while it may be current", () => {
    expect(freshnessOf(facts({ deliveredOn: "2024-02-01" }), "2024-03-02").state).toBe("unknown");
    expect(freshnessOf(facts({}), "2024-03-02")).toEqual({
      dataAgeDays: null,
      deliveredDaysAgo: null,
      state: "unknown",
    });
  });

  test("is overdue once it came in before the interval began: it cannot be younger", () => {
    expect(freshnessOf(facts({ deliveredOn: "2024-02-01" }), "2024-03-03").state).toBe("overdue");
  });
});

test("without an interval there is an age and nothing is due", () => {
  const unscheduled = { dataDate: "2000-01-01", deliveredOn: null };
  expect(freshnessOf(unscheduled, "2024-01-01")).toMatchObject({ dataAgeDays: 8766, state: "unscheduled" });
});

test("a date that lies ahead is a negative age", () => {
  expect(freshnessOf(facts({ dataDate: "2024-03-05" }), "2024-03-01")).toMatchObject({
    dataAgeDays: -4,
    state: "current",
  });
});

test("ages count calendar days across leap years and turns of the year", () => {
  const days = fc.integer({ min: 0, max: 80_000 });
  fc.assert(
    fc.property(days, fc.integer({ min: -4_000, max: 4_000 }), (day, age) => {
      const [date, today] = [day, day + age].map((each) => formatLocalDay(each * DAY_MS));
      expect(freshnessOf(facts({ dataDate: date! }), today!).dataAgeDays).toBe(age);
    }),
  );
});

test("today is the day of the clock on the wall", () => {
  expect(localDayOf(new Date(2024, 1, 29, 23, 59))).toBe("2024-02-29");
  expect(localDayOf(new Date(2024, 2, 1, 0, 0))).toBe("2024-03-01");
});
