import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { expect, test } from "vitest";
import { type Box, meetsBox } from "#data/geometry/meets-box.ts";

const BOX: Box = [0, 0, 10, 10];
const line = (...coordinates: Position[]): Geometry => ({ type: "LineString", coordinates });
const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

test("a touch at an edge or a corner is a meeting", () => {
  expect(meetsBox({ type: "Point", coordinates: [10, 10] }, BOX)).toBe(true);
  expect(meetsBox(line([-5, 5], [0, 5]), BOX)).toBe(true);
  expect(meetsBox(line([-5, 5], [5, -5]), BOX)).toBe(true);
  expect(meetsBox({ type: "Polygon", coordinates: [ring(10, 10, 20, 20)] }, BOX)).toBe(true);
});

test("a diagonal whose extent overlaps the box can still pass it by", () => {
  expect(meetsBox(line([-5, 4], [4, -5]), BOX)).toBe(false);
  expect(meetsBox(line([-5, 4], [4, -5]), [-5, -5, 4, 4])).toBe(true);
});

test("a polygon around the whole box meets it, and one with the box in its hole does not", () => {
  expect(meetsBox({ type: "Polygon", coordinates: [ring(-5, -5, 15, 15)] }, BOX)).toBe(true);
  expect(meetsBox({ type: "Polygon", coordinates: [ring(-5, -5, 15, 15), ring(-1, -1, 11, 11)] }, BOX)).toBe(false);
});

test("of several parts one that meets is enough", () => {
  const far: Geometry = { type: "Point", coordinates: [50, 50] };
  const near: Geometry = {
    type: "MultiPoint",
    coordinates: [
      [60, 60],
      [1, 1],
    ],
  };
  expect(meetsBox({ type: "GeometryCollection", geometries: [far, near] }, BOX)).toBe(true);
  expect(meetsBox({ type: "GeometryCollection", geometries: [far] }, BOX)).toBe(false);
});

const whole = fc.integer({ min: -12, max: 24 });

test("agrees with walking along every segment in small steps", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { minLength: 2, maxLength: 4 }), (corners) => {
      // Steps of 1/STEPS visit every crossing of whole coordinates closely enough to decide all but exact grazes.
      const STEPS = 2000;
      const walked = corners.slice(1).some(([bx, by], i) => {
        const [ax, ay] = corners[i]!;
        return Array.from({ length: STEPS + 1 }, (_, s) => s / STEPS).some((t) => {
          const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t];
          return x >= 0 && x <= 10 && y >= 0 && y <= 10;
        });
      });
      const met = meetsBox(line(...corners), BOX);
      if (walked) expect(met).toBe(true);
      // What walking misses may be a corner cut by less than a step.
      if (met && !walked) expect(meetsBox(line(...corners), [0.05, 0.05, 9.95, 9.95])).toBe(false);
    }),
    { numRuns: 300 },
  );
});
