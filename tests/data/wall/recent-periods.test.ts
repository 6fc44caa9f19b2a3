import { expect, test } from "vitest";
import { RECENT_PERIODS, recentPeriod } from "#data/wall/recent-periods.ts";

test("of a ledger that ends on the leap day each period ends there too, or with the year before", () => {
  expect(RECENT_PERIODS.map((period) => recentPeriod(period, "2024-02-29"))).toEqual([
    { from: "2024-02-23", to: "2024-03-01" },
    { from: "2024-01-31", to: "2024-03-01" },
    { from: "2023-12-02", to: "2024-03-01" },
    { from: "2024-01-01", to: "2024-03-01" },
    { from: "2023-01-01", to: "2024-01-01" },
  ]);
});

test("what is no day has no periods", () => expect(() => recentPeriod("7-days", "2025-02-29")).toThrow(RangeError));
