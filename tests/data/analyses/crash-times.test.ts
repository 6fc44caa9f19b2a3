import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../../support/property-seed.ts";
import { crashTimes } from "#data/analyses/crash-times.ts";
import type { CrashTimesSummary } from "#data/analyses/crash-times-results.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-5_000, 0], lengthM: 10_000, class: "national" };

const at = (happenedAt: string | null, attributes: Row["attributes"] = {}, stakeM = 2_000): Row =>
  accidentOn(G111, stakeM, { happenedAt, ...attributes });

const run = (accidents: readonly Row[], parameters: object = {}) =>
  runAnalysis(crashTimes, parameters, [makeSnapshot("accidents", accidents), makeSnapshot("roads", roadRows(G111))]);

const cellOf = ({ matrix }: CrashTimesSummary, weekday: number, hour: number) =>
  matrix.crashes[(weekday - 1) * 24 + hour];

describe("hours of the week", () => {
  test("Monday comes first, and an hour holds its first minute and not its last", () => {
    // 23 November 2026 is a Monday.
    const { summary } = run([
      at("2026-11-23T00:00"),
      at("2026-11-23T07:59"),
      at("2026-11-23T08:00"),
      at("2026-11-29T23:59"),
    ]);
    expect([cellOf(summary, 1, 0), cellOf(summary, 1, 7), cellOf(summary, 1, 8), cellOf(summary, 7, 23)]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(summary.hours.crashes.reduce((a, b) => a + b)).toBe(4);
    expect(summary.weekdays.crashes).toEqual([3, 0, 0, 0, 0, 0, 1]);
  });

  test("every column counts its own, and persons that are not known count as none", () => {
    const { summary } = run([
      at("2026-11-23T08:00", { severity: "fatal", deaths: 2, injuries: null }),
      at("2026-11-23T08:10", { severity: "damage", deaths: 0, injuries: 0 }),
      at("2026-11-23T08:20", { severity: null, deaths: null, injuries: null }),
    ]);
    expect(summary.counts).toEqual({ crashes: 3, casualty: 1, fatal: 1, deaths: 2, injuries: 0 });
    expect(summary.matrix.deaths[8]).toBe(2);
    expect(summary.busiest).toEqual({ weekday: 1, hour: 8, value: 3 });
  });

  test("a cell lists its accidents, a row those of a day, a column those of an hour", () => {
    const rows = [at("2026-11-23T08:00"), at("2026-11-16T08:59"), at("2026-11-24T08:00"), at("2026-11-23T09:00")];
    const ids = (cell: object) => run(rows, { cell }).findings.map(({ id }) => id);
    expect(ids({ weekday: 1, hour: 8 })).toEqual([idOf(1), idOf(0)]);
    expect(ids({ weekday: 1 })).toEqual([idOf(1), idOf(0), idOf(3)]);
    expect(ids({ hour: 8 })).toHaveLength(3);
    expect(run(rows).findings).toEqual([]);
    expect(run(rows, { cell: { hour: 8 }, limit: 1 }).summary).toMatchObject({ found: 3, listed: 1 });
  });

  test("a block holds both its ends, and one that ends before it begins is refused by name", () => {
    // Monday to Wednesday.
    const rows = [23, 24, 25].flatMap((day) => [7, 8, 9].map((hour) => at(`2026-11-${day}T0${hour}:59`)));
    const found = (cell: object) => run(rows, { cell }).summary.found;
    expect(found({ weekday: 1, toWeekday: 2, hour: 8, toHour: 9 })).toBe(4);
    expect(found({ weekday: 2, toWeekday: 3 })).toBe(6);
    expect(found({ hour: 7, toHour: 8 })).toBe(6);
    expect(refusalOf(() => found({ weekday: 3, toWeekday: 2 })).field).toBe("cell.toWeekday");
    expect(refusalOf(() => found({ hour: 3, toHour: 2 })).field).toBe("cell.toHour");
  });

  test("lists what counts in the column asked for and nothing else", () => {
    const rows = [
      at("2026-11-23T08:00", { severity: "fatal", deaths: 2, injuries: 0 }),
      at("2026-11-23T08:10", { severity: "injury", deaths: 0, injuries: 3 }),
      at("2026-11-23T08:20", { severity: "damage", deaths: 0, injuries: 0 }),
      at("2026-11-23T08:30", { severity: null, deaths: null, injuries: null }),
    ];
    const listed = (weight: string) =>
      run(rows, { weight, cell: { weekday: 1, hour: 8 } }).findings.map(({ id }) =>
        rows.findIndex((_, i) => idOf(i) === id),
      );
    expect(listed("crashes")).toEqual([0, 1, 2, 3]);
    expect(listed("casualty")).toEqual([0, 1]);
    expect(listed("fatal")).toEqual([0]);
    expect(listed("deaths")).toEqual([0]);
    expect(listed("injuries")).toEqual([1]);
  });

  test("counts as a look at every accident does", () => {
    const { layers, today } = zone;
    const accidents = makeSnapshot("accidents", layers.accidents!);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), (weekday, hour) => {
        const { findings, summary } = runAnalysis(crashTimes, { today, cell: { weekday, hour } }, [accidents]);
        const slowly = layers.accidents!.filter(({ attributes }) => {
          const text = attributes.happenedAt;
          if (typeof text !== "string" || text.slice(0, 10) > today) return false;
          const time = new Date(`${text}Z`);
          return (time.getUTCDay() || 7) === weekday && time.getUTCHours() === hour;
        });
        expect(findings).toHaveLength(slowly.length);
        expect(cellOf(summary, weekday, hour)).toBe(slowly.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe("clocks", () => {
  const days = (count: number, time: string) =>
    Array.from({ length: count }, (_, i) => at(`2026-01-${String((i % 28) + 1).padStart(2, "0")}T${time}`));

  test("a fifth on one minute is still believed, one more is not", () => {
    const spread = Array.from({ length: 20 }, (_, i) => at(`2026-01-05T0${i % 9}:${10 + i}`));
    expect(run([...days(5, "00:00"), ...spread]).summary.clock).toMatchObject({
      answer: "credible",
      atMidnight: 5,
      commonest: "00:00",
      atCommonest: 5,
    });
    expect(run([...days(6, "00:00"), ...spread]).summary.clock.answer).toBe("not-credible");
  });

  test("days that were moved to four and five o'clock by a time zone are not believed either", () => {
    const { clock } = run([...days(30, "05:00"), ...days(20, "04:00")]).summary;
    expect(clock).toMatchObject({ answer: "not-credible", atMidnight: 0, commonest: "05:00", atCommonest: 30 });
  });

  test("a few accidents tell nothing", () => {
    expect(run(days(19, "00:00")).summary.clock.answer).toBe("too-few");
    expect(run([]).summary.clock).toMatchObject({ answer: "too-few", commonest: null });
  });
});

describe("months and years", () => {
  const PERIOD = { from: "2024-03-10", to: "2026-03-01" };

  test("every month of the period is there, its first and last in part where they are", () => {
    const { months } = run([at("2024-03-10T10:00"), at("2026-02-28T10:00")], PERIOD).summary;
    expect(months).toHaveLength(24);
    expect(months[0]).toMatchObject({ year: 2024, month: 3, isPart: true, crashes: 1 });
    expect(months[1]).toMatchObject({ year: 2024, month: 4, isPart: false, crashes: 0 });
    expect(months[23]).toMatchObject({ year: 2026, month: 2, isPart: false, crashes: 1 });
  });

  test("a year that is not over is compared with the same days of the years before", () => {
    const rows = [
      ...Array.from({ length: 12 }, () => at("2025-01-05T10:00")),
      ...Array.from({ length: 7 }, () => at("2025-12-05T10:00")),
      ...Array.from({ length: 24 }, () => at("2026-02-28T23:00")),
    ];
    const { perYear, comparison } = run(rows, PERIOD).summary;
    expect(perYear.map(({ year, isPart, crashes }) => [year, isPart, crashes])).toEqual([
      [2024, true, 0],
      [2025, false, 19],
      [2026, true, 24],
    ]);
    // The period begins after 1 January 2024, so that year does not have all of these days.
    expect(perYear.map(({ toDate }) => toDate?.crashes ?? null)).toEqual([null, 12, 24]);
    expect(comparison).toMatchObject({ year: 2026, withYear: 2025, fromDay: "01-01", toDay: "02-28", ratio: 2 });
    // Derived: 24 or more of 36 at a half each, twice: 0.0652.
    expect(comparison!.pValue).toBeCloseTo(0.0652, 4);
    expect(comparison!.answer).toBe("cannot-tell");
  });

  test("the end of February is the end of February, leap year or not, and rates are per day", () => {
    const rows = [at("2023-02-28T10:00"), at("2024-02-29T10:00"), at("2023-03-01T10:00")];
    const { comparison } = run(rows, { from: "2023-01-01", to: "2024-03-01" }).summary;
    expect(comparison).toMatchObject({ now: { crashes: 1 }, before: { crashes: 1 } });
    expect(comparison!.ratio).toBeCloseTo(59 / 60, 12);
  });

  test("a clear difference is called one, and persons are not tested", () => {
    const rows = [
      ...Array.from({ length: 10 }, () => at("2025-01-05T10:00")),
      ...Array.from({ length: 40 }, () => at("2026-01-05T10:00")),
    ];
    const period = { from: "2025-01-01", to: "2026-03-01" };
    expect(run(rows, period).summary.comparison!.answer).toBe("more");
    const persons = run(rows, { ...period, weight: "injuries" }).summary.comparison!;
    expect(persons).toMatchObject({ ratio: 4, pValue: null, answer: "cannot-tell" });
  });
});

test("conditions are in the order of the layer, those not recorded apart", () => {
  const { conditions } = run([
    at("2026-01-05T10:00", { weather: "snow", surface: "ice" }),
    at("2026-01-05T10:00", { weather: "clear" }),
    at("2026-01-05T10:00", { severity: "fatal", deaths: 1 }),
  ]).summary;
  const [weather, light] = conditions;
  expect(weather!.values.map(({ value, crashes }) => [value, crashes])).toEqual([
    ["clear", 1],
    ["snow", 1],
  ]);
  expect(weather!.unknown).toMatchObject({ crashes: 1, fatal: 1 });
  expect(light).toMatchObject({ values: [], unknown: { crashes: 3 } });
});

describe("where", () => {
  const here = at("2026-01-05T10:00", {}, 2_000);
  const there = at("2026-01-05T10:00", {}, 8_000);

  test("a site counts its own, and the tally all", () => {
    const site = { kind: "segment", route: "G111", fromM: 1_900, toM: 2_100 };
    const { summary } = run([here, there, at(null)], { site });
    expect(summary.counts.crashes).toBe(1);
    expect(summary.place!.label).toContain("G111");
    expect(summary.tally).toMatchObject({ all: 3, undated: 1, used: 2 });
  });

  test("bounds count by position, also what no road was found for", () => {
    const far: Row = { ...here, geometry: { type: "Point", coordinates: [122.3, 43.9] } };
    const { summary } = run([here, far], { bounds: [122.29, 43.89, 122.31, 43.91] });
    expect(summary.counts.crashes).toBe(1);
    expect(run([here, far]).summary.counts.crashes).toBe(2);
  });

  test("refuses what cannot be answered, naming the field", () => {
    const site = { kind: "segment", route: "X9", fromM: 0, toM: 100 };
    expect(refusalOf(() => run([here], { site })).field).toBe("site.route");
    expect(refusalOf(() => run([here], { bounds: [2, 1, 1, 2] })).field).toBe("bounds");
    const both = { site: { ...site, route: "G111" }, bounds: [1, 1, 2, 2] };
    expect(refusalOf(() => run([here], both)).field).toBe("bounds");
    expect(schemaRefusals(crashTimes, { cell: { weekday: 8 } })).toEqual(["cell.weekday too_big ≤ 7"]);
  });
});

test("an empty ledger has nothing to say", () => {
  const { summary } = run([]);
  expect(summary).toMatchObject({ from: null, busiest: null, months: [], perYear: [], comparison: null });
});
