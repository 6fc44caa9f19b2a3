import fc from "fast-check";
import type { Geometry, Polygon } from "geojson";
import { describe, expect, test } from "vitest";
import { riskContours } from "#data/analyses/risk-contours.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

type Place = readonly [number, number];

const at = (azimuth: number, distanceM: number): [number, number] => geodesicDestination(...ZONE, azimuth, distanceM);
const square = ([lon, lat]: Place, halfM: number) => {
  const corner = (azimuth: number) => geodesicDestination(lon, lat, azimuth, halfM * Math.SQRT2);
  return polygon(corner(225), corner(135), corner(45), corner(315));
};
const ring = (radiusM: number) =>
  polygon(...Array.from({ length: 180 }, (_, i) => geodesicDestination(...ZONE, 360 - i * 2, radiusM)));

/** Risk falls outward: 3e-5 at 100 m, 1e-5 at 200 m, 3e-6 at 300 m, 3e-7 at 600 m. */
const CONTOURS = [
  { geometry: ring(600), riskPerYear: 3e-7 },
  { geometry: ring(100), riskPerYear: 3e-5 },
  { geometry: ring(300), riskPerYear: 3e-6 },
  { geometry: ring(200), riskPerYear: 1e-5 },
];
const target = (geometry: Geometry, kind: string, attributes: Row["attributes"] = {}, positionErrorM = 0): Row => ({
  geometry,
  attributes: { kind, ...attributes },
  positionErrorM,
});
const targets = (...rows: Row[]) => makeSnapshot("protection-targets", rows);
const house = (place: Place, attributes: Row["attributes"] = { people: 4 }): Row => ({
  geometry: point(...place),
  attributes,
  positionErrorM: 0,
});
const run = (parameters: object, ...snapshots: Parameters<typeof runAnalysis>[2][number][]) =>
  runAnalysis(riskContours, { contours: CONTOURS, status: "new", ...parameters }, snapshots);

describe("a protected object is judged by its class", () => {
  test.each([
    ["school", {}, 500, "new", "unacceptable", 3e-7],
    ["school", {}, 500, "in-service", "acceptable", 3e-6],
    ["school", {}, 250, "in-service", "unacceptable", 3e-6],
    ["residential", { households: 12, people: 40 }, 500, "new", "acceptable", 3e-6],
    ["residential", { households: 12, people: 40 }, 250, "new", "unacceptable", 3e-6],
    ["residential", { households: 12, people: 40 }, 250, "in-service", "acceptable", 1e-5],
    ["residential", { households: 2, people: 5 }, 250, "new", "acceptable", 1e-5],
    ["residential", { households: 2, people: 5 }, 150, "new", "unacceptable", 1e-5],
    ["residential", { households: 2, people: 5 }, 150, "in-service", "acceptable", 3e-5],
    ["residential", { households: 2, people: 5 }, 50, "in-service", "unacceptable", 3e-5],
  ] as const)("%s %o %d m from the source, %s: %s", (kind, facts, distanceM, status, verdict, limit) => {
    const { findings } = run({ status }, targets(target(point(...at(90, distanceM)), kind, facts)));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ verdict, limitPerYear: { least: limit, most: limit }, reasons: [] });
  });

  test("and by the worse of its classes when facts are missing only if both agree", () => {
    const unknown = target(point(...at(90, 250)), "residential");
    expect(run({}, targets(unknown)).findings[0]).toMatchObject({ verdict: "cannot-tell", reasons: ["class-open"] });
    const near = target(point(...at(90, 150)), "residential");
    expect(run({}, targets(near)).findings[0]).toMatchObject({ verdict: "unacceptable", reasons: [] });
  });

  test("and by the ledger's class, and by both where the facts contradict it", () => {
    const filed = target(point(...at(90, 250)), "residential", { class: "general-3" });
    expect(run({}, targets(filed)).findings[0]).toMatchObject({ classes: ["general-3"], verdict: "acceptable" });
    const wrong = target(point(...at(90, 250)), "school", { class: "general-3" });
    expect(run({}, targets(wrong)).findings[0]).toMatchObject({
      classes: ["high-sensitive", "general-3"],
      verdict: "cannot-tell",
      reasons: ["class-disagrees", "class-open"],
    });
  });
});

describe("the risk at an object", () => {
  test("is that of its most exposed point", () => {
    // From 250 m to 350 m: the near edge is inside the contour of 3e-6.
    const estate = target(square(at(90, 300), 50), "residential", { households: 12, people: 40 });
    expect(run({}, targets(estate)).findings[0]).toMatchObject({
      riskPerYear: { atLeast: 3e-6, below: 1e-5 },
      verdict: "unacceptable",
    });
  });

  test("between two contours with the limit between them cannot be told", () => {
    const contours = [CONTOURS[0]!, CONTOURS[3]!];
    const estate = target(point(...at(90, 500)), "residential", { households: 12, people: 40 });
    expect(run({ contours }, targets(estate)).findings[0]).toMatchObject({
      riskPerYear: { atLeast: 3e-7, below: 1e-5 },
      verdict: "cannot-tell",
      reasons: ["between-contours"],
    });
  });

  test("inside the highest contour has no upper end", () => {
    const contours = [CONTOURS[2]!];
    const house1 = target(point(...at(90, 10)), "residential", { households: 1, people: 3 });
    expect(run({ contours }, targets(house1)).findings[0]).toMatchObject({
      riskPerYear: { atLeast: 3e-6, below: null },
      verdict: "cannot-tell",
    });
  });

  test("is less sure by the error of the position, in and out of a contour", () => {
    const school = (distanceM: number, errorM: number) =>
      run({ status: "in-service" }, targets(target(point(...at(90, distanceM)), "school", {}, errorM))).findings[0];
    expect(school(295, 1)).toMatchObject({ verdict: "unacceptable", reasons: [] });
    expect(school(295, 5)).toMatchObject({ verdict: "cannot-tell", reasons: ["position-error"] });
    expect(school(305, 5)).toMatchObject({ verdict: "cannot-tell", reasons: ["position-error"] });
    expect(school(315, 5)).toMatchObject({ verdict: "acceptable", reasons: [] });
  });

  test("says that an error was assumed where none was stated", () => {
    const row: Row = { geometry: point(...at(90, 500)), attributes: { kind: "school" } };
    expect(run({}, targets(row)).findings[0]!.reasons).toEqual(["error-not-stated"]);
  });

  test("is the interval of rings that the distance from the middle gives, and outside of all nothing is found", () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 359 }), fc.double({ min: 0, max: 900, noNaN: true }));
    const radii = [600, 300, 200, 100];
    const risks = [3e-7, 3e-6, 1e-5, 3e-5];
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
        const points = places.map(([azimuth, distanceM]) => at(azimuth, distanceM));
        const distances = points.map((each) => geodesicDistanceM(...ZONE, ...each));
        // A ring of 180 corners lies up to 0.15 ‰ inside its circle.
        fc.pre(distances.every((d) => radii.every((radius) => Math.abs(d - radius) > 0.2)));
        const { findings } = run({}, targets(...points.map((each) => target(point(...each), "school"))));
        const expected = distances.flatMap((d, i) => {
          const held = radii.filter((radius) => d < radius).length;
          return held === 0 ? [] : [`N${i} ${risks[held - 1]} ${risks[held] ?? null}`];
        });
        const found = findings.map(({ code, riskPerYear }) => `${code} ${riskPerYear.atLeast} ${riskPerYear.below}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe("houses and buildings", () => {
  const row = (n: number, spacingM: number) =>
    Array.from({ length: n }, (_, i) => geodesicDestination(...at(90, 250), 0, (i - n / 2) * spacingM));

  test("low houses close to each other are one object", () => {
    const close = makeSnapshot(
      "houses",
      row(12, 15).map((place) => house(place)),
    );
    const { findings } = run({}, close);
    expect(findings).toHaveLength(12);
    expect(findings[0]).toMatchObject({ classes: ["general-2"], groupSize: 12, verdict: "unacceptable" });
    expect(findings[0]!.reasons).toContain("grouped");
    const apart = makeSnapshot(
      "houses",
      row(6, 25).map((place) => house(place)),
    );
    expect(run({}, apart).findings.map(({ classes, verdict }) => [classes, verdict])).toEqual(
      Array(6).fill([["general-3"], "acceptable"]),
    );
    expect(run({ groupWithinM: 30 }, apart).findings[0]).toMatchObject({ groupSize: 6 });
  });

  test("a high house is an object of its own", () => {
    const tall = makeSnapshot(
      "houses",
      row(12, 15).map((place) => house(place, { people: 4, storeysAbove: 6 })),
    );
    expect(run({}, tall).findings.map(({ groupSize }) => groupSize)).toEqual(Array(12).fill(1));
  });

  test("a house in an estate and a building with a house are judged once, as what the ledger says", () => {
    const spot = at(90, 250);
    const estate = targets(target(square(spot, 40), "residential", { households: 12, people: 40 }));
    const houses = makeSnapshot("houses", [house(spot), house(at(270, 250))]);
    const buildings = makeSnapshot("buildings", [
      { geometry: square(spot, 8), attributes: { use: "residential" } },
      { geometry: square(at(270, 250), 8), attributes: { use: "residential" } },
      { geometry: square(at(0, 250), 8), attributes: { use: "industrial" } },
    ]);
    const { findings } = run({}, estate, houses, buildings);
    expect(findings.map(({ layer, code }) => `${layer} ${code}`).sort()).toEqual([
      "buildings N2",
      "houses N1",
      "protection-targets N0",
    ]);
  });

  test("what stands on the site itself is no object of protection", () => {
    const buildings = makeSnapshot("buildings", [
      { geometry: square(at(90, 20), 5), attributes: { use: "industrial" } },
      { geometry: square(at(90, 250), 5), attributes: { use: "industrial" } },
    ]);
    const { findings, summary } = run({ site: square(ZONE, 60) }, buildings);
    expect(findings.map(({ code }) => code)).toEqual(["N1"]);
    expect(summary.own).toBe(1);
  });
});

test("the summary counts places and people, and names the classes that the contours leave open", () => {
  const rows = targets(
    target(point(...at(90, 500)), "school", { people: 600 }),
    target(point(...at(90, 400)), "school"),
    target(point(...at(0, 500)), "residential", { households: 12, people: 40 }),
  );
  const { summary } = run({}, rows);
  expect(summary.counts).toEqual({
    unacceptable: { places: 2, people: 600, unknownPeople: 1 },
    "cannot-tell": { places: 0, people: 0, unknownPeople: 0 },
    acceptable: { places: 1, people: 40, unknownPeople: 0 },
  });
  expect(summary.openClasses).toEqual([]);
  expect(run({ contours: [CONTOURS[2]!] }, rows).summary.openClasses).toEqual([
    "high-sensitive",
    "important",
    "general-1",
  ]);
});

describe("contours that cannot be", () => {
  const bow = polygon(at(0, 0), at(45, 100), at(90, 70), at(0, 70));
  const open = { type: "Polygon", coordinates: [[at(0, 1), at(90, 1), at(180, 1), at(270, 1)]] };
  const moved = square(at(90, 580), 50);
  const ringsOf = (radiusM: number) => (ring(radiusM) as Polygon).coordinates;
  const hollow = { type: "Polygon", coordinates: [...ringsOf(600), ...ringsOf(350)] };

  test.each([
    ["crosses itself", [CONTOURS[0]!, { geometry: bow, riskPerYear: 1e-5 }], "contours.1.geometry"],
    ["is not closed", [{ geometry: open, riskPerYear: 1e-5 }], "contours.0.geometry"],
    ["sticks out of the lower one", [{ geometry: moved, riskPerYear: 1e-5 }, CONTOURS[0]!], "contours.0.geometry"],
    [
      "is wider than the lower one",
      [
        { geometry: ring(100), riskPerYear: 1e-6 },
        { geometry: ring(200), riskPerYear: 1e-5 },
      ],
      "contours.1.geometry",
    ],
    ["lies in the hole of a band", [{ geometry: hollow, riskPerYear: 3e-7 }, CONTOURS[2]!], "contours.1.geometry"],
    [
      "is given twice",
      [CONTOURS[0]!, CONTOURS[2]!, { geometry: ring(250), riskPerYear: 3e-6 }],
      "contours.2.riskPerYear",
    ],
  ])("are refused by their field: one %s", (_, contours, field) => {
    expect(refusalOf(() => run({ contours })).field).toBe(field);
  });

  test.each([0, -1e-6, 1.1, Number.NaN])("do not parse with a risk of %d", (riskPerYear) => {
    const given = { contours: [{ geometry: ring(100), riskPerYear }], status: "new" };
    const { issues } = riskContours.parameters.safeParse(given).error!;
    expect(issues.map(({ path }) => path.join("."))).toEqual(["contours.0.riskPerYear"]);
  });

  test("touching ones are allowed: two lines may share a stretch", () => {
    const contours = [
      { geometry: ring(300), riskPerYear: 1e-6 },
      { geometry: ring(300), riskPerYear: 1e-5 },
    ];
    expect(run({ contours }).findings).toEqual([]);
  });
});
