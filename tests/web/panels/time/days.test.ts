import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayOf, dayText, startOf, toDay, wholeMonths, yearOf } from "../../../../web/panels/time/days.ts";

const anyDay = fc.integer({ min: toDay("1900-01-01"), max: toDay("2200-01-01") });

describe("days of the ledger's clock", () => {
  test("text and number say the same day, whatever the machine's time zone", () => {
    fc.assert(fc.property(anyDay, (day) => toDay(dayText(day)) === day));
  });

  test("the last minute of a day is still that day", () => {
    expect(dayText(dayOf(Date.UTC(2026, 9, 31, 23, 59)))).toBe("2026-10-31");
  });

  test("a month on from a month's end is the shorter month's end", () => {
    const onward = (from: string, months: number) => dayText(addMonths(toDay(from), months));
    expect(onward("2024-01-31", 1)).toBe("2024-02-29");
    expect(onward("2026-01-31", 1)).toBe("2026-02-28");
    expect(onward("2026-03-15", -3)).toBe("2025-12-15");
    expect(onward("2026-11-01", -12)).toBe("2025-11-01");
  });

  test("weeks begin on Monday, before 1970 too", () => {
    expect(dayText(startOf("week", toDay("2026-11-25")))).toBe("2026-11-23");
    expect(dayText(startOf("week", toDay("1969-12-31")))).toBe("1969-12-29");
    expect(dayText(startOf("week", toDay("2026-11-23")))).toBe("2026-11-23");
  });

  test("months and years begin on their first", () => {
    expect(dayText(startOf("month", toDay("2026-02-28")))).toBe("2026-02-01");
    expect(dayText(startOf("year", toDay("2026-02-28")))).toBe("2026-01-01");
    expect(yearOf(toDay("2025-12-31"))).toBe(2025);
  });

  test("whole months are counted only from first to first", () => {
    expect(wholeMonths({ from: toDay("2025-11-01"), to: toDay("2026-11-01") })).toBe(12);
    expect(wholeMonths({ from: toDay("2025-11-02"), to: toDay("2026-11-01") })).toBeNull();
  });
});
