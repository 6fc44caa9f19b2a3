import fc from "fast-check";
import geodesy from "geographiclib-geodesic";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { createZonePlane, scaleBound } from "#data/geodesy/zone-plane.ts";

const WGS84 = geodesy.Geodesic.WGS84;
const CENTERS: readonly (readonly [string, readonly [number, number]])[] = [
  ["Tongliao", [122.26, 43.62]],
  ["Monaco", [7.42, 43.74]],
  ["Toronto", [-79.38, 43.65]],
  ["the equator", [103.8, 0]],
  ["the antimeridian", [179.95, -17]],
  ["the far north", [25.8, 71.1]],
];

const distance = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The position a geodesic away from the centre, `[lon, lat]`. */
function away(center: readonly [number, number], azimuthDeg: number, distanceM: number): [number, number] {
  const { lat2, lon2 } = WGS84.Direct(center[1], center[0], azimuthDeg, distanceM);
  return [lon2!, lat2!];
}

const geodesicM = (a: readonly [number, number], b: readonly [number, number]) =>
  WGS84.Inverse(a[1], a[0], b[1], b[0]).s12!;

describe.each(CENTERS)("on the plane of %s", (_, center) => {
  const plane = createZonePlane(center);
  const azimuth = fc.double({ min: -180, max: 180, noNaN: true });

  test("distances within 50 km of the centre agree with the geodesic within 0.01 % and are never shorter", () => {
    const reach = fc.double({ min: 0, max: 50_000, noNaN: true });
    fc.assert(
      fc.property(azimuth, reach, azimuth, reach, (azimuthA, reachA, azimuthB, reachB) => {
        const [a, b] = [away(center, azimuthA, reachA), away(center, azimuthB, reachB)];
        const geodesic = geodesicM(a, b);
        const [planeA, planeB] = [plane.toPlane(...a), plane.toPlane(...b)];
        const planar = distance(planeA, planeB);
        expect(Math.abs(planar - geodesic)).toBeLessThanOrEqual(geodesic * 1e-4 + 1e-6);
        expect(planar).toBeGreaterThanOrEqual(geodesic - 1e-6);
        const bound = scaleBound(Math.max(Math.abs(planeA[0]), Math.abs(planeB[0])));
        expect(planar).toBeLessThanOrEqual(geodesic * bound + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test("a short distance 50 km east or west, where the scale is worst, is 3.1e-5 too long at most", () => {
    for (const azimuthDeg of [90, -90])
      for (const directionDeg of [0, 45, 90, 135]) {
        const a = away(center, azimuthDeg, 50_000);
        const b = away(a, directionDeg, 50);
        const [planeA, planeB] = [plane.toPlane(...a), plane.toPlane(...b)];
        const excess = distance(planeA, planeB) / 50 - 1;
        expect(excess).toBeGreaterThan(3.0e-5);
        expect(excess).toBeLessThan(3.15e-5);
        expect(excess).toBeLessThan(scaleBound(Math.max(Math.abs(planeA[0]), Math.abs(planeB[0]))) - 1);
      }
  });

  test("a radius drawn on the plane is that many metres of geodesic, within 0.01 %, 50 km from the centre", () => {
    fc.assert(
      fc.property(azimuth, azimuth, fc.constantFrom(50, 300, 1000, 5000), (azimuthDeg, directionDeg, radiusM) => {
        const middle = away(center, azimuthDeg, 50_000 - radiusM);
        const [x, y] = plane.toPlane(...middle);
        const angle = (directionDeg * Math.PI) / 180;
        const edge = plane.toLonLat(x + radiusM * Math.cos(angle), y + radiusM * Math.sin(angle));
        expect(Math.abs(geodesicM(middle, edge) / radiusM - 1)).toBeLessThan(1e-4);
      }),
    );
  });

  test("agrees with proj4's own calls and comes back within a micrometre", () => {
    const reference = proj4(`+proj=tmerc +lat_0=${center[1]} +lon_0=${center[0]} +k=1 +datum=WGS84 +units=m`);
    fc.assert(
      fc.property(azimuth, fc.double({ min: 0, max: 100_000, noNaN: true }), (azimuthDeg, distanceM) => {
        const position = away(center, azimuthDeg, distanceM);
        const planar = plane.toPlane(...position);
        const [x, y] = reference.forward([...position]);
        expect(distance(planar, [x!, y!])).toBeLessThan(1e-6);
        expect(geodesicM(position, plane.toLonLat(...planar))).toBeLessThan(1e-6);
      }),
    );
  });
});

test("agrees with published values: the WGS84 quarter meridian, and UTM 17N 630084 4833438 of the CN Tower", () => {
  expect(createZonePlane([9, 0]).toPlane(9, 90)[1]).toBeCloseTo(10_001_965.729, 3);
  // UTM is the same projection at scale 0.9996, its origin on the equator, 500 km off; the published metres are whole.
  const [x, y] = createZonePlane([-81, 0]).toPlane(-(79 + 23 / 60 + 13.7 / 3600), 43 + 38 / 60 + 33.24 / 3600);
  expect(Math.abs(x * 0.9996 + 500_000 - 630_084)).toBeLessThan(1);
  expect(Math.abs(y * 0.9996 - 4_833_438)).toBeLessThan(1);
});

test("many at once are the same as one by one", () => {
  const plane = createZonePlane([122.26, 43.62]);
  const lonLat = Float64Array.of(122.26, 43.62, 122.5, 43.7, 121.9, 43.2);
  const xy = plane.projectAll(lonLat);
  const back = plane.unprojectAll(xy);
  for (let i = 0; i < lonLat.length; i += 2) {
    expect([xy[i], xy[i + 1]]).toEqual(plane.toPlane(lonLat[i]!, lonLat[i + 1]!));
    expect([back[i], back[i + 1]]).toEqual(plane.toLonLat(xy[i]!, xy[i + 1]!));
  }
  expect(Array.from(xy.subarray(0, 2))).toEqual([0, expect.closeTo(0, 8)]);
  expect(plane.projectAll(new Float64Array(0))).toHaveLength(0);
});

test("a stray position anywhere on the globe has finite metres and stays out of reach", () => {
  const plane = createZonePlane([122.26, 43.62]);
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      (lon, lat) => {
        const [x, y] = plane.toPlane(lon, lat);
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
        const geodesic = geodesicM([122.26, 43.62], [lon, lat]);
        expect(Math.hypot(x, y)).toBeGreaterThanOrEqual(geodesic * 0.99);
      },
    ),
  );
  for (const quarter of [32.26, 212.26]) {
    const [x, y] = plane.toPlane(quarter, 0);
    expect([Math.abs(x), y]).toEqual([20_000_000, 0]);
  }
  const [lon, lat] = plane.toLonLat(-20_000_000, 5e7);
  expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true);
});

test.each([
  [[181, 0]],
  [[0, 86]],
  [[Number.NaN, 0]],
  [[0, Number.POSITIVE_INFINITY]],
] as const)("refuses %j as a centre", (center) => {
  expect(() => createZonePlane(center)).toThrow(RangeError);
});
