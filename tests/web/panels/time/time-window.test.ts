import { describe, expect, test } from "vitest";
import { axisTicks } from "../../../../web/panels/time/axis-ticks.ts";
import { type DaySpan, dayText, toDay } from "../../../../web/panels/time/days.ts";
import {
  movedTo,
  periodOf,
  played,
  resized,
  rewound,
  shifted,
  snapped,
  windowOf,
} from "../../../../web/panels/time/time-window.ts";

const span = (from: string, to: string): DaySpan => ({ from: toDay(from), to: toDay(to) });
const texts = ({ from, to }: DaySpan) => [dayText(from), dayText(to)];
const domain = span("2023-11-01", "2026-11-01");

describe("the window and the view", () => {
  test("a window goes into the view and comes back", () => {
    const window = span("2025-02-03", "2025-06-07");
    expect(periodOf(window, domain)).toEqual({ from: "2025-02-03", to: "2025-06-07" });
    expect(windowOf(periodOf(window, domain), domain)).toEqual(window);
  });

  test("one over everything is none: the undated come back", () => {
    expect(periodOf(domain, domain)).toBeNull();
    expect(windowOf(null, domain)).toBeNull();
  });

  test("an open end reaches to the end of the bar", () => {
    expect(windowOf({ from: null, to: "2025-01-01" }, domain)).toEqual(span("2023-11-01", "2025-01-01"));
  });
});

describe("moving the window", () => {
  test("months move by months, anything else by its days", () => {
    expect(texts(shifted(span("2026-01-01", "2026-03-01"), -1))).toEqual(["2025-11-01", "2026-01-01"]);
    expect(texts(shifted(span("2026-01-05", "2026-01-12"), 1))).toEqual(["2026-01-12", "2026-01-19"]);
  });

  test("playing by months from a month's end comes back to month ends", () => {
    const start = span("2024-01-31", "2024-03-31");
    expect(texts(played(start, "month", 1))).toEqual(["2024-02-29", "2024-04-30"]);
    expect(texts(played(start, "month", 2))).toEqual(["2024-03-31", "2024-05-31"]);
  });

  test("rewinding keeps the length in months", () => {
    expect(texts(rewound(span("2026-02-01", "2026-03-01"), domain))).toEqual(["2023-11-01", "2023-12-01"]);
    expect(texts(rewound(span("2026-02-03", "2026-02-13"), domain))).toEqual(["2023-11-01", "2023-11-11"]);
  });

  test("dragging leaves neither the bar nor a window without a day", () => {
    const window = span("2025-01-01", "2025-02-01");
    expect(texts(movedTo(window, toDay("2030-01-01"), domain))).toEqual(["2026-10-01", "2026-11-01"]);
    expect(texts(movedTo(window, toDay("2000-01-01"), domain))).toEqual(["2023-11-01", "2023-12-02"]);
    expect(texts(resized(window, "from", toDay("2025-06-01"), domain))).toEqual(["2025-01-31", "2025-02-01"]);
    expect(texts(resized(window, "to", toDay("2020-06-01"), domain))).toEqual(["2025-01-01", "2025-01-02"]);
    expect(texts(resized(window, "to", toDay("2030-06-01"), domain))).toEqual(["2025-01-01", "2026-11-01"]);
  });

  test("a day near a bin's edge becomes the edge", () => {
    const edges = [toDay("2025-01-01"), toDay("2025-02-01")];
    expect(snapped(toDay("2025-01-29"), edges, 4)).toBe(edges[1]);
    expect(snapped(toDay("2025-01-15"), edges, 4)).toBe(toDay("2025-01-15"));
  });
});

describe("the axis", () => {
  const labels = (from: string, to: string) => axisTicks(span(from, to), 14).map(({ label }) => label);

  test("names months or years that people count in", () => {
    expect(labels("2023-11-01", "2026-11-01").slice(0, 3)).toEqual(["2024-01", "2024-04", "2024-07"]);
    expect(labels("2006-01-01", "2020-01-01")).toEqual(Array.from({ length: 14 }, (_, i) => String(2006 + i)));
  });

  test("never has more labels than fit", () => {
    for (const to of ["2020-01-08", "2020-02-20", "2020-06-01", "2021-01-01", "2031-05-05", "2150-01-01"])
      expect(labels("2020-01-01", to).length).toBeLessThanOrEqual(15);
  });

  test("names days within two months", () => {
    expect(labels("2026-02-26", "2026-03-03")).toEqual(["02-26", "02-27", "02-28", "03-01", "03-02"]);
  });
});
