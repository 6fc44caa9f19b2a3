import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { growOutlines } from "#data/geometry/grow.ts";
import { areaM2, lengthM } from "#data/geometry/measure.ts";
import { type Outline, pointOutline, signedDoubleArea } from "#data/geometry/outlines.ts";
import { outlines, rectangle, shore } from "./random-outlines.ts";

const lineOf = (...numbers: number[]): Outline => ({ kind: 1, parts: [Float64Array.from(numbers)] });

/** Whether two areas agree within the 0.1 % that a grown shape promises. */
function expectArea(outline: readonly Outline[], radiusM: number, wantedM2: number): void {
  const { areaM2: grownM2, rings } = growOutlines(outline, radiusM);
  expect(Math.abs(grownM2 / wantedM2 - 1)).toBeLessThan(1e-3);
  expect(Math.abs(areaM2({ kind: 2, parts: rings }) / wantedM2 - 1)).toBeLessThan(1e-3);
}

describe("the area of what has grown by r", () => {
  test.each([0.5, 100, 5_000])("%d m: a point is πr², points apart add up", (r) => {
    expectArea([pointOutline(3, 4)], r, Math.PI * r * r);
    expectArea([pointOutline(0, 0), pointOutline(3 * r, 0)], r, 2 * Math.PI * r * r);
    expect(growOutlines([pointOutline(3, 4)], r).areaM2).toBeCloseTo(Math.PI * r * r, 6);
  });

  test.each([0.5, 100, 5_000])("%d m: a line is 2rl + πr²", (r) => {
    expectArea([lineOf(0, 0, 700, 0)], r, 2 * r * 700 + Math.PI * r * r);
    expectArea([lineOf(0, 0, 300, 400)], r, 2 * r * 500 + Math.PI * r * r);
  });

  test.each([0.5, 100, 5_000])("%d m: a convex polygon is A + lr + πr² (Steiner's formula)", (r) => {
    for (const each of [rectangle(10, 20, 510, 320), circle(400, 40), circle(1000, 3_000)])
      expectArea([each], r, areaM2(each) + lengthM(each) * r + Math.PI * r * r);
  });

  test("a courtyard closes from all sides, and is gone when half its width is reached", () => {
    const court = Float64Array.of(100, 100, 100, 300, 300, 300, 300, 100);
    const block: Outline = { kind: 2, parts: [rectangle(0, 0, 400, 400).parts[0]!, court] };
    const around = (r: number) => 400 * 400 + 1600 * r + Math.PI * r * r;
    expectArea([block], 50, around(50) - 100 * 100);
    expectArea([block], 101, around(101));
    expect(growOutlines([block], 101).rings).toHaveLength(1);
  });

  test("overlapping shapes count once", () => {
    expectArea([rectangle(0, 0, 100, 100), rectangle(50, 0, 150, 100)], 10, 150 * 100 + 500 * 10 + Math.PI * 100);
    const lens = 2 * 100 ** 2 * Math.acos(0.5) - 50 * Math.sqrt(3) * 100;
    expectArea([pointOutline(0, 0), pointOutline(100, 0)], 100, 2 * Math.PI * 100 ** 2 - lens);
  });

  test("polygons by 0 m are themselves; points and lines are nothing", () => {
    expect(growOutlines([rectangle(0, 0, 30, 40)], 0).areaM2).toBe(1200);
    expect(growOutlines([pointOutline(0, 0), lineOf(0, 0, 5, 5)], 0)).toEqual({ areaM2: 0, rings: [] });
    expect(growOutlines([], 100)).toEqual({ areaM2: 0, rings: [] });
  });
});

function circle(radiusM: number, vertices: number): Outline {
  const parts = Float64Array.from({ length: vertices * 2 }, (_, i) => {
    const angle = ((i >> 1) / vertices) * 2 * Math.PI;
    return radiusM * (i % 2 ? Math.sin(angle) : Math.cos(angle));
  });
  return { kind: 2, parts: [parts] };
}

test("a place is inside what has grown exactly when it is that near, but for a hair at the edge", () => {
  const place = fc.double({ min: -120, max: 120, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(outlines(), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0.5, 5, 30),
      fc.array(fc.tuple(place, place), { minLength: 20, maxLength: 20 }),
      (each, r, places) => {
        const grown: Outline = { kind: 2, parts: growOutlines(each, r).rings };
        for (const [x, y] of places) {
          const distanceM = Math.min(...each.map((outline) => outlineDistanceM(outline, pointOutline(x, y))));
          if (Math.abs(distanceM - r) < r * 1e-3 + 1e-3) continue;
          expect(containsPoint(grown, x, y), `${x} ${y} at ${distanceM}`).toBe(distanceM < r);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("outer rings run counter-clockwise, each followed by its holes", () => {
  const ringOfPoints = Array.from({ length: 12 }, (_, i) =>
    pointOutline(400 * Math.cos((i * Math.PI) / 6), 400 * Math.sin((i * Math.PI) / 6)),
  );
  for (const each of [ringOfPoints, ringOfPoints.map(({ parts }) => lineOf(...parts[0]!, ...parts[0]!))]) {
    const { rings } = growOutlines([...each, pointOutline(5_000, 0)], 150);
    expect(rings.map((ring) => Math.sign(signedDoubleArea(ring))).join()).toMatch(/^1,(-1,1|1,-1)$/);
  }
});

describe("an outline of many vertices", () => {
  test("grows as one of few does", () => {
    // Far beyond its waves a shore grows from its crests alone: corners of a polygon of 40 sides.
    const crests = Float64Array.from({ length: 80 }, (_, i) => {
      const angle = ((i >> 1) / 40) * 2 * Math.PI + Math.PI / 80;
      return 1030 * (i % 2 ? Math.sin(angle) : Math.cos(angle));
    });
    const few: Outline = { kind: 2, parts: [crests] };
    expectArea([shore(12_000)], 2_000, areaM2(few) + lengthM(few) * 2_000 + Math.PI * 2_000 ** 2);
  });

  test("covers every place that near and no other", () => {
    const lake = shore(3_000);
    const grown: Outline = { kind: 2, parts: growOutlines([lake], 60).rings };
    for (let i = 0; i < 400; i++) {
      const [angle, radiusM] = [i * 2.4, 940 + (i % 160)];
      const [x, y] = [radiusM * Math.cos(angle), radiusM * Math.sin(angle)];
      const distanceM = outlineDistanceM(lake, pointOutline(x, y));
      if (Math.abs(distanceM - 60) > 0.06) expect(containsPoint(grown, x, y)).toBe(distanceM < 60);
    }
  });
});
