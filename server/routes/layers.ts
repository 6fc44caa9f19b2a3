import { createRoute, z } from "@hono/zod-openapi";
import type { LayerDefinition } from "#data/layers/define.ts";
import { LAYERS } from "#data/layers/index.ts";
import { freshnessOf, localDayOf } from "#data/snapshot/freshness.ts";
import type { Services } from "../services.ts";
import { ExtentSchema, TitleSchema } from "./answers.ts";
import { layerId, layerOf } from "./layer-path.ts";
import { noQuery, ok, problems, router } from "./router.ts";

const AttributeSchema = z
  .object({
    type: z.enum(["code", "integer", "number", "text", "date", "datetime", "boolean", "substances"]),
    title: TitleSchema,
    required: z.boolean().optional(),
    personal: z.boolean().optional().openapi({ description: "Masked in every answer" }),
    searchable: z.boolean().optional(),
    source: z.string().optional(),
    values: z
      .array(
        z.object({
          code: z.string(),
          title: TitleSchema,
          color: z.string().optional(),
          mark: z.string().optional(),
          aliases: z.array(z.string()).readonly().optional(),
        }),
      )
      .readonly()
      .optional(),
    ordered: z.boolean().optional().openapi({ description: "Worst first" }),
    unit: z.string().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.number().int().optional(),
  })
  .openapi("Attribute");

const LayerSchema = z
  .object({
    id: z.string(),
    title: TitleSchema,
    description: TitleSchema,
    role: z.enum(["ledger", "support"]),
    geometry: z.enum(["Point", "LineString", "Polygon", "Mixed"]),
    count: z.number().int(),
    revision: z.number().int(),
    extent: ExtentSchema.nullable(),
    dataDate: z.string().nullable().openapi({ description: "Latest day of observation, YYYY-MM-DD" }),
    attributes: z.record(z.string(), AttributeSchema),
    time: z.string().optional().openapi({ description: "The attribute that places a feature in time" }),
    grade: z.string().optional().openapi({ description: "The ordered code attribute that says which is the worst" }),
    totals: z.array(z.string()).readonly(),
    weights: z
      .array(
        z.object({
          id: z.string(),
          title: TitleSchema,
          by: z.string().optional(),
          byCode: z.record(z.string(), z.number()).optional(),
          factors: z.record(z.string(), z.number()).optional(),
          source: TitleSchema,
        }),
      )
      .readonly()
      .optional(),
    symbol: z.object({
      shape: z.string(),
      color: z.string(),
      by: z.string().optional(),
      mark: z.string().optional(),
      minZoom: z.number(),
    }),
    lastDelivered: z.string().nullable().openapi({ description: "Instant of the last import or change, ISO 8601" }),
    refreshDays: z.number().optional().openapi({ description: "The agreed interval; absent: none is agreed" }),
    refreshReason: TitleSchema.optional(),
    overdue: z.boolean().nullable().openapi({
      description: "Older today than agreed; null: nobody said how old the data is, or how old it may be",
    }),
  })
  .openapi("Layer");

const list = createRoute({
  method: "get",
  path: "/layers",
  tags: ["Layers"],
  summary: "Every layer: what it is and how much of it there is",
  middleware: noQuery,
  responses: { 200: ok(z.array(LayerSchema), "Ledgers first, in the order of the layer panel"), ...problems() },
});

const one = createRoute({
  method: "get",
  path: "/layers/{id}",
  tags: ["Layers"],
  summary: "One layer",
  middleware: noQuery,
  request: { params: z.object({ id: layerId }) },
  responses: { 200: ok(LayerSchema, "The layer"), ...problems(404) },
});

export function layerRoutes(services: Services) {
  const answer = ({ importAliases: _, ...layer }: LayerDefinition) => {
    const { count, revision, changedAt, extent, dataDate } = services.snapshots.published(layer.id);
    const deliveredOn = changedAt && localDayOf(new Date(changedAt));
    const { refreshDays } = layer;
    const { state } = freshnessOf({ dataDate, deliveredOn, refreshDays }, localDayOf(new Date()));
    const overdue = state === "overdue" ? true : state === "current" ? false : null;
    return { ...layer, count, revision, extent, dataDate, lastDelivered: changedAt, overdue };
  };
  return router()
    .openapi(list, (c) => {
      c.header("cache-control", "no-cache");
      return c.json(LAYERS.map(answer), 200);
    })
    .openapi(one, (c) => {
      c.header("cache-control", "no-cache");
      return c.json(answer(layerOf(c.req.valid("param").id)), 200);
    });
}
