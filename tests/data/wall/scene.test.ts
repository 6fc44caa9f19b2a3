import { expect, test } from "vitest";
import { missingFrom, type Scene, SceneSchema } from "#data/wall/scene.ts";

const SCENE: Scene = {
  id: "houses",
  title: { zh: "自建房", en: "Houses" },
  extent: null,
  layers: ["houses", "districts"],
  filters: { houses: "grade='D'" },
  heat: null,
  overlays: ["hazard-distances"],
  panels: ["houses-deadline", "houses-grades"],
  dwellS: 30,
};

test("a scene that another version saved opens, and says what it lacks, each once", () => {
  const there = { layers: ["districts"], panels: ["houses-grades"], overlays: ["hazard-distances"] };
  expect(missingFrom(SCENE, there)).toEqual([
    { kind: "layer", id: "houses" },
    { kind: "panel", id: "houses-deadline" },
  ]);
  expect(missingFrom(SCENE, { ...there, layers: SCENE.layers, panels: SCENE.panels })).toEqual([]);
});

test.each([
  ["dwellS", 4],
  ["dwellS", 3_601],
  ["dwellS", Number.NaN],
  ["extent", [122, 43, 181, 44]],
  ["extent", [122.3, 43, 122.2, 44]],
  ["title", { zh: " ", en: "Houses" }],
  ["id", "房屋"],
  ["volume", 11],
])("a scene with %s = %o is refused by that field", (field, value) => {
  const { error } = SceneSchema.safeParse({ ...SCENE, [field]: value });
  expect(error?.issues.map(({ path, code, ...issue }) => path[0] ?? ("keys" in issue && issue.keys))).toEqual([
    field === "volume" ? ["volume"] : field,
  ]);
});
