import { areaPathsD, FillRule, unionD } from "clipper2-ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toPaths } from "#data/geometry/clip.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import { uniteDiscs } from "#data/geometry/disc-union.ts";
import { signedDoubleArea } from "#data/geometry/outlines.ts";

const centersOf = (positions: readonly (readonly [number, number])[]) => Float64Array.from(positions.flat());

/** Pieces by looking at every pair. */
function slowParts(centers: Float64Array, radiusM: number): number {
  const n = centers.length / 2;
  const part = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const distance = Math.hypot(centers[i * 2]! - centers[j * 2]!, centers[i * 2 + 1]! - centers[j * 2 + 1]!);
      if (distance >= 2 * radiusM) continue;
      const [from, to] = [part[i]!, part[j]!];
      part.forEach((each, k) => {
        if (each === from) part[k] = to;
      });
    }
  return new Set(part).size;
}

/** Area along vertical lines: the covered length of each, exact, times the step. */
function sweptArea(centers: Float64Array, radiusM: number, step: number): number {
  const xs = centers.filter((_, i) => i % 2 === 0);
  let area = 0;
  for (let x = Math.min(...xs) - radiusM + step / 2; x < Math.max(...xs) + radiusM; x += step) {
    const spans: [number, number][] = [];
    for (let i = 0; i < centers.length; i += 2) {
      const half2 = radiusM ** 2 - (x - centers[i]!) ** 2;
      if (half2 > 0) spans.push([centers[i + 1]! - Math.sqrt(half2), centers[i + 1]! + Math.sqrt(half2)]);
    }
    spans.sort((a, b) => a[0] - b[0]);
    let reached = Number.NEGATIVE_INFINITY;
    for (const [low, high] of spans) {
      area += Math.max(0, high - Math.max(low, reached)) * step;
      reached = Math.max(reached, high);
    }
  }
  return area;
}

/** The union of regular polygons of so many sides, by a general clipper. */
function clippedArea(centers: Float64Array, radiusM: number, segments: number): number {
  const circles = Array.from({ length: centers.length / 2 }, (_, i) =>
    Float64Array.from({ length: segments * 2 }, (_, k) => {
      const angle = ((k >> 1) / segments) * 2 * Math.PI;
      return centers[i * 2 + (k & 1)]! + radiusM * (k & 1 ? Math.sin(angle) : Math.cos(angle));
    }),
  );
  return Math.abs(areaPathsD(unionD(toPaths(circles), [], FillRule.NonZero, 4)));
}

const position = fc.tuple(
  fc.double({ min: -500, max: 500, noNaN: true }),
  fc.double({ min: -500, max: 500, noNaN: true }),
);
const scattered = fc.array(position, { minLength: 1, maxLength: 60 }).map(centersOf);
/** On a lattice three and more circles meet in one point, and circles touch. */
const lattice = fc
  .array(fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 12 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(centersOf);

describe("the union of discs", () => {
  test("of none is nothing, of one a circle", () => {
    expect(uniteDiscs(new Float64Array(0), 150)).toEqual({ areaM2: 0, chordAreaM2: 0, parts: 0, rings: [] });
    const one = uniteDiscs(Float64Array.of(40_000, -30_000), 150);
    expect(one.areaM2).toBeCloseTo(Math.PI * 150 ** 2, 6);
    expect(one.chordAreaM2).toBeCloseTo((64 / 2) * 150 ** 2 * Math.sin((2 * Math.PI) / 64), 4);
    expect(one.parts).toBe(1);
    expect(one.rings).toHaveLength(1);
    expect(one.rings[0]).toHaveLength(128);
  });

  test("of two takes their lens off once (the circle-circle intersection formula)", () => {
    const [r, d] = [150, 200];
    const lens = 2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d);
    const { areaM2, parts } = uniteDiscs(Float64Array.of(0, 0, d, 0), r);
    expect(areaM2).toBeCloseTo(2 * Math.PI * r * r - lens, 6);
    expect(parts).toBe(1);
  });

  test("of discs that only touch is two parts with both areas", () => {
    const { areaM2, parts } = uniteDiscs(Float64Array.of(0, 0, 300, 0), 150);
    expect(areaM2).toBeCloseTo(2 * Math.PI * 150 ** 2, 6);
    expect(parts).toBe(2);
  });

  test("counts identical centres once, and nearly identical ones too", () => {
    const circle = Math.PI * 150 ** 2;
    expect(uniteDiscs(Float64Array.of(7, 7, 7, 7, 7, 7), 150).areaM2).toBeCloseTo(circle, 6);
    expect(uniteDiscs(Float64Array.of(7, 7, 7 + 1e-9, 7, 7, 7 - 1e-9), 150).areaM2).toBeCloseTo(circle, 3);
  });

  test("does not see a disc that its neighbours cover", () => {
    const around = centersOf(
      [0, 60, 120, 180, 240, 300].map((deg) => [
        10 * Math.cos((deg * Math.PI) / 180),
        10 * Math.sin((deg * Math.PI) / 180),
      ]),
    );
    const withMiddle = Float64Array.of(...around, 0, 0);
    expect(uniteDiscs(withMiddle, 150).areaM2).toBeCloseTo(uniteDiscs(around, 150).areaM2, 6);
  });

  test("is right where three circles meet in one point", () => {
    // Centres at distance r around the meeting point: 3 discs less 3 lenses plus the point itself.
    const r = 150;
    const centers = centersOf(
      [90, 210, 330].map((deg) => [r * Math.cos((deg * Math.PI) / 180), r * Math.sin((deg * Math.PI) / 180)]),
    );
    const d = r * Math.sqrt(3);
    const lens = 2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d);
    expect(uniteDiscs(centers, r).areaM2).toBeCloseTo(3 * Math.PI * r * r - 3 * lens, 4);
  });

  test("leaves the hole inside a ring of discs open, as a clockwise ring", () => {
    const centers = centersOf(
      Array.from({ length: 24 }, (_, i) => [1000 * Math.cos((i * Math.PI) / 12), 1000 * Math.sin((i * Math.PI) / 12)]),
    );
    const union = uniteDiscs(centers, 150);
    expect(union.parts).toBe(1);
    expect(union.rings.map((ring) => Math.sign(signedDoubleArea(ring))).sort()).toEqual([-1, 1]);
    expect(containsPoint({ kind: 2, parts: union.rings }, 0, 0)).toBe(false);
    expect(containsPoint({ kind: 2, parts: union.rings }, 1000, 0)).toBe(true);
    expect(union.areaM2).toBeCloseTo(sweptArea(centers, 150, 0.05), -2);
  });

  test.each([
    ["scattered", scattered, fc.integer({ min: 5, max: 400 })],
    ["on a lattice", lattice, fc.constantFrom(0.5, 1, 2.5, 5, 6.5)],
  ] as const)("has the area and the parts that looking at every disc gives: %s", (_, centers, radius) => {
    fc.assert(
      fc.property(centers, radius, (xy, radiusM) => {
        const { areaM2, chordAreaM2, parts, rings } = uniteDiscs(xy, radiusM);
        const swept = sweptArea(xy, radiusM, radiusM / 200);
        expect(Math.abs(areaM2 / swept - 1)).toBeLessThan(2e-3);
        expect(parts).toBe(slowParts(xy, radiusM));
        // The polygons fall short by the chords and by nothing else.
        expect(chordAreaM2 / areaM2).toBeGreaterThan(1 - 1.7e-3);
        expect(chordAreaM2 / areaM2).toBeLessThan(1 + 1e-9);
        const sum = rings.reduce((total, ring) => total + signedDoubleArea(ring) / 2, 0);
        expect(sum).toBeCloseTo(chordAreaM2, 3);
      }),
      { numRuns: 100 },
    );
  });

  test("as polygons of 64 sides agrees with a general clipper within 0.1 %", () => {
    fc.assert(
      fc.property(scattered, fc.integer({ min: 20, max: 300 }), (xy, radiusM) => {
        const clipped = clippedArea(xy, radiusM, 64);
        expect(Math.abs(uniteDiscs(xy, radiusM, 64).chordAreaM2 / clipped - 1)).toBeLessThan(1e-3);
      }),
      { numRuns: 40 },
    );
  });

  test("covers a position exactly when a centre is near enough", () => {
    fc.assert(
      fc.property(scattered, fc.integer({ min: 20, max: 300 }), position, (xy, radiusM, [x, y]) => {
        let nearest = Number.POSITIVE_INFINITY;
        for (let i = 0; i < xy.length; i += 2) nearest = Math.min(nearest, Math.hypot(xy[i]! - x, xy[i + 1]! - y));
        // Polygons of 256 sides reach to 0.01 % of the radius.
        fc.pre(Math.abs(nearest / radiusM - 1) > 2e-4);
        const { rings } = uniteDiscs(xy, radiusM, 256);
        expect(containsPoint({ kind: 2, parts: rings }, x, y)).toBe(nearest < radiusM);
      }),
      { numRuns: 200 },
    );
  });

  test("of thousands that all overlap costs no more than of thousands that hardly do", () => {
    // With every pair compared this would be 400 million; the test would then run into its time limit.
    let state = 1;
    const centers = Float64Array.from({ length: 40_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return (state / 2_147_483_647) * 20_000;
    });
    const { areaM2, parts } = uniteDiscs(centers, 50_000);
    expect(parts).toBe(1);
    expect(areaM2).toBeGreaterThan(Math.PI * 50_000 ** 2);
    expect(areaM2).toBeLessThan(Math.PI * 65_000 ** 2);
  });

  test.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY]])("refuses a radius of %d", (radiusM) => {
    expect(() => uniteDiscs(Float64Array.of(0, 0), radiusM)).toThrow(RangeError);
  });
});
