import { expect, test } from "vitest";
import {
  epsgOf,
  transverseMercatorOf,
  utmOf,
  zoneByEpsg,
  zoneNumbered,
  zoneOf,
} from "../../../server/intake/gauss-kruger.ts";

const CODES = [...Array(4554 - 4491 + 1).keys()].map((i) => 4491 + i);

test("each of the 64 zones has its own code, meridian and easting, and is found again by them", () => {
  for (const code of CODES) {
    const zone = zoneByEpsg(code)!;
    expect(zone.epsg).toBe(code);
    expect(zoneNumbered(zone.number, zone.widthDeg, zone.hasPrefix)).toEqual(zone);
    expect(zoneOf(zone.meridian, zone.widthDeg, zone.hasPrefix)).toEqual(zone);
    const found = epsgOf(transverseMercatorOf(code)!)!;
    // Without the zone's number, the zone of 6 degrees on a meridian is the very projection of the one of 3.
    expect(transverseMercatorOf(found)).toEqual(transverseMercatorOf(code));
  }
});

test.each([
  [122.26, 3, 41, 123],
  [121.5, 3, 41, 123],
  [121.4999, 3, 40, 120],
  [122.26, 6, 21, 123],
  [126, 6, 22, 129],
  [73.5, 3, 25, 75],
  [72, 6, 13, 75],
] as const)("%d degrees lie in zone %#: %d wide, number %d, meridian %d", (lon, width, number, meridian) => {
  expect(zoneOf(lon, width, true)).toMatchObject({ number, meridian, widthDeg: width });
});

test.each([
  [73.4999, 3],
  [136.5, 3],
  [71.9, 6],
  [138, 6],
  [Number.NaN, 3],
] as const)("%d degrees lie in no Chinese zone of %d degrees", (lon, width) => {
  expect(zoneOf(lon, width, false)).toBeUndefined();
});

test("names are those of EPSG", () => {
  expect(zoneByEpsg(4529)!.name).toBe("CGCS2000 / 3-degree Gauss-Kruger zone 41");
  expect(zoneByEpsg(4550)!.name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 123E");
  expect(zoneByEpsg(4499)!.name).toBe("CGCS2000 / Gauss-Kruger zone 21");
  expect(zoneByEpsg(4510)!.name).toBe("CGCS2000 / Gauss-Kruger CM 123E");
});

test("UTM zones by place, and their codes by projection", () => {
  expect(utmOf(122.26, 43.62)).toBe(32651);
  expect(utmOf(115.86, -31.95)).toBe(32750);
  expect(utmOf(180, 10)).toBe(32660);
  expect(utmOf(-180, 10)).toBe(32601);
  for (const code of [32601, 32651, 32660, 32701, 32760]) expect(epsgOf(transverseMercatorOf(code)!)).toBe(code);
});

test.each([
  { meridian: 122.5, scale: 1, eastingM: 500_000, northingM: 0 },
  { meridian: 123, scale: 1, eastingM: 400_000, northingM: 0 },
  { meridian: 123, scale: 1, eastingM: 40_500_000, northingM: 0 },
  { meridian: 123, scale: 1, eastingM: 500_000, northingM: -3_000_000 },
  { meridian: 123, scale: 0.9999, eastingM: 500_000, northingM: 0 },
])("%j has no code", (projection) => {
  expect(epsgOf(projection)).toBeUndefined();
});
