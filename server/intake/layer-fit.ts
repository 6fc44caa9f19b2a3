import { LAYERS } from "#data/layers/index.ts";
import { mapColumns } from "./mapping.ts";

const MOST = 3;
/** Standard columns say nothing about the layer. */
const isOwn = (layer: (typeof LAYERS)[number], target: string) => Object.hasOwn(layer.attributes, target);

/** The layers whose own fields the columns name, best first: of two that have as many, the one with fewer fields in all. */
export function fitLayers(columns: readonly string[]): { layer: string; fields: number }[] {
  return LAYERS.map((layer) => {
    const fields = [...mapColumns(layer, columns).keys()].filter((target) => isOwn(layer, target)).length;
    return { layer: layer.id, fields, of: Object.keys(layer.attributes).length };
  })
    .filter(({ fields }) => fields > 0)
    .sort((a, b) => b.fields - a.fields || a.of - b.of)
    .slice(0, MOST)
    .map(({ layer, fields }) => ({ layer, fields }));
}
