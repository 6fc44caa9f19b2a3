import type { Polygon } from "geojson";
import { expect, test } from "vitest";
import {
  contoursOf,
  guessUnit,
  numberColumns,
  readNumber,
  riskText,
} from "../../../../../web/workspaces/planning/second-opinions/contour-values.ts";
import { readAreas, readAreasFile } from "../../../../../web/workspaces/planning/second-opinions/read-areas.ts";

const ring = (east: number, half: number) => {
  const [x, y] = [122.26 + east, 43.62];
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
};
const feature = (geometry: unknown, properties: Record<string, unknown> = {}) => ({
  type: "Feature",
  geometry,
  properties,
});
const collection = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const polygon = (east: number, half: number) => ({ type: "Polygon", coordinates: [ring(east, half)] });

/** The page's own parser needs a browser; the journey goes through it. */
const noKml = () => null;

const areas = (text: string) => {
  const read = readAreas(text, noKml);
  if ("problem" in read) throw new Error(read.problem);
  return read.areas;
};

test("takes areas and closed lines, and leaves open lines and points", () => {
  const found = areas(
    collection(
      feature(polygon(0, 0.01), { risk: 1e-6 }),
      feature({ type: "LineString", coordinates: ring(0, 0.005) }),
      feature({ type: "LineString", coordinates: ring(0, 0.005).slice(0, 3) }),
      feature({ type: "Point", coordinates: [122.26, 43.62] }),
      feature({ type: "MultiLineString", coordinates: [ring(0, 0.001), ring(0.1, 0.001)] }),
    ),
  );
  expect(found.map(({ geometry }) => geometry.type)).toEqual(["Polygon", "Polygon", "MultiPolygon"]);
  expect(found[0]!.properties).toEqual({ risk: 1e-6 });
});

test.each([
  ["{", "not-read"],
  ["[]", "not-read"],
  ["<html></html>", "not-read"],
  ["risk,area", "not-read"],
  ["POINT (122.26 43.62)", "no-areas"],
  [collection(feature({ type: "Polygon", coordinates: null })), "no-areas"],
  [collection(feature({ type: "Polygon", coordinates: [[["a", 1]]] })), "no-areas"],
  [collection(), "no-areas"],
  [collection(feature({ type: "Point", coordinates: [1, 2] })), "no-areas"],
  [
    collection(
      feature({
        type: "Polygon",
        coordinates: [
          [
            [500000, 4800000],
            [500001, 4800000],
            [500000, 4800001],
            [500000, 4800000],
          ],
        ],
      }),
    ),
    "out-of-range",
  ],
])("%s is refused", (text, problem) => {
  expect(readAreas(text, noKml)).toEqual({ problem });
});

test("takes placemarks of KML under their names, and several shapes of WKT without heights", async () => {
  const shapes = [{ geometry: polygon(0, 0.01) as Polygon, name: "1E-6" }];
  expect(readAreas("<kml/>", () => shapes)).toEqual({
    areas: [{ geometry: polygon(0, 0.01), properties: { name: "1E-6" } }],
  });
  const wkt =
    "SRID=4326;POLYGON Z ((0 0 5, 1 0 5, 1 1 5, 0 0 5));\nMULTIPOLYGON (((0 0, 2 0, 2 2, 0 0)), ((3 3, 4 3, 4 4, 3 3)))";
  expect(areas(wkt).map(({ geometry }) => geometry.coordinates.length)).toEqual([1, 2]);
  expect(areas(wkt)[0]!.geometry.coordinates[0]![1]).toEqual([1, 0]);
});

test("an archive is named as what it is, and a huge file is not read", async () => {
  const file = (name: string, size: number) => ({ name, size, text: () => Promise.reject(new Error("read")) });
  expect(await readAreasFile(file("iso.zip", 10), noKml)).toEqual({ problem: "archive" });
  expect(await readAreasFile(file("iso.geojson", 30_000_000), noKml)).toEqual({ problem: "too-large" });
});

test.each([
  ["3E-6", 3e-6],
  ["3×10^-6", 3e-6],
  ["3 x 10^-6 /年", 3e-6],
  ["1e-05/a", 1e-5],
  [" -6 ", -6],
  ["10⁻⁶", 1e-6],
  ["10^-5/年", 1e-5],
  ["3×10⁻⁷", 3e-7],
  ["10", 10],
  ["1006", 1006],
  [0.000001, 1e-6],
  ["", null],
  ["high", null],
  [null, null],
])("reads %s as %s", (value, number) => {
  expect(readNumber(value)).toBe(number);
});

test("offers the columns that hold a number everywhere", () => {
  const found = areas(
    collection(
      feature(polygon(0, 0.01), { risk: "1E-6", id: 1, note: "a" }),
      feature(polygon(0, 0.02), { risk: 3e-7, note: "b" }),
    ),
  );
  expect(numberColumns(found)).toEqual(["risk"]);
});

test("guesses the unit from the size of the numbers", () => {
  expect(guessUnit([1e-5, 3e-6])).toBe("perYear");
  expect(guessUnit([10, 3, 0.3])).toBe("perMillionYears");
  expect(guessUnit([-5, -6])).toBe("exponent");
});

test("the same risk in three units gives the same contour, parts of one value together", () => {
  const of = (value: unknown) => feature(polygon(0, 0.01), { value });
  const perYear = contoursOf(areas(collection(of(3e-6))), "value", "perYear").contours[0]!.riskPerYear;
  expect(contoursOf(areas(collection(of(3))), "value", "perMillionYears").contours[0]!.riskPerYear).toBe(perYear);
  expect(contoursOf(areas(collection(of(-6))), "value", "exponent").contours[0]!.riskPerYear).toBe(1e-6);
  const parts = areas(collection(of(1e-6), feature(polygon(0.1, 0.01), { value: "1E-6" }), of(1e-5)));
  const { contours } = contoursOf(parts, "value", "perYear");
  expect(contours.map(({ riskPerYear, geometry }) => [riskPerYear, geometry.coordinates.length])).toEqual([
    [1e-6, 2],
    [1e-5, 1],
  ]);
});

test("what is no frequency is named and left out", () => {
  const found = areas(collection(feature(polygon(0, 0.01), { value: 7 }), feature(polygon(0, 0.02), { value: 0 })));
  expect(contoursOf(found, "value", "perYear")).toEqual({ contours: [], unreadable: ["7", "0"] });
});

test("writes a risk as reports do", () => {
  expect([3e-6, 1e-5, 2.5e-7, 0].map(riskText)).toEqual(["3E-6", "1E-5", "2.5E-7", "0"]);
});
