import { expect, test } from "vitest";
import { dataAge, localDay } from "../../../../web/panels/layers/data-age.ts";

test("a layer is stale from the day after its refresh interval", () => {
  expect(dataAge("2024-02-01", 30, "2024-03-02")).toEqual({ days: 30, stale: false });
  expect(dataAge("2024-02-01", 30, "2024-03-03")).toEqual({ days: 31, stale: true });
});

test("a layer without an interval has an age and is never stale", () => {
  expect(dataAge("2000-01-01", undefined, "2024-01-01")).toEqual({ days: 8766, stale: false });
});

test("a date that lies ahead is a negative age, and no date is none", () => {
  expect(dataAge("2024-03-05", 30, "2024-03-01")).toEqual({ days: -4, stale: false });
  expect(dataAge(null, 30, "2024-03-01")).toBeNull();
});

test("today is the day of the reader's clock", () => {
  expect(localDay(new Date(2024, 1, 29, 23, 59))).toBe("2024-02-29");
  expect(localDay(new Date(2024, 2, 1, 0, 0))).toBe("2024-03-01");
});
