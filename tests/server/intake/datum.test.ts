import fc from "fast-check";
import gcoord from "gcoord";
import type { Geometry } from "geojson";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { findDatum, toWgs84, UnknownDatum } from "../../../server/intake/datum.ts";

/** Length of the meridian from the equator to 45° N on GRS80 (and, to the millimetre, on WGS84). */
const QUARTER_M = 4_984_944.378;

const inChina = fc.tuple(fc.double({ min: 100, max: 130, noNaN: true }), fc.double({ min: 22, max: 50, noNaN: true }));
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

describe.each([
  ["gcj02", gcoord.GCJ02, 50, 800],
  ["bd09", gcoord.BD09, 300, 1_700],
] as const)("%s", (name, system, least, most) => {
  test("is undone to within half a metre in China, where it moves places by hundreds of metres", () => {
    fc.assert(
      fc.property(inChina, (position) => {
        const moved = gcoord.transform(position, gcoord.WGS84, system);
        expect(apartM(moved, position)).toBeGreaterThan(least);
        expect(apartM(moved, position)).toBeLessThan(most);
        expect(apartM(findDatum(name).toWgs84(moved), position)).toBeLessThan(0.5);
      }),
    );
  });
});

test.each([
  "",
  "wgs",
  "beijing54",
  "EPSG:2436",
  "EPSG:",
  "EPSG:4555",
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
