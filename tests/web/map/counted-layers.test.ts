import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { LayerPicture } from "../../../web/map/picture.ts";
import { countedLayers } from "../../../web/map/scene-view.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const layerOf = (id: string, features: number): LayerPicture => ({
  definition: getLayer(id),
  snapshot: makeSnapshot(
    id,
    Array.from({ length: features }, () => ({ geometry: point(122.26, 43.62) })),
  ),
  visible: null,
  opacity: 1,
});

const layers = [layerOf("houses", 1), layerOf("accidents", 2), layerOf("enterprises", 0)];
const countedAt = (zoom: number, counts: boolean, uncounted: string | null) =>
  countedLayers({ layers, counts, uncounted }, zoom).map(({ definition }) => definition.id);

test("layers with features are counted below their zoom, but not the one that is named, and none where no counts are wanted", () => {
  expect(countedAt(8, true, null)).toEqual(["houses", "accidents"]);
  expect(countedAt(8, true, "accidents")).toEqual(["houses"]);
  expect(countedAt(8, false, null)).toEqual([]);
  expect(countedAt(22, true, null)).toEqual([]);
});
