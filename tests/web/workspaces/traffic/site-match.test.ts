import { describe, expect, test } from "vitest";
import type { Site } from "#data/traffic/site.ts";
import { pickPlace } from "../../../../web/workspaces/traffic/screening/pick-place.ts";
import { findSite } from "../../../../web/workspaces/traffic/screening/site-match.ts";

const segment = (fromM: number, toM: number, route = "G111"): Site => ({ kind: "segment", route, fromM, toM });
const junction = (lon: number, radiusM = 100): Site => ({ kind: "junction", position: [lon, 43.6], radiusM });

describe("the site that is looked at", () => {
  test("is the same one, wherever it stands in the list", () => {
    expect(findSite([segment(0, 900), segment(100, 600)], segment(100, 600))).toBe(1);
    expect(findSite([segment(0, 900)], null)).toBe(-1);
  });

  test("stays open while a slider moves its ends: the one with the most ground in common", () => {
    expect(findSite([segment(0, 250), segment(150, 700), segment(700, 900)], segment(200, 650))).toBe(1);
  });

  test("is not one that only touches it, or lies on another road, or is of another kind", () => {
    const others = [segment(600, 900), segment(100, 600, "S985"), junction(122.2)];
    expect(findSite(others, segment(100, 600))).toBe(-1);
  });

  test("circles are the same place when they overlap, measured on the ground", () => {
    // 0.002° of longitude at 43.6° are 161 m.
    expect(findSite([junction(122.202)], junction(122.2))).toBe(0);
    expect(findSite([junction(122.202, 60)], junction(122.2))).toBe(-1);
  });
});

describe("a click on the map", () => {
  const line = {
    type: "LineString" as const,
    coordinates: [
      [122, 43.6],
      [122.01, 43.6],
    ],
  };
  const crossing = {
    type: "LineString" as const,
    coordinates: [
      [122.005, 43.59],
      [122.005, 43.61],
    ],
  };
  const area = {
    type: "Polygon" as const,
    coordinates: [
      [
        [121.99, 43.59],
        [122.02, 43.59],
        [122.02, 43.61],
        [121.99, 43.61],
        [121.99, 43.59],
      ],
    ],
  };

  test("takes the nearest line within reach, and none beyond it", () => {
    expect(pickPlace([crossing, line], [122.002, 43.60002], 14)).toBe(1);
    expect(pickPlace([crossing, line], [122.002, 43.605], 14)).toBe(-1);
  });

  test("takes a line rather than the area that it crosses, and the area beside it", () => {
    expect(pickPlace([area, line], [122.002, 43.6], 14)).toBe(1);
    expect(pickPlace([area, line], [122.015, 43.605], 14)).toBe(0);
  });
});
