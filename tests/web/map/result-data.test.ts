import { describe, expect, test } from "vitest";
import { heatColor } from "../../../web/map/heat-colors.ts";
import type { MapPicture } from "../../../web/map/picture.ts";
import { northernmost, RESULT_CHANGED, RESULT_DATA } from "../../../web/map/result-data.ts";
import { metres } from "../../../web/ui/quantities.ts";

const square = (half: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
      [-half, -half],
    ],
  ],
});

const EMPTY: MapPicture = {
  theme: "light",
  language: "zh",
  layers: [],
  base: [],
  heat: null,
  rings: [],
  distanceLines: [],
  shades: null,
  roadBands: [],
  areas: [],
  counts: true,
  uncounted: null,
  selected: [],
  hovered: null,
  marker: null,
  sketch: null,
};

describe("results on the map", () => {
  test("nothing asked, nothing drawn", () => {
    for (const make of Object.values(RESULT_DATA)) expect(make(EMPTY).features).toEqual([]);
  });

  test("a band keeps its colour when a denser one appears", () => {
    const band = (min: number, half: number) => ({ min, max: null, geometry: square(half), areaKm2: 1 });
    const fills = (bands: ReturnType<typeof band>[]) =>
      RESULT_DATA.heat({ ...EMPTY, heat: { bands, opacity: 1 } }).features.map((each) => each.properties!.fill);
    expect(fills([band(1, 3), band(2, 2)])).toEqual([heatColor(0, "light"), heatColor(1, "light")]);
    expect(fills([band(1, 3), band(2, 2), band(5, 1)]).slice(0, 2)).toEqual(fills([band(1, 3), band(2, 2)]));
  });

  test("a heat of the same bands is not sent again for a new opacity, but is for a new theme", () => {
    const heat = { bands: [], opacity: 1 };
    const before = { ...EMPTY, heat };
    expect(RESULT_CHANGED.heat(before, { ...EMPTY, heat: { ...heat, opacity: 0.5 } })).toBe(false);
    expect(RESULT_CHANGED.heat(before, { ...before, theme: "dark" })).toBe(true);
  });

  test("a road of one density keeps the colour that heat has for its band, also in another theme", () => {
    const roadBands = [
      {
        band: 2,
        geometry: {
          type: "LineString" as const,
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    ];
    const picture = { ...EMPTY, roadBands };
    expect(RESULT_DATA.roadBands(picture).features[0]!.properties).toEqual({ band: 2, color: heatColor(2, "light") });
    expect(RESULT_CHANGED.roadBands(picture, { ...picture, theme: "dark" })).toBe(true);
    expect(RESULT_CHANGED.roadBands(picture, { ...picture, areas: [] })).toBe(false);
  });

  test("a line of several parts carries its name once, at the middle of the longest", () => {
    const geometry = {
      type: "MultiLineString" as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [0, 1],
          [2, 1],
          [4, 1],
        ],
      ],
    };
    const named = RESULT_DATA.areas({ ...EMPTY, areas: [{ geometry, tone: "bad", label: "7" }] }).features;
    expect(named.map(({ geometry: { type }, properties }) => [type, properties!.label])).toEqual([
      ["MultiLineString", ""],
      ["Point", "7"],
    ]);
    expect(named[1]!.geometry).toEqual({ type: "Point", coordinates: [2, 1] });
  });

  test("small rings lie on top of large ones", () => {
    const rings = [100, 1000, 300].map((radiusM) => ({ radiusM, geometry: square(radiusM) }));
    expect(RESULT_DATA.rings({ ...EMPTY, rings }).features.map((each) => each.properties!.radiusM)).toEqual([
      1000, 300, 100,
    ]);
  });

  test("a ring's label stands at its northernmost point, of all its parts", () => {
    expect(
      northernmost({
        type: "MultiPolygon",
        coordinates: [
          square(1).coordinates,
          [
            [
              [5, 5],
              [6, 7],
              [7, 5],
              [5, 5],
            ],
          ],
        ],
      }),
    ).toEqual([6, 7]);
    expect(northernmost({ type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] })).toEqual([
      1, 2,
    ]);
    expect(northernmost({ type: "MultiPoint", coordinates: [] })).toBeNull();
  });

  test.each([
    [0, "0 m"],
    [12.44, "12.4 m"],
    [300, "300 m"],
    [999.4, "999 m"],
    [1000, "1 km"],
    [1512, "1.51 km"],
  ])("writes %d metres as %s", (distanceM, text) => {
    expect(metres(distanceM)).toBe(text);
  });

  test("a stretch carries its name at its middle, or at its northern end where features would hide it", () => {
    const geometry = {
      type: "LineString" as const,
      coordinates: [
        [0, 5],
        [1, 3],
        [2, 4],
      ],
    };
    const placeOf = (labelAbove: boolean) =>
      RESULT_DATA.areas({ ...EMPTY, areas: [{ geometry, tone: "bad", label: "G111", labelAbove }] }).features.find(
        ({ properties }) => properties!.label === "G111",
      )!.geometry;
    expect(placeOf(false)).toEqual({ type: "Point", coordinates: [1, 3] });
    expect(placeOf(true)).toEqual({ type: "Point", coordinates: [0, 5] });
  });
});
