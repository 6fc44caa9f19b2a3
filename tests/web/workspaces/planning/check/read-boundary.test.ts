import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBoundary } from "../../../../../web/workspaces/planning/check/read-boundary.ts";

const noKml = () => null;
const read = (text: string) => readBoundary(text, noKml);
const SQUARE = [
  [
    [122.26, 43.62],
    [122.261, 43.62],
    [122.261, 43.621],
    [122.26, 43.62],
  ],
];
const polygon = { type: "Polygon" as const, coordinates: SQUARE };

describe("a boundary in GeoJSON", () => {
  test("is a geometry, a feature with its name, or the first of several", () => {
    expect(read(JSON.stringify(polygon))).toEqual({ outline: polygon, name: null, shapes: 1 });
    const named = { type: "Feature", properties: { 名称: "城东站" }, geometry: polygon };
    expect(read(`\uFEFF ${JSON.stringify(named)}`)).toEqual({ outline: polygon, name: "城东站", shapes: 1 });
    const both = {
      type: "FeatureCollection",
      features: [named, { ...named, geometry: { type: "Point", coordinates: [1, 2] } }],
    };
    expect(read(JSON.stringify(both))).toEqual({ outline: polygon, name: "城东站", shapes: 2 });
  });

  test("a multi-part shape of one part is that part, and one of several keeps them", () => {
    expect(read(JSON.stringify({ type: "MultiPolygon", coordinates: [SQUARE] }))).toMatchObject({ outline: polygon });
    const two = { type: "MultiPolygon", coordinates: [SQUARE, SQUARE] };
    expect(read(JSON.stringify(two))).toMatchObject({ outline: two });
  });

  test("says what is wrong with it", () => {
    expect(read("  ")).toEqual({ problem: "empty" });
    expect(read("{ 122, 43")).toEqual({ problem: "not-read" });
    expect(read('{"type":"FeatureCollection","features":[]}')).toEqual({ problem: "no-shape" });
    expect(read('{"type":"Polygon","coordinates":[]}')).toEqual({ problem: "no-shape" });
    expect(read('{"type":"Point","coordinates":[500000,4830000]}')).toEqual({ problem: "out-of-range" });
    expect(read('{"type":"Point","coordinates":["122",43]}')).toEqual({ problem: "not-a-number" });
    expect(read('{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}')).toEqual({ problem: "collection" });
  });

  test("whatever is pasted, it is a boundary or a named problem", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `POLYGON((${text}))`),
        ),
        (text) => {
          const answer = read(text);
          expect("problem" in answer || answer.outline.coordinates.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a boundary in well-known text", () => {
  test("reads points, lines, polygons with holes and multi-part polygons", () => {
    expect(read("POINT (122.26 43.62)")).toMatchObject({ outline: { type: "Point", coordinates: [122.26, 43.62] } });
    expect(read("LINESTRING(122.26 43.62,122.27 43.62)")).toMatchObject({
      outline: {
        type: "LineString",
        coordinates: [
          [122.26, 43.62],
          [122.27, 43.62],
        ],
      },
    });
    expect(read("srid=4490; polygon z ((0 0 5, 9 0 5, 9 9 5, 0 0 5), (1 1 5, 2 1 5, 2 2 5, 1 1 5))")).toMatchObject({
      outline: { type: "Polygon", coordinates: [{ length: 4 }, { length: 4 }] },
    });
    expect(read("MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((2 2,3 2,3 3,2 2)))")).toMatchObject({
      outline: { type: "MultiPolygon", coordinates: [{ length: 1 }, { length: 1 }] },
    });
    expect(read("MULTIPOINT ((1.5 -2e1))")).toMatchObject({ outline: { type: "Point", coordinates: [1.5, -20] } });
  });

  test("another reference system is not read as degrees", () => {
    expect(read("SRID=4547;POINT(500000 4830000)")).toEqual({ problem: "not-read" });
  });
});
