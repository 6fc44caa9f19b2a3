import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { findDatum } from "../../../../server/intake/datum.ts";
import { crsByName, crsByWkt } from "../../../../server/intake/formats/crs.ts";

const CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const XIAN =
  'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const BEIJING =
  'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

const transverse = (
  name: string,
  base: string,
  meridian: number,
  { easting = 500_000, northing = 0, scale = 1, projection = "Gauss_Kruger", unit = 'UNIT["Meter",1.0]' } = {},
) =>
  `PROJCS["${name}",${base},PROJECTION["${projection}"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",${northing}],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],${unit}]`;

describe("a WKT is known by its numbers", () => {
  test.each([
    [CGCS2000, "cgcs2000"],
    [WGS84, "wgs84"],
    [
      'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
      "wgs84",
    ],
    [
      'GEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]],CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",4490]]',
      "cgcs2000",
    ],
    [
      `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
      "EPSG:3857",
    ],
    [
      `PROJCS["WGS 84 / Pseudo-Mercator",${WGS84},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]`,
      "EPSG:3857",
    ],
    [
      transverse("WGS_1984_UTM_Zone_51N", WGS84, 123, { scale: 0.9996, projection: "Transverse_Mercator" }),
      "EPSG:32651",
    ],
    [transverse("WGS_1984_UTM_Zone_51S", WGS84, 123, { scale: 0.9996, northing: 1e7 }), "EPSG:32751"],
  ])("%.60s… is %s", (wkt, id) => {
    expect(crsByWkt(wkt).id).toBe(id);
  });

  /** From EPSG's register: the zone's number before the easting or not, 3 and 6 degrees. */
  test.each([
    ["CGCS2000_3_Degree_GK_Zone_41", 123, 41_500_000, 4529],
    ["CGCS2000_3_Degree_GK_CM_123E", 123, 500_000, 4550],
    ["CGCS2000_3_Degree_GK_CM_120E", 120, 500_000, 4549],
    ["CGCS2000_GK_Zone_21", 123, 21_500_000, 4499],
    ["CGCS2000_GK_CM_123E", 123, 500_000, 4510],
    ["CGCS2000_3_Degree_GK_Zone_25", 75, 25_500_000, 4513],
    ["CGCS2000_3_Degree_GK_CM_135E", 135, 500_000, 4554],
  ])("%s", (name, meridian, easting, code) => {
    expect(crsByWkt(transverse(name, CGCS2000, meridian, { easting }))).toMatchObject({
      text: name,
      id: `EPSG:${code}`,
    });
  });

  test("a name that lies changes nothing about where things are", () => {
    const wkt = transverse("WGS_1984_UTM_Zone_10N", CGCS2000, 120, { easting: 40_500_000 });
    expect(crsByWkt(wkt)).toMatchObject({ text: "WGS_1984_UTM_Zone_10N", id: "EPSG:4528" });
  });

  test("what it finds puts points where proj4 puts them by the WKT itself", () => {
    for (let zone = 25; zone <= 45; zone++)
      for (const easting of [500_000, zone * 1e6 + 500_000]) {
        const wkt = transverse("any", CGCS2000, zone * 3, { easting });
        const [x, y] = [easting + 61_234.5, 4_831_234.5];
        const [lon, lat] = findDatum(crsByWkt(wkt).id!).toWgs84([x, y]);
        const [expectedLon, expectedLat] = proj4(wkt, "WGS84", [x, y]) as [number, number];
        expect(Math.abs(lon - expectedLon) + Math.abs(lat - expectedLat)).toBeLessThan(1e-8);
      }
  });
});

describe("what is not known is named and left open", () => {
  test.each([
    ["Xian 1980", XIAN, "GCS_Xian_1980"],
    [
      "Beijing 1954 in a zone",
      transverse("Beijing_1954_3_Degree_GK_CM_123E", BEIJING, 123),
      "Beijing_1954_3_Degree_GK_CM_123E",
    ],
    ["a local meridian", transverse("Tongliao", CGCS2000, 122.25), "Tongliao"],
    ["a local scale", transverse("Scaled", CGCS2000, 123, { scale: 1.0001 }), "Scaled"],
    ["feet", transverse("Feet", CGCS2000, 123, { unit: 'UNIT["Foot_US",0.3048006096012192]' }), "Feet"],
    ["another meridian of zero", WGS84.replace('"Greenwich",0.0', '"Paris",2.337229166666667'), "GCS_WGS_1984"],
    ["noise", "not a WKT", "not a WKT"],
    ["a WKT that is cut off", 'PROJCS["CGCS2000', 'PROJCS["CGCS2000'],
  ])("%s", (_, wkt, text) => {
    expect(crsByWkt(wkt)).toMatchObject({ text, id: null });
  });

  test("a description of megabytes is not read", () => {
    const started = performance.now();
    expect(crsByWkt(`GEOGCS["a",${"[".repeat(5_000_000)}`).id).toBeNull();
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test.each([
  ["EPSG:4326", "wgs84"],
  ["urn:ogc:def:crs:EPSG::4490", "cgcs2000"],
  ["http://www.opengis.net/def/crs/EPSG/0/4529", "EPSG:4529"],
  ["urn:ogc:def:crs:OGC:1.3:CRS84", "wgs84"],
  ["EPSG:2326", null],
  ["somewhere", null],
])("the name %s is %s", (name, id) => {
  expect(crsByName(name)).toEqual({ text: name, id });
});
