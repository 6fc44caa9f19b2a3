import { z } from "@hono/zod-openapi";
import type { LayerDefinition } from "#data/layers/define.ts";
import { findLayer, LAYER_IDS } from "#data/layers/index.ts";
import { AppError } from "../errors.ts";

/** `{id}` of a path under `/layers`. */
export const layerId = z.string().openapi({ description: "Layer id", example: "hazard-sources" });

/** `{featureId}`: a UUID as the record gives it. */
export const featureId = z.uuid({ error: "is not a feature id" }).openapi({ description: "Feature id, a UUID" });

/** @throws AppError not-found, naming the layers that there are. */
export function layerOf(id: string): LayerDefinition {
  const layer = findLayer(id);
  if (layer) return layer;
  throw new AppError("not-found", "there is no such layer", [
    { field: "id", message: "there is no such layer", allowed: LAYER_IDS.join(", ") },
  ]);
}
