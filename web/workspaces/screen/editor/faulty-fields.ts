import { checkScene } from "#data/wall/check-scene.ts";
import type { SceneField } from "#data/wall/compare-scenes.ts";
import { type Scene, SceneSchema } from "#data/wall/scene.ts";

/** @returns what of a draft the server would refuse, each field once; empty when it can be saved. */
export function faultyFields(draft: Scene): SceneField[] {
  const ofShape = SceneSchema.safeParse(draft).error?.issues.map(({ path }) => path.map(String)) ?? [];
  const ofLayers = checkScene(draft).map(({ field }) => field.split("."));
  return [...new Set([...ofShape, ...ofLayers].map(toField))];
}

/** Titles and filters are changed one by one, everything else as a whole. */
const toField = ([first = "", second]: readonly string[]): SceneField =>
  (first === "title" || first === "filters" ? `${first}.${second}` : first) as SceneField;
