import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { buffer } from "#data/analyses/buffer.ts";
import type { BufferParameters } from "#data/analyses/results.ts";
import { MOST_DRAWN_VERTICES } from "#data/analyses/rows.ts";
import { geodesicAreaM2, geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findSeparation } from "#data/geometry/distance.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { idOf, line, makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const run = (parameters: BufferParameters, ...snapshots: Snapshot[]) => runAnalysis(buffer, parameters, snapshots);

/** The place so far from the zone's centre, or from another place. */
const at = (azimuthDeg: number, distanceM: number, from: readonly [number, number] = ZONE): [number, number] =>
  geodesicDestination(from[0], from[1], azimuthDeg, distanceM);

const azimuths = fc.integer({ min: 0, max: 359 });
const placesInZone = fc.tuple(azimuths, fc.integer({ min: 0, max: 50_000 })).map(([turn, far]) => at(turn, far));

/** A triangle with its tip at a place, the rest of it away from what lies in a direction. */
const tipTowards = (place: readonly [number, number], azimuthDeg: number): Geometry =>
  polygon([...place], at(azimuthDeg + 150, 80, place), at(azimuthDeg + 210, 80, place));

/** A line across the way from a direction, its nearest point at the place. */
const across = (place: readonly [number, number], azimuthDeg: number): Geometry =>
  line(at(azimuthDeg + 90, 60, place), [...place], at(azimuthDeg - 90, 60, place));

describe("distances", () => {
  test("agree with the geodesic within 0.01 % anywhere in the zone, outline to outline", () => {
    fc.assert(
      fc.property(placesInZone, azimuths, fc.integer({ min: 10, max: 1000 }), (from, turn, distanceM) => {
        const to = at(turn, distanceM, from);
        const forward = turn;
        const houses = makeSnapshot("houses", [
          { geometry: point(...to) },
          { geometry: across(to, forward) },
          { geometry: tipTowards(to, forward + 180) },
        ]);
        for (const geometry of [point(...from), tipTowards(from, forward)]) {
          const { findings } = run({ geometry, radiiM: [1100], layers: ["houses"] }, houses);
          expect(findings).toHaveLength(3);
          for (const each of findings) expect(Math.abs(each.distanceM / distanceM - 1)).toBeLessThan(1e-4);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("are off the most, 3.1e-5, due east at the edge of the zone", () => {
    const from = at(90, 49_000);
    const houses = makeSnapshot("houses", [{ geometry: point(...at(90, 1000, from)) }]);
    const [only] = run({ geometry: point(...from), radiiM: [1100], layers: ["houses"] }, houses).findings;
    expect(only!.distanceM / 1000 - 1).toBeGreaterThan(2.9e-5);
    expect(only!.distanceM / 1000 - 1).toBeLessThan(3.1e-5);
  });

  test("are 0 where outlines touch, overlap or hold one another", () => {
    const square = polygon([122.26, 43.62], [122.27, 43.62], [122.27, 43.63], [122.26, 43.63]);
    const houses = makeSnapshot("houses", [
      { geometry: point(122.265, 43.625) },
      { geometry: line([122.25, 43.61], [122.28, 43.64]) },
      { geometry: point(122.26, 43.62) },
    ]);
    const { findings } = run({ geometry: square, radiiM: [1], layers: ["houses"] }, houses);
    expect(findings.map(({ distanceM }) => distanceM)).toEqual([0, 0, 0]);
  });

  test("run along the line between the nearest points that a finding names", () => {
    const houses = makeSnapshot("houses", [{ geometry: across(at(0, 400), 0) }]);
    const [only] = run({ geometry: tipTowards(ZONE, 0), radiiM: [500], layers: ["houses"] }, houses).findings;
    const [there, here] = only!.nearest;
    expect(geodesicDistanceM(...ZONE, ...here)).toBeLessThan(1e-6);
    expect(geodesicDistanceM(...at(0, 400), ...there)).toBeLessThan(1e-3);
    expect(geodesicDistanceM(...here, ...there)).toBeCloseTo(only!.distanceM, 3);
  });
});

describe("a feature", () => {
  test("at exactly a radius is inside; a micrometre farther it is outside, anywhere in the zone", () => {
    fc.assert(
      fc.property(placesInZone, azimuths, fc.constantFrom(50, 500, 1000, 5000), (from, turn, radiusM) => {
        const accidents = makeSnapshot(
          "accidents",
          [-1e-6, 0, 1e-6].map((offset) => ({ geometry: point(...at(turn, radiusM + offset, from)) })),
        );
        const { findings } = run({ geometry: point(...from), radiiM: [radiusM], layers: ["accidents"] }, accidents);
        expect(findings.map(({ code }) => code).sort()).toEqual(["N0", "N1"]);
      }),
      { numRuns: 200 },
    );
  });

  test("that is an origin is never found, not even near another origin", () => {
    const near = [0, 10, 20].map((east) => ({ geometry: point(...at(90, east)) }));
    const houses = makeSnapshot("houses", near);
    const { summary, findings } = run(
      { layer: "houses", ids: [idOf(0), idOf(1)], radiiM: [100], layers: ["houses"], mode: "each" },
      houses,
    );
    expect(findings.map(({ code, origin }) => [code, origin])).toEqual([["N2", idOf(1)]]);
    expect(summary.rings[0]!.layers[0]!.count).toBe(1);
    // By itself, each origin has the other as a neighbour.
    expect(summary.groups.map((group) => group.rings[0]!.layers[0]!.count)).toEqual([2, 2]);
  });

  test("on the origin's spot counts, and so does every one of several on one spot", () => {
    const here: Row = { geometry: point(...ZONE) };
    const { summary } = run(
      { geometry: point(...ZONE), radiiM: [1], layers: ["accidents"] },
      makeSnapshot("accidents", [here, here, here]),
    );
    expect(summary.found).toBe(3);
  });
});

describe("totals", () => {
  const hazardAt = (north: number, more: Partial<Row> = {}): Row => ({ geometry: point(...at(0, north)), ...more });
  const houses = makeSnapshot("houses", [
    hazardAt(50, { attributes: { people: 3, grade: "B" } }),
    hazardAt(150, { attributes: { people: 5, grade: "D", floorAreaM2: 80.5 } }),
    hazardAt(250, { attributes: { grade: "D" } }),
    hazardAt(299.5, { attributes: { people: 7 }, positionErrorM: 2 }),
    hazardAt(301, { attributes: { people: 11, grade: "D" }, positionErrorM: 2 }),
    hazardAt(304, { attributes: { people: 13, grade: "D" }, positionErrorM: 2 }),
  ]);
  const [inner, outer] = run({ geometry: point(...ZONE), radiiM: [300, 100, 300], layers: ["houses"] }, houses).summary
    .rings;

  test("count the ring with all that lies inside it, and its band without", () => {
    expect([inner!.radiusM, outer!.radiusM]).toEqual([100, 300]);
    expect(inner!.layers[0]).toMatchObject({ count: 1, bandCount: 1 });
    expect(outer!.layers[0]).toMatchObject({ count: 4, bandCount: 3 });
  });

  test("add up what is known and say how many are not", () => {
    expect(inner!.layers[0]!.totals).toEqual({ people: 3, floorAreaM2: 0 });
    expect(inner!.layers[0]!.unknown).toEqual({ floorAreaM2: 1 });
    expect(outer!.layers[0]!.totals).toEqual({ people: 15, floorAreaM2: 80.5 });
    expect(outer!.layers[0]!.unknown).toEqual({ people: 1, floorAreaM2: 3 });
  });

  test("name the worst grade's nearest feature; an unknown grade is worse than none", () => {
    expect(inner!.layers[0]!.worst).toMatchObject({ code: "N0", grade: "B" });
    expect(outer!.layers[0]!.worst).toMatchObject({ code: "N1", grade: "D" });
    const ungraded = makeSnapshot("houses", [hazardAt(10), hazardAt(20, { attributes: { grade: "A" } })]);
    const [ring] = run({ geometry: point(...ZONE), radiiM: [100], layers: ["houses"] }, ungraded).summary.rings;
    expect(ring!.layers[0]!.worst).toMatchObject({ code: "N1", grade: "A" });
    const plain = makeSnapshot("forces", [hazardAt(20), hazardAt(10)]);
    const [other] = run({ geometry: point(...ZONE), radiiM: [100], layers: ["forces"] }, plain).summary.rings;
    expect(other!.layers[0]!.worst).toMatchObject({ code: "N1", grade: null });
  });

  test("tell how many may be on the other side of the edge for their position error, from inside or outside", () => {
    expect(inner!.layers[0]!.uncertainCount).toBe(0);
    expect(outer!.layers[0]!.uncertainCount).toBe(2);
  });

  test("of empty ledgers are 0, and the rings are drawn all the same", () => {
    const { findings, summary } = run({ geometry: point(...ZONE) });
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ found: 0, listed: 0, groups: [] });
    expect(summary.rings.map(({ radiusM }) => radiusM)).toEqual([100, 300, 500, 1000]);
    for (const each of summary.rings.flatMap(({ layers }) => layers))
      expect(each).toMatchObject({ count: 0, bandCount: 0, uncertainCount: 0, unknown: {}, worst: null });
  });

  test("heed a filter for each layer", () => {
    const filters = { houses: "grade = 'D'" };
    const { findings } = run({ geometry: point(...ZONE), radiiM: [300], layers: ["houses"], filters }, houses);
    expect(findings.map(({ code }) => code)).toEqual(["N1", "N2"]);
  });

  test("are complete however few findings are listed, nearest first", () => {
    const { findings, summary } = run(
      { geometry: point(...ZONE), radiiM: [300], layers: ["houses"], limit: 2 },
      houses,
    );
    expect(findings.map(({ code, ringM }) => [code, ringM])).toEqual([
      ["N0", 300],
      ["N1", 300],
    ]);
    expect(summary).toMatchObject({ found: 4, listed: 2 });
  });
});

/** Places and shapes around the zone's centre, close enough that rings cut through them. */
const shapes: fc.Arbitrary<Geometry> = fc
  .tuple(azimuths, fc.integer({ min: 0, max: 1500 }), azimuths, fc.constantFrom("point", "line", "polygon"))
  .map(([turn, far, direction, kind]) => {
    const place = at(turn, far);
    return kind === "point"
      ? point(...place)
      : kind === "line"
        ? across(place, direction)
        : tipTowards(place, direction);
  });

test("finds what measuring everything against everything finds, nested and merged", () => {
  fc.assert(
    fc.property(
      fc.array(shapes, { minLength: 1, maxLength: 4 }),
      fc.array(shapes, { maxLength: 25 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 4 }),
      (origins, others, radiiM) => {
        const enterprises = makeSnapshot(
          "enterprises",
          origins.map((geometry) => ({ geometry })),
        );
        const houses = makeSnapshot(
          "houses",
          others.map((geometry) => ({ geometry })),
        );
        const ids = origins.map((_, i) => idOf(i));
        const { summary, findings } = run(
          { layer: "enterprises", ids, radiiM, layers: ["houses"], mode: "each" },
          enterprises,
          houses,
        );
        const outlines = others.map((geometry) => outlineFromGeoJson(geometry, houses.plane));
        const distances = origins.map((geometry) => {
          const own = outlineFromGeoJson(geometry, houses.plane);
          return outlines.map((outline) => findSeparation(own, outline)!.distanceM);
        });
        const rising = radiiM.toSorted((a, b) => a - b);
        const countIn = (each: readonly number[]) =>
          rising.map((radiusM) => each.filter((distanceM) => distanceM <= radiusM).length);
        const merged = outlines.map((_, row) => Math.min(...distances.map((each) => each[row]!)));
        const countsOf = (rings: typeof summary.rings) => rings.map(({ layers }) => layers[0]!.count);
        expect(countsOf(summary.rings)).toEqual(countIn(merged));
        expect(summary.groups.map(({ rings }) => countsOf(rings))).toEqual(distances.map(countIn));
        const listed = merged.filter((distanceM) => distanceM <= rising.at(-1)!).sort((a, b) => a - b);
        expect(findings).toHaveLength(listed.length);
        findings.forEach(({ distanceM }, i) => {
          expect(distanceM).toBeCloseTo(listed[i]!, 9);
        });
        for (const { ringM, distanceM } of findings) expect(ringM).toBe(rising.find((radiusM) => distanceM <= radiusM));
      },
    ),
    { numRuns: 60 },
  );
});

describe("ring shapes", () => {
  test("of a point are discs: πr² on the ellipsoid, within 0.1 %", () => {
    for (const place of [ZONE, at(90, 50_000)])
      for (const { radiusM, areaM2, geometry } of run({ geometry: point(...place) }).summary.rings) {
        expect(Math.abs(areaM2 / (Math.PI * radiusM ** 2) - 1)).toBeLessThan(1e-3);
        expect(Math.abs(geodesicAreaM2(geometry) / (Math.PI * radiusM ** 2) - 1)).toBeLessThan(1e-3);
      }
  });

  test("of several origins are one shape when merged, and one each otherwise", () => {
    const near = makeSnapshot("forces", [{ geometry: point(...ZONE) }, { geometry: point(...at(90, 100)) }]);
    const ids = [idOf(0), idOf(1)];
    const { rings, groups } = run(
      { layer: "forces", ids, radiiM: [100], layers: ["houses"], mode: "each" },
      near,
    ).summary;
    const lens = 2 * 100 ** 2 * Math.acos(0.5) - 50 * Math.sqrt(4 * 100 ** 2 - 100 ** 2);
    expect(rings[0]!.areaM2 / (2 * Math.PI * 100 ** 2 - lens)).toBeCloseTo(1, 3);
    expect(rings[0]!.geometry.type).toBe("Polygon");
    for (const group of groups) expect(group.rings[0]!.areaM2 / (Math.PI * 100 ** 2)).toBeCloseTo(1, 3);
  });
});

describe("places beyond", () => {
  test("a polygon across the zone's edge finds what it holds on both sides", () => {
    const corner = (north: number, east: number): Position => at(90, east, at(north < 0 ? 180 : 0, Math.abs(north)));
    const strip = polygon(corner(-500, 49_000), corner(-500, 51_000), corner(500, 51_000), corner(500, 49_000));
    const houses = makeSnapshot("houses", [
      { geometry: point(...at(90, 49_500)) },
      { geometry: point(...at(90, 50_500)) },
      { geometry: point(...at(90, 51_090)) },
      { geometry: point(...at(90, 51_110)) },
      { geometry: point(...ZONE) },
    ]);
    const { findings } = run({ geometry: strip, radiiM: [100], layers: ["houses"] }, houses);
    expect(findings.map(({ code }) => code)).toEqual(["N0", "N1", "N2"]);
  });

  test("a layer in another city is measured on its own plane, and lies out of every ring here", () => {
    const toronto: [number, number] = [-79.38, 43.65];
    const there = makeSnapshot("accidents", [
      { geometry: point(...toronto) },
      { geometry: point(...at(45, 500, toronto)) },
      { geometry: point(...at(45, 500 + 1e-6, toronto)) },
    ]);
    expect(there.plane.center[0]).toBeCloseTo(-79.38, 1);
    const { summary } = run({ geometry: point(...toronto), radiiM: [500], layers: ["accidents"] }, there);
    expect(summary.found).toBe(2);
    expect(geodesicAreaM2(summary.rings[0]!.geometry) / (Math.PI * 500 ** 2)).toBeCloseTo(1, 3);
    expect(run({ geometry: point(...ZONE), radiiM: [50_000], layers: ["accidents"] }, there).summary.found).toBe(0);
  });
});

describe("refuses", () => {
  const here = { geometry: point(...ZONE) };

  test.each([
    [0, "radiiM.0 too_small > 0"],
    [-5, "radiiM.0 too_small > 0"],
    [1e9, "radiiM.0 too_big ≤ 50000"],
    [Number.NaN, "radiiM.0 invalid_type"],
    [Number.POSITIVE_INFINITY, "radiiM.0 invalid_type"],
    ["100", "radiiM.0 invalid_type"],
  ])("a radius of %s, naming the field and the range", (radiusM, refusal) => {
    expect(schemaRefusals(buffer, { ...here, radiiM: [radiusM] })).toEqual([refusal]);
  });

  test("what is not asked for, and what is asked for twice or not at all", () => {
    expect(schemaRefusals(buffer, { ...here, radius: 5 })).toEqual([" unrecognized_keys"]);
    expect(schemaRefusals(buffer, { ...here, radiiM: [] })).toEqual(["radiiM too_small > 1"]);
    expect(schemaRefusals(buffer, { ...here, layers: ["moon"] })).toEqual(["layers.0 invalid_value"]);
    expect(schemaRefusals(buffer, {})).toEqual(["geometry custom"]);
    expect(schemaRefusals(buffer, { ...here, layer: "houses", ids: ["x"] })).toEqual(["geometry custom"]);
    expect(schemaRefusals(buffer, { geometry: point(122, 86) })).toEqual(["geometry.coordinates.1 too_big ≤ 85"]);
  });

  test("a polygon that crosses itself, saying so", () => {
    const bowTie = polygon([122.26, 43.62], [122.27, 43.63], [122.27, 43.62], [122.26, 43.63]);
    expect(refusalOf(() => run({ geometry: bowTie }))).toEqual({
      field: "geometry",
      allowed: "rings that do not cross themselves or each other",
    });
  });

  test("a polygon of 200,000 vertices, naming the most that it takes", () => {
    expect(refusalOf(() => run({ geometry: roundLake(200_000) }))).toEqual({
      field: "geometry",
      allowed: `at most ${MOST_DRAWN_VERTICES} vertices`,
    });
  });

  test("ids that the layer does not have, and filters for layers that are not asked", () => {
    const houses = makeSnapshot("houses", [{ geometry: point(...ZONE) }]);
    expect(refusalOf(() => run({ layer: "houses", ids: [idOf(0), idOf(7)] }, houses)).field).toBe("ids");
    expect(refusalOf(() => run({ ...here, layers: ["houses"], filters: { forces: "kind = '1'" } })).field).toBe(
      "filters.forces",
    );
    expect(refusalOf(() => run({ ...here, layers: ["houses"], filters: { houses: "grade = 'Q'" } })).field).toBe(
      "filters.houses",
    );
  });
});

function roundLake(vertices: number): Geometry {
  const shore = Array.from({ length: vertices }, (_, i): Position => {
    const angle = (i / vertices) * 2 * Math.PI;
    return [122.26 + 0.01 * Math.cos(angle), 43.62 + 0.01 * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [[...shore, shore[0]!]] };
}

test("a polygon of as many vertices as are taken is answered, with what stands in it and beside it", () => {
  const houses = makeSnapshot("houses", [
    { geometry: point(...ZONE) },
    { geometry: point(122.26, 43.63 + 0.0005) },
    { geometry: point(122.26, 43.63 + 0.002) },
  ]);
  const geometry = roundLake(MOST_DRAWN_VERTICES - 1);
  const { findings, summary } = run({ geometry, radiiM: [100], layers: ["houses"] }, houses);
  expect(findings.map(({ code }) => code)).toEqual(["N0", "N1"]);
  expect(findings[1]!.distanceM / geodesicDistanceM(122.26, 43.63, 122.26, 43.6305)).toBeCloseTo(1, 4);
  expect(summary.rings[0]!.areaM2).toBeGreaterThan(geodesicAreaM2(geometry));
});
