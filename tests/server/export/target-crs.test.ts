import { describe, expect, test } from "vitest";
import { findTargetCrs, OutsideCrs, toTarget, UnknownCrs } from "../../../server/export/target-crs.ts";
import { crsByWkt } from "../../../server/intake/formats/crs.ts";

const ZONE = [122.26, 43.62] as const;

/** `gdaltransform -s_srs EPSG:4490 -t_srs …` of PROJ 9.1. */
const PROJ: readonly (readonly [string, readonly [number, number], readonly [number, number]])[] = [
  ["EPSG:4529", [122.26, 43.62], [41440269.8364288, 4831867.23255401]],
  ["EPSG:4529", [104.06, 30.67], [39669114.2773726, 3552369.18982381]],
  ["EPSG:4508", [122.26, 43.62], [1409124.93778235, 4893640.70032422]],
  ["EPSG:32651", [122.26, 43.62], [440293.728494669, 4829934.48577932]],
  ["EPSG:3857", [122.26, 43.62], [13609920.9443856, 5406823.39694857]],
];

test.each(PROJ)("%s puts %j within a millimetre of PROJ", (name, place, expected) => {
  const point = toTarget({ type: "Point", coordinates: [...place] }, findTargetCrs(name, null));
  const [x, y] = (point as { coordinates: number[] }).coordinates;
  expect(Math.abs(x! - expected[0])).toBeLessThan(1e-3);
  expect(Math.abs(y! - expected[1])).toBeLessThan(1e-3);
});

describe("cgcs2000-gk", () => {
  test.each([
    [73.5, "EPSG:4513"],
    [122.26, "EPSG:4529"],
    [121.5, "EPSG:4529"],
    [121.49, "EPSG:4528"],
    [136.49, "EPSG:4533"],
  ])("at %d degrees east is %s", (longitude, id) => {
    expect(findTargetCrs("CGCS2000-GK", [longitude, 40]).id).toBe(id);
  });

  test("is refused where China has no zone, and where nobody says where the zone is", () => {
    expect(() => findTargetCrs("cgcs2000-gk", [73.49, 40])).toThrow(UnknownCrs);
    expect(() => findTargetCrs("cgcs2000-gk", [7.4, 43.7])).toThrow(/7.40 degrees/);
    expect(() => findTargetCrs("cgcs2000-gk", null)).toThrow(/EPSG:4529/);
  });
});

test.each([
  "",
  "wgs 84",
  "EPSG:",
  "EPSG:2154",
  "EPSG:4555",
  "bd09",
  "EPSG:4214",
  "__proto__",
])("%j is unknown", (name) => {
  expect(() => findTargetCrs(name, ZONE)).toThrow(UnknownCrs);
});

const WRITTEN = [
  4326, 4490, 3857, 4491, 4501, 4502, 4512, 4513, 4533, 4534, 4554, 32601, 32651, 32660, 32701, 32760,
].map((epsg) => `EPSG:${epsg}`);

test.each([...WRITTEN, "gcj02"])("what a file says of %s is understood when it comes back", (name) => {
  const crs = findTargetCrs(name, null);
  const sameDegrees = { "EPSG:4326": "wgs84", "EPSG:4490": "cgcs2000" }[name];
  for (const wkt of [crs.ogcWkt, crs.esriWkt]) expect(crsByWkt(wkt).id, wkt).toBe(sameDegrees ?? crs.id);
});

test("a place that has no coordinates there is named, not written", () => {
  const pole = { type: "Point" as const, coordinates: [122, 90] };
  expect(() => toTarget(pole, findTargetCrs("EPSG:3857", null))).toThrow(OutsideCrs);
});
