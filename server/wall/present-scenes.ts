import { type Scene, SceneSchema } from "#data/wall/scene.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { SceneVersion } from "../db/scenes.ts";
import type { SceneEntry } from "./wall.ts";

/** The scenes as they stand: the product's in their order, under what people made of them, then those made here. */
export function presentScenes(versions: readonly SceneVersion[]): SceneEntry[] {
  const byId = new Map(versions.map((version) => [version.sceneId, version]));
  const presets = PRESET_SCENES.map((preset): SceneEntry => entryOf(byId.get(preset.id), preset)!);
  const known = new Set(PRESET_SCENES.map(({ id }) => id));
  const own = versions.filter(({ sceneId }) => !known.has(sceneId)).flatMap((version) => entryOf(version, null) ?? []);
  return [...presets, ...own];
}

function entryOf(version: SceneVersion | undefined, preset: Scene | null): SceneEntry | null {
  // What an older version kept and this one no longer reads gives way to the scene of the product.
  const changed = version?.scene ? (SceneSchema.safeParse(version.scene).data ?? null) : null;
  const scene = changed ?? preset;
  if (!scene) return null;
  return {
    scene,
    origin: preset === null ? "own" : changed ? "changed" : "preset",
    revision: version?.id ?? 0,
    changedBy: version?.by ?? null,
    changedAt: version?.at ?? null,
  };
}
