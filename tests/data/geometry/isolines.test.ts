import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsPoint } from "#data/geometry/contains.ts";
import type { DensityGrid } from "#data/geometry/density.ts";
import { groupRings } from "#data/geometry/group-rings.ts";
import { isoRings } from "#data/geometry/isolines.ts";
import { areaM2 } from "#data/geometry/measure.ts";
import { type Outline, signedDoubleArea } from "#data/geometry/outlines.ts";

/** Rows from the north, as they look; a border of 0 is put around. */
function gridOf(rows: readonly (readonly number[])[], cellM = 1, originX = 0, originY = 0): DensityGrid {
  const width = rows[0]!.length + 2;
  const height = rows.length + 2;
  const values = new Float32Array(width * height);
  rows.toReversed().forEach((row, j) => {
    values.set(row, (j + 1) * width + 1);
  });
  return { originX, originY, cellM, width, height, values };
}

const asOutline = (rings: readonly Float64Array[]): Outline => ({ kind: 2, parts: groupRings(rings) });

describe("a contour", () => {
  test("of one high cell is a diamond, half-way to its neighbours at half its height", () => {
    const [ring, ...others] = isoRings(gridOf([[2]], 10, 100, 200), 1);
    expect(others).toEqual([]);
    expect(ring).toHaveLength(8);
    expect(areaM2({ kind: 2, parts: [ring!] })).toBe(50);
    expect(containsPoint({ kind: 2, parts: [ring!] }, 115, 215)).toBe(true);
  });

  test("meets a side where the straight line between its samples does", () => {
    const [ring] = isoRings(gridOf([[8]]), 2);
    expect(areaM2({ kind: 2, parts: [ring!] })).toBeCloseTo(2 * 0.75 ** 2, 12);
  });

  test("runs counter-clockwise around high ground and clockwise around a hollow", () => {
    const rings = isoRings(
      gridOf([
        [4, 4, 4],
        [4, 0, 4],
        [4, 4, 4],
      ]),
      2,
    );
    expect(rings.map((ring) => Math.sign(signedDoubleArea(ring))).sort()).toEqual([-1, 1]);
    expect(containsPoint(asOutline(rings), 2.5, 2.5)).toBe(false);
    expect(containsPoint(asOutline(rings), 1.5, 2.5)).toBe(true);
  });

  test("splits a saddle by the mean of its corners: two hills below the level, one ridge at it", () => {
    const saddle = (high: number) =>
      isoRings(
        gridOf([
          [high, 0],
          [0, high],
        ]),
        2,
      );
    expect(saddle(3)).toHaveLength(2);
    expect(saddle(4)).toHaveLength(1);
    const mirrored = (high: number) =>
      isoRings(
        gridOf([
          [0, high],
          [high, 0],
        ]),
        2,
      );
    expect(mirrored(3)).toHaveLength(2);
    expect(mirrored(4)).toHaveLength(1);
  });

  test("above everything is none; a sample at exactly the level is inside", () => {
    expect(
      isoRings(
        gridOf([
          [1, 2],
          [3, 4],
        ]),
        5,
      ),
    ).toEqual([]);
    expect(
      asOutline(
        isoRings(
          gridOf([
            [3, 3],
            [3, 3],
          ]),
          3,
        ),
      ).parts,
    ).toHaveLength(1);
  });
});

const grids = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([width, height]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
);

test("samples are inside exactly when they are above the level, whatever the ground", () => {
  fc.assert(
    fc.property(grids, fc.constantFrom(0.5, 1.5, 3.25, 6.5), (rows, level) => {
      const grid = gridOf(rows);
      const rings = isoRings(grid, level);
      const outline = asOutline(rings);
      // Nothing is lost in grouping: every ring closes, and every hole lies in some hill.
      expect(outline.parts).toHaveLength(rings.length);
      for (let sample = 0; sample < grid.values.length; sample++) {
        const [x, y] = [(sample % grid.width) + 0.5, Math.floor(sample / grid.width) + 0.5];
        const inside = rings.length > 0 && containsPoint(outline, x, y);
        expect(inside, `${x} ${y}`).toBe(grid.values[sample]! >= level);
      }
    }),
    { numRuns: 300 },
  );
});

test("contours of rising levels lie within one another", () => {
  fc.assert(
    fc.property(grids, (rows) => {
      const grid = gridOf(rows);
      const areas = [0.5, 1.5, 2.5, 4.5, 7.5].map((level) => areaM2(asOutline(isoRings(grid, level))));
      expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    }),
    { numRuns: 200 },
  );
});
