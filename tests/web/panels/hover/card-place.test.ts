import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCard } from "../../../../web/panels/hover/card-place.ts";

const map = { width: 600, height: 500 };

test("stands right of and below the pointer where there is room", () => {
  expect(placeCard({ x: 100, y: 100 }, { width: 200, height: 150 }, map)).toEqual([116, 116]);
});

test("changes sides at the edges", () => {
  expect(placeCard({ x: 590, y: 490 }, { width: 200, height: 150 }, map)).toEqual([374, 324]);
});

test("is never off the map and never under the pointer, wherever that is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: map.width }),
      fc.integer({ min: 0, max: map.height }),
      fc.integer({ min: 40, max: 300 }),
      fc.integer({ min: 40, max: 220 }),
      (x, y, width, height) => {
        const [left, top] = placeCard({ x, y }, { width, height }, map);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(map.width);
        expect(top + height).toBeLessThanOrEqual(map.height);
        expect(x >= left && x <= left + width && y >= top && y <= top + height).toBe(false);
      },
    ),
  );
});
