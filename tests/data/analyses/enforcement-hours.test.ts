import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../../support/property-seed.ts";
import { enforcementHours } from "#data/analyses/enforcement-hours.ts";
import { createRandom } from "#data/demo/random.ts";
import { densestStretches } from "#data/traffic/times/densest-stretches.ts";
import { chanceBlocks, fullestBlocks } from "#data/traffic/times/hour-blocks.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-20_000, 0], lengthM: 40_000, class: "national" };
const ROADS = makeSnapshot("roads", roadRows(G111));
/** Four whole weeks that begin on a Monday. */
const PERIOD = { from: "2026-03-02", to: "2026-03-30" };
const SITE = { kind: "segment", route: "G111", fromM: 1_000, toM: 2_000 };

const run = (accidents: readonly Row[], parameters: object = {}) =>
  runAnalysis(enforcementHours, { ...PERIOD, ...parameters }, [makeSnapshot("accidents", accidents), ROADS]);

const at = (happenedAt: string, attributes: Row["attributes"] = {}) =>
  accidentOn(G111, 1_500, { happenedAt, ...attributes });
const random = createRandom(3, "hours");
const spread = (count: number, stakeM = 1_500): Row[] =>
  Array.from({ length: count }, (_, i) => {
    const day = 2 + (i % 28);
    const clock = `${String(random.integer(0, 23)).padStart(2, "0")}:${String(random.integer(0, 59)).padStart(2, "0")}`;
    return accidentOn(G111, stakeM, { happenedAt: `2026-03-${String(day).padStart(2, "0")}T${clock}` });
  });

/** On Saturdays and Sundays from 22 to 1 o'clock. */
const WEEKEND_NIGHTS = [
  "2026-03-07T22:15",
  "2026-03-08T23:50",
  "2026-03-14T00:40",
  "2026-03-15T22:30",
  "2026-03-21T23:10",
  "2026-03-28T00:05",
  "2026-03-29T22:45",
  "2026-03-22T00:59",
].map((time) => at(time));

describe("hours for enforcement", () => {
  test("finds hours past midnight, on the class of days that has them", () => {
    const plain = ["2026-03-03T06:00", "2026-03-10T12:00", "2026-03-18T17:00", "2026-03-26T09:00"].map((time) =>
      at(time),
    );
    const { findings, summary } = run([...WEEKEND_NIGHTS, ...plain], { sites: [SITE] });
    expect(findings[0]).toMatchObject({ casualty: 12, answer: "block" });
    expect(findings[0]!.best).toMatchObject({ days: "weekend", fromHour: 22, toHour: 1, crashes: 8 });
    expect(findings[0]!.best!.timeShare).toBeCloseTo((3 / 24) * (2 / 7), 12);
    expect(findings[0]!.best!.accidentIds).toHaveLength(8);
    expect(findings[0]!.best!.accidentIds[0]).toBe(idOf(0));
    expect(summary.dayCounts).toEqual([
      { days: "workday", count: 20 },
      { days: "weekend", count: 8 },
    ]);
  });

  test("fewer than ten casualty crashes are too few, and damage does not count", () => {
    const damage = Array.from({ length: 5 }, () => at("2026-03-03T08:00", { severity: "damage", injuries: 0 }));
    const finding = run([...WEEKEND_NIGHTS, at("2026-03-03T06:00"), ...damage], { sites: [SITE] }).findings[0]!;
    expect(finding).toMatchObject({ casualty: 9, answer: "too-few", best: null, blocks: [] });
  });

  test("crashes at any time are called even, and the chance share is above that of the time", () => {
    const finding = run(spread(40), { sites: [SITE] }).findings[0]!;
    expect(finding.answer).toBe("even");
    expect(finding.chanceShare).toBeGreaterThan(finding.best!.timeShare);
    expect(finding.pValue).toBeGreaterThan(0.05);
  });

  test("times that cannot be believed give no hours", () => {
    const midnight = Array.from({ length: 30 }, (_, i) => at(`2026-03-${String(2 + (i % 28)).padStart(2, "0")}T00:00`));
    const { findings, summary } = run(midnight, { sites: [SITE] });
    expect(findings[0]).toMatchObject({ casualty: 30, answer: "times-not-credible", best: null });
    expect(summary.clock.answer).toBe("not-credible");
  });

  test("holidays, the days before them and weekends that are worked are told apart", () => {
    const calendar = { holidays: ["2026-03-20", "2026-03-21"], workingDays: ["2026-03-14"] };
    const { findings, summary } = run([...spread(8), ...Array.from({ length: 6 }, () => at("2026-03-19T18:30"))], {
      sites: [SITE],
      ...calendar,
    });
    expect(summary.dayCounts).toEqual([
      { days: "workday", count: 19 },
      { days: "weekend", count: 6 },
      { days: "holiday-eve", count: 1 },
      { days: "holiday", count: 2 },
    ]);
    expect(findings[0]!.best).toMatchObject({ days: "holiday-eve" });
    const single = run(spread(12), { sites: [SITE], days: "weekday" }).summary.dayCounts;
    expect(single).toHaveLength(7);
    expect(refusalOf(() => run([], { holidays: ["2026-02-30"] })).field).toBe("holidays");
  });

  test("compares with the casualty crashes of all other roads", () => {
    const elsewhere = Array.from({ length: 20 }, (_, i) =>
      accidentOn(G111, 30_000, { happenedAt: i < 5 ? `2026-03-07T23:0${i}` : `2026-03-04T10:${10 + i}` }),
    );
    const { findings } = run([...WEEKEND_NIGHTS, ...spread(4), ...elsewhere], { sites: [SITE] });
    expect(findings[0]!.best!.elsewhereShare).toBe(0.25);
  });

  test("takes the densest stretches when no sites are given, none overlapping", () => {
    const rows = [...spread(30, 5_000), ...spread(20, 20_000), ...spread(12, 39_900)];
    const { findings, summary } = run(rows, { limit: 3 });
    expect(summary.chosen).toBe("densest");
    expect(findings.map(({ casualty }) => casualty)).toEqual([30, 20, 12]);
    // The last one is moved back from the end of the road.
    expect(Math.abs(findings[2]!.place.fromM! - 38_000)).toBeLessThan(5);
    expect(Math.abs(findings[2]!.place.toM! - 40_000)).toBeLessThan(5);
    expect(run([]).summary).toMatchObject({ found: 0, listed: 0 });
  });
});

test("the densest stretch is as full as any window that begins anywhere", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 40 }), (stakes) => {
      const stakesM = Float64Array.from(stakes).sort();
      const along = [{ route: 0, stretch: [0, 3_000] as const, rows: Uint32Array.from(stakesM.keys()), stakesM }];
      const [densest] = densestStretches(along, 500, 1);
      const slowly = Array.from(
        { length: 2_501 },
        (_, fromM) => stakes.filter((each) => each >= fromM && each <= fromM + 500).length,
      );
      expect(densest!.rows.length).toBe(Math.max(...slowly));
    }),
    { numRuns: 60 },
  );
});

test("chance alone reaches the level about as often as it says", () => {
  const uniform = createRandom(9, "chance");
  const [crashes, trials] = [25, 400];
  const chance = chanceBlocks(crashes, [20, 8], 3, 1);
  let alarms = 0;
  for (let i = 0; i < trials; i++) {
    const counts = new Uint32Array(48);
    for (let k = 0; k < crashes; k++) counts[(uniform.chance(20 / 28) ? 0 : 24) + uniform.integer(0, 23)]!++;
    const fullest = Math.max(...fullestBlocks(counts, 2, 3).map((block) => block.crashes));
    if (chance.asManyOrMore(fullest) <= 0.05) alarms++;
  }
  // Twenty are expected at most; three standard deviations more are 33.
  expect(alarms).toBeLessThan(33);
});

test.each(zone.plantedRhythms)("the demonstration zone keeps to its hours on $roadCode", ({
  roadCode,
  weekdays,
  hours,
}) => {
  const { layers, today } = zone;
  const snapshots = [makeSnapshot("accidents", layers.accidents!), makeSnapshot("roads", layers.roads!)];
  const site = { kind: "segment", route: roadCode, fromM: -1_000, toM: 9_999_999 };
  const isClass = weekdays.length === 5;
  const parameters = { today, sites: [site], hours: hours.length, days: isClass ? "class" : "weekday" };
  const [finding] = runAnalysis(enforcementHours, parameters, snapshots).findings;
  expect(finding!.answer).toBe("block");
  expect(finding!.best!.fromHour).toBe(hours[0]);
  expect(isClass ? ["workday"] : weekdays.map(String)).toContain(finding!.best!.days);
});
