import { expect, test } from "vitest";
import { checkScene } from "#data/wall/check-scene.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";

test("the product's own scenes are without fault", () => {
  for (const scene of PRESET_SCENES) expect(checkScene(scene), scene.id).toEqual([]);
});

test("each filter that its layer does not read is named, with what could have stood there", () => {
  const faults = checkScene({ filters: { houses: "grad = 'D'", "water-sources": "  ", drones: "?" }, heat: null });
  expect(faults.map(({ field }) => field)).toEqual(["filters.houses"]);
  expect(faults[0]!.allowed[0]).toBe("grade");
});

test("heat takes the weights of its layer; of a layer that is not there nobody knows them", () => {
  const heat = { layer: "accidents", weight: "beauty", bandwidthM: 300 };
  const [fault] = checkScene({ filters: {}, heat });
  expect(fault).toMatchObject({ field: "heat.weight" });
  expect(checkScene({ filters: {}, heat: { ...heat, weight: fault!.allowed[0]! } })).toEqual([]);
  expect(checkScene({ filters: {}, heat: { ...heat, layer: "drones" } })).toEqual([]);
});
