import { createRoute, z } from "@hono/zod-openapi";
import type { Geometry } from "geojson";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { AppError } from "../errors.ts";
import type { FeatureState, Services } from "../services.ts";
import { shownValue } from "./feature-answer.ts";
import { featureId, layerId, layerOf } from "./layer-path.ts";
import { noQuery, ok, problems, router } from "./router.ts";

const FieldValueSchema = z.custom<AttributeValue | Geometry>().openapi({
  description: "As the attribute says, or a geometry; null: not known",
  type: ["string", "number", "boolean", "array", "object", "null"],
});

const HistorySchema = z
  .object({
    id: z.string(),
    layer: z.string(),
    changes: z.array(
      z.object({
        at: z.string().openapi({ description: "Instant" }),
        by: z.string(),
        action: z.enum(["added", "changed", "removed"]),
        revision: z.number().int().nullable().openapi({ description: "The layer's; null for a removal" }),
        importId: z.string().nullable(),
        reason: z.string().nullable().openapi({ description: "What the person said of it" }),
        fields: z.array(
          z.object({
            field: z.string().openapi({ description: "Attribute id, standard property, or `geometry`" }),
            from: FieldValueSchema,
            to: FieldValueSchema,
          }),
        ),
      }),
    ),
  })
  .openapi("FeatureHistory");

type Change = z.output<typeof HistorySchema>["changes"][number];

const history = createRoute({
  method: "get",
  path: "/layers/{id}/features/{featureId}/history",
  tags: ["Features"],
  summary: "Who changed what, and when",
  description: "Latest first. Personal values are always masked: that they changed is shown, what they were is not.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId, featureId }) },
  responses: { 200: ok(HistorySchema, "Every change"), ...problems(404) },
});

export const featureHistoryRoutes = (services: Services) =>
  router().openapi(history, async (c) => {
    const { id, featureId } = c.req.valid("param");
    const layer = layerOf(id);
    const states = await services.record.findHistory(layer.id, featureId);
    if (states.length === 0) throw new AppError("not-found", `${layer.id} never had such a feature`);
    c.header("cache-control", "no-cache");
    return c.json({ id: featureId, layer: layer.id, changes: changesOf(layer, states) }, 200);
  });

/** @param states - latest first. */
function changesOf(layer: LayerDefinition, states: readonly FeatureState[]): Change[] {
  return states.flatMap((state, i) => {
    const before = states[i + 1];
    // A code that was removed and delivered again is a new beginning.
    const added = !before || before.removed;
    const arrival: Change = {
      at: state.validFrom,
      by: state.changedBy,
      action: added ? "added" : "changed",
      revision: state.revision,
      importId: state.importId,
      reason: added ? null : before.endedReason,
      fields: added ? [] : differences(layer, before, state),
    };
    if (!state.removed) return [arrival];
    const removal: Change = {
      at: state.validTo ?? state.validFrom,
      by: state.endedBy ?? "",
      action: "removed",
      revision: null,
      importId: null,
      reason: state.endedReason,
      fields: [],
    };
    return [removal, arrival];
  });
}

const STANDARD = ["code", "name", "districtCode", "source", "observedOn", "positionErrorM"] as const;

function differences(layer: LayerDefinition, before: FeatureState, after: FeatureState): Change["fields"] {
  const standard = STANDARD.filter((key) => before[key] !== after[key]).map((key) => ({
    field: key === "districtCode" ? "district" : key,
    from: before[key],
    to: after[key],
  }));
  const attributes = Object.keys(layer.attributes).flatMap((key) => {
    const from = before.attributes[key] ?? null;
    const to = after.attributes[key] ?? null;
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ field: key, from: shownValue(layer, key, from), to: shownValue(layer, key, to) }];
  });
  const moved = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
  return [
    ...standard,
    ...attributes,
    ...(moved ? [{ field: "geometry", from: before.geometry, to: after.geometry }] : []),
  ];
}
