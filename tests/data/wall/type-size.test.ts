import { expect, test } from "vitest";
import { LEAST_ARC_MIN, leastTypePx } from "#data/wall/type-size.ts";

test("from five metres a wall of 4.84 m and 7680 pixels needs type of 51 pixels, an office screen from 0.7 m one of 17", () => {
  // 5 m × tan 16′ = 23.3 mm of capital, 31.7 mm of type; 0.63 mm a pixel.
  expect(leastTypePx(7680, { widthM: 4.84, distanceM: 5 })).toBe(51);
  expect(leastTypePx(1920, { widthM: 0.53, distanceM: 0.7 })).toBe(17);
});

test("the type found stands no lower than the least angle, and one pixel less would", () => {
  for (const [widthPx, widthM, distanceM] of [
    [1920, 2.2, 5],
    [5760, 3.63, 8],
    [3840, 2.2, 5],
  ] as const) {
    const arcMin = (px: number) => (Math.atan((px * 0.733 * (widthM / widthPx)) / distanceM) * 60 * 180) / Math.PI;
    const px = leastTypePx(widthPx, { widthM, distanceM });
    expect(arcMin(px)).toBeGreaterThanOrEqual(LEAST_ARC_MIN);
    expect(arcMin(px - 1)).toBeLessThan(LEAST_ARC_MIN);
  }
});

test.each([0, -1, Number.NaN])("a width of %d metres is refused", (widthM) => {
  expect(() => leastTypePx(1920, { widthM, distanceM: 5 })).toThrow(RangeError);
});
