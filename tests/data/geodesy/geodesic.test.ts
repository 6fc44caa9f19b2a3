import fc from "fast-check";
import { expect, test } from "vitest";
import {
  geodesicAreaM2,
  geodesicDestination,
  geodesicDistanceM,
  geodesicLengthM,
  geodesicLine,
} from "#data/geodesy/geodesic.ts";

test("agrees with the GeographicLib manual: Wellington to Salamanca", () => {
  // "s12 = 19959.679 km", azimuths 161.06766998616 and 18.825195123248 (geographiclib-geodesic, README; GeodSolve examples).
  const line = geodesicLine(174.81, -41.32, -5.5, 40.96);
  expect(line.distanceM).toBeCloseTo(19_959_679.26735382, 6);
  expect(line.azimuthDeg).toBeCloseTo(161.06766998616, 9);
  expect(line.endAzimuthDeg).toBeCloseTo(18.825195123248, 9);
});

test("agrees with the GeographicLib manual: JFK to London Heathrow", () => {
  // GeodSolve manual: 40.6N 73.8W to 51.6N 0.5W: 51.19888284531 107.82177673553 5551759.40031868 m
  const line = geodesicLine(-73.8, 40.6, -0.5, 51.6);
  expect(line.distanceM).toBeCloseTo(5_551_759.40031868, 6);
  expect(line.azimuthDeg).toBeCloseTo(51.198882845579824, 9);
  expect(line.endAzimuthDeg).toBeCloseTo(107.821776735514, 9);
});

test("agrees with the GeographicLib manual: Perth to 20 000 km south-west", () => {
  const [lon, lat] = geodesicDestination(115.74, -32.06, 225, 20_000_000);
  expect(lat).toBeCloseTo(32.11195529, 8);
  expect(lon).toBeCloseTo(-63.95925278, 8);
});

test("agrees with the GeographicLib manual: area and perimeter of Antarctica", () => {
  // Planimeter example of the manual: perimeter 16 831 067.893 m, area 13 662 703 680 020.1 m².
  const coast: [number, number][] = [
    [-58, -63.1],
    [-74, -72.9],
    [-102, -71.9],
    [-102, -74.9],
    [-131, -74.3],
    [-163, -77.5],
    [163, -77.4],
    [172, -71.7],
    [140, -65.9],
    [113, -65.7],
    [88, -66.6],
    [59, -66.9],
    [25, -69.8],
    [-4, -70],
    [-14, -71],
    [-33, -77.3],
    [-46, -77.9],
    [-61, -74.7],
  ];
  for (const ring of [coast, [...coast, coast[0]!], coast.toReversed()]) {
    const polygon = { type: "Polygon" as const, coordinates: [ring] };
    expect(geodesicAreaM2(polygon)).toBeCloseTo(13_662_703_680_020.1, 0);
    expect(geodesicLengthM(polygon)).toBeCloseTo(16_831_067.893, 3);
  }
});

test("a hole comes off the area, parts add up, lines and points have none", () => {
  const square = (west: number, size: number): [number, number][] => [
    [west, 0],
    [west + size, 0],
    [west + size, size],
    [west, size],
    [west, 0],
  ];
  const area = (size: number) => geodesicAreaM2({ type: "Polygon", coordinates: [square(0, size)] });
  expect(geodesicAreaM2({ type: "Polygon", coordinates: [square(0, 3), square(0, 1)] })).toBeCloseTo(
    area(3) - area(1),
    3,
  );
  expect(geodesicAreaM2({ type: "MultiPolygon", coordinates: [[square(0, 1)], [square(5, 1)]] })).toBeCloseTo(
    2 * area(1),
    3,
  );
  const line = { type: "LineString" as const, coordinates: square(0, 1).slice(0, 2) };
  expect(geodesicAreaM2(line)).toBe(0);
  expect(geodesicLengthM(line)).toBeCloseTo(111_319.4907932, 6); // a degree of the equator: a·π/180
  expect(geodesicLengthM({ type: "Point", coordinates: [1, 1] })).toBe(0);
  expect(
    geodesicLengthM({
      type: "GeometryCollection",
      geometries: [line, { type: "MultiLineString", coordinates: [line.coordinates] }],
    }),
  ).toBeCloseTo(2 * 111_319.4907932, 5);
});

test("the way out and the way back are one length, and the destination lies at that distance", () => {
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const lat = fc.double({ min: -89, max: 89, noNaN: true });
  fc.assert(
    fc.property(lon, lat, lon, lat, (lon1, lat1, lon2, lat2) => {
      const there = geodesicDistanceM(lon1, lat1, lon2, lat2);
      expect(geodesicDistanceM(lon2, lat2, lon1, lat1)).toBeCloseTo(there, 5);
      const { azimuthDeg, distanceM } = geodesicLine(lon1, lat1, lon2, lat2);
      const [lon3, lat3] = geodesicDestination(lon1, lat1, azimuthDeg, distanceM);
      expect(geodesicDistanceM(lon2, lat2, lon3, lat3)).toBeLessThan(1e-5);
    }),
  );
});
