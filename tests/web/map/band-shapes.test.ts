import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { withoutDenser } from "../../../web/map/band-shapes.ts";
import { heatColor } from "../../../web/map/heat-colors.ts";
import { luminance } from "../../../web/map/symbol-shapes.ts";

const ring = (x: number, y: number, half: number): Position[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];

/** Even-odd over all rings of all polygons: what is inside, without trusting how the rings were grouped. */
function inside(geometry: Geometry, x: number, y: number): boolean {
  const polygons =
    geometry.type === "MultiPolygon" ? geometry.coordinates : geometry.type === "Polygon" ? [geometry.coordinates] : [];
  return polygons.some((rings) => rings.filter((each) => inRing(each, x, y)).length % 2 === 1);
}

function inRing(positions: Position[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 1; i < positions.length; i++) {
    const [ax, ay] = positions[i - 1] as [number, number];
    const [bx, by] = positions[i] as [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

// A plain of 100 × 100 with two hills; the left one is a crater with a lake of its own in the middle.
const band: Geometry = {
  type: "MultiPolygon",
  coordinates: [[ring(30, 50, 25), ring(30, 50, 4)], [ring(80, 50, 15)]],
};
const denser: Geometry = {
  type: "MultiPolygon",
  coordinates: [[ring(30, 50, 20), ring(30, 50, 10)], [ring(80, 50, 5)]],
};

describe("withoutDenser", () => {
  test("a place is in the rest exactly when it is in the band and not in the denser one", () => {
    const rest = withoutDenser(band, denser);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }), (i, j) => {
        const [x, y] = [i / 10 + 0.05, j / 10 + 0.05];
        expect(inside(rest, x, y)).toBe(inside(band, x, y) && !inside(denser, x, y));
      }),
      { numRuns: 3000 },
    );
  });

  test("every hole lies in the outer ring before it", () => {
    const rest = withoutDenser(band, denser);
    const polygons = rest.type === "MultiPolygon" ? rest.coordinates : [];
    expect(polygons).toHaveLength(3);
    for (const [shell, ...holes] of polygons)
      for (const hole of holes) expect(inRing(shell!, hole[0]![0]!, hole[0]![1]!)).toBe(true);
  });

  test("the densest band stays whole", () => {
    expect(withoutDenser(band, null)).toEqual(band);
  });
});

describe("heatColor", () => {
  test.each(["light", "dark"] as const)("denser is always further from the ground in the %s theme", (theme) => {
    const light = Array.from({ length: 16 }, (_, index) => luminance(heatColor(index, theme)));
    const steps = light.slice(1).map((value, index) => value - light[index]!);
    expect(steps.every((step) => (theme === "dark" ? step > 0 : step < 0))).toBe(true);
  });

  test("beyond the last step the colour stays", () => {
    expect(heatColor(25, "light")).toBe(heatColor(15, "light"));
  });
});
