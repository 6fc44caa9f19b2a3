import { describe, expect, test } from "vitest";
import { DAY_MS, formatLocalDay, parseLocalTime } from "#data/snapshot/local-time.ts";
import { crashesOf } from "#data/traffic/crashes.ts";
import { findRuleSet } from "#data/traffic/rule-sets/index.ts";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { createJudge } from "#data/traffic/screening/judge.ts";
import { nearMissesOf } from "#data/traffic/screening/near-miss.ts";
import { rollingPeriod } from "#data/traffic/screening/rolling-period.ts";
import { makeSnapshot, point, type Row } from "../../../support/make-snapshot.ts";

type Attributes = NonNullable<Row["attributes"]>;

/** What one more crash would meet, as `criterion until`. */
function missesOf(ruleSet: string, list: readonly Attributes[], over: Partial<RuleSettings> = {}): string[] {
  const settings = { ...findRuleSet(ruleSet)!.settings, ...over };
  const snapshot = makeSnapshot(
    "accidents",
    list.map((attributes) => ({ geometry: point(122.26, 43.62), attributes })),
  );
  const crashes = crashesOf(snapshot);
  const judge = createJudge(crashes, settings);
  const rows = [...list.keys()];
  const period = rollingPeriod({ years: settings.periodYears });
  const misses = nearMissesOf(judge, judge.countAll(rows), rows, [0, rows.length - 1], crashes.timeMs, period);
  return misses.map(({ criterion, lastDayMs, pattern }) =>
    [judge.criteria[criterion]!.id, formatLocalDay(lastDayMs), ...(pattern ? [pattern.value] : [])].join(" "),
  );
}

const on = (day: string, attributes: Attributes): Attributes => ({ happenedAt: `${day}T10:30`, ...attributes });
const fatal = (day: string, deaths = 1) => on(day, { severity: "fatal", deaths });

describe("a place is near", () => {
  test("until the day before its oldest crash leaves the period of three years", () => {
    expect(missesOf("proposed-500", [fatal("2024-05-17"), fatal("2023-08-02")])).toEqual(["fatal 2026-08-01"]);
  });

  test("by two criteria at once", () => {
    const injury = (day: string) => on(day, { severity: "injury", injuries: 1 });
    const list = [fatal("2024-05-17"), fatal("2024-06-01"), ...Array.from({ length: 7 }, () => injury("2023-12-31"))];
    expect(missesOf("proposed-500", list)).toEqual(["fatal 2027-05-16", "casualty 2026-12-30"]);
  });

  test("not where two are missing, nor where nothing is", () => {
    expect(missesOf("proposed-500", [fatal("2024-05-17")])).toEqual([]);
    expect(
      missesOf(
        "proposed-500",
        [1, 2, 3].map(() => fatal("2024-05-17")),
      ),
    ).toEqual([]);
  });

  test("by deaths: one crash that killed three needs a second, and one that killed two is nothing", () => {
    const twice = findRuleSet("city-2008")!.settings.criteria.filter(({ id }) => id === "three-deaths-twice");
    expect(missesOf("city-2008", [fatal("2025-01-01", 3)], { criteria: twice })).toEqual([
      "three-deaths-twice 2027-12-31",
    ]);
    expect(missesOf("city-2008", [fatal("2025-01-01", 2)], { criteria: twice })).toEqual([]);
  });

  test("not to a criterion that a single crash meets anywhere", () => {
    expect(missesOf("city-2008", [fatal("2025-01-01", 2)])).toEqual([]);
  });

  test("to a regular criterion as long as crashes that share enough are left", () => {
    const criteria = [{ id: "regular", crashes: "any", atLeast: 3, regular: true } as const];
    const over = { criteria, patternMinShare: 0.75, patternHours: 1 };
    const hours = (day: string, hour: string, form: string) => ({ form, happenedAt: `${day}T${hour}:00` });
    // With one more rear-end there are 3 of 4; when the oldest, of another form, has left, 3 of 3; then too few.
    const list = [
      hours("2023-02-01", "03", "angle"),
      hours("2023-05-01", "09", "rear-end"),
      hours("2024-01-01", "15", "rear-end"),
    ];
    expect(missesOf("proposed-500", list, over)).toEqual(["regular 2026-04-30 rear-end"]);
  });
});

describe("a rolling period of years", () => {
  const lastDayOf = (day: string, years: number) =>
    formatLocalDay(rollingPeriod({ years }).lastDayOf(parseLocalTime(day)));

  test.each([
    ["2024-05-17T23:59", 3, "2027-05-16"],
    ["2024-05-17", 1, "2025-05-16"],
    ["2024-02-29", 1, "2025-02-27"],
    ["2023-02-28", 1, "2024-02-28"],
    ["2024-11-30", 0.25, "2025-02-27"],
  ])("holds an accident of %s for %d years until %s", (day, years, until) => {
    expect(lastDayOf(day, years)).toBe(until);
  });

  test("holds it on that day and not on the next, whatever the length", () => {
    for (const years of [0.25, 0.5, 1, 3, 10])
      for (let day = parseLocalTime("2023-01-01"); day < parseLocalTime("2025-03-02"); day += DAY_MS) {
        const { startOf, lastDayOf } = rollingPeriod({ years });
        const time = day + 5 * 3_600_000;
        const last = lastDayOf(time);
        expect(startOf(last + DAY_MS)).toBeLessThanOrEqual(time);
        expect(startOf(last + 2 * DAY_MS)).toBeGreaterThan(time);
      }
  });

  test("of whole days moves on by days", () => {
    const { lastDayOf } = rollingPeriod({ spanMs: 100 * DAY_MS });
    expect(formatLocalDay(lastDayOf(parseLocalTime("2026-01-01T12:00")))).toBe("2026-04-10");
  });
});
