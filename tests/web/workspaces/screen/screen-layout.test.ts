import fc from "fast-check";
import { expect, test } from "vitest";
import { leastTypePx } from "#data/wall/type-size.ts";
import { layOutScreen, usualViewing } from "../../../../web/workspaces/screen/screen-layout.ts";

const layOut = (widthPx: number, heightPx: number, panels: number) =>
  layOutScreen(widthPx, heightPx, usualViewing(widthPx, heightPx), panels);

test.each([
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
  [7680, 2160],
])("at %d × %d six panels stand beside the map in type that is read from five metres", (widthPx, heightPx) => {
  const { typePx, columns, columnPx, rows, shown } = layOut(widthPx, heightPx, 6);
  expect(shown).toBe(6);
  expect(typePx).toBe(leastTypePx(widthPx, usualViewing(widthPx, heightPx)));
  expect(2 * columns * columnPx).toBeLessThanOrEqual(widthPx * 0.6);
  expect(rows * 8 * typePx).toBeLessThanOrEqual(heightPx - 2.6 * typePx);
});

test("on any screen, from anywhere, what is shown fits and the map keeps its share", () => {
  const size = fc.integer({ min: 800, max: 8_000 });
  const metres = fc.double({ min: 0.3, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      size,
      fc.integer({ min: 600, max: 4_320 }),
      metres,
      metres,
      fc.nat(12),
      (width, height, widthM, distanceM, panels) => {
        const { typePx, columns, rows, columnPx, shown } = layOutScreen(width, height, { widthM, distanceM }, panels);
        expect(shown).toBeLessThanOrEqual(Math.min(panels, 2 * columns * rows));
        expect(2 * columns * columnPx).toBeLessThanOrEqual(width * 0.6 + 1);
        expect(typePx).toBeGreaterThanOrEqual(14);
        if (panels > 0 && columns > 0) expect(shown).toBeGreaterThan(0);
      },
    ),
  );
});
