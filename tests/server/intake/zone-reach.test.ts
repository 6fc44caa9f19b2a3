import { describe, expect, test } from "vitest";
import { findDatum } from "../../../server/intake/datum.ts";
import { elsewhereKm, reachOf } from "../../../server/intake/zone-reach.ts";

const CENTER = [122.26, 43.62] as const;
const points = (...places: [number, number][]) =>
  places.map((coordinates) => ({ type: "Point" as const, coordinates }));

describe("the reach of a zone", () => {
  test("is that of its districts and 5 km, or 50 km where nobody has drawn them", () => {
    expect(reachOf(CENTER, null).radiusM).toBe(50_000);
    const { radiusM } = reachOf(CENTER, [122.16, 43.52, 122.36, 43.72]);
    // GeographicLib: half a diagonal is 13.71 km at the southern corners.
    expect(radiusM).toBeGreaterThan(5_000 + 13_600);
    expect(radiusM).toBeLessThan(5_000 + 13_800);
  });
});

describe("a file about another place", () => {
  const zone = reachOf(CENTER, null);
  const wgs84 = findDatum("wgs84");

  test("is known by its middle, in km", () => {
    const toronto = points([-79.38, 43.65], [-79.4, 43.7], [-79.3, 43.68]);
    expect(elsewhereKm(toronto, wgs84, zone)).toBeGreaterThan(10_000);
  });

  test("is not one with a few stray rows, nor one without any places", () => {
    const mostlyHere = points([122.25, 43.61], [122.27, 43.63], [122.26, 43.62], [0, 0]);
    expect(elsewhereKm(mostlyHere, wgs84, zone)).toBeNull();
    expect(elsewhereKm([], wgs84, zone)).toBeNull();
  });
});
