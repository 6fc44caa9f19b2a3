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

test("two panels stand on both sides, three of them two to one, and what fits one column is not spread over four", () => {
  expect(layOut(1920, 1080, [14, 14])).toMatchObject({ left: [[0]], right: [[1]] });
  expect(layOut(1920, 1080, [14, 14, 14])).toMatchObject({ left: [[0, 1]], right: [[2]] });
  expect(layOut(7680, 2160, [14, 14, 10])).toMatchObject({ left: [[0]], right: [[1, 2]] });
});

test("a panel that is higher than the screen ends the list, and is counted with what follows", () => {
  expect(layOut(5760, 1080, [10, 30, 5])).toMatchObject({ left: [[0]], right: [], leftOut: 2 });
});

test("on any screen, from anywhere, what is shown fits, in its order, and the map keeps its share", () => {
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
        const { typePx, left, right, columnPx, leftOut } = layOutScreen(
          width,
          height,
          { widthM, distanceM },
          heightsEm,
        );
        const columns = [...left, ...right];
        for (const column of columns)
          expect(column.reduce((sum, panel) => sum + heightsEm[panel]!, 0)).toBeLessThanOrEqual(
            height / typePx - HEADER_EM,
          );
        expect(columns.flat()).toEqual(heightsEm.slice(0, heightsEm.length - leftOut).map((_, panel) => panel));
        expect(2 * left.length * columnPx).toBeLessThanOrEqual(width * 0.6 + 1);
        expect(typePx).toBeGreaterThanOrEqual(14);
      },
    ),
  );
});
