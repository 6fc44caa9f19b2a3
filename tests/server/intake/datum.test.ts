import fc from "fast-check";
import gcoord from "gcoord";
import type { Geometry } from "geojson";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findDatum, fromWgs84, toWgs84, UnknownDatum } from "../../../server/intake/datum.ts";

/** Length of the meridian from the equator to 45° N on GRS80 (and, to the millimetre, on WGS84). */
const QUARTER_M = 4_984_944.378;

const inChina = fc.tuple(fc.double({ min: 100, max: 118, noNaN: true }), fc.double({ min: 24, max: 41, noNaN: true }));
const apartM = (a: readonly number[], b: readonly number[]) => geodesicDistanceM(a[0]!, a[1]!, b[0]!, b[1]!);

test.each(["wgs84", "WGS84", "cgcs2000", "EPSG:4326", "epsg:4490"])("%s is taken as it is", (name) => {
  const datum = findDatum(name);
  expect(datum.same).toBe(true);
  expect(datum.toWgs84([122.26, 43.62, 180])).toEqual([122.26, 43.62]);
});

describe("Gauss-Kruger and UTM", () => {
  test.each([
    ["EPSG:4491", 13_500_000, QUARTER_M, 75],
    ["EPSG:4499", 21_500_000, QUARTER_M, 123],
    ["EPSG:4502", 500_000, QUARTER_M, 75],
    ["EPSG:4510", 500_000, QUARTER_M, 123],
    ["EPSG:4513", 25_500_000, QUARTER_M, 75],
    ["EPSG:4529", 41_500_000, QUARTER_M, 123],
    ["EPSG:4534", 500_000, QUARTER_M, 75],
    ["EPSG:4550", 500_000, QUARTER_M, 123],
    ["EPSG:32651", 500_000, QUARTER_M * 0.9996, 123],
    ["EPSG:32751", 500_000, 10_000_000 - QUARTER_M * 0.9996, 123],
  ])("%s puts 45 degrees on the central meridian where its arc ends", (name, easting, northing, meridian) => {
    const [lon, lat] = findDatum(name).toWgs84([easting, northing]);
    expect(lon).toBeCloseTo(meridian, 8);
    expect(Math.abs(lat)).toBeCloseTo(45, 7);
  });

  test("come back to where proj4's own definition of the zone puts them", () => {
    const zone = "+proj=tmerc +lon_0=123 +k=1 +x_0=500000 +ellps=GRS80 +units=m";
    fc.assert(
      fc.property(
        fc.double({ min: 121.5, max: 124.5, noNaN: true }),
        fc.double({ min: 20, max: 52, noNaN: true }),
        (lon, lat) => {
          const position = proj4("WGS84", zone, [lon, lat]);
          expect(apartM(findDatum("EPSG:4550").toWgs84(position), [lon, lat])).toBeLessThan(0.001);
        },
      ),
    );
  });

  test("have no place for what is no number", () => {
    expect(findDatum("EPSG:4550").toWgs84([Number.NaN, 1])).toEqual([Number.NaN, Number.NaN]);
  });
});

/**
 * Made by PROJ 9.1.1, one line each:
 * `echo "122.26 43.62" | cs2cs -f "%.5f" +proj=longlat +ellps=GRS80 +to +proj=tmerc +lon_0=123 +k=1 +x_0=41500000 +ellps=GRS80`.
 */
const BY_PROJ = [
  ["EPSG:4529", 122.26, 43.62, 41440269.83643, 4831867.23255],
  ["EPSG:4529", 124.49, 43.62, 41620268.0009, 4832680.08088],
  ["EPSG:4550", 122.26, 43.62, 440269.83643, 4831867.23255],
  ["EPSG:4549", 122.26, 43.62, 682421.24928, 4834083.77993],
  ["EPSG:4499", 122.26, 43.62, 21440269.83643, 4831867.23255],
  ["EPSG:4510", 125.99, 53.5, 698387.27854, 5934428.60724],
  ["EPSG:4498", 119.99, 18.2, 20816413.39811, 2015698.56616],
  ["EPSG:4491", 73.6, 39.4, 13379406.48013, 4363846.97421],
  ["EPSG:4554", 134.7, 48.4, 477786.01536, 5362948.76905],
  ["EPSG:4534", 76.4, 31.2, 633432.29875, 3453993.14386],
  ["EPSG:32651", 122.26, 43.62, 440293.72849, 4829934.48578],
  ["EPSG:32750", 115.86, -31.95, 392259.36189, 6464539.16399],
  ["EPSG:3857", 122.26, 43.62, 13609920.94439, 5406823.39695],
] as const;

test.each(BY_PROJ)("%s agrees with PROJ to a millimetre at %d, %d, both ways", (name, lon, lat, x, y) => {
  const datum = findDatum(name);
  expect(datum.unit).toBe("metres");
  const [toX, toY] = datum.fromWgs84([lon, lat]);
  expect(Math.hypot(toX - x, toY - y)).toBeLessThan(0.001);
  expect(apartM(datum.toWgs84([x, y]), [lon, lat])).toBeLessThan(0.001);
});

const nineDecimals = (min: number, max: number) =>
  fc.integer({ min: min * 1e9, max: max * 1e9 }).map((billionths) => billionths / 1e9);

test.each([
  "wgs84",
  "gcj02",
  "bd09",
  "gcj02-reversed",
  "EPSG:4529",
  "EPSG:4498",
  "EPSG:32650",
  "EPSG:3857",
  "EPSG:4549-yx",
])("a place to nine decimals comes back from %s as the very same", (name) => {
  const datum = findDatum(name);
  fc.assert(
    fc.property(nineDecimals(114, 119.9), nineDecimals(25, 41), (lon, lat) => {
      expect(datum.toWgs84(datum.fromWgs84([lon, lat]))).toEqual([lon, lat]);
    }),
  );
});

/**
 * WGS84, then the shifted place. The first three: googollee/eviltransform (tests of all its languages); the fourth:
 * wandergis/coordtransform, test/app.js; all others: hujiulong/gcoord, test/unit/crs and test/fixtures/china-cities.json.
 */
const PUBLISHED = {
  gcj02: [
    [121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
    [113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
    [116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
    [116.404, 39.915, 116.41024449916938, 39.91640428150164],
    [123, 45, 123.00607541, 45.00197815],
    [123.4253306, 41.8032629, 123.4314787, 41.8057023],
    [116.0414035, 43.9312805, 116.0482308, 43.9334573],
    [98.4937175, 39.7319946, 98.4943595, 39.7328234],
  ],
  bd09: [
    [123, 45, 123.0124491, 45.0083293],
    [122.9876221, 44.9917154, 123, 45],
    [123.4253306, 41.8032629, 123.438095, 41.8114013],
    [116.0414035, 43.9312805, 116.0546232, 43.9397782],
    [113.6192856, 34.7478004, 113.6317519, 34.7528605],
    [118.6711365, 24.8770487, 118.6821251, 24.8804872],
    [98.4937175, 39.7319946, 98.5008441, 39.7388949],
  ],
} as const;

describe.each([
  ["gcj02", gcoord.GCJ02, 50, 800],
  ["bd09", gcoord.BD09, 300, 1_700],
] as const)("%s", (name, system, least, most) => {
  const datum = findDatum(name);

  test.each<readonly [number, number, number, number]>([
    ...PUBLISHED[name],
  ])("agrees with the published pair %d, %d → %d, %d to 1e-5 degrees, both ways", (...pair) => {
    const [lon, lat, movedLon, movedLat] = pair;
    const [toLon, toLat] = datum.fromWgs84([lon, lat]);
    const [backLon, backLat] = datum.toWgs84([movedLon, movedLat]);
    for (const difference of [toLon - movedLon, toLat - movedLat, backLon - lon, backLat - lat])
      expect(Math.abs(difference)).toBeLessThan(1e-5);
  });

  test("moves places in China by hundreds of metres, and is undone to 1e-8 degrees", () => {
    fc.assert(
      fc.property(inChina, (position) => {
        const moved = gcoord.transform(position, gcoord.WGS84, system);
        expect(apartM(moved, position)).toBeGreaterThan(least);
        expect(apartM(moved, position)).toBeLessThan(most);
        const [lon, lat] = datum.toWgs84(moved);
        expect(Math.abs(lon - position[0])).toBeLessThan(1e-8);
        expect(Math.abs(lat - position[1])).toBeLessThan(1e-8);
      }),
    );
  });

  test.each([
    ["Tokyo", 139.69, 35.69],
    ["Seoul", 126.98, 37.57],
    ["Pyongyang", 125.75, 39.02],
    ["Vladivostok", 131.89, 43.12],
    ["Khabarovsk", 135.07, 48.48],
    ["Chita", 113.5, 52.03],
    ["Choibalsan", 114.53, 48.07],
    ["Ulaanbaatar", 106.92, 47.92],
    ["Almaty", 76.89, 43.24],
    ["Bishkek", 74.59, 42.87],
    ["Kathmandu", 85.32, 27.72],
    ["Dhaka", 90.41, 23.81],
    ["Hanoi", 105.85, 21.03],
    ["Ho Chi Minh City", 106.7, 10.78],
    ["Manila", 120.98, 14.6],
    ["Moscow", 37.62, 55.76],
    ["Monaco", 7.42, 43.73],
    ["Toronto", -79.38, 43.65],
    ["Sydney", 151.21, -33.87],
    ["the Gulf of Guinea", 0, 0],
  ])("leaves %s where it is", (_, lon, lat) => {
    expect(datum.toWgs84([lon, lat])).toEqual([lon, lat]);
    expect(datum.fromWgs84([lon, lat])).toEqual([lon, lat]);
  });

  test.each([
    ["Tongliao", 122.26, 43.62],
    ["Mohe", 122.54, 52.97],
    ["Fuyuan on the Ussuri", 134.3, 48.36],
    ["Hunchun", 130.37, 42.86],
    ["Dandong", 124.39, 40.13],
    ["Kashgar", 75.99, 39.47],
    ["Burang", 81.18, 30.29],
    ["Ruili", 97.85, 24.01],
    ["Dongxing", 107.97, 21.55],
    ["Sanya", 109.51, 18.25],
    ["Sansha", 112.34, 16.83],
    ["Hong Kong", 114.17, 22.3],
    ["Taipei", 121.56, 25.03],
    ["Shanghai's Shengsi islands", 122.45, 30.73],
  ])("moves %s", (_, lon, lat) => {
    expect(apartM(datum.fromWgs84([lon, lat]), [lon, lat])).toBeGreaterThan(least);
  });
});

test("an undoing of a shift that was never there is undone", () => {
  for (const name of ["gcj02", "bd09"]) {
    const wrongly = findDatum(name).toWgs84([122.26, 43.62]);
    const [lon, lat] = findDatum(`${name}-reversed`).toWgs84(wrongly);
    expect(Math.hypot(lon - 122.26, lat - 43.62)).toBeLessThan(2e-9);
  }
});

test("with -yx the north ordinate comes first", () => {
  expect(findDatum("wgs84-yx").toWgs84([43.62, 122.26])).toEqual([122.26, 43.62]);
  expect(findDatum("EPSG:4529-yx").fromWgs84([122.26, 43.62])).toEqual([4831867.23255, 41440269.83643]);
});

test.each([
  ["CGCS2000_3_Degree_GK_CM_123E", "EPSG:4550"],
  ["CGCS2000_3_Degree_GK_Zone_41", "EPSG:4529"],
  ["CGCS2000 / Gauss-Kruger zone 21", "EPSG:4499"],
  ["CGCS2000 / 3-degree Gauss-Kruger CM 120E", "EPSG:4549"],
  ["CGCS2000 / Gauss-Kruger CM 123E", "EPSG:4510"],
  ["CGCS2000 3度带 第41带", "EPSG:4529"],
  ["cgcs2000 6度带 中央经线123°", "EPSG:4510"],
  ["CGCS2000 3度带 中央经线120", "EPSG:4549"],
])("%s is %s", (name, id) => {
  expect(findDatum(name).id).toBe(id);
});

test.each([
  "",
  "wgs",
  "beijing54",
  "EPSG:2436",
  "EPSG:",
  "EPSG:4555",
  "EPSG:4550-",
  "CGCS2000 3度带 第46带",
  "CGCS2000 / Gauss-Kruger CM 120E",
  "+proj=tmerc +lat_0=0 +lon_0=122 +k=1 +x_0=0 +y_0=0 +ellps=krass +units=m +no_defs",
  "4490",
])("%j is refused and those there are named", (name) => {
  expect(() => findDatum(name)).toThrow(UnknownDatum);
  expect(() => findDatum(name)).toThrow(/^there is no datum .*wgs84, cgcs2000, gcj02, bd09.*survey office[^\n]*$/);
});

test("every position of every kind of geometry is moved", () => {
  const datum = findDatum("EPSG:3857");
  const at = [0, 0, 9];
  const geometries: Geometry[] = [
    { type: "Point", coordinates: at },
    { type: "MultiPoint", coordinates: [at] },
    { type: "LineString", coordinates: [at, at] },
    { type: "MultiLineString", coordinates: [[at, at]] },
    { type: "Polygon", coordinates: [[at, at]] },
    { type: "MultiPolygon", coordinates: [[[at, at]]] },
  ];
  for (const geometry of geometries)
    expect(JSON.stringify(toWgs84(geometry, datum))).toBe(JSON.stringify(geometry).replaceAll("[0,0,9]", "[0,0]"));
});

test("there and back, a geometry is the same", () => {
  const geometry: Geometry = {
    type: "LineString",
    coordinates: [
      [122.26, 43.62],
      [122.27, 43.63],
    ],
  };
  const datum = findDatum("EPSG:4529");
  expect(toWgs84(fromWgs84(geometry, datum), datum)).toEqual(geometry);
});
