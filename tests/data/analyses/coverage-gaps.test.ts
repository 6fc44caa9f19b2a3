import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoverageGapParameters, GapCounts } from "#data/analyses/coverage-gap-results.ts";
import { coverageGaps } from "#data/analyses/coverage-gaps.ts";
import { geodesicAreaM2, geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { idOf, makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

type Place = readonly [number, number];

const at = (azimuthDeg: number, distanceM: number, from: Place = ZONE): [number, number] =>
  geodesicDestination(...from, azimuthDeg, distanceM);

/** A square of 2 km with its western side on the meridian through `from`. */
const squareEastOf = (from: Place) => {
  const [south, north] = [at(180, 1000, from), at(0, 1000, from)];
  return polygon(south, at(90, 2000, south), at(90, 2000, north), north);
};

/** Two districts side by side: east of the zone's middle, and west of it. */
const districts = makeSnapshot("districts", [
  { geometry: squareEastOf(ZONE), code: "EAST", name: "East" },
  { geometry: squareEastOf(at(270, 2000)), code: "WEST", name: "West" },
]);

const waterOf = (...sources: readonly { readonly at: Place; readonly state: string | null }[]): Snapshot =>
  makeSnapshot(
    "water-sources",
    sources.map(
      ({ at: place, state }): Row => ({ geometry: point(...place), ...(state !== null && { attributes: { state } }) }),
    ),
  );

const housesAt = (...places: readonly Place[]): Snapshot =>
  makeSnapshot(
    "houses",
    places.map((place): Row => ({ geometry: point(...place) })),
  );

const ask: CoverageGapParameters = {
  layer: "water-sources",
  radiusM: 150,
  filter: "state = 'ok'",
  targets: [{ layer: "houses" }],
};

const run = (...snapshots: Snapshot[]) => runAnalysis(coverageGaps, ask, [districts, ...snapshots]);

const totalsOf = (counts: readonly GapCounts[]) =>
  counts.map(({ of, outside, cannotTell }) => [of, outside, cannotTell]);

describe("what lies outside", () => {
  test("a source that is in order reaches to its radius, a broken one not at all, and of one without a state nobody can tell", () => {
    const middle = at(90, 1000);
    const around = [at(0, 149.9, middle), at(0, 150.1, middle)];
    const reached = (state: string | null) => run(waterOf({ at: middle, state }), housesAt(...around)).summary;
    expect(totalsOf(reached("ok").layers)).toEqual([[2, 1, 0]]);
    expect(totalsOf(reached("broken").layers)).toEqual([[2, 2, 0]]);
    expect(totalsOf(reached(null).layers)).toEqual([[2, 1, 1]]);
    expect(reached(null)).toMatchObject({ sources: 0, cannotTellSources: 1 });
  });

  test("is listed farthest first with its district; without any source it has no distance", () => {
    const [near, far, abroad] = [at(90, 1000), at(270, 500), at(0, 9_000)];
    const water = waterOf({ at: at(90, 1500), state: "ok" });
    const { findings, summary } = run(water, housesAt(near, far, abroad));
    expect(findings.map(({ id, district }) => [id, district])).toEqual([
      [idOf(2), null],
      [idOf(1), idOf(1)],
      [idOf(0), idOf(0)],
    ]);
    expect(findings[2]!.nearestM).toBeCloseTo(500, 1);
    expect(totalsOf(summary.elsewhere)).toEqual([[1, 1, 0]]);
    expect(run(housesAt(near)).findings[0]).toMatchObject({ nearestM: null, kind: "outside" });
  });

  test("districts with more of it come first", () => {
    const { summary } = run(housesAt(at(270, 300), at(270, 400), at(90, 300)));
    expect(summary.districts.map(({ code, layers }) => [code, layers[0]!.outside])).toEqual([
      ["WEST", 2],
      ["EAST", 1],
    ]);
  });

  test("is the same as measuring every house to every source", () => {
    const place = fc
      .tuple(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 0, max: 1400 }))
      .map(([turn, far]) => at(turn, far));
    const sources = fc.array(fc.record({ at: place, state: fc.constantFrom("ok", "broken", null) }), { maxLength: 12 });
    fc.assert(
      fc.property(sources, fc.array(place, { minLength: 1, maxLength: 20 }), (water, places) => {
        const { summary, findings } = run(waterOf(...water), housesAt(...places));
        const nearestM = (house: Place, states: readonly (string | null)[]) =>
          Math.min(
            ...water
              .filter(({ state }) => states.includes(state))
              .map((each) => geodesicDistanceM(...house, ...each.at)),
          );
        const kinds = places.map((house) =>
          nearestM(house, ["ok"]) <= 150 ? null : nearestM(house, ["ok", null]) <= 150 ? "cannot-tell" : "outside",
        );
        const count = (kind: string) => kinds.filter((each) => each === kind).length;
        expect(totalsOf(summary.layers)).toEqual([[places.length, count("outside"), count("cannot-tell")]]);
        const listed = new Map(findings.map(({ id, kind }) => [id, kind]));
        expect(places.map((_, n) => listed.get(idOf(n)) ?? null)).toEqual(kinds);
        const parts = [...summary.districts.map(({ layers }) => layers), summary.elsewhere];
        expect(parts.reduce((sum, [houses]) => sum + houses!.of, 0)).toBe(places.length);
      }),
      { numRuns: 40 },
    );
  });
});

/** A drawn disc: 64 triangles. */
const disc = 32 * 150 ** 2 * Math.sin(Math.PI / 32);

describe("the ground outside", () => {
  test("is all of a district without sources, and less by a disc where one stands in it", () => {
    const { districts: areas, geometry } = run(waterOf({ at: at(90, 1000), state: "ok" })).summary;
    const byCode = new Map(areas.map((area) => [area.code, area]));
    expect(byCode.get("WEST")!.uncoveredM2).toBeCloseTo(byCode.get("WEST")!.areaM2, 0);
    expect(byCode.get("EAST")!.areaM2 - byCode.get("EAST")!.uncoveredM2).toBeCloseTo(disc, 0);
    expect(geometry).toEqual({ type: "MultiPolygon", coordinates: [] });
  });

  test("that only a source of unknown state reaches is apart from it", () => {
    const water = waterOf(
      { at: at(90, 1000), state: "ok" },
      { at: at(90, 1000), state: null },
      { at: at(90, 500), state: null },
    );
    const east = run(water).summary.districts.find(({ code }) => code === "EAST")!;
    expect(east.cannotTellM2).toBeCloseTo(disc, 0);
    expect(east.areaM2 - east.uncoveredM2).toBeCloseTo(2 * disc, 0);
  });

  test("counts as a gap around what is not reached: a disc around a lone house, less where a source reaches", () => {
    const house = at(90, 1500);
    const gapOf = (apartM: number) => {
      const water = waterOf({ at: at(90, 1500 - apartM), state: "ok" });
      const { districts: areas, geometry } = run(water, housesAt(house)).summary;
      expect(geodesicAreaM2(geometry)).toBeCloseTo(
        areas.reduce((sum, { gapM2 }) => sum + gapM2, 0),
        -1,
      );
      return areas.find(({ code }) => code === "EAST")!.gapM2;
    };
    const lone = 12 * 150 ** 2 * Math.sin(Math.PI / 12);
    expect(gapOf(400)).toBeCloseTo(lone, 0);
    // Two circles of 150 m, 200 m apart, share a lens.
    const lensM2 = 2 * 150 ** 2 * Math.acos(200 / 300) - 100 * Math.sqrt(4 * 150 ** 2 - 200 ** 2);
    expect(Math.abs(gapOf(200) - (lone - lensM2))).toBeLessThan(0.01 * lone);
    expect(gapOf(100)).toBe(0);
  });

  test("without districts there is none to speak of", () => {
    const { summary } = runAnalysis(coverageGaps, ask, [housesAt(ZONE)]);
    expect(summary).toMatchObject({ districts: [], geometry: { type: "MultiPolygon", coordinates: [] } });
    expect(totalsOf(summary.elsewhere)).toEqual([[1, 1, 0]]);
  });
});

test("a filter that is none is refused by name, and so is a layer named twice", () => {
  expect(refusalOf(() => runAnalysis(coverageGaps, { ...ask, filter: "state =" }, [districts])).field).toBe("filter");
  const twice = { ...ask, targets: [{ layer: "houses" }, { layer: "houses" }] };
  expect(coverageGaps.parameters.safeParse(twice).success).toBe(false);
});
