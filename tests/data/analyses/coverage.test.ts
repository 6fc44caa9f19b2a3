import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { coverage } from "#data/analyses/coverage.ts";
import type { CoverageParameters } from "#data/analyses/results.ts";
import { geodesicAreaM2, geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findSeparation } from "#data/geometry/distance.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { pointOutline } from "#data/geometry/outlines.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { line, makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const run = (parameters: CoverageParameters, ...snapshots: Snapshot[]) => runAnalysis(coverage, parameters, snapshots);

type Place = readonly [number, number];

const at = (azimuthDeg: number, distanceM: number, from: Place = ZONE): [number, number] =>
  geodesicDestination(...from, azimuthDeg, distanceM);

const waterAt = (...places: Place[]): Snapshot =>
  makeSnapshot(
    "water-sources",
    places.map((place) => ({ geometry: point(...place) })),
  );

const ask = { layer: "water-sources", radiusM: 150 };

/** Two circles of one radius: what they share. */
const lensM2 = (radiusM: number, apartM: number): number =>
  2 * radiusM ** 2 * Math.acos(apartM / (2 * radiusM)) - (apartM / 2) * Math.sqrt(4 * radiusM ** 2 - apartM ** 2);

describe("the area", () => {
  test("of one disc is πr², and of its 64-sided outline what 64 triangles have", () => {
    const { summary } = run(ask, waterAt(ZONE));
    expect(summary.circleAreaM2).toBeCloseTo(Math.PI * 150 ** 2, 6);
    expect(summary.segments).toBe(64);
    expect(summary.areaM2).toBeCloseTo(32 * 150 ** 2 * Math.sin(Math.PI / 32), 6);
    expect(summary).toMatchObject({ parts: 1, count: 1, within: null, outside: null });
    expect(geodesicAreaM2(summary.geometry) / summary.areaM2).toBeCloseTo(1, 6);
  });

  test("of two that overlap is twice a disc's without the lens", () => {
    for (const apartM of [1, 100, 299]) {
      const { summary } = run(ask, waterAt(ZONE, at(70, apartM)));
      expect(summary.circleAreaM2 / (2 * Math.PI * 150 ** 2 - lensM2(150, apartM))).toBeCloseTo(1, 6);
      expect(summary.parts).toBe(1);
    }
  });

  test("of two apart is twice a disc's, in two parts", () => {
    const { summary } = run(ask, waterAt(ZONE, at(70, 301)));
    expect(summary.circleAreaM2).toBeCloseTo(2 * Math.PI * 150 ** 2, 4);
    expect(summary).toMatchObject({ parts: 2, geometry: { type: "MultiPolygon" } });
  });

  test("does not grow by sources on the same spot, which count all the same", () => {
    const { summary } = run(ask, waterAt(ZONE, ZONE, ZONE));
    expect(summary.circleAreaM2).toBeCloseTo(Math.PI * 150 ** 2, 6);
    expect(summary).toMatchObject({ parts: 1, count: 3 });
  });

  test("leaves out the hole that a ring of sources leaves", () => {
    const ring = Array.from({ length: 12 }, (_, i) => at(i * 30, 400));
    const { geometry, parts, areaM2 } = run(ask, waterAt(...ring)).summary;
    expect(parts).toBe(1);
    expect(geometry.type === "Polygon" && geometry.coordinates).toHaveLength(2);
    expect(areaM2).toBeLessThan(12 * Math.PI * 150 ** 2);
    const covered = run(
      { ...ask, within: polygon(at(45, 40), at(135, 40), at(225, 40), at(315, 40)) },
      waterAt(...ring),
    );
    expect(covered.summary.within!.coveredShare).toBe(0);
  });

  test("is that of what passes the filter; of nothing it is 0", () => {
    const water = makeSnapshot("water-sources", [
      { geometry: point(...ZONE), attributes: { state: "ok" } },
      { geometry: point(...at(0, 1000)), attributes: { state: "broken" } },
    ]);
    expect(run({ ...ask, filter: "state = 'ok'" }, water).summary).toMatchObject({ count: 1, parts: 1 });
    expect(run(ask).summary).toEqual({
      areaM2: 0,
      segments: 64,
      circleAreaM2: 0,
      parts: 0,
      count: 0,
      within: null,
      outside: null,
      geometry: { type: "MultiPolygon", coordinates: [] },
    });
  });

  test("of many agrees with counting a fine raster's covered cells", () => {
    const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 3,
      maxLength: 25,
    });
    fc.assert(
      fc.property(places, (polar) => {
        const water = waterAt(...polar.map(([turn, far]) => at(turn, far)));
        const { xy } = water;
        const cellM = 4;
        let cells = 0;
        for (let x = -660; x < 660; x += cellM)
          for (let y = -660; y < 660; y += cellM)
            for (let i = 0; i < xy.length; i += 2)
              if ((x - xy[i]!) ** 2 + (y - xy[i + 1]!) ** 2 <= 150 ** 2) {
                cells++;
                break;
              }
        expect(Math.abs(run(ask, water).summary.circleAreaM2 / (cells * cellM ** 2) - 1)).toBeLessThan(0.01);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the share of an area", () => {
  const square = polygon(at(45, 1000), at(135, 1000), at(225, 1000), at(315, 1000));

  test("is the covered ground over the whole", () => {
    const { within } = run({ ...ask, within: square }, waterAt(ZONE)).summary;
    expect(within!.areaM2 / 2_000_000).toBeCloseTo(1, 4);
    expect(within!.coveredAreaM2 / (32 * 150 ** 2 * Math.sin(Math.PI / 32))).toBeCloseTo(1, 5);
    expect(within!.coveredShare).toBe(within!.coveredAreaM2 / within!.areaM2);
  });

  test("is half a disc where the source stands on the border, 1 where all is covered, 0 where nothing is", () => {
    const [half] = [run({ ...ask, within: square }, waterAt(at(90, 1000 * Math.SQRT1_2))).summary.within];
    expect(half!.coveredAreaM2 / (Math.PI * 150 ** 2)).toBeCloseTo(0.5, 2);
    expect(run({ ...ask, radiusM: 1100, within: square }, waterAt(ZONE)).summary.within!.coveredShare).toBeCloseTo(
      1,
      6,
    );
    expect(run({ ...ask, within: square }, waterAt(at(0, 5000))).summary.within!.coveredShare).toBe(0);
    expect(run({ ...ask, within: square }).summary.within!.coveredShare).toBe(0);
  });

  test("counts several areas and their holes", () => {
    const holed: Geometry = {
      type: "MultiPolygon",
      coordinates: [
        [[...ringAround(ZONE, 400)], [...ringAround(ZONE, 200)].reverse()],
        [[...ringAround(at(0, 5000), 100)]],
      ],
    };
    const { within } = run({ ...ask, within: holed }, waterAt(ZONE, at(0, 5000))).summary;
    expect(within!.areaM2 / (squareM2(400) - squareM2(200) + squareM2(100))).toBeCloseTo(1, 4);
    // The disc of 150 m reaches over the middle square's sides by four segments; the far square is covered whole.
    const inner = 200 * Math.SQRT1_2;
    const segment = 150 ** 2 * Math.acos(inner / 150) - inner * Math.sqrt(150 ** 2 - inner ** 2);
    expect(within!.coveredAreaM2 / (4 * segment + squareM2(100))).toBeCloseTo(1, 2);
  });

  test("refuses an area that crosses itself", () => {
    const bowTie = polygon(at(45, 100), at(225, 100), at(135, 100), at(315, 100));
    expect(refusalOf(() => run({ ...ask, within: bowTie }, waterAt(ZONE))).field).toBe("within");
  });
});

/** A square whose corners stand so far from its middle. */
const ringAround = (middle: Place, cornerM: number): [number, number][] =>
  [315, 225, 135, 45, 315].map((turn) => at(turn, cornerM, middle));
const squareM2 = (cornerM: number): number => 2 * cornerM ** 2;

describe("targets outside", () => {
  const targets = (...rows: Row[]) => makeSnapshot("protection-targets", rows);
  const outside = { ...ask, targetLayer: "protection-targets" };

  test("are those farther from every source than the radius; at exactly the radius they are covered", () => {
    const { findings, summary } = run(
      outside,
      waterAt(ZONE),
      targets(...[149, 150, 150 + 1e-6, 500].map((far) => ({ geometry: point(...at(60, far)) }))),
    );
    expect(summary.outside).toEqual({ layer: "protection-targets", count: 2, of: 4 });
    expect(findings.map(({ code }) => code)).toEqual(["N3", "N2"]);
    expect(findings[0]!.nearestM).toBeCloseTo(500, 3);
  });

  test("are measured to their outline", () => {
    const { findings } = run(
      outside,
      waterAt(ZONE),
      targets({ geometry: line(at(0, 140), at(0, 900)) }, { geometry: line(at(0, 160), at(0, 900)) }),
    );
    expect(findings.map(({ code, nearestM }) => [code, Math.round(nearestM!)])).toEqual([["N1", 160]]);
  });

  test("are all of them, without a distance, where there is no source at all", () => {
    const rows = [{ geometry: point(...ZONE) }, { geometry: point(...at(0, 10)) }];
    const { findings, summary } = run({ ...outside, limit: 1 }, targets(...rows));
    expect(summary.outside).toEqual({ layer: "protection-targets", count: 2, of: 2 });
    expect(findings).toMatchObject([{ nearestM: null }]);
    const none = run({ ...outside, filter: "state = 'ok'" }, waterAt(ZONE), targets(...rows));
    expect(none.summary.outside!.count).toBe(2);
  });

  test("are only those that pass the target's filter", () => {
    const rows = ["1", "2"].map((n) => ({ geometry: point(...at(0, 999)), name: n }));
    const { summary } = run({ ...outside, targetFilter: "name = '2'" }, waterAt(ZONE), targets(...rows));
    expect(summary.outside).toEqual({ layer: "protection-targets", count: 1, of: 1 });
  });

  test("on another plane than the sources are found all the same", () => {
    const elsewhere = at(90, 120_000);
    const far = makeSnapshot(
      "protection-targets",
      [elsewhere, elsewhere, at(90, 149), at(90, 151)].map((place) => ({ geometry: point(...place) })),
    );
    const near = waterAt(ZONE);
    expect(far.plane.center).not.toEqual(near.plane.center);
    const { findings } = run(outside, near, far);
    expect(findings.map(({ code }) => code)).toEqual(["N0", "N1", "N3"]);
    expect(findings[0]!.nearestM! / geodesicDistanceM(...ZONE, ...elsewhere)).toBeCloseTo(1, 3);
  });

  test("and their distances are those of measuring to every source", () => {
    const place = fc
      .tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 900 }))
      .map(([turn, far]) => at(turn, far));
    const shape = fc
      .tuple(place, fc.integer({ min: 0, max: 359 }), fc.boolean())
      .map(([from, turn, isLine]) => (isLine ? line(from, at(turn, 120, from)) : point(...from)));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.array(shape, { maxLength: 15 }),
        (sources, shapes) => {
          const water = waterAt(...sources);
          const { findings } = run(outside, water, targets(...shapes.map((geometry) => ({ geometry }))));
          const nearest = shapes.map((geometry) => {
            const outline = outlineFromGeoJson(geometry, water.plane);
            const distances = sources.map((each) => {
              const center = pointOutline(...water.plane.toPlane(...each));
              return findSeparation(outline, center)!.distanceM;
            });
            return Math.min(...distances);
          });
          const found = new Map(findings.map(({ code, nearestM }) => [code, nearestM!]));
          nearest.forEach((distanceM, i) => {
            expect(found.has(`N${i}`), `${distanceM}`).toBe(distanceM > 150);
            if (distanceM > 150) expect(found.get(`N${i}`)).toBeCloseTo(distanceM, 6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("refuses", () => {
  test.each([
    [0, "radiusM too_small > 0"],
    [-150, "radiusM too_small > 0"],
    [1e9, "radiusM too_big ≤ 50000"],
    [Number.NaN, "radiusM invalid_type"],
  ])("a radius of %s, naming the field and the range", (radiusM, refusal) => {
    expect(schemaRefusals(coverage, { ...ask, radiusM })).toEqual([refusal]);
  });

  test("an area that is none, and parameters that do not exist", () => {
    expect(schemaRefusals(coverage, { ...ask, within: point(...ZONE) })).toEqual(["within.type invalid_union"]);
    expect(schemaRefusals(coverage, { ...ask, radius: 1 })).toEqual([" unrecognized_keys"]);
  });
});
