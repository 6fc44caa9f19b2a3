import fc from "fast-check";
import { expect, test } from "vitest";
import { ExtentSchema, type Scene } from "#data/wall/scene.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import { fromMercatorX, fromMercatorY, toMercatorX, toMercatorY, WORLD_PX } from "../../../../../web/map/mercator.ts";
import { faultyFields } from "../../../../../web/workspaces/screen/editor/faulty-fields.ts";
import { movedItem } from "../../../../../web/workspaces/screen/editor/moved-item.ts";
import { previewOf, WALL_SIZES } from "../../../../../web/workspaces/screen/editor/preview-of.ts";
import { takenExtent } from "../../../../../web/workspaces/screen/editor/taken-extent.ts";

const SCENE = PRESET_SCENES[0]!;

test("a draft names what the server would refuse of it, each field once", () => {
  expect(faultyFields(SCENE)).toEqual([]);
  const draft: Scene = {
    ...SCENE,
    title: { zh: " ", en: "Overview" },
    filters: { houses: "grade = ", "hazard-sources": "x".repeat(2_001), drones: "anything" },
    panels: ["districts", "districts"],
  };
  expect(new Set(faultyFields(draft))).toEqual(
    new Set(["title.zh", "filters.houses", "filters.hazard-sources", "panels"]),
  );
});

test("an item moves by its steps, not beyond the ends, and nothing else changes its order", () => {
  expect(movedItem(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(movedItem(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
  expect(movedItem(["a", "b", "c"], "a", 9)).toEqual(["b", "c", "a"]);
  expect(movedItem(["a", "b"], "z", 1)).toEqual(["a", "b"]);
});

test("a view that is taken is seen again when a map of the same size is fitted to it", () => {
  const edgePx = 16;
  fc.assert(
    fc.property(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -75, max: 75, noNaN: true }),
      fc.double({ min: 9, max: 17, noNaN: true }),
      fc.integer({ min: 200, max: 4_000 }),
      fc.integer({ min: 200, max: 2_000 }),
      (lon, lat, zoom, widthPx, heightPx) => {
        const px = WORLD_PX * 2 ** zoom;
        const [x, y] = [toMercatorX(lon), toMercatorY(lat)];
        const [dx, dy] = [widthPx / 2 / px, heightPx / 2 / px];
        const extent = takenExtent(
          [fromMercatorX(x - dx), fromMercatorY(y + dy), fromMercatorX(x + dx), fromMercatorY(y - dy)],
          zoom,
          edgePx,
        );
        expect(ExtentSchema.safeParse(extent).success).toBe(true);
        const [west, south, east, north] = extent;
        // Six decimals of a degree are up to three pixels at the nearest zoom.
        const tolerancePx = 3;
        expect(Math.abs((toMercatorX(east) - toMercatorX(west)) * px + 2 * edgePx - widthPx)).toBeLessThan(tolerancePx);
        expect(Math.abs((toMercatorY(south) - toMercatorY(north)) * px + 2 * edgePx - heightPx)).toBeLessThan(
          tolerancePx,
        );
      },
    ),
  );
});

test("on each size of wall every panel stands, takes turns or is said to be too high", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 4, max: 60 }), { maxLength: 12 }), (heightsEm) => {
      for (const [widthPx, heightPx] of WALL_SIZES) {
        const { layout, turning, tooHigh } = previewOf(widthPx, heightPx, heightsEm);
        const standing = [...layout.left, ...layout.right].flat();
        expect(new Set([...standing, ...turning, ...tooHigh]).size).toBe(heightsEm.length);
        expect(tooHigh.filter((panel) => standing.includes(panel) || turning.includes(panel))).toEqual([]);
        expect(tooHigh).toHaveLength(layout.leftOut);
      }
    }),
  );
});
