import { canonicalText } from "./feeds/canonical-text.ts";
import type { Scene } from "./scene.ts";

/** A part of a scene that is changed, compared and taken over as one. */
export type SceneField =
  | "title.zh"
  | "title.en"
  | "dwellS"
  | "extent"
  | "layers"
  | `filters.${string}`
  | "heat"
  | "overlays"
  | "panels";

/** Two people's scenes differ here. */
export interface SceneDifference {
  readonly field: SceneField;
  /** Who has changed it since both had the same. */
  readonly changedBy: "them" | "me" | "both";
}

/**
 * Where two scenes that were made of the same one differ.
 *
 * @param base - what both began with.
 * @returns in the order of the editor; empty when they say the same, whatever they have become.
 */
export function compareScenes(base: Scene, theirs: Scene, mine: Scene): SceneDifference[] {
  return fieldsOf(theirs, mine)
    .filter((field) => !isSame(theirs, mine, field))
    .map((field) => {
      const theyDid = !isSame(base, theirs, field);
      const iDid = !isSame(base, mine, field);
      return { field, changedBy: theyDid && iDid ? "both" : theyDid ? "them" : "me" };
    });
}

/** @returns my scene with these fields as they have them. */
export const takeFields = (mine: Scene, theirs: Scene, fields: Iterable<SceneField>): Scene =>
  [...fields].reduce((scene, field) => takeField(scene, theirs, field), mine);

/** @returns the value of one field; a layer without a filter has an empty one. */
export function sceneValue(scene: Scene, field: SceneField): unknown {
  switch (field) {
    case "title.zh":
      return scene.title.zh;
    case "title.en":
      return scene.title.en;
    case "dwellS":
    case "extent":
    case "layers":
    case "heat":
    case "overlays":
    case "panels":
      return scene[field];
    default:
      return scene.filters[filteredLayer(field)] ?? "";
  }
}

/** The layer that a field is the filter of. */
export const filteredLayer = (field: `filters.${string}`): string => field.slice("filters.".length);

function takeField(mine: Scene, theirs: Scene, field: SceneField): Scene {
  switch (field) {
    case "title.zh":
      return { ...mine, title: { ...mine.title, zh: theirs.title.zh } };
    case "title.en":
      return { ...mine, title: { ...mine.title, en: theirs.title.en } };
    case "dwellS":
    case "extent":
    case "layers":
    case "heat":
    case "overlays":
    case "panels":
      return { ...mine, [field]: theirs[field] };
    default: {
      const { [filteredLayer(field)]: _, ...others } = mine.filters;
      const text = theirs.filters[filteredLayer(field)];
      return { ...mine, filters: text === undefined ? others : { ...others, [filteredLayer(field)]: text } };
    }
  }
}

function fieldsOf(...scenes: readonly Scene[]): SceneField[] {
  const filtered = new Set(scenes.flatMap(({ filters }) => Object.keys(filters)));
  return [
    "title.zh",
    "title.en",
    "dwellS",
    "extent",
    "layers",
    ...[...filtered].map((layer): SceneField => `filters.${layer}`),
    "heat",
    "overlays",
    "panels",
  ];
}

const isSame = (a: Scene, b: Scene, field: SceneField): boolean =>
  canonicalText(sceneValue(a, field)) === canonicalText(sceneValue(b, field));
