import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { nearPairs } from "#data/analyses/near-pairs.ts";
import type { NearPairsParameters } from "#data/analyses/results.ts";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findSeparation } from "#data/geometry/distance.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { line, makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const run = (parameters: NearPairsParameters, ...snapshots: Snapshot[]) =>
  runAnalysis(nearPairs, parameters, snapshots);

type Place = readonly [number, number];

const rowsAt = (places: readonly Place[]): Row[] => places.map((place) => ({ geometry: point(...place) }));

const azimuths = fc.integer({ min: 0, max: 359 });

/** Differences from the limit between a micrometre and a millimetre, either way, and none: where the plane cannot tell. */
const offsetsM = fc.constantFrom(0, 1e-6, -1e-6, 1e-5, -1e-5, 1e-4, -1e-4, 1e-3, -1e-3);

/** Pairs of places whose geodesic distance is the limit or hardly less or more, anywhere in the zone, and a few bystanders. */
const closeCalls = (limitM: number): fc.Arbitrary<Place[]> =>
  fc
    .array(fc.tuple(azimuths, fc.integer({ min: 0, max: 50_000 }), azimuths, offsetsM), { minLength: 1, maxLength: 8 })
    .map((calls) =>
      calls.flatMap(([turn, far, direction, offsetM]): Place[] => {
        const one = geodesicDestination(...ZONE, turn, far);
        return [one, geodesicDestination(...one, direction, limitM + offsetM)];
      }),
    );

function geodesicCount(a: readonly Place[], b: readonly Place[] | null, limitM: number): number {
  let count = 0;
  a.forEach((one, i) => {
    for (const other of b ?? a.slice(i + 1)) if (geodesicDistanceM(...one, ...other) <= limitM + 1e-8) count++;
  });
  return count;
}

describe("the count", () => {
  test("equals that of measuring every pair along the geodesic, pairs a micrometre off the limit included", () => {
    const cases = fc
      .constantFrom(50, 120, 3000)
      .chain((limitM) => fc.tuple(fc.constant(limitM), closeCalls(limitM), closeCalls(limitM)));
    fc.assert(
      fc.property(cases, ([distanceM, a, b]) => {
        const water = makeSnapshot("water-sources", rowsAt(a));
        const accidents = makeSnapshot("accidents", rowsAt(b));
        const within = run({ layer: "water-sources", distanceM }, water).summary;
        expect(within.count).toBe(geodesicCount(a, null, distanceM));
        const between = { layer: "water-sources", otherLayer: "accidents", distanceM };
        expect(run(between, water, accidents).summary.count).toBe(geodesicCount(a, b, distanceM));
      }),
      { numRuns: 100 },
    );
  });

  test("takes in a pair at exactly the distance, and none a micrometre beyond", () => {
    const places = [0, -1e-6, 1e-6].map((offsetM) => geodesicDestination(...ZONE, 37, 120 + offsetM));
    const water = makeSnapshot("water-sources", rowsAt([ZONE]));
    const { findings } = run(
      { layer: "water-sources", otherLayer: "accidents", distanceM: 120 },
      water,
      makeSnapshot("accidents", rowsAt(places)),
    );
    expect(findings.map(({ b }) => b.code).sort()).toEqual(["N0", "N1"]);
  });

  test("is where the plane would be wrong: at the zone's edge it is 3.7 mm short of 120 m", () => {
    const edge = geodesicDestination(...ZONE, 90, 49_900);
    const pair = [edge, geodesicDestination(...edge, 90, 119.999)];
    const snapshot = makeSnapshot("accidents", rowsAt(pair));
    const [found] = run({ layer: "accidents", distanceM: 120 }, snapshot).findings;
    expect(found!.distanceM).toBeGreaterThan(120);
    expect(run({ layer: "accidents", distanceM: 120 }, snapshot).summary).toEqual({
      count: 1,
      listed: 1,
      decidedByGeodesic: 1,
    });
  });

  test("holds every pair of several on one spot, each once", () => {
    const snapshot = makeSnapshot("accidents", rowsAt([ZONE, ZONE, ZONE, ZONE]));
    expect(run({ layer: "accidents", distanceM: 1e-3 }, snapshot).summary.count).toBe(6);
  });

  test("of an empty ledger with anything is 0", () => {
    const some = makeSnapshot("accidents", rowsAt([ZONE, ZONE]));
    const none = { count: 0, listed: 0, decidedByGeodesic: 0 };
    expect(run({ layer: "accidents", otherLayer: "houses", distanceM: 100 }, some).summary).toEqual(none);
    expect(run({ layer: "houses", otherLayer: "accidents", distanceM: 100 }, some).summary).toEqual(none);
    expect(run({ layer: "houses", distanceM: 100 }).summary).toEqual(none);
    expect(run({ layer: "accidents", distanceM: 100, filter: "deaths > 3" }, some).summary).toEqual(none);
  });

  test("is complete however few pairs are listed", () => {
    const snapshot = makeSnapshot("accidents", rowsAt([ZONE, ZONE, ZONE]));
    const { findings, summary } = run({ layer: "accidents", distanceM: 1, limit: 2 }, snapshot);
    expect([findings.length, summary.count, summary.listed]).toEqual([2, 3, 2]);
  });
});

/** Points, lines and polygons of ten metres or so on a field of 600 m. */
const shapes: fc.Arbitrary<Geometry> = fc
  .tuple(azimuths, fc.integer({ min: 0, max: 300 }), azimuths, fc.constantFrom("point", "line", "polygon"))
  .map(([turn, far, direction, kind]) => {
    const place = geodesicDestination(...ZONE, turn, far);
    const left = geodesicDestination(...place, direction, 25);
    const right = geodesicDestination(...place, direction + 120, 25);
    return kind === "point"
      ? point(...place)
      : kind === "line"
        ? line([...place], [...left])
        : polygon([...place], [...right], [...left]);
  });

test("pairs of outlines are those that measuring every pair finds", () => {
  fc.assert(
    fc.property(fc.array(shapes, { maxLength: 12 }), fc.array(shapes, { maxLength: 12 }), (a, b) => {
      const houses = makeSnapshot(
        "houses",
        a.map((geometry) => ({ geometry })),
      );
      const enterprises = makeSnapshot(
        "enterprises",
        b.map((geometry) => ({ geometry })),
      );
      const outlinesA = a.map((geometry) => outlineFromGeoJson(geometry, houses.plane));
      const outlinesB = b.map((geometry) => outlineFromGeoJson(geometry, houses.plane));
      const pairs: string[] = [];
      for (const [i, one] of outlinesA.entries())
        for (const [j, other] of outlinesB.entries())
          if (findSeparation(one, other)!.distanceM <= 60) pairs.push(`N${i} N${j}`);
      const { findings } = run(
        { layer: "houses", otherLayer: "enterprises", distanceM: 60, limit: 1000 },
        houses,
        enterprises,
      );
      expect(findings.map((pair) => `${pair.a.code} ${pair.b.code}`).sort()).toEqual(pairs.sort());
      expect(findings.map(({ distanceM }) => distanceM)).toEqual(
        findings.map(({ distanceM }) => distanceM).sort((p, q) => p - q),
      );
    }),
    { numRuns: 60 },
  );
});

describe("one layer under two filters", () => {
  const severities = ["fatal", "injury", "damage", null];
  const accidents = makeSnapshot(
    "accidents",
    severities.map((severity) => ({ geometry: point(...ZONE), attributes: { severity } })),
  );
  const codes = (filter: string, otherFilter: string) =>
    run({ layer: "accidents", distanceM: 1, filter, otherFilter }, accidents)
      .findings.map(({ a, b }) => `${a.code} ${b.code}`)
      .sort();

  test("pairs those of one with those of the other", () => {
    expect(codes("severity = 'fatal'", "severity = 'damage'")).toEqual(["N0 N2"]);
  });

  test("never pairs a feature with itself, and no two twice", () => {
    expect(codes("severity IN ('fatal','injury')", "severity IN ('fatal','injury','damage')")).toEqual([
      "N0 N1",
      "N0 N2",
      "N1 N2",
    ]);
  });
});

test("two layers on planes of their own are brought together", () => {
  // Both middles lie over 50 km from the zone, and over 50 km from each other: the plane of neither is the other's.
  const [west, east] = [geodesicDestination(...ZONE, 90, 60_000), geodesicDestination(...ZONE, 90, 130_000)];
  const meeting = geodesicDestination(...ZONE, 90, 95_000);
  const water = makeSnapshot("water-sources", rowsAt([west, west, meeting]));
  const near = [99.9999, 100, 100.0001].map((distanceM) => geodesicDestination(...meeting, 80, distanceM));
  const accidents = makeSnapshot("accidents", rowsAt([...near, east, east, east, east]));
  expect(water.plane.center).not.toEqual(accidents.plane.center);
  for (const [layer, otherLayer] of [
    ["water-sources", "accidents"],
    ["accidents", "water-sources"],
  ] as const)
    expect(run({ layer, otherLayer, distanceM: 100 }, water, accidents).summary.count).toBe(2);
});

describe("refuses", () => {
  test.each([
    [0, "distanceM too_small > 0"],
    [-1, "distanceM too_small > 0"],
    [1e9, "distanceM too_big ≤ 50000"],
    [Number.NaN, "distanceM invalid_type"],
    [undefined, "distanceM invalid_type"],
  ])("a distance of %s, naming the field and the range", (distanceM, refusal) => {
    expect(schemaRefusals(nearPairs, { layer: "houses", distanceM })).toEqual([refusal]);
  });

  test("layers and parameters that do not exist, and filters that are none", () => {
    expect(schemaRefusals(nearPairs, { layer: "moon", distanceM: 1 })).toEqual(["layer invalid_value"]);
    expect(schemaRefusals(nearPairs, { layer: "houses", distanceM: 1, within: 2 })).toEqual([" unrecognized_keys"]);
    expect(refusalOf(() => run({ layer: "houses", distanceM: 1, otherFilter: "grade >" })).field).toBe("otherFilter");
  });
});
