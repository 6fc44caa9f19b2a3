import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateOrder, readDate, timeOfSerial } from "../../../server/intake/read-date.ts";

describe("whatever the stated order", () => {
  test.each([
    ["2007-01-05 05:00", "2007-01-05T05:00"],
    ["2024-03-05T07:05:59.123", "2024-03-05T07:05"],
    ["2024-03-05T07:05:00+08:00", "2024-03-05T07:05"],
    ["2024/3/5 7:05", "2024-03-05T07:05"],
    ["2024/03/05", "2024-03-05T00:00"],
    ["2024.3.5", "2024-03-05T00:00"],
    ["2024年3月5日", "2024-03-05T00:00"],
    ["2024年3月5号", "2024-03-05T00:00"],
    ["2024 年 3 月 5 日", "2024-03-05T00:00"],
    ["2024年3月5日 星期二", "2024-03-05T00:00"],
    ["2024年3月5日 7时5分", "2024-03-05T07:05"],
    ["2024年3月5日7时5分30秒", "2024-03-05T07:05"],
    ["2024年3月5日7点05", "2024-03-05T07:05"],
    ["2024年3月5日7点半", "2024-03-05T07:30"],
    ["2024年3月5日7时", "2024-03-05T07:00"],
    ["2024/3/5 上午7:05", "2024-03-05T07:05"],
    ["2024/3/5 下午 2:05", "2024-03-05T14:05"],
    ["2024/3/5 下午14:05", "2024-03-05T14:05"],
    ["2024/3/5 上午12:05", "2024-03-05T00:05"],
    ["2024/3/5 中午12:05", "2024-03-05T12:05"],
    ["2024/3/5 晚上8点", "2024-03-05T20:00"],
    ["2024/3/5 凌晨1:30", "2024-03-05T01:30"],
    ["2024-03-05 07:05 PM", "2024-03-05T19:05"],
    ["2024-03-05 12:05 am", "2024-03-05T00:05"],
    ["20240305", "2024-03-05T00:00"],
    ["20240305 07:05", "2024-03-05T07:05"],
    ["２０２４-03-05", "2024-03-05T00:00"],
    ["5 Mar 2024", "2024-03-05T00:00"],
    ["5-March-2024 7:05", "2024-03-05T07:05"],
    ["Mar 5, 2024", "2024-03-05T00:00"],
    ["2024-02-29", "2024-02-29T00:00"],
    ["2000-02-29", "2000-02-29T00:00"],
    [45356, "2024-03-05T00:00"],
    ["45356", "2024-03-05T00:00"],
    ["45356.295138889", "2024-03-05T07:05"],
  ])("%j is %s", (value, time) => {
    for (const order of ["year-first", "day-first", "month-first"] as const)
      expect(readDate(value, order), order).toEqual({ time });
  });

  test.each([
    ["", "not-a-date"],
    ["yesterday", "not-a-date"],
    ["2024", "not-a-date"],
    ["2024-03", "not-a-date"],
    ["2024年3月", "not-a-date"],
    ["24/3/5", "not-a-date"],
    ["123456789", "not-a-date"],
    ["2024-03-05 noon", "not-a-date"],
    ["2024-03-05 上午7:05 PM", "not-a-date"],
    ["5 Mat 2024", "not-a-date"],
    ["2026-02-30", "impossible-date"],
    ["2023-02-29", "impossible-date"],
    ["1900-02-29", "impossible-date"],
    ["2024-13-01", "impossible-date"],
    ["2024-00-10", "impossible-date"],
    ["2024-04-31", "impossible-date"],
    ["2024-03-05 25:00", "impossible-date"],
    ["2024-03-05 07:61", "impossible-date"],
    ["2024-03-05 上午 14:00", "impossible-date"],
    ["20241332", "impossible-date"],
    ["2024-03-05T07:05:00Z", "time-with-zone"],
    ["2024-03-05 07:05 +0300", "time-with-zone"],
  ])("%j is none: %s", (value, reason) => {
    for (const order of ["year-first", "day-first", "month-first"] as const)
      expect(readDate(value, order), order).toEqual({ reason });
  });
});

test.each([
  ["5/3/2024", "ambiguous-date", "2024-03-05", "2024-05-03"],
  ["05.03.2024 7:05", "ambiguous-date", "2024-03-05", "2024-05-03"],
  ["5-3-2024", "ambiguous-date", "2024-03-05", "2024-05-03"],
  ["25/12/2024", "2024-12-25", "2024-12-25", "impossible-date"],
  ["12/25/2024", "2024-12-25", "impossible-date", "2024-12-25"],
  ["5/5/2024", "2024-05-05", "2024-05-05", "2024-05-05"],
  ["13/13/2024", "impossible-date", "impossible-date", "impossible-date"],
])("%s is %s when nobody says, %s day first, %s month first", (text, ...expected) => {
  const orders: DateOrder[] = ["year-first", "day-first", "month-first"];
  const read = orders.map((order) => readDate(text, order));
  expect(read.map((each) => ("time" in each ? each.time.slice(0, 10) : each.reason))).toEqual(expected);
});

describe("serial days of a spreadsheet", () => {
  // As Excel shows them; day 60 is its 29 February 1900, which never was.
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [25569, "1970-01-01"],
    [36526, "2000-01-01"],
    [45356, "2024-03-05"],
    [73050, "2099-12-31"],
  ])("%d is %s", (serial, day) => {
    expect(timeOfSerial(serial)).toBe(`${day}T00:00`);
  });

  test("a time of day comes back to the minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 60_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const clock = timeOfSerial(day + minute / 1440).slice(11);
        expect(Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))).toBe(minute);
      }),
    );
  });
});

test("every day of four centuries is read in every form, and no other", () => {
  for (let year = 1800; year < 2200; year += 7)
    for (let month = 1; month <= 12; month++)
      for (const day of [1, 15, 28, 29, 30, 31]) {
        const exists = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
        const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const expected = exists ? { time: `${date}T00:00` } : { reason: "impossible-date" };
        expect(readDate(date, "year-first")).toEqual(expected);
        expect(readDate(`${year}年${month}月${day}日`, "day-first")).toEqual(expected);
        expect(readDate(`${day}/${month}/${year}`, "day-first")).toEqual(expected);
        expect(readDate(`${month}/${day}/${year}`, "month-first")).toEqual(expected);
      }
});
