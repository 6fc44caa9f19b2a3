import fc from "fast-check";
import { expect, test } from "vitest";
import { clipPolygons } from "#data/geometry/clip.ts";
import { containsPoint } from "#data/geometry/contains.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { areaM2 } from "#data/geometry/measure.ts";
import { type Outline, pointOutline } from "#data/geometry/outlines.ts";
import { polygons, rectangle } from "./random-outlines.ts";

const shared = (a: Outline, b: Outline): Outline => ({ kind: 2, parts: clipPolygons(a.parts, b.parts) });

test("two rectangles share a rectangle, or nothing", () => {
  expect(areaM2(shared(rectangle(0, 0, 10, 10), rectangle(4, 6, 20, 20)))).toBeCloseTo(6 * 4, 9);
  expect(shared(rectangle(0, 0, 10, 10), rectangle(10, 0, 20, 10)).parts).toEqual([]);
  expect(shared(rectangle(0, 0, 10, 10), rectangle(50, 50, 60, 60)).parts).toEqual([]);
});

test("a hole is no part of what is shared", () => {
  const holed: Outline = {
    kind: 2,
    parts: [rectangle(0, 0, 10, 10).parts[0]!, Float64Array.of(2, 2, 2, 8, 8, 8, 8, 2)],
  };
  expect(areaM2(shared(holed, rectangle(-5, -5, 15, 15)))).toBeCloseTo(100 - 36, 9);
  expect(areaM2(shared(holed, rectangle(3, 3, 7, 7)))).toBe(0);
});

test("nothing shares nothing", () => {
  expect(clipPolygons([], rectangle(0, 0, 1, 1).parts)).toEqual([]);
  expect(clipPolygons(rectangle(0, 0, 1, 1).parts, [])).toEqual([]);
});

test("a place is shared exactly when both hold it, but for a hair at their edges", () => {
  const place = fc.double({ min: -80, max: 80, noNaN: true });
  fc.assert(
    fc.property(
      polygons(),
      polygons(),
      fc.array(fc.tuple(place, place), { minLength: 20, maxLength: 20 }),
      (a, b, places) => {
        const both = shared(a, b);
        const [edgeA, edgeB] = [a, b].map(({ parts }): Outline => ({ kind: 1, parts: parts.map(closed) }));
        for (const [x, y] of places) {
          const at = pointOutline(x, y);
          if (Math.min(outlineDistanceM(edgeA!, at), outlineDistanceM(edgeB!, at)) < 1e-3) continue;
          expect(containsPoint(both, x, y)).toBe(containsPoint(a, x, y) && containsPoint(b, x, y));
        }
        expect(areaM2(both)).toBeLessThanOrEqual(Math.min(areaM2(a), areaM2(b)) + 0.1);
      },
    ),
    { numRuns: 100 },
  );
});

const closed = (ring: Float64Array): Float64Array => Float64Array.of(...ring, ring[0]!, ring[1]!);
