import { expect, test } from "vitest";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { measureShape } from "../../../../web/panels/measure/measure-shape.ts";
import { areaTexts, lengthText } from "../../../../web/panels/measure/measured-text.ts";

const line = (...coordinates: [number, number][]) => measureShape({ type: "LineString", coordinates });

test("measures the worked example of the GeographicLib manual, Wellington to Salamanca", () => {
  const measured = line([174.81, -41.32], [-5.5, 40.96]);
  expect(measured?.kind === "line" && measured.totalM).toBeCloseTo(19_959_679.267, 2);
});

test("gives each leg its length and the direction in which it begins", () => {
  const start: [number, number] = [122.26, 43.62];
  const second = geodesicDestination(...start, 300, 812.5);
  const third = geodesicDestination(...second, 45, 1234.25);
  const measured = line(start, second, third);
  if (measured?.kind !== "line") throw new Error("no line");
  expect(measured.legs.map(({ distanceM }) => distanceM)).toEqual([
    expect.closeTo(812.5, 6),
    expect.closeTo(1234.25, 6),
  ]);
  expect(measured.legs.map(({ bearingDeg }) => bearingDeg)).toEqual([expect.closeTo(300, 6), expect.closeTo(45, 6)]);
  expect(measured.totalM).toBeCloseTo(2046.75, 6);
});

test("the second click of a double click is no leg", () => {
  const measured = line([122.26, 43.62], [122.27, 43.62], [122.27, 43.62]);
  expect(measured?.kind === "line" && measured.legs).toHaveLength(1);
});

test("a square of a degree on the equator has the area of the ellipsoid", () => {
  const measured = measureShape({
    type: "Polygon",
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  });
  if (measured?.kind !== "polygon") throw new Error("no polygon");
  // 12 308.778 km²: Planimeter of GeographicLib, WGS84.
  expect(measured.areaM2 / 1e6).toBeCloseTo(12_308.778, 3);
  expect(measured.isCrossing).toBe(false);
});

test("says that a bow tie has no area", () => {
  const bow = { type: "Polygon" as const, coordinates: [[[0, 0], [0.01, 0.01], [0.01, 0], [0, 0.01], [0, 0]]] }; // biome-ignore format: one ring
  expect(measureShape(bow)).toMatchObject({ isCrossing: true });
});

test("writes lengths to the decimetre and, from a kilometre on, to the metre", () => {
  expect(lengthText(812.46, "zh")).toBe("812.5 m");
  expect(lengthText(12_345.6, "zh")).toBe("12.346 km");
});

test("writes areas in every unit that says something", () => {
  expect(areaTexts(45.06, "zh")).toEqual(["45.1 m²"]);
  expect(areaTexts(20_000, "zh")).toEqual(["2 ha", "20,000 m²", "30 亩"]);
  expect(areaTexts(3_123_400, "en")).toEqual(["3.1234 km²", "3,123,400 m²"]);
});
