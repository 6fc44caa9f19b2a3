import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  calendarPeriod,
  daysBetween,
  monthEnd,
  periodBefore,
  rollingPeriod,
} from "#data/campaign/calendar.ts";

const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays("2023-12-01", n));

test("a term of months ends on the corresponding day, or the month's last (Civil Code, articles 201 and 202)", () => {
  expect(addMonths("2025-11-26", 12)).toBe("2026-11-26");
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2025-03-31", -1)).toBe("2025-02-28");
  expect(addMonths("2024-12-15", 1)).toBe("2025-01-15");
  expect(addMonths("2025-01-15", -13)).toBe("2023-12-15");
});

test("knows how long months and years are", () => {
  expect(["2024-02-01", "2025-02-28", "2025-06-01", "2026-12-31"].map(monthEnd)).toEqual([
    "2024-02-29",
    "2025-02-28",
    "2025-06-30",
    "2026-12-31",
  ]);
  expect(daysBetween("2023-12-31", "2024-12-31")).toBe(366);
  expect(() => daysBetween("2025-06-31", "2025-07-01")).toThrow(RangeError);
});

test("periods begin and end at the calendar's seams", () => {
  expect(calendarPeriod("2026-03-31", 3)).toEqual({ from: "2026-01-01", to: "2026-03-31" });
  expect(calendarPeriod("2026-04-01", 3)).toEqual({ from: "2026-04-01", to: "2026-06-30" });
  expect(calendarPeriod("2026-06-30", 6)).toEqual({ from: "2026-01-01", to: "2026-06-30" });
  expect(calendarPeriod("2024-02-29", 1)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(periodBefore("2026-01-01", 12)).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  expect(() => calendarPeriod("2026-01-01", 36)).toThrow(RangeError);
});

test("the periods of a year follow each other without a gap", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(1, 3, 6, 12), (day, months) => {
      const { from, to } = calendarPeriod(day, months);
      expect(from <= day && day <= to).toBe(true);
      expect(periodBefore(day, months).to).toBe(addDays(from, -1));
      expect(calendarPeriod(addDays(to, 1), months).from).toBe(addDays(to, 1));
    }),
  );
});

test("a day lies in a rolling period as long as the term that began with it is not over", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(1, 3, 6, 12, 36), (today, months) => {
      const { from, to } = rollingPeriod(today, months);
      expect(to).toBe(today);
      expect(addMonths(from, months) >= today).toBe(true);
      expect(addMonths(addDays(from, -1), months) < today).toBe(true);
    }),
  );
});
