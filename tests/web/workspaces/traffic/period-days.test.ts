import { expect, test } from "vitest";
import { dayAfter, lastDayBefore, readDay, withDay } from "../../../../web/workspaces/traffic/screening/period-days.ts";
import { lastWatchDay } from "../../../../web/workspaces/traffic/watch/watch-days.ts";

test("people name the last day that counts, questions the one after it", () => {
  expect(lastDayBefore("2027-01-01")).toBe("2026-12-31");
  expect(dayAfter("2028-02-28")).toBe("2028-02-29");
  expect(withDay(null, "to", "2026-12-31")).toEqual({ from: null, to: "2027-01-01" });
});

test("a single day is a period, one that ends before it begins is none", () => {
  expect(withDay({ from: "2026-05-01", to: null }, "to", "2026-05-01")).toEqual({
    from: "2026-05-01",
    to: "2026-05-02",
  });
  expect(withDay({ from: "2026-05-01", to: null }, "to", "2026-04-30")).toBeUndefined();
  expect(withDay({ from: null, to: "2026-05-01" }, "from", "2026-05-01")).toBeUndefined();
});

test("taking both ends away leaves the rule's own period", () => {
  expect(withDay({ from: "2026-05-01", to: null }, "from", null)).toBeNull();
});

test("only days that exist are days", () => {
  expect(readDay("2028-02-29")).toBe("2028-02-29");
  for (const nonsense of ["2027-02-29", "2027-13-01", "27-01-01", "", "tomorrow"]) expect(readDay(nonsense)).toBeNull();
});

test("the watch looks three years ahead, also from a leap day", () => {
  expect(lastWatchDay("2026-11-26")).toBe("2029-11-26");
  expect(lastWatchDay("2028-02-29")).toBe("2031-02-28");
});
