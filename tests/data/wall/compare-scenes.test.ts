import fc from "fast-check";
import { expect, test } from "vitest";
import { compareScenes, type SceneField, takeFields } from "#data/wall/compare-scenes.ts";
import type { Scene } from "#data/wall/scene.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";

const BASE = PRESET_SCENES.find(({ id }) => id === "houses")!;

test("says which fields differ and whose change each is", () => {
  const theirs: Scene = {
    ...BASE,
    dwellS: 90,
    panels: ["districts"],
    filters: { ...BASE.filters, roads: "lanes > 2" },
  };
  const mine: Scene = { ...BASE, dwellS: 30, title: { ...BASE.title, en: "Homes" }, panels: ["districts"] };
  expect(compareScenes(BASE, theirs, mine)).toEqual([
    { field: "title.en", changedBy: "me" },
    { field: "dwellS", changedBy: "both" },
    { field: "filters.roads", changedBy: "them" },
  ]);
});

test("the order of panels counts, the order of a heat's members does not", () => {
  const heat = { layer: "houses", weight: "count", bandwidthM: 300 };
  const stored = { bandwidthM: 300, layer: "houses", weight: "count" };
  expect(compareScenes(BASE, { ...BASE, heat }, { ...BASE, heat: stored })).toEqual([]);
  const panels = [...BASE.panels].reverse();
  expect(compareScenes(BASE, BASE, { ...BASE, panels })).toEqual([{ field: "panels", changedBy: "me" }]);
});

const ids = fc.uniqueArray(fc.constantFrom("houses", "roads", "forces"), { maxLength: 3 });
const scenes: fc.Arbitrary<Scene> = fc.record({
  id: fc.constant("any"),
  title: fc.record({ zh: fc.constantFrom("甲", "乙"), en: fc.constantFrom("A", "B") }),
  extent: fc.constantFrom(null, [122, 43, 123, 44] as [number, number, number, number]),
  layers: ids,
  filters: fc.dictionary(fc.constantFrom("houses", "roads"), fc.constantFrom("a = 1", "b = 2"), { maxKeys: 2 }),
  heat: fc.constantFrom(null, { layer: "houses", weight: "count", bandwidthM: 300 }),
  overlays: ids,
  panels: ids,
  dwellS: fc.integer({ min: 5, max: 9 }),
});

test("whatever is taken of theirs no longer differs, and everything else stays mine", () => {
  fc.assert(
    fc.property(scenes, scenes, scenes, fc.func(fc.boolean()), (base, theirs, mine, isTaken) => {
      const fields = compareScenes(base, theirs, mine).map(({ field }) => field);
      const taken = fields.filter((field) => isTaken(field));
      const merged = takeFields(mine, theirs, taken);
      const left = new Set<SceneField>(fields.filter((field) => !taken.includes(field)));
      expect(new Set(compareScenes(base, theirs, merged).map(({ field }) => field))).toEqual(left);
      expect(new Set(compareScenes(base, mine, merged).map(({ field }) => field))).toEqual(new Set(taken));
    }),
  );
});
