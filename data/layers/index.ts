import { accidents } from "./accidents/index.ts";
import { blackSpots } from "./black-spots/index.ts";
import { buildings } from "./buildings/index.ts";
import type { LayerDefinition } from "./define.ts";
import { districts } from "./districts/index.ts";
import { enterprises } from "./enterprises/index.ts";
import { forces } from "./forces/index.ts";
import { hazardSources } from "./hazard-sources/index.ts";
import { houses } from "./houses/index.ts";
import { infrastructure } from "./infrastructure/index.ts";
import { protectionTargets } from "./protection-targets/index.ts";
import { roads } from "./roads/index.ts";
import { violations } from "./violations/index.ts";
import { waterSources } from "./water-sources/index.ts";

/** Every layer type, ledgers first, in the order of the layer panel. Adding a layer means adding it here. */
export const LAYERS: readonly LayerDefinition[] = [
  hazardSources,
  accidents,
  blackSpots,
  enterprises,
  houses,
  waterSources,
  protectionTargets,
  forces,
  infrastructure,
  violations,
  buildings,
  roads,
  districts,
];

/** The ids of all layers, for schemas that accept only these. */
export const LAYER_IDS: readonly [string, ...string[]] = [LAYERS[0]!.id, ...LAYERS.slice(1).map((layer) => layer.id)];

const byId = new Map(LAYERS.map((layer) => [layer.id, layer]));

/** @returns the layer, or `undefined` when no layer has this id. */
export const findLayer = (id: string): LayerDefinition | undefined => byId.get(id);

/** @throws RangeError when no layer has this id. */
export function getLayer(id: string): LayerDefinition {
  const layer = byId.get(id);
  if (!layer) throw new RangeError(`no layer ${id}; layers are ${LAYER_IDS.join(", ")}`);
  return layer;
}
