import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayText, toDay } from "../../../../web/panels/time/days.ts";
import {
  binEdges,
  binUnit,
  collectEvents,
  countAfter,
  countBins,
  countWithin,
  notAfter,
  spanOf,
} from "../../../../web/panels/time/events.ts";

const times = (...texts: (string | null)[]) =>
  Float64Array.from(texts, (text) => (text === null ? Number.NaN : Date.parse(`${text}Z`)));

describe("events over time", () => {
  const source = {
    milliseconds: times("2026-03-31T23:59", "2026-04-01T00:00", null, "2025-12-01T12:00", null),
    rows: null,
  };

  test("an event belongs to the day of its own clock; the end of a window is outside", () => {
    const events = collectEvents([source]);
    const within = (from: string, to: string) => countWithin(events, { from: toDay(from), to: toDay(to) });
    expect(within("2026-03-31", "2026-04-01")).toBe(1);
    expect(within("2026-04-01", "2026-05-01")).toBe(1);
    expect(within("2025-01-01", "2027-01-01")).toBe(3);
  });

  test("the undated are counted, and only those that the filter lets through", () => {
    expect(collectEvents([source]).undated).toBe(2);
    const filtered = collectEvents([{ ...source, rows: Uint8Array.of(1, 0, 1, 0, 0) }]);
    expect([filtered.days.length, filtered.undated]).toEqual([1, 1]);
  });

  test("the span reaches over the last day; without a dated event there is none", () => {
    const span = spanOf(collectEvents([source]))!;
    expect([dayText(span.from), dayText(span.to)]).toEqual(["2025-12-01", "2026-04-02"]);
    expect(spanOf(collectEvents([{ milliseconds: times(null), rows: null }]))).toBeNull();
    expect(spanOf(collectEvents([]))).toBeNull();
  });
});

test("events after a day are counted apart and stretch no span", () => {
  const events = collectEvents([
    { milliseconds: times("2026-03-31T23:59", "2026-04-01T00:00", "2027-01-01T00:00", null), rows: null },
  ]);
  const today = toDay("2026-03-31");
  expect(countAfter(events, today)).toBe(2);
  expect(countAfter(events, today + 1)).toBe(1);
  const past = notAfter(events, today);
  expect([past.days.length, past.undated, dayText(spanOf(past)!.to)]).toEqual([1, 1, "2026-04-01"]);
  expect(spanOf(notAfter(events, toDay("2020-01-01")))).toBeNull();
});

describe("bins", () => {
  const span = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) });

  test("are days, weeks, months or years by the length of the span", () => {
    expect(binUnit(span("2026-01-01", "2026-03-01"))).toBe("day");
    expect(binUnit(span("2025-01-01", "2026-03-01"))).toBe("week");
    expect(binUnit(span("2023-11-01", "2026-11-01"))).toBe("month");
    expect(binUnit(span("1950-01-01", "2026-11-01"))).toBe("year");
  });

  test("begin on the calendar and cover the span", () => {
    const edges = binEdges(span("2025-12-15", "2026-02-02"), "month").map(dayText);
    expect(edges).toEqual(["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"]);
  });

  test("hold every event once, and agree with counting one by one", () => {
    const moments = fc.array(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 0) }), { minLength: 1 });
    fc.assert(
      fc.property(moments, fc.constantFrom("day", "week", "month", "year"), (moment, unit) => {
        const events = collectEvents([{ milliseconds: Float64Array.from(moment), rows: null }]);
        const edges = binEdges(spanOf(events)!, unit as "day");
        const slow = edges
          .slice(1)
          .map((to, i) => moment.filter((each) => each >= edges[i]! * 86_400_000 && each < to * 86_400_000).length);
        expect(countBins(events, edges)).toEqual(slow);
        expect(slow.reduce((sum, count) => sum + count, 0)).toBe(moment.length);
      }),
      { numRuns: 40 },
    );
  });
});
