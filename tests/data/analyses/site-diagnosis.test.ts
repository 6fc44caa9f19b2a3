import { expect, test } from "vitest";
import { blackSpots } from "#data/analyses/black-spots.ts";
import { siteDiagnosis } from "#data/analyses/site-diagnosis.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { line, makeSnapshot, point, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const plane = createZonePlane(ZONE);
const at = (x: number, y: number): [number, number] => plane.toLonLat(x, y);

/** G111 from west to east with stakes 10+000 to 14+000, and a street that crosses it at 12+000. */
const ROADS: Row[] = [
  {
    name: "国道111线",
    geometry: line(at(-2000, 0), at(0, 0)),
    attributes: { class: "national", roadCode: "G111", startStakeM: 10_000, dangerousGoodsRoute: true },
  },
  {
    name: "国道111线",
    geometry: line(at(0, 0), at(2000, 0)),
    attributes: { class: "national", roadCode: "G111", startStakeM: 12_000, dangerousGoodsRoute: false },
  },
  { name: "建国路", geometry: line(at(0, -800), at(0, 0)), attributes: { class: "secondary" } },
  { name: "建国路", geometry: line(at(0, 0), at(0, 800)), attributes: { class: "secondary" } },
];

const crash = (x: number, y: number, attributes: Row["attributes"] = {}): Row => ({
  geometry: point(...at(x, y)),
  attributes: {
    happenedAt: "2026-05-05T14:00",
    severity: "damage",
    deaths: 0,
    injuries: 0,
    form: "rear-end",
    light: "day",
    ...(y === 0
      ? { roadCode: "G111", kilometre: Math.floor((12_000 + x) / 1000), metre: (12_000 + x) % 1000 }
      : { roadName: "建国路" }),
    ...attributes,
  },
});
const NIGHT = {
  form: "head-on",
  light: "night-dark",
  happenedAt: "2026-03-03T22:10",
  severity: "injury",
  injuries: 1,
  movements: "小客车 直行 东向西; 货车 超车 西向东",
};
/** Eight of nine head-on at night around 13+000, and forty ordinary ones elsewhere on the road. */
const NIGHT_SPOT: Row[] = [
  ...Array.from({ length: 8 }, (_, i) => crash(960 + i * 10, 0, NIGHT)),
  crash(1000, 0, { dangerousGoods: true, happenedAt: "2025-07-01T09:00" }),
];
const ORDINARY: Row[] = Array.from({ length: 40 }, (_, i) => crash(-1900 + i * 40, 0, { pedestrians: 0 }));
const SEGMENT = { kind: "segment", route: "G111", fromM: 12_900, toM: 13_100 };

const diagnose = (accidents: readonly Row[], parameters: object, more: Record<string, readonly Row[]> = {}) =>
  runAnalysis(siteDiagnosis, parameters, [
    makeSnapshot("accidents", accidents),
    makeSnapshot("roads", ROADS),
    ...Object.entries(more).map(([layer, rows]) => makeSnapshot(layer, rows)),
  ]);

test("names what is over-represented on a stretch against the other crashes of its class, and what to do about it", () => {
  const { findings, summary } = diagnose([...NIGHT_SPOT, ...ORDINARY], { site: SEGMENT });
  expect(findings.map(({ factor, value }) => `${factor} ${value}`)).toEqual(
    expect.arrayContaining(["form head-on", "light night-dark", "hours 21-23"]),
  );
  expect(findings.find(({ value }) => value === "head-on")).toMatchObject({
    atSite: 8,
    siteKnown: 9,
    inReference: 0,
    referenceKnown: 40,
  });
  expect(summary.counts).toMatchObject({ crashes: 9, injury: 8, damage: 1, injuries: 8 });
  expect(summary.factors).toMatchObject({
    answer: "over",
    reference: { by: "class", roadKind: "highway", roadClass: "national", crashes: 40 },
  });
  const suggested = summary.countermeasures.map(({ id }) => id);
  expect(suggested).toEqual(expect.arrayContaining(["centre-rumble-strips", "lighting"]));
  expect(summary.checklist.find(({ id }) => id === "head-on")!.because).toEqual({ factor: "form", value: "head-on" });
  expect(summary.place.label).toContain("G111");
});

test("draws every crash of the site, with the stakes of the stretch from left to right", () => {
  const { diagram, crashes } = diagnose([...NIGHT_SPOT, ...ORDINARY], { site: SEGMENT }).summary;
  expect(diagram.kind).toBe("segment");
  // The road runs to the east, so north is up.
  expect(Math.sin((diagram.upBearingDeg * Math.PI) / 180)).toBeCloseTo(0, 3);
  expect(diagram.groups.map((group) => group.crashes.length)).toEqual([8]);
  expect(diagram.unrecorded.map((group) => group.crashes.length)).toEqual([1]);
  expect(crashes.map(({ stakeM }) => Math.round(stakeM! / 10) * 10)).toEqual([
    13_000,
    ...[960, 970, 980, 990, 1000, 1010, 1020, 1030].map((x) => 12_000 + x),
  ]);
  expect(crashes[1]!.parties.map(({ kind }) => kind)).toEqual(["car", "truck"]);
});

test("counts whole years, and says which the period holds only in part", () => {
  const { perYear } = diagnose([...NIGHT_SPOT, ...ORDINARY], {
    site: SEGMENT,
    from: "2025-07-01",
    to: "2027-01-01",
  }).summary;
  expect(perYear.map(({ year, crashes, isPart }) => [year, crashes, isPart])).toEqual([
    [2025, 1, true],
    [2026, 8, false],
  ]);
});

test("a crash at either end of the stretch belongs to it, one a metre further does not", () => {
  const ends = [crash(899, 0), crash(900, 0), crash(1100, 0), crash(1101, 0)];
  const { crashes } = diagnose([...ends, ...ORDINARY], { site: SEGMENT }).summary;
  expect(crashes.map(({ stakeM }) => Math.round(stakeM!))).toEqual([12_900, 13_100]);
});

test("a stretch over the end of a ring road takes the crashes on both sides of it, in the order of the road", () => {
  const corners = [at(0, -3000), at(500, -3000), at(500, -2500), at(0, -2500), at(0, -3000)];
  const ring: Row = { name: "环路", geometry: line(...corners), attributes: { class: "arterial" } };
  const onRing = (x: number, y: number) => crash(x, y, { roadName: "环路", movements: "car straight E-W" });
  const crashes = [onRing(0, -2900), onRing(60, -3000), onRing(250, -2500)];
  const { summary } = runAnalysis(
    siteDiagnosis,
    { site: { kind: "segment", route: "环路", fromM: 1_850, toM: 2_100 } },
    [makeSnapshot("accidents", crashes), makeSnapshot("roads", [ring])],
  );
  expect(summary.crashes.map(({ stakeM }) => Math.round(stakeM!))).toEqual([1_900, 2_060]);
  expect(summary.diagram.groups.flatMap((group) => group.crashes)).toHaveLength(2);
});

test("says too few under five crashes, tests five, and suggests nothing from four", () => {
  const answer = (crashes: number) =>
    diagnose([...NIGHT_SPOT.slice(0, crashes), ...ORDINARY], { site: SEGMENT }).summary;
  expect(answer(4)).toMatchObject({ factors: { answer: "too-few", tested: [] }, countermeasures: [] });
  expect(answer(5).factors.answer).toBe("over");
});

test("says that there is nothing to compare with where too few crashed elsewhere", () => {
  const { factors } = diagnose([...NIGHT_SPOT, ...ORDINARY.slice(0, 20)], { site: SEGMENT }).summary;
  expect(factors).toMatchObject({ answer: "no-reference", tested: [], reference: { crashes: 20 } });
});

test("a junction takes the crashes of all its roads within its radius and is drawn with all its legs", () => {
  const here = [crash(20, 0), crash(-30, 0), crash(0, 40), crash(0, 90)];
  const { summary } = diagnose([...here, ...ORDINARY.slice(0, 20)], {
    site: { kind: "junction", position: at(3, 4), radiusM: 60 },
  });
  expect(summary.counts.crashes).toBe(
    3 + ORDINARY.slice(0, 20).filter((_, i) => Math.abs(-1900 + i * 40) <= 60).length,
  );
  expect(summary.diagram.legs.map(({ label }) => label).sort()).toEqual(["G111", "G111", "建国路", "建国路"]);
  expect(summary.diagram.kind).toBe("junction");
  expect(summary.surroundings.dangerousGoods.route).toBe("partly");
});

test("between two junctions a crash is one of both, as the screening counts it", () => {
  const beside: Row = { name: "新华街", geometry: line(at(120, 0), at(120, 800)), attributes: { class: "secondary" } };
  const snapshots = [
    makeSnapshot("accidents", [crash(30, 0), crash(50, 0), crash(70, 0)]),
    makeSnapshot("roads", [...ROADS, beside]),
  ];
  const crashesAt = (x: number) => {
    const site = { kind: "junction", position: at(x, 0), radiusM: 100 };
    return runAnalysis(siteDiagnosis, { site }, snapshots).summary.crashes.map(({ id }) => id);
  };
  expect(crashesAt(0)).toHaveLength(3);
  expect(crashesAt(120)).toEqual(crashesAt(0));
  const overrides = { criteria: [{ id: "any", crashes: "any", atLeast: 3 }] };
  const { findings } = runAnalysis(blackSpots, { ruleSet: "proposed-500", overrides }, snapshots);
  expect(findings.map(({ place, accidentIds }) => [place.site.kind, accidentIds])).toEqual([
    ["junction", crashesAt(0)],
  ]);
});

test("a circle counts what was recorded in it, on a road or not", () => {
  const { summary } = diagnose([crash(0, 390), crash(10, 405, { roadName: null }), crash(0, 420)], {
    site: { kind: "circle", position: at(0, 400), radiusM: 12 },
  });
  expect(summary.counts.crashes).toBe(2);
  expect(summary.tally).toMatchObject({ all: 3, placed: 3 });
});

test("lists who lives and what is stored around, to the outline, within its own distance and no further", () => {
  const target = (name: string, kind: string, y: number): Row => ({
    name,
    geometry: point(...at(1000, y)),
    attributes: { kind, people: 800 },
  });
  const { summary } = diagnose(
    [...NIGHT_SPOT, ...ORDINARY],
    { site: SEGMENT },
    {
      "protection-targets": [
        target("一中", "school", 300),
        target("远处", "school", 501),
        target("嘎查", "village", -499),
      ],
      "hazard-sources": [
        { name: "油库", geometry: point(...at(1000, 900)), attributes: { kind: "oil-depot", level: "3" } },
      ],
      enterprises: [
        { name: "化工", geometry: point(...at(1300, 0)), attributes: { hazardousChemicals: true, sector: "13" } },
        { name: "面馆", geometry: point(...at(1000, 30)), attributes: { hazardousChemicals: false } },
      ],
    },
  );
  const { neighbours, dangerousGoods, accesses } = summary.surroundings;
  expect(neighbours.map(({ name, group, distanceM }) => [name, group, Math.round(distanceM)])).toEqual([
    ["化工", "hazardous-enterprise", 200],
    ["一中", "school", 300],
    ["嘎查", "people", 499],
    ["油库", "hazard-source", 900],
  ]);
  expect(neighbours.find(({ name }) => name === "油库")).toMatchObject({ kind: "oil-depot", grade: "3" });
  expect(dangerousGoods).toMatchObject({ route: "no", crashes: 1, unknown: 8 });
  expect(accesses).toEqual([]);
});

test("names the junctions within a stretch as its accesses", () => {
  const { accesses, dangerousGoods } = diagnose(ORDINARY, { site: { ...SEGMENT, fromM: 11_800, toM: 12_200 } }).summary
    .surroundings;
  expect(accesses).toMatchObject([{ legs: 4, roads: ["G111", "建国路"] }]);
  expect(accesses[0]!.stakeM).toBeCloseTo(12_000, 0);
  expect(dangerousGoods.route).toBe("partly");
});

test("a site that is not there is refused by name; parameters that do not fit by schema", () => {
  const refused = refusalOf(() => diagnose(ORDINARY, { site: { ...SEGMENT, route: "G999" } }));
  expect(refused.field).toBe("site.route");
  expect(schemaRefusals(siteDiagnosis, { site: { kind: "circle", position: at(0, 0), radiusM: 5 } })).toHaveLength(1);
  expect(schemaRefusals(siteDiagnosis, { site: SEGMENT, wrong: 1 })).toHaveLength(1);
});

test("nothing personal leaves with a crash", () => {
  const { crashes } = diagnose([crash(1000, 0, { parties: "张三" }), ...ORDINARY], { site: SEGMENT }).summary;
  expect(JSON.stringify(crashes)).not.toContain("张三");
});
