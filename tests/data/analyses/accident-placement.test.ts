import { describe, expect, test } from "vitest";
import { accidentPlacement } from "#data/analyses/accident-placement.ts";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";
import { accidentAt, roadsOf, section } from "../../support/plane-roads.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const roads = roadsOf(
  section("G1", 812_000, [
    [0, 0],
    [2000, 0],
  ]),
  section("S2", 0, [
    [0, 60],
    [1200, 60],
  ]),
);
const time = (happenedAt: string | null, over: object = {}) => ({ happenedAt, severity: "damage", ...over });
const accidents = makeSnapshot("accidents", [
  accidentAt([100, 3], time("2025-01-01T08:00", { roadCode: "G1", kilometre: 812, metre: 100 }), { code: "sure" }),
  accidentAt([300, 31], time("2025-03-01T08:00"), { code: "between", name: "两路之间" }),
  accidentAt([300, 900], time("2027-01-01T00:00", { severity: "fatal", deaths: 0 }), { code: "away" }),
  accidentAt([400, 31], time(null, { severity: "injury", injuries: 2, deaths: 1 }), { code: "undated" }),
]);
const run = (parameters: object = {}) => runAnalysis(accidentPlacement, parameters, [roads, accidents]);

describe("placing of accidents", () => {
  test("adds up to all, and lists what is not placed, the worst first", () => {
    const { findings, summary } = run();
    expect(summary.tally).toEqual({ all: 4, placed: 1, doubtful: 2, unplaced: 1 });
    expect(summary.reasons).toMatchObject({ "two-roads-fit": 2, "no-road-near": 1, "stake-disagrees": 0 });
    expect(findings.map(({ code, state, reason, severity }) => [code, state, reason, severity])).toEqual([
      ["away", "unplaced", "no-road-near", "fatal"],
      ["undated", "doubtful", "two-roads-fit", "fatal"],
      ["between", "doubtful", "two-roads-fit", "damage"],
    ]);
  });

  test("gives each candidate its road, stake, distance and place on the axis", () => {
    const { candidates, position, name, happenedAt } = run().findings.find(({ code }) => code === "between")!;
    expect([name, happenedAt]).toEqual(["两路之间", "2025-03-01T08:00"]);
    expect(candidates.map(({ route, label }) => [route, label])).toEqual([
      ["S2", "S2 K0+300"],
      ["G1", "G1 K812+300"],
    ]);
    expect(candidates[0]!.score).toBeGreaterThan(candidates[1]!.score);
    for (const { offsetM, position: onAxis } of candidates)
      expect(geodesicDistanceM(...position, ...onAxis)).toBeCloseTo(offsetM, 2);
  });

  test("counts what is wrong with the records", () => {
    const { quality } = run({ today: "2026-11-23" }).summary;
    expect(quality).toEqual({
      undated: { count: 1, codes: ["undated"] },
      contradictory: { count: 2, codes: ["away", "undated"] },
      fatalWithoutDeaths: { count: 1, codes: ["away"] },
      future: { count: 1, codes: ["away"] },
    });
    expect(run().summary.quality.future).toBeNull();
    expect(run({ limit: 0, today: "2026-11-23" }).summary.quality.contradictory).toEqual({ count: 2, codes: [] });
  });

  test("lists the states that are asked for, of the accidents that pass the filter", () => {
    const placed = run({ states: ["placed"] });
    expect(placed.findings.map(({ code, state, reason }) => [code, state, reason])).toEqual([["sure", "placed", null]]);
    expect(placed.findings[0]!.stated).toEqual({ roadCode: "G1", roadName: null, stakeM: 812_100 });
    const fatal = run({ filter: "severity = 'fatal'" }).summary;
    expect([fatal.tally.all, fatal.found, fatal.listed]).toEqual([1, 1, 1]);
    expect(run({ toleranceM: 10 }).summary.tally).toMatchObject({ placed: 1, unplaced: 3 });
  });

  test("refuses what it cannot answer by its field", () => {
    expect(refusalOf(() => run({ filter: "colour = 'red'" })).field).toBe("filter");
    expect(refusalOf(() => run({ today: "2026-02-31" })).field).toBe("today");
    expect(schemaRefusals(accidentPlacement, { toleranceM: 1 })).toEqual(["toleranceM too_small > 5"]);
    expect(schemaRefusals(accidentPlacement, { states: [] })).toHaveLength(1);
  });

  test("without roads leaves all unplaced, and without accidents says nothing", () => {
    expect(runAnalysis(accidentPlacement, {}, [accidents]).summary.tally).toMatchObject({ all: 4, unplaced: 4 });
    expect(runAnalysis(accidentPlacement, {}, [roads]).summary.tally.all).toBe(0);
  });
});
