import { findLayer } from "#data/layers/index.ts";
import { filteredLayer, type SceneField } from "#data/wall/compare-scenes.ts";
import { extentSizeM, middleOfExtent } from "#data/wall/extent-around.ts";
import { OVERLAYS, PANELS } from "#data/wall/panels.ts";
import type { Extent, Scene } from "#data/wall/scene.ts";
import { FILTER_WORDS } from "../../../messages/filters.ts";
import { HEAT_WORDS } from "../../../messages/heat.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { weightChoices } from "../../../panels/heat/weights.ts";
import { formatPosition, metres } from "../../../ui/quantities.ts";

/** How fields of a scene are called, and what they say. */
export function useFieldWords() {
  const words = useWords(SCENE_EDITOR_WORDS);
  const heatWords = useWords(HEAT_WORDS);
  const { separator } = useWords(FILTER_WORDS);
  const title = useTitle();
  const layerName = (id: string): string => {
    const layer = findLayer(id);
    return layer ? title(layer.title) : id;
  };
  const nameOf = (known: readonly { id: string; title: Scene["title"] }[], id: string): string => {
    const found = known.find((each) => each.id === id);
    return found ? title(found.title) : id;
  };
  const list = (names: readonly string[]): string => names.join(separator) || words.none;
  const place = (extent: Extent | null): string => {
    if (!extent) return words.wholeZone;
    const { widthM, heightM } = extentSizeM(extent);
    return words.around(formatPosition(middleOfExtent(extent)), `${metres(widthM)} × ${metres(heightM)}`);
  };
  const heat = ({ layer, weight, bandwidthM }: NonNullable<Scene["heat"]>): string => {
    const found = findLayer(layer);
    const choice = found && weightChoices(found).find(({ id }) => id === weight);
    const by = choice?.kind === "count" ? heatWords.count : choice?.title ? title(choice.title) : weight;
    return words.heatText(layerName(layer), by, bandwidthM);
  };
  const label = (field: SceneField): string =>
    isFilter(field) ? words.filterOf(layerName(filteredLayer(field))) : words.fields[field];
  const text = (scene: Scene, field: SceneField): string => {
    if (isFilter(field)) return scene.filters[filteredLayer(field)] ?? words.none;
    switch (field) {
      case "title.zh":
        return scene.title.zh;
      case "title.en":
        return scene.title.en;
      case "dwellS":
        return `${scene.dwellS} ${words.seconds}`;
      case "extent":
        return place(scene.extent);
      case "layers":
        return list(scene.layers.map(layerName));
      case "heat":
        return scene.heat ? heat(scene.heat) : words.none;
      case "overlays":
        return list(scene.overlays.map((id) => nameOf(OVERLAYS, id)));
      case "panels":
        return list(scene.panels.map((id) => nameOf(PANELS, id)));
    }
  };
  return { label, text, place, layerName, list };
}

const isFilter = (field: SceneField): field is `filters.${string}` => field.startsWith("filters.");
