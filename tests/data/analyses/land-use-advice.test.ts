import fc from "fast-check";
import type { Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { landUseAdvice } from "#data/analyses/land-use-advice.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

const plane = createZonePlane(ZONE);
const area = (...corners: (readonly [number, number])[]): Polygon => ({
  type: "Polygon",
  coordinates: [[...corners, corners[0]!].map(([x, y]) => plane.toLonLat(x, y))],
});
const box = (minX: number, minY: number, maxX: number, maxY: number): Polygon =>
  area([minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]);

/** 100 m × 100 m; zones are half planes west of a line, far enough to be the whole country. */
const SITE = box(0, 0, 100, 100);
const westOf = (x: number): Polygon => box(-5000, -5000, x, 5000);
const HOUSING = { type: "housing", dwellings: 20 };
const PARKING = { type: "parking" };

const run = (parameters: object) =>
  runAnalysis(landUseAdvice, { development: SITE, uses: [{ use: HOUSING }], ...parameters }, []);
const beside = (inner: number, middle: number, outer: number, name = "演示罐区") => ({
  name,
  inner: westOf(inner),
  middle: westOf(middle),
  outer: westOf(outer),
});

describe("a development across a zone line", () => {
  test.each([
    [9.99, "middle", "DAA"],
    [10, "inner", "AA"],
    [10.01, "inner", "AA"],
    [0, "middle", "DAA"],
    [100, "inner", "AA"],
  ])("with %d % of its area in the inner zone counts as in the %s one: %s", (metres, zone, advice) => {
    const { findings, summary } = run({ hazards: [beside(metres, 500, 900)] });
    expect(summary.advice).toBe(advice);
    expect(findings[0]).toMatchObject({ zone, advice, level: 2 });
    expect(findings[0]!.shares.inner).toBeCloseTo(metres / 100, 5);
  });

  test("of which only parking lies in the inner zone counts as in the middle one", () => {
    const uses = [{ use: HOUSING }, { use: PARKING, geometry: box(0, 0, 40, 100) }];
    const { findings, summary } = run({ uses, hazards: [beside(40, 500, 900)] });
    expect(summary).toMatchObject({ advice: "DAA", notAssessed: ["parking"] });
    expect(findings[0]).toMatchObject({ zone: "middle", level: 2 });
    expect(findings[0]!.steps.map(({ code }) => code)).toEqual(["level", "ancillary-only", "share", "zone", "matrix"]);
    expect(run({ hazards: [beside(40, 500, 900)] }).summary.advice).toBe("AA");
  });

  test("by less than a tenth of its area in the outer zone needs no advice", () => {
    const { summary, findings } = run({ hazards: [beside(-900, -500, 5)] });
    expect(summary.advice).toBe("none");
    expect(findings[0]!.steps.map(({ code }) => code)).toEqual(["level", "straddles-little", "outside"]);
  });

  test("has the share in each zone that counting points of a grid gives", () => {
    const radii = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 5, maxLength: 9 });
    const star = (lengths: readonly number[], x: number, y: number) =>
      area(
        ...lengths.map((length, i): [number, number] => {
          const angle = (2 * Math.PI * i) / lengths.length;
          return [x + length * Math.cos(angle), y + length * Math.sin(angle)];
        }),
      );
    fc.assert(
      fc.property(radii, radii, fc.integer({ min: -60, max: 60 }), (a, b, shift) => {
        const [site, zone] = [star(a, 0, 0), star(b, shift, 10)];
        const { findings } = run({ development: site, hazards: [{ name: "甲", inner: zone }] });
        const [siteOutline, zoneOutline] = [site, zone].map((each) => outlineFromGeoJson(each, plane));
        let [inSite, inBoth] = [0, 0];
        for (let x = -90; x < 90; x++)
          for (let y = -90; y < 90; y++) {
            if (!containsPoint(siteOutline!, x + 0.5, y + 0.5)) continue;
            inSite++;
            if (containsPoint(zoneOutline!, x + 0.5, y + 0.5)) inBoth++;
          }
        expect(Math.abs(findings[0]!.shares.inner! - inBoth / inSite)).toBeLessThan(0.03);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the most onerous advice holds", () => {
  test("of several hazards", () => {
    const hazards = [beside(-500, -400, 500, "远"), beside(60, 500, 900, "近")];
    const { summary, findings } = run({ hazards });
    expect(summary).toMatchObject({ advice: "AA", decidedBy: [0] });
    expect(findings.map(({ hazard, advice }) => [hazard, advice])).toEqual([
      ["近", "AA"],
      ["远", "DAA"],
    ]);
  });

  test("of several uses, each on its own ground", () => {
    const uses = [
      { use: { type: "workplace", occupants: 50, storeys: 1 }, geometry: box(0, 0, 50, 100) },
      { use: { type: "institution", stay: "day" }, geometry: box(50, 0, 100, 100) },
    ];
    const middle = run({ uses, hazards: [beside(50, 500, 900)] });
    expect(middle.findings.map(({ use, zone, level, advice }) => [use, zone, level, advice])).toEqual([
      ["institution", "middle", 3, "AA"],
      ["workplace", "inner", 1, "DAA"],
    ]);
    expect(run({ uses, hazards: [beside(-500, 50, 900)] }).summary.advice).toBe("DAA");
  });

  test("of uses of one type taken together", () => {
    const uses = [{ use: HOUSING }, { use: HOUSING }];
    const development = box(0, 0, 200, 200);
    const { findings } = run({ development, uses, hazards: [beside(-500, 500, 900)] });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ level: 3, rule: "housing-many", advice: "AA" });
    expect(findings[0]!.steps[0]).toEqual({ code: "sizes-added", values: { uses: 2 } });
    expect(run({ development, hazards: [beside(-500, 500, 900)] }).summary.advice).toBe("DAA");
  });
});

describe("sizes that are measured", () => {
  const hazards = [beside(-500, 500, 900)];

  test("density of housing is taken without the parking", () => {
    const dense = { type: "housing", dwellings: 30 };
    expect(run({ uses: [{ use: dense }], hazards }).findings[0]).toMatchObject({ level: 2, rule: "housing" });
    const uses = [{ use: dense }, { use: PARKING, geometry: box(0, 0, 50, 100) }];
    expect(run({ uses, hazards }).findings[0]).toMatchObject({ level: 3, rule: "housing-dense" });
  });

  test("the site of an institution is taken with its grounds", () => {
    const care = { type: "institution", stay: "overnight" };
    const uses = [{ use: care }, { use: { type: "landscape" }, geometry: box(0, 0, 90, 100) }];
    expect(run({ uses, hazards }).findings[0]).toMatchObject({ level: 4, rule: "institution-large" });
  });
});

test("a car park alone is of level 1, and of level 2 when it serves the public", () => {
  const hazards = [beside(500, 600, 900)];
  expect(run({ uses: [{ use: PARKING }], hazards }).summary.advice).toBe("DAA");
  expect(run({ uses: [{ use: { ...PARKING, public: true } }], hazards }).summary.advice).toBe("AA");
});

test("an advice far from the zone is the same", () => {
  const far = createZonePlane([87.6, 43.8]);
  const there = (minX: number, maxX: number): Polygon => ({
    type: "Polygon",
    coordinates: [
      [
        [minX, 0],
        [maxX, 0],
        [maxX, 100],
        [minX, 100],
        [minX, 0],
      ].map(([x, y]) => far.toLonLat(x!, y!)),
    ],
  });
  const { findings } = run({ development: there(0, 100), hazards: [{ name: "远", inner: there(-50, 9.99) }] });
  expect(findings[0]!.shares.inner).toBeCloseTo(0.0999, 5);
  expect(findings[0]!.advice).toBe("none");
});

describe("what cannot be advised on is refused by its field", () => {
  const bow = area([0, 0], [100, 100], [100, 0], [0, 100]);
  const hazards = [beside(50, 500, 900)];

  test.each([
    [{ development: bow, hazards }, "development"],
    [{ development: { type: "MultiPolygon", coordinates: [] }, hazards }, "development"],
    [{ uses: [{ use: HOUSING, geometry: bow }], hazards }, "uses.0.geometry"],
    [{ uses: [{ use: HOUSING, geometry: box(50, 0, 150, 100) }], hazards }, "uses.0.geometry"],
    [{ hazards: [{ name: "甲", inner: bow }] }, "hazards.0.inner"],
    [{ hazards: [{ name: "甲", inner: westOf(50), middle: westOf(20) }] }, "hazards.0.inner"],
    [{ hazards: [...hazards, { name: "乙", middle: westOf(50), outer: westOf(20) }] }, "hazards.1.middle"],
    [{ uses: [{ use: { type: "landscape" } }], hazards }, "uses"],
    [{ uses: [{ use: HOUSING }, { use: PARKING, geometry: SITE }], hazards }, "uses"],
  ])("%#", (parameters, field) => {
    expect(refusalOf(() => run(parameters)).field).toBe(field);
  });

  test.each([
    [{ hazards: [{ name: "甲" }] }, "hazards.0.outer"],
    [{ hazards: [] }, "hazards"],
    [{ uses: [], hazards }, "uses"],
    [{ uses: [{ use: { type: "housing", dwellings: 0 } }], hazards }, "uses.0.use.dwellings"],
  ])("%#, by the schema", (parameters, field) => {
    const parsed = landUseAdvice.parameters.safeParse({ development: SITE, uses: [{ use: HOUSING }], ...parameters });
    expect(parsed.error!.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
