import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { polygonToGeoJson } from "#data/geometry/to-geojson.ts";
import { findGeometryProblem } from "#data/geometry/validity.ts";
import { line, point, polygon, ZONE } from "../../support/make-snapshot.ts";
import { polygons } from "./random-outlines.ts";

const codeOf = (geometry: Geometry) => findGeometryProblem(geometry)?.code ?? null;

const ring = (...corners: Position[]): Position[] => [...corners, corners[0]!];
const square = (west: number, south: number, side: number): Position[] =>
  ring([west, south], [west + side, south], [west + side, south + side], [west, south + side]);

describe("is measurable", () => {
  test.each<[string, Geometry]>([
    ["a point", point(122, 43)],
    [
      "several points, some on one spot",
      {
        type: "MultiPoint",
        coordinates: [
          [122, 43],
          [122, 43],
          [123, 43],
        ],
      },
    ],
    ["a line that crosses itself", line([122, 43], [122.1, 43.1], [122.1, 43], [122, 43.1])],
    ["a polygon", { type: "Polygon", coordinates: [square(122, 43, 0.1)] }],
    ["a polygon that runs clockwise", { type: "Polygon", coordinates: [square(122, 43, 0.1).reverse()] }],
    ["a polygon with a hole", { type: "Polygon", coordinates: [square(122, 43, 0.3), square(122.1, 43.1, 0.1)] }],
    [
      "a hole that touches the shore in a corner",
      { type: "Polygon", coordinates: [square(122, 43, 0.3), ring([122, 43], [122.2, 43.1], [122.1, 43.2])] },
    ],
    [
      "two polygons that share a side",
      { type: "MultiPolygon", coordinates: [[square(122, 43, 0.1)], [square(122.1, 43, 0.1)]] },
    ],
    ["a corner given twice", polygon([122, 43], [122.1, 43], [122.1, 43], [122.1, 43.1])],
    ["a polygon a metre wide", { type: "Polygon", coordinates: [square(122, 43, 1e-5)] }],
  ])("%s", (_, geometry) => {
    expect(findGeometryProblem(geometry)).toBeNull();
  });

  test("whatever ring runs around a centre, with a hole or without", () => {
    const plane = createZonePlane(ZONE);
    fc.assert(
      fc.property(polygons(), ({ parts }) => {
        expect(findGeometryProblem(polygonToGeoJson(parts, plane))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

describe("cannot be measured", () => {
  test.each<[string, string, Geometry]>([
    ["nothing", "empty", { type: "MultiPoint", coordinates: [] }],
    ["a polygon without rings", "empty", { type: "Polygon", coordinates: [] }],
    ["a ring without positions", "empty", { type: "Polygon", coordinates: [square(122, 43, 1), []] }],
    ["a line of one position", "too-few-vertices", line([122, 43])],
    ["a ring of two corners", "too-few-vertices", polygon([122, 43], [122.1, 43])],
    ["a ring left open", "not-closed", { type: "Polygon", coordinates: [square(122, 43, 0.1).slice(0, -1)] }],
    ["a ring that is a line", "zero-area", polygon([122, 43], [122, 43.1], [122, 43.2])],
    ["a ring on one spot", "zero-area", polygon([122, 43], [122, 43], [122, 43])],
    ["a bow tie", "self-crossing", polygon([122, 43], [122.1, 43.1], [122.1, 43], [122, 43.1])],
    ["a shape across 3 degrees", "too-wide", line([122, 43], [125, 43])],
    ["a shape across the date line", "too-wide", polygon([179.9, 43], [-179.9, 43], [-179.9, 43.1])],
  ])("%s: %s", (_, code, geometry) => {
    expect(codeOf(geometry)).toBe(code);
  });

  test("a bow tie of unequal wings, with the place where it crosses", () => {
    const problem = findGeometryProblem(polygon([122, 43], [122.2, 43.2], [122.2, 43.1], [122, 43.1]));
    expect(problem).toMatchObject({ code: "self-crossing" });
    expect(problem!.position![0]).toBeCloseTo(122.1, 3);
    expect(problem!.position![1]).toBeCloseTo(43.1, 3);
  });

  test("a hole that reaches across the shore, and parts that reach into one another", () => {
    expect(codeOf({ type: "Polygon", coordinates: [square(122, 43, 0.3), square(122.2, 43.1, 0.2)] })).toBe(
      "self-crossing",
    );
    const parts = [[square(122, 43, 0.3)], [square(122.2, 43.1, 0.2)]];
    expect(codeOf({ type: "MultiPolygon", coordinates: parts })).toBe("self-crossing");
  });

  test("a shape of more vertices than are taken, before anything else is looked at", () => {
    const wide = line(...Array.from({ length: 101 }, (_, i): Position => [122 + i, 43]));
    expect(findGeometryProblem(wide, 100)).toMatchObject({
      code: "too-many-vertices",
      allowed: "at most 100 vertices",
    });
    expect(findGeometryProblem(wide, 101)).toMatchObject({ code: "too-wide" });
    const endless = Array.from({ length: 50_001 }, (_, i): Position => [122 + i * 1e-6, 43]);
    expect(codeOf({ type: "LineString", coordinates: endless })).toBe("too-many-vertices");
    expect(codeOf({ type: "LineString", coordinates: endless.slice(1) })).toBeNull();
  });
});
