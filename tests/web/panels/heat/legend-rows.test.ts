import { describe, expect, test } from "vitest";
import { legendRows, threeDigits } from "../../../../web/panels/heat/legend-rows.ts";

const geometry = { type: "MultiPolygon" as const, coordinates: [] };

describe("the legend", () => {
  const bands = [
    { min: 1, max: 2, areaKm2: 10, geometry },
    { min: 2, max: 5, areaKm2: 4, geometry },
    { min: 5, max: null, areaKm2: 0.5, geometry },
  ];

  test("runs from dense to sparse and keeps each band's place in the scale", () => {
    expect(legendRows(bands).map(({ index, min, max }) => [index, min, max])).toEqual([
      [2, 5, null],
      [1, 2, 5],
      [0, 1, 2],
    ]);
  });

  test("gives each band its own area, without the denser ones inside it", () => {
    expect(legendRows(bands).map(({ areaKm2 }) => areaKm2)).toEqual([0.5, 3.5, 6]);
  });

  test("is empty where no band is reached", () => {
    expect(legendRows([])).toEqual([]);
  });
});

test("figures have three digits and no more", () => {
  expect([181.04517, 0.062341, 0, 1234567].map(threeDigits)).toEqual([181, 0.0623, 0, 1230000]);
});
