import fc from "fast-check";
import { expect, test } from "vitest";
import { leastTypePx } from "#data/wall/type-size.ts";
import { HEADER_EM, layOutScreen, usualViewing } from "../../../../web/workspaces/screen/screen-layout.ts";

const layOut = (widthPx: number, heightPx: number, heightsEm: number[]) =>
  layOutScreen(widthPx, heightPx, usualViewing(widthPx, heightPx), heightsEm);

test.each([
  [1920, 1080, 4],
  [3840, 2160, 4],
  [5760, 1080, 4],
  [7680, 2160, 6],
])("at %d × %d %d panels stand beside the map in type that is read from five metres", (widthPx, heightPx, panels) => {
  const { typePx, left, right, columnPx, leftOut } = layOut(widthPx, heightPx, new Array(panels).fill(14));
  expect(leftOut).toBe(0);
  expect([...left, ...right].flat()).toEqual(Array.from({ length: panels }, (_, i) => i));
  expect(typePx).toBe(leastTypePx(widthPx, usualViewing(widthPx, heightPx)));
  expect((left.length + right.length) * columnPx).toBeLessThanOrEqual(widthPx * 0.6);
});

test("two panels stand on both sides, three of them two to one where the map needs the width", () => {
  expect(layOut(1920, 1080, [14, 14])).toMatchObject({ left: [[0]], right: [[1]] });
  expect(layOut(1920, 1080, [14, 14, 14])).toMatchObject({ left: [[0, 1]], right: [[2]] });
});

test("a screen wider than any zone gives its panels columns of their own", () => {
  expect(layOut(7680, 2160, [14, 14, 10])).toMatchObject({ left: [[0], [1]], right: [[2]] });
  expect(layOut(7680, 2160, [14, 14, 10, 10])).toMatchObject({ left: [[0], [1]], right: [[2], [3]] });
  expect(layOut(3840, 2160, [14, 14, 10, 10])).toMatchObject({ left: [[0, 1]], right: [[2, 3]] });
});

test("what finds no room takes turns in the last column, and the first stay", () => {
  const heights = [14, 14, 20, 14, 14, 20];
  expect(layOut(1920, 1080, heights)).toMatchObject({
    left: [[0, 1]],
    right: [[2, 3]],
    turns: [
      [2, 3],
      [4, 5],
    ],
  });
  expect(layOut(1920, 1080, [14, 14]).turns).toEqual([[1]]);
});

test("only a panel that is higher than the screen is left out", () => {
  expect(layOut(5760, 1080, [10, 30, 5])).toMatchObject({ left: [[0]], right: [[2]], leftOut: 1 });
});

test("on any screen, from anywhere, every panel has its place or its turn, in order, and the map keeps its share", () => {
  const size = fc.integer({ min: 800, max: 8_000 });
  const metres = fc.double({ min: 0.3, max: 20, noNaN: true });
  const heights = fc.array(fc.integer({ min: 4, max: 30 }), { maxLength: 10 });
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 600, max: 4_320 }),
      metres,
      metres,
      heights,
      (width, height, widthM, distanceM, heightsEm) => {
        const { typePx, left, right, turns, columnPx, leftOut } = layOutScreen(
          width,
          height,
          { widthM, distanceM },
          heightsEm,
        );
        const columns = [...[...left, ...right].slice(0, -1), ...turns];
        const roomEm = height / typePx - HEADER_EM;
        for (const column of columns)
          expect(column.reduce((sum, panel) => sum + heightsEm[panel]!, 0)).toBeLessThanOrEqual(roomEm);
        const fitting = heightsEm.flatMap((each, panel) => (each <= roomEm ? [panel] : []));
        const hasColumns = columnPx > 0;
        expect(columns.flat()).toEqual(hasColumns ? fitting : []);
        expect(leftOut).toBe(heightsEm.length - columns.flat().length);
        expect([...left, ...right].at(-1) ?? []).toEqual(turns[0] ?? []);
        expect(2 * left.length * columnPx).toBeLessThanOrEqual(width * 0.6 + 1);
        expect(typePx).toBeGreaterThanOrEqual(14);
      },
    ),
  );
});
