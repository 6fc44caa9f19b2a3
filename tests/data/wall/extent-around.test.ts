import fc from "fast-check";
import { expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { extentAround, extentAtLeast, extentSizeM, middleOfExtent } from "#data/wall/extent-around.ts";
import { ExtentSchema } from "#data/wall/scene.ts";

test("a kilometre around the zone's middle measures a kilometre on its plane, within half a per cent", () => {
  const [west, south, east, north] = extentAround([122.26, 43.62], 1_000);
  const plane = createZonePlane([122.26, 43.62]);
  const [left, bottom] = plane.toPlane(west, south);
  const [right, top] = plane.toPlane(east, north);
  expect(Math.abs(right - left - 1_000)).toBeLessThan(5);
  expect(Math.abs(top - bottom - 1_000)).toBeLessThan(5);
});

test("its middle and its size are those that were asked for, and it is an extent of a scene anywhere", () => {
  const places = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -84, max: 84 }));
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 50_000 }), (place, widthM) => {
      const extent = extentAround(place, widthM);
      expect(ExtentSchema.safeParse(extent).success).toBe(true);
      if (Math.abs(place[0]) > 170) return;
      expect(extentSizeM(extent).widthM).toBeCloseTo(widthM, 3);
      expect(middleOfExtent(extent)[0]).toBeCloseTo(place[0], 9);
    }),
  );
});

test("no width is no extent", () => expect(() => extentAround([122, 43], 0)).toThrow(RangeError));

test("around what is larger than that stands itself, around what is smaller a square with it in the middle", () => {
  const road = extentAround([122.26, 43.62], 2_000);
  expect(extentAtLeast(road, 1_000)).toBe(road);
  const point = [122.26, 43.62, 122.26, 43.62] as const;
  expect(extentAtLeast([...point], 1_000)).toEqual(extentAround([122.26, 43.62], 1_000));
});
