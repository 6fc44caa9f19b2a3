import { weightNames } from "../analyses/density-weights.ts";
import { FilterProblem, parseFilter } from "../layers/filter.ts";
import { findLayer } from "../layers/index.ts";
import type { Scene } from "./scene.ts";

/** What a scene says of a layer that this layer cannot be asked. */
export interface SceneFault {
  /** Path in the scene: `filters.houses`, `heat.weight`. */
  readonly field: string;
  readonly message: string;
  /** What could have stood there; empty when nothing can be named. */
  readonly allowed: readonly string[];
}

/**
 * What the shape of a scene cannot tell: a filter that its layer does not read, which would hide nothing on the wall, and a weight that
 * the layer does not have.
 *
 * @returns one fault for each; empty also for layers that this version does not have, of which nobody can say.
 */
export function checkScene({ filters, heat }: Pick<Scene, "filters" | "heat">): SceneFault[] {
  const faults = Object.entries(filters).flatMap(([layer, text]) => findFilterFault(layer, text) ?? []);
  const heated = heat && findLayer(heat.layer);
  if (heat && heated && !weightNames(heated).includes(heat.weight))
    faults.push({
      field: "heat.weight",
      message: `${heat.layer} has no weight ${heat.weight}`,
      allowed: weightNames(heated),
    });
  return faults;
}

function findFilterFault(layerId: string, text: string): SceneFault | null {
  const layer = findLayer(layerId);
  if (!layer || text.trim() === "") return null;
  try {
    parseFilter(text, layer);
    return null;
  } catch (error) {
    if (!(error instanceof FilterProblem)) throw error;
    return {
      field: `filters.${layerId}`,
      message: `at ${error.position}: ${error.reason}`,
      allowed: error.allowed,
    };
  }
}
