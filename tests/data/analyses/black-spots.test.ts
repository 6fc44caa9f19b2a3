import { describe, expect, test } from "vitest";
import { blackSpots } from "#data/analyses/black-spots.ts";
import type { AnalysisDefinition } from "#data/analyses/define.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

/** They cross at G111 K10 and S985 K5. */
const G111: SceneRoad = { code: "G111", start: [-10_000, 0], lengthM: 20_000, class: "national" };
const S985: SceneRoad = { code: "S985", start: [0, -5_000], lengthM: 10_000, north: true, class: "provincial" };

const fatal = { severity: "fatal", deaths: 1, injuries: 0 };
const injury = { severity: "injury", deaths: 0, injuries: 1 };
const damage = { severity: "damage", deaths: 0, injuries: 0 };

const onG111 = (attributes: Row["attributes"], ...stakes: number[]) =>
  stakes.map((stakeM) => accidentOn(G111, stakeM, attributes));
const onS985 = (attributes: Row["attributes"], ...stakes: number[]) =>
  stakes.map((stakeM) => accidentOn(S985, stakeM, attributes));
const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

function run(accidents: readonly Row[], parameters: object = {}, roads = [G111, S985].flatMap(roadRows)) {
  return runAnalysis(blackSpots, { ruleSet: "proposed-500", ...parameters }, [
    makeSnapshot("roads", roads),
    makeSnapshot("accidents", accidents),
  ]);
}

/** To ten metres: stakes measured along a line differ from those written down by millimetres, and a stretch is whole metres round them. */
const tens = (stakeM: number) => Math.round(stakeM / 10) * 10;

/** Stretches as `G111 900-1100`, junctions as `junction`; how many crashes. */
const told = ({ findings }: ReturnType<typeof run>) =>
  findings.map(({ place: { site }, counts }) =>
    site.kind === "segment"
      ? `${site.route} ${tens(site.fromM)}-${tens(site.toM)}: ${counts.crashes}`
      : `${site.kind}: ${counts.crashes}`,
  );

describe("along a route", () => {
  test("a window runs across the joints of the sections, and the answer names road, stakes and accidents", () => {
    const answer = run([...onG111(fatal, 2_900, 3_000, 3_100), ...onG111(damage, 3_050, 8_000)]);
    expect(told(answer)).toEqual(["G111 2900-3100: 4"]);
    expect(answer.findings[0]).toMatchObject({
      place: { route: { code: "G111", kind: "highway", stakes: "given" } },
      accidentIds: [idOf(0), idOf(1), idOf(2), idOf(3)],
      counts: { crashes: 4, fatal: 3, injury: 0, damage: 1, deaths: 3, injuries: 0 },
      criteria: [
        { id: "fatal", counted: 3, needed: 3, outcome: "met" },
        { id: "casualty", counted: 3, needed: 10, outcome: "not-met" },
      ],
      outcome: "met",
      strength: 1,
      doubtful: 0,
      scores: { etan: 4 + 6, "hsm-2010": 3 * 542 + 1, capped: 31 },
    });
  });

  test("never across a gap", () => {
    const broken = roadRows(G111).filter(({ code }) => code !== "G111-3");
    const accidents = onG111(fatal, 2_800, 2_990, 4_010);
    expect(
      told(run(accidents, { overrides: { unit: { kind: "window", lengthM: 2_000, stepM: 50 } } }, broken)),
    ).toEqual([]);
    expect(told(run(accidents, { overrides: { unit: { kind: "window", lengthM: 2_000, stepM: 50 } } }))).toEqual([
      "G111 2800-4010: 3",
    ]);
  });

  test("roads that cross do not share a window", () => {
    const accidents = [...onG111(fatal, 10_250, 10_200), ...onS985(fatal, 5_200, 5_250)];
    expect(told(run(accidents))).toEqual([]);
  });

  test("streets may have a length of their own, and other kinds of road be left out", () => {
    const street: SceneRoad = { ...S985, code: "", class: "arterial" };
    const rows = roadRows(street).map((row) => ({
      ...row,
      name: "科尔沁大街",
      attributes: { ...row.attributes, roadCode: null },
    }));
    const named = { roadCode: null, roadName: "科尔沁大街", ...fatal };
    const accidents = [
      ...[1_000, 1_400, 1_800].map((stakeM) => accidentOn(street, stakeM, named)),
      ...onG111(fatal, 1_000, 1_400, 1_800),
    ];
    const roads = [...roadRows(G111), ...rows];
    expect(told(run(accidents, { ruleSet: "molit-kr-segment" }, roads))).toEqual(["G111 1000-1800: 3"]);
    const longer = { unit: { kind: "window", lengthM: 1_000, stepM: 50 } };
    expect(run(accidents, { ruleSet: "molit-kr-segment", overrides: longer }, roads).findings).toHaveLength(2);
    const only = run(accidents, { ruleSet: "molit-kr-segment", overrides: { ...longer, roads: "street" } }, roads);
    expect(only.findings.map(({ place }) => place.route?.name)).toEqual(["科尔沁大街"]);
    expect(only.summary.screenedM).toBeCloseTo(10_000, 0);
  });

  test("the surest come first, then the strongest", () => {
    const accidents = [
      ...onG111(fatal, 1_000, 1_100, 1_200),
      ...onG111(fatal, 5_000, 5_000, 5_100, 5_200, 5_300, 5_400),
      ...onS985(injury, ...Array.from({ length: 11 }, (_, i) => 8_000 + i)),
    ];
    expect(run(accidents).findings.map(({ strength }) => strength)).toEqual([2, 1.1, 1]);
  });
});

describe("junctions that stand apart", () => {
  const around = [...onG111(fatal, 9_930, 10_060), ...onS985(fatal, 4_940)];

  test("take the crashes of all their roads, which then do not count along the routes", () => {
    const accidents = [...around, ...onG111(fatal, 10_300, 10_400)];
    const answer = run(accidents);
    expect(told(answer)).toEqual(["junction: 3"]);
    expect(answer.findings[0]!.accidentIds).toEqual([idOf(0), idOf(1), idOf(2)]);
    expect(answer.findings[0]!.place.label).toMatch(/G111.*S985|S985.*G111/);
    expect(answer.summary.screenedPlaces).toBe(1);
  });

  test("leave what lies beyond their radius to the routes", () => {
    expect(told(run([...around, ...onG111(fatal, 10_110, 10_300, 10_400)]))).toEqual([
      "junction: 3",
      "G111 10110-10400: 3",
    ]);
  });

  test("do not make a place vanish that lies astride their edge", () => {
    const astride = onG111(fatal, 9_980, 10_150, 10_300);
    expect(told(run(astride))).toEqual(["G111 9980-10300: 3"]);
    // Where a site has been found already, it stands for what shares its crashes.
    expect(told(run([...astride, ...onS985(fatal, 5_010, 5_020)]))).toEqual(["junction: 3"]);
  });

  test("otherwise count along each of their roads", () => {
    const together = { junctions: { apart: false, radiusM: 100 } };
    expect(told(run(around, { overrides: together }))).toEqual([]);
    expect(told(run([...around, ...onG111(fatal, 10_300)], { overrides: together }))).toEqual(["G111 9930-10300: 3"]);
  });

  test("of a rule of circles are counted within the radius of the rule", () => {
    const accidents = [...around, ...onG111(fatal, 10_140)];
    expect(told(run(accidents, { ruleSet: "molit-kr-spot" }))).toEqual(["junction: 4"]);
  });
});

describe("circles around accidents", () => {
  test("need no roads, take each accident once, and list the worst only", () => {
    const accidents = [
      ...onG111(damage, 1_000, 1_100, 1_200),
      ...onG111(damage, 4_000, 4_100, 4_200, 4_250),
      ...onS985(damage, 1_000, 1_010, 1_020),
      ...onS985(damage, 8_000, 8_010, 8_020),
    ];
    const answer = run(accidents, { ruleSet: "koroad" }, []);
    expect(told(answer)).toEqual(["circle: 4", "circle: 3", "circle: 3"]);
    expect(answer.summary).toMatchObject({ found: 3, listed: 3, screenedM: 0, screenedPlaces: accidents.length });
    expect(answer.summary.tally).toMatchObject({ all: 13, placed: 13, doubtful: 0, unplaced: 0, used: 13 });
    expect(answer.findings[0]).toMatchObject({ merged: 3, place: { route: null, lengthM: null } });
    expect(run(accidents, { ruleSet: "koroad", overrides: { most: null } }, []).findings).toHaveLength(4);
    expect(blackSpots.layers(blackSpots.parameters.parse({ ruleSet: "koroad" }))).toEqual(["accidents"]);
  });
});

describe("what is counted", () => {
  const three = onG111({ ...fatal, happenedAt: "2024-05-17T08:30" }, 1_000, 1_100, 1_200);

  test("undated, future, contradictory and casualties of nobody are told and add up", () => {
    const accidents = [
      ...three,
      ...onG111({ ...fatal, happenedAt: null }, 1_050),
      ...onG111({ ...fatal, happenedAt: "2099-01-01T00:00" }, 1_060),
      ...onG111({ ...fatal, happenedAt: "2019-01-01T00:00" }, 1_070),
      ...onG111({ severity: "fatal", deaths: 0, injuries: 0 }, 15_000),
      ...onG111({ severity: null, deaths: null, injuries: null }, 1_080),
    ];
    const { findings, summary } = run(accidents, { today: "2026-11-26" });
    expect(summary.tally).toEqual({
      all: 8,
      placed: 8,
      doubtful: 0,
      unplaced: 0,
      undated: 1,
      future: 1,
      outsidePeriod: 1,
      contradictory: 1,
      used: 5,
    });
    expect(summary).toMatchObject({ from: "2021-05-18", to: "2024-05-18", found: 1, listed: 1 });
    expect(findings[0]!.counts).toMatchObject({ crashes: 4, fatal: 3, unknownSeverity: 1, deathsUnknown: 1 });
  });

  test("the last day ends the period, and a day more or less changes it", () => {
    expect(run(three, { to: "2024-05-17" }).findings).toEqual([]);
    expect(run(three, { to: "2024-05-18" }).findings).toHaveLength(1);
    expect(run(three, { to: "2027-05-17" }).findings).toHaveLength(1);
    expect(run(three, { to: "2027-05-18" }).findings).toEqual([]);
    expect(run(three, { from: "2024-05-18", to: "2024-06-01" }).findings).toEqual([]);
  });

  test("a filter takes out accidents and not years", () => {
    const accidents = [...three, ...onG111({ ...damage, happenedAt: "2025-06-30T12:00" }, 9_000)];
    const { summary, findings } = run(accidents, { filter: "severity = 'fatal'" });
    expect(summary).toMatchObject({ to: "2025-07-01", from: "2022-07-01" });
    expect(summary.tally).toMatchObject({ all: 3, used: 3 });
    expect(findings).toHaveLength(1);
  });

  test("an accident far from its road does not count, is told, and counts when that is asked", () => {
    const far = {
      ...accidentOn({ ...G111, start: [-10_000, 140] }, 1_300, { ...fatal, happenedAt: "2024-05-17T08:30" }),
    };
    const { findings, summary } = run([...three, far]);
    expect(summary.tally).toMatchObject({ all: 4, placed: 3, doubtful: 1, used: 3 });
    expect(findings[0]!.counts.crashes).toBe(3);
    const counted = run([...three, far], { doubtful: "count" });
    expect(counted.summary.tally).toMatchObject({ used: 4 });
    expect(counted.findings[0]!.counts.crashes).toBe(4);
  });

  test("counts are complete where fewer are listed", () => {
    const accidents = [...three, ...onG111(fatal, 5_000, 5_000, 5_000)];
    expect(run(accidents, { limit: 1 }).summary).toMatchObject({ found: 2, listed: 1 });
  });

  test("an empty ledger finds nothing and has no period", () => {
    expect(run([])).toMatchObject({ findings: [], summary: { from: null, to: null, found: 0, tally: { all: 0 } } });
  });
});

describe("settings", () => {
  const accidents = onG111(fatal, 1_000, 1_100);

  test("that differ are named, and the others are those of the rule set", () => {
    const criteria = [{ id: "fatal", crashes: "fatal", atLeast: 2 }];
    const { findings, summary } = run(accidents, {
      overrides: { unit: { kind: "window", lengthM: 400, stepM: 50 }, criteria, periodYears: 3 },
    });
    expect(findings).toHaveLength(1);
    expect(summary.changed).toEqual(["unit.lengthM", "criteria"]);
    expect(summary.ruleSet).toMatchObject({ id: "proposed-500", confidence: "proposed" });
    expect(run(accidents).summary.changed).toEqual([]);
  });

  test("that do not exist or are out of range are refused", () => {
    const refused = (parameters: object) => schemaRefusals(blackSpots as unknown as AnalysisDefinition, parameters);
    expect(refused({ overrides: { windowM: 500 } })).toEqual(["overrides unrecognized_keys"]);
    expect(refused({ ruleSet: "mine" })).toEqual(["ruleSet invalid_value"]);
    expect(refused({ overrides: { patternMinShare: 1.5 } })).toEqual(["overrides.patternMinShare too_big ≤ 1"]);
    expect(refused({ windows: 3 })).toEqual([" unrecognized_keys"]);
  });

  test("that contradict each other are refused by name", () => {
    const over = (overrides: object) => refusalOf(() => run(accidents, { overrides }));
    expect(over({ unit: { kind: "window", lengthM: 100, stepM: 200 } })).toEqual({
      field: "overrides.unit.stepM",
      allowed: "at most 100",
    });
    expect(over({ unit: { kind: "circle", radiusM: 500, centre: "junctions" } }).field).toBe("overrides.unit.radiusM");
    expect(over({ criteria: [] }).field).toBe("overrides.criteria");
  });

  test("whose counts nobody found are asked for, and work once they are given", () => {
    const asked = () => run(times(1, accidents[0]!), { ruleSet: "mps-2019" });
    expect(refusalOf(asked)).toEqual({ field: "overrides.criteria", allowed: "1 to 12 criteria" });
    const criteria = [{ id: "own", crashes: "fatal", atLeast: 2 }];
    expect(run(accidents, { ruleSet: "mps-2019", overrides: { criteria } }).findings).toHaveLength(1);
  });

  test("of a period that ends before it begins are refused, and days that do not exist", () => {
    expect(refusalOf(() => run(accidents, { from: "2024-06-01", to: "2024-05-01" })).field).toBe("to");
    expect(refusalOf(() => run(accidents, { from: "2029-06-01" })).field).toBe("from");
    expect(refusalOf(() => run(accidents, { to: "2024-02-30" }))).toEqual({ field: "to", allowed: "YYYY-MM-DD" });
  });
});
