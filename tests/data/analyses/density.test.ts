import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { density } from "#data/analyses/density.ts";
import { DENSITY_EDGES } from "#data/analyses/density-edges.ts";
import type { DensityParameters } from "#data/analyses/results.ts";
import { geodesicAreaM2, geodesicDestination } from "#data/geodesy/geodesic.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { makeSnapshot, point, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";

const run = (parameters: DensityParameters, ...snapshots: Snapshot[]) => runAnalysis(density, parameters, snapshots);

const at = (turn: number, far: number): [number, number] => geodesicDestination(...ZONE, turn, far);

const crash = (place: readonly [number, number], attributes: Record<string, AttributeValue> = {}): Row => ({
  geometry: point(...place),
  attributes: { happenedAt: "2024-05-01T08:00", ...attributes },
});

/** Two years of 365.25 days are 730.5 days. */
const TWO_YEARS = { from: "2024-01-01T00:00", to: "2025-12-31T12:00" };

/** The kernel's peak, 3 / (π h²), for one event in two years, per km² and year. */
const peak = (bandwidthM: number): number => ((3 / (Math.PI * bandwidthM ** 2)) * 1e6) / 2;

describe("the unit", () => {
  test("is events per km² and year: a lone event's peak is the kernel's", () => {
    for (const bandwidthM of [50, 300, 2000]) {
      const { summary } = run(
        { layer: "accidents", bandwidthM, ...TWO_YEARS },
        makeSnapshot("accidents", [crash(ZONE)]),
      );
      expect(summary).toMatchObject({ unit: "per-km2-year", years: 2, count: 1, weight: 1, undated: 0, unweighted: 0 });
      // A sample stands at most half a cell's diagonal from the event: 1 − u² squared is still above 0.98.
      expect(summary.max / peak(bandwidthM)).toBeLessThan(1.01);
      expect(summary.max / peak(bandwidthM)).toBeGreaterThan(0.97);
    }
  });

  test("grows with the events on a spot and shrinks with the years", () => {
    const spot = makeSnapshot("accidents", [crash(ZONE), crash(ZONE), crash(ZONE)]);
    const ask = { layer: "accidents", bandwidthM: 300 };
    const { max } = run({ ...ask, ...TWO_YEARS }, spot).summary;
    expect(max / run({ ...ask, ...TWO_YEARS }, makeSnapshot("accidents", [crash(ZONE)])).summary.max).toBeCloseTo(3, 5);
    expect(run({ ...ask, from: "2024-01-01", to: "2024-12-31T06:00" }, spot).summary.max / max).toBeCloseTo(2, 5);
  });

  test("is features per km² for a layer without time", () => {
    const { summary } = run(
      { layer: "forces", bandwidthM: 300 },
      makeSnapshot("forces", [{ geometry: point(...ZONE) }]),
    );
    expect(summary).toMatchObject({ unit: "per-km2", years: null, from: null, to: null });
    expect(summary.max / (2 * peak(300))).toBeGreaterThan(0.97);
  });
});

describe("the period", () => {
  const dated = (...times: (string | null)[]) =>
    makeSnapshot(
      "accidents",
      times.map((happenedAt) => crash(ZONE, { happenedAt })),
    );
  const ask = { layer: "accidents", bandwidthM: 300 };

  test("is the span of the data in whole days unless it is asked", () => {
    const { summary } = run(ask, dated("2024-01-01T05:00", "2024-12-30T23:00", null));
    expect(summary).toMatchObject({ from: "2024-01-01", to: "2024-12-31", count: 2, undated: 1 });
    expect(summary.years).toBeCloseTo(365 / 365.25, 12);
  });

  test("is not stretched by events after today, which are told apart; an asked end takes them in", () => {
    const snapshot = dated("2024-01-01T05:00", "2024-12-30T23:00", "2025-12-30T23:00", null);
    const { summary } = run({ ...ask, today: "2025-02-01" }, snapshot);
    expect(summary).toMatchObject({ from: "2024-01-01", to: "2024-12-31", count: 2, undated: 1, future: 1 });
    const { summary: asked } = run({ ...ask, today: "2025-02-01", to: "2026-01-01" }, snapshot);
    expect(asked).toMatchObject({ to: "2026-01-01", count: 3, future: 0 });
    const onTheDay = run({ ...ask, today: "2025-12-30" }, snapshot).summary;
    expect(onTheDay).toMatchObject({ to: "2025-12-31", count: 3, future: 0 });
    const before = run({ ...ask, today: "2020-01-01" }, snapshot).summary;
    expect(before).toMatchObject({ count: 0, future: 3 });
  });

  test("begins with its first minute and ends before its last", () => {
    const snapshot = dated("2024-01-01T00:00", "2024-06-01T12:00", "2024-12-31T00:00");
    const count = (from: string, to: string) => run({ ...ask, from, to }, snapshot).summary.count;
    expect(count("2024-01-01", "2024-12-31")).toBe(2);
    expect(count("2024-01-01T00:01", "2024-12-31T00:01")).toBe(2);
    expect(count("2024-06-01T12:00", "2024-06-01T12:01")).toBe(1);
  });

  test("does not change with a filter", () => {
    const snapshot = makeSnapshot("accidents", [
      crash(ZONE, { happenedAt: "2023-01-01T00:00", severity: "damage" }),
      crash(ZONE, { happenedAt: "2025-01-01T00:00", severity: "fatal" }),
      crash(ZONE, { happenedAt: null, severity: "fatal" }),
      crash(ZONE, { happenedAt: null, severity: "damage" }),
    ]);
    const { summary } = run({ ...ask, filter: "severity = 'fatal'" }, snapshot);
    expect(summary).toMatchObject({ from: "2023-01-01", to: "2025-01-02", count: 1, undated: 1 });
  });

  test("of an empty ledger, or one without a dated event, has nothing in it", () => {
    expect(run(ask)).toMatchObject({ findings: [], summary: { count: 0, weight: 0, max: 0, undated: 0 } });
    expect(run(ask, dated(null))).toMatchObject({ findings: [], summary: { count: 0, undated: 1 } });
  });

  test("refuses an end that is not after the start, a day that does not exist, and a layer without time", () => {
    expect(refusalOf(() => run({ ...ask, from: "2024-02-01", to: "2024-02-01" }, dated(null))).field).toBe("to");
    expect(refusalOf(() => run({ ...ask, from: "2030-01-01" }, dated("2024-01-01T00:00"))).field).toBe("from");
    expect(refusalOf(() => run({ ...ask, from: "2024-02-30", to: "2025-01-01" }, dated(null))).field).toBe("from");
    expect(refusalOf(() => run({ layer: "forces", bandwidthM: 300, to: "2025-01-01" })).field).toBe("to");
  });
});

describe("the weight", () => {
  const snapshot = makeSnapshot("accidents", [
    crash(ZONE, { deaths: 2, injuries: 1, severity: "fatal" }),
    crash(ZONE, { deaths: 0, injuries: 4, severity: "injury" }),
    crash(ZONE, { injuries: 1 }),
  ]);
  const ask = { layer: "accidents", bandwidthM: 300, ...TWO_YEARS };
  const weighed = (weight: string) => {
    const { count, weight: sum, unweighted } = run({ ...ask, weight }, snapshot).summary;
    return [count, sum, unweighted];
  };

  test("is the event, a total, or a named scheme; what is not known is left out and counted", () => {
    expect(weighed("count")).toEqual([3, 3, 0]);
    expect(weighed("deaths")).toEqual([2, 2, 1]);
    expect(weighed("injuries")).toEqual([3, 6, 0]);
    expect(weighed("etan")).toEqual([2, 1 + 2 * 2 + 1.5 + (1 + 1.5 * 4), 1]);
    expect(weighed("hsm-2010")).toEqual([2, 542 + 11, 1]);
  });

  test("scales the density: two deaths weigh as much as two events", () => {
    const two = makeSnapshot("accidents", [crash(ZONE), crash(ZONE)]);
    const dead = makeSnapshot("accidents", [crash(ZONE, { deaths: 2 })]);
    const { max } = run(ask, two).summary;
    expect(run({ ...ask, weight: "deaths" }, dead).summary.max / max).toBeCloseTo(1, 6);
  });

  test("that the layer does not have is refused with those that it has", () => {
    expect(refusalOf(() => run({ ...ask, weight: "tonnes" }, snapshot))).toEqual({
      field: "weight",
      allowed: "count, deaths, injuries, etan, hsm-2010, capped",
    });
  });
});

describe("the bands", () => {
  const somePlaces = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 800 })), {
      minLength: 1,
      maxLength: 20,
    })
    .map((polar) => polar.map(([turn, far]) => at(turn, far)));
  const ask = { layer: "accidents", bandwidthM: 200, ...TWO_YEARS };

  test("nest, rise, and cover what their area says", () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const snapshot = makeSnapshot(
          "accidents",
          places.map((place) => crash(place)),
        );
        const { findings, summary } = run(ask, snapshot);
        expect(findings.map(({ min }) => min)).toEqual(DENSITY_EDGES.filter((edge) => edge <= summary.max));
        findings.forEach(({ geometry, areaKm2, max }, i) => {
          const inner = findings[i + 1];
          expect(max).toBe(inner?.min ?? null);
          expect(areaKm2).toBeGreaterThanOrEqual(inner?.areaKm2 ?? 0);
          if (areaKm2 > 0) expect(geodesicAreaM2(geometry) / 1e6 / areaKm2).toBeCloseTo(1, 4);
          const outline = outlineFromGeoJson(geometry, snapshot.plane);
          for (const [lon, lat] of inner ? verticesOf(inner.geometry) : [])
            expect(containsPoint(outline, ...snapshot.plane.toPlane(lon!, lat!))).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("are where the sum of kernels, worked out at the place itself, says so", () => {
    fc.assert(
      fc.property(somePlaces, (places) => {
        const snapshot = makeSnapshot(
          "accidents",
          places.map((place) => crash(place)),
        );
        const { xy, plane } = snapshot;
        const { findings } = run(ask, snapshot);
        for (const { min, geometry } of findings.slice(0, 4))
          for (const [lon, lat] of verticesOf(geometry).slice(0, 40)) {
            const [x, y] = plane.toPlane(lon!, lat!);
            let sum = 0;
            let reaching = 0;
            for (let i = 0; i < xy.length; i += 2) {
              const u2 = ((x - xy[i]!) ** 2 + (y - xy[i + 1]!) ** 2) / 200 ** 2;
              if (u2 < 1) sum += (1 - u2) ** 2;
              if (u2 < 1.3) reaching++;
            }
            // Between samples an eighth of the bandwidth apart the level is interpolated: (1/8)²/8 of a kernel's bend, at most 8, each.
            expect(Math.abs(sum * peak(200) - min)).toBeLessThanOrEqual((reaching / 64) * peak(200) * 1.001);
          }
      }),
      { numRuns: 300 },
    );
  });

  test("of a place are the same whatever else the layer spans", () => {
    const here = [crash(ZONE), crash(at(30, 100)), crash(at(200, 150))];
    const far = crash(at(45, 9_000));
    const few = run(ask, makeSnapshot("accidents", here));
    const many = run(ask, makeSnapshot("accidents", [...here, far]));
    expect(many.summary.cellM).toBe(few.summary.cellM);
    expect(many.summary.max).toBe(few.summary.max);
    few.findings.forEach(({ geometry }, i) => {
      const without = polygonsOf(many.findings[i]!.geometry).filter((rings) => rings[0]![0]![0]! < 122.3);
      expect(without).toEqual(polygonsOf(geometry));
    });
  });

  test("have the edges that are asked, and only those that are reached", () => {
    const spot = makeSnapshot("accidents", [crash(ZONE)]);
    const edges = [peak(200) / 2, peak(200) * 0.9, peak(200) * 2];
    expect(run({ ...ask, edges }, spot).findings.map(({ min, max }) => [min, max])).toEqual([
      [edges[0], edges[1]],
      [edges[1], null],
    ]);
  });
});

const polygonsOf = (geometry: Geometry): Position[][][] =>
  geometry.type === "MultiPolygon" ? geometry.coordinates : [];
const verticesOf = (geometry: Geometry): Position[] => polygonsOf(geometry).flat(2);

describe("refuses", () => {
  test.each([
    [49, "bandwidthM too_small > 50"],
    [0, "bandwidthM too_small > 50"],
    [2001, "bandwidthM too_big ≤ 2000"],
    [Number.NaN, "bandwidthM invalid_type"],
  ])("a bandwidth of %s, naming the field and the range", (bandwidthM, refusal) => {
    expect(schemaRefusals(density, { layer: "accidents", bandwidthM })).toEqual([refusal]);
  });

  test("edges that do not rise or are not above 0, times that are none, parameters that do not exist", () => {
    const ask = { layer: "accidents", bandwidthM: 300 };
    expect(refusalOf(() => run({ ...ask, edges: [2, 1] })).field).toBe("edges");
    expect(refusalOf(() => run({ ...ask, edges: [1, 1] })).field).toBe("edges");
    expect(schemaRefusals(density, { ...ask, edges: [0] })).toEqual(["edges.0 too_small > 0"]);
    expect(schemaRefusals(density, { ...ask, from: "yesterday" })).toEqual(["from invalid_format"]);
    expect(schemaRefusals(density, { ...ask, zoom: 3 })).toEqual([" unrecognized_keys"]);
  });

  test("a layer too wide for so narrow a kernel", () => {
    const wide = makeSnapshot("accidents", [crash(ZONE), crash([116.4, 39.9])]);
    expect(refusalOf(() => run({ layer: "accidents", bandwidthM: 50, ...TWO_YEARS }, wide))).toEqual({
      field: "bandwidthM",
      allowed: "a larger bandwidth or a filter",
    });
  });
});
