import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DensityGrid, kernelDensity } from "#data/geometry/density.ts";

const gridOf = (xy: number[], weights: number[] | null, bandwidthM: number): DensityGrid => {
  const grid = kernelDensity(Float64Array.from(xy), weights && Float64Array.from(weights), bandwidthM);
  if (grid === null || grid === "too-large") throw new RangeError(`no grid: ${grid}`);
  return grid;
};

const massOf = ({ values, cellM }: DensityGrid): number =>
  values.reduce((sum, value) => sum + value, 0) * cellM * cellM;

const metres = fc.double({ min: -60_000, max: 60_000, noNaN: true });
const bandwidths = fc.constantFrom(50, 137.5, 300, 2000);

test("the integral over the plane is the weight, wherever the events stand between the cells", () => {
  fc.assert(
    fc.property(
      bandwidths,
      metres,
      metres,
      fc.array(
        fc.record({
          dx: fc.double({ min: -3000, max: 3000, noNaN: true }),
          dy: fc.double({ min: -3000, max: 3000, noNaN: true }),
          weight: fc.double({ min: 0, max: 542, noNaN: true }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      (bandwidthM, x, y, events) => {
        const xy = events.flatMap(({ dx, dy }) => [x + dx, y + dy]);
        const weights = events.map(({ weight }) => weight);
        const total = weights.reduce((sum, each) => sum + each, 0);
        expect(Math.abs(massOf(gridOf(xy, weights, bandwidthM)) - total)).toBeLessThanOrEqual(total * 1e-5 + 1e-9);
        expect(massOf(gridOf(xy, null, bandwidthM)) / events.length).toBeCloseTo(1, 5);
      },
    ),
    { numRuns: 60 },
  );
});

test("each cell holds the quartic kernel at its centre", () => {
  const bandwidthM = 400;
  const [x, y] = [1012.5, -487.25];
  const { originX, originY, cellM, width, height, values } = gridOf([x, y], null, bandwidthM);
  expect(cellM).toBe(bandwidthM / 8);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const dx = originX + (column + 0.5) * cellM - x;
      const dy = originY + (row + 0.5) * cellM - y;
      const u2 = (dx * dx + dy * dy) / bandwidthM ** 2;
      const kernel = u2 < 1 ? (3 / (Math.PI * bandwidthM ** 2)) * (1 - u2) ** 2 : 0;
      // Scaled so that the samples sum to the weight: 1 % of the peak at most.
      expect(Math.abs(values[row * width + column]! - kernel)).toBeLessThan(0.01 * (3 / (Math.PI * bandwidthM ** 2)));
    }
});

test("the peak tends to 3 / (π h²) as an event stands on a cell's centre", () => {
  const { values } = gridOf([25, 25], null, 400);
  expect(Math.max(...values) / (3 / (Math.PI * 400 ** 2))).toBeCloseTo(1, 2);
});

describe("the grid", () => {
  test("has an empty border, so that every contour closes", () => {
    fc.assert(
      fc.property(
        bandwidths,
        fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 3 }),
        (bandwidthM, places) => {
          const grid = kernelDensity(Float64Array.from(places.flat()), null, bandwidthM);
          if (grid === null || grid === "too-large") return;
          const { width, height, values } = grid;
          for (let i = 0; i < width; i++) expect(values[i]! + values[(height - 1) * width + i]!).toBe(0);
          for (let j = 0; j < height; j++) expect(values[j * width]! + values[(j + 1) * width - 1]!).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("lies on multiples of its cell, whatever the events", () => {
    for (const place of [
      [0, 0],
      [13.7, -8.2],
      [49_999, 31],
    ]) {
      const { originX, originY, cellM } = gridOf(place, null, 300);
      expect([originX / cellM, originY / cellM].every(Number.isInteger)).toBe(true);
    }
  });

  test("grows coarser for a wide layer, never past half a bandwidth, and gives up on a continent", () => {
    const corners = (side: number) => [0, 0, side, side];
    expect(gridOf(corners(5_000), null, 50).cellM).toBe(50 / 8);
    const wide = gridOf(corners(20_000), null, 50);
    expect(wide.cellM).toBeGreaterThan(50 / 8);
    expect(wide.cellM).toBeLessThan(25);
    expect(massOf(wide)).toBeCloseTo(2, 4);
    expect(gridOf(corners(50_000), null, 50).cellM).toBe(25);
    expect(kernelDensity(Float64Array.from(corners(500_000)), null, 50)).toBe("too-large");
  });

  test("of nobody is none, and of weight 0 is empty", () => {
    expect(kernelDensity(new Float64Array(0), null, 300)).toBeNull();
    expect(massOf(gridOf([5, 5], [0], 300))).toBe(0);
  });
});
