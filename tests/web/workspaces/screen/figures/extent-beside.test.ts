import fc from "fast-check";
import { expect, test } from "vitest";
import { toMercatorX, toMercatorY } from "../../../../../web/map/mercator.ts";
import { extentBeside } from "../../../../../web/workspaces/screen/figures/extent-beside.ts";

const places = fc.record({
  west: fc.double({ min: 100, max: 130, noNaN: true }),
  south: fc.double({ min: 20, max: 50, noNaN: true }),
  width: fc.double({ min: 0, max: 1, noNaN: true }),
  height: fc.double({ min: 0, max: 1, noNaN: true }),
});

test.each([
  ["below", { left: 0, top: 0, width: 768, height: 400 }],
  ["on the right", { left: 0, top: 0, width: 500, height: 1_000 }],
  ["on the left", { left: 300, top: 0, width: 468, height: 1_000 }],
])("with a list %s, what is listed lies in the part that is free, and the picture keeps its shape", (_, free) => {
  fc.assert(
    fc.property(places, ({ west, south, width, height }) => {
      const picture = { widthPx: 768, heightPx: 1_000, free };
      const shown = extentBeside([west, south, west + width, south + height], picture);
      const [left, top] = [toMercatorX(shown[0]), toMercatorY(shown[3])];
      const perPx = (toMercatorX(shown[2]) - left) / 768;
      expect((toMercatorY(shown[1]) - top) / perPx).toBeCloseTo(1_000, 3);
      for (const [lon, lat] of [
        [west, south],
        [west + width, south + height],
      ] as const) {
        const [x, y] = [(toMercatorX(lon) - left) / perPx, (toMercatorY(lat) - top) / perPx];
        expect(x).toBeGreaterThan(free.left);
        expect(x).toBeLessThan(free.left + free.width);
        expect(y).toBeGreaterThan(free.top);
        expect(y).toBeLessThan(free.top + free.height);
      }
    }),
  );
});
