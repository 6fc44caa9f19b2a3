import { expect, test } from "vitest";
import { findDatum, UnknownDatum } from "../../../server/intake/datum.ts";
import { findDatumByWkt } from "../../../server/intake/datum-wkt.ts";

const CHINA =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
const BEIJING =
  'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245,298.3]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
const XIAN =
  'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140,298.257]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';

interface Told {
  readonly projection?: string;
  readonly meridian?: number;
  readonly scale?: number;
  readonly eastingM?: number;
  readonly unit?: string;
}

const projectedOn = (geographic: string, told: Told = {}) => {
  const { projection = "Gauss_Kruger", meridian = 123, scale = 1, eastingM = 500_000, unit = '"Meter",1.0' } = told;
  return `PROJCS["Local",${geographic},PROJECTION["${projection}"],PARAMETER["False_Easting",${eastingM}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT[${unit}]]`;
};

const WKT2 =
  'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 123E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4490]],CONVERSION["3-degree Gauss-Kruger CM 123E",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",123,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",4550]]';

const WEB_MERCATOR = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${WGS84},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",0],PARAMETER["Standard_Parallel_1",0],PARAMETER["Auxiliary_Sphere_Type",0],UNIT["Meter",1]]`;

test.each([
  ["degrees on WGS84", WGS84, "wgs84"],
  ["degrees on CGCS2000", CHINA, "cgcs2000"],
  ["a zone of 3 degrees", projectedOn(CHINA), "EPSG:4550"],
  ["a zone with its number", projectedOn(CHINA, { eastingM: 41_500_000 }), "EPSG:4529"],
  ["a zone of 6 degrees with its number", projectedOn(CHINA, { eastingM: 21_500_000 }), "EPSG:4499"],
  ["UTM", projectedOn(WGS84, { projection: "Transverse_Mercator", scale: 0.9996 }), "EPSG:32651"],
  ["web Mercator", WEB_MERCATOR, "EPSG:3857"],
  ["the second edition of the text", WKT2, "EPSG:4550"],
])("%s is known", (_, wkt, id) => {
  expect(findDatumByWkt(wkt).id).toBe(id);
});

test("a meridian of its own is followed, and the datum is found again by its id", () => {
  const datum = findDatumByWkt(projectedOn(CHINA, { meridian: 122.25, eastingM: 50_000 }));
  // echo "122.26 43.62" | cs2cs -f "%.5f" +proj=longlat +ellps=GRS80 +to +proj=tmerc +lon_0=122.25 +x_0=50000 +ellps=GRS80
  const [x, y] = datum.fromWgs84([122.26, 43.62]);
  expect(Math.hypot(x - 50807.16325, y - 4831601.17559)).toBeLessThan(0.001);
  expect(findDatum(datum.id).toWgs84([x, y])).toEqual([122.26, 43.62]);
  expect(findDatum(datum.id).id).toBe(datum.id);
});

test.each([
  ["Beijing 1954", projectedOn(BEIJING), /parameters of the local survey office/],
  ["Xian 1980", projectedOn(XIAN), /parameters of the local survey office/],
  ["Xian 1980 in degrees", XIAN, /parameters of the local survey office/],
  ["another projection", projectedOn(WGS84, { projection: "Lambert_Conformal_Conic" }), /there is no projection/],
  ["feet", projectedOn(WGS84, { unit: '"Foot_US",0.3048006096012192' }), /not the metre/],
  ["another datum", WGS84.replaceAll("WGS_1984", "NAD27"), /neither WGS84 nor CGCS2000/],
  ["another ellipsoid", WGS84.replace("6378137,298.257223563", "6378388,297"), /ellipsoid/],
  ["another prime meridian", WGS84.replace('"Greenwich",0', '"Paris",2.33722917'), /do not begin in Greenwich/],
  ["a local grid", 'LOCAL_CS["site",UNIT["metre",1]]', /no well-known text|neither/],
  ["no such text", "EPSG 4326", /no well-known text/],
  ["nothing", "", /no well-known text/],
])("%s is refused in one line", (_, wkt, message) => {
  expect(() => findDatumByWkt(wkt)).toThrow(UnknownDatum);
  expect(() => findDatumByWkt(wkt)).toThrow(message);
  expect(() => findDatumByWkt(wkt)).toThrow(/^[^\n]+$/);
});
