import { createRoute, z } from "@hono/zod-openapi";
import { GeometrySchema } from "#data/analyses/parameters.ts";
import { MASK } from "../intake/hand-edit.ts";
import type { Services } from "../services.ts";
import { FeatureSchema, toFeature } from "./feature-answer.ts";
import { featureId, layerId, layerOf } from "./layer-path.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";

const SubstanceSchema = z.strictObject({
  name: z.string().min(1).max(200),
  cas: z.string().max(20).optional(),
  tonnes: z.number().min(0).max(1e9),
});

const ValueSchema = z
  .union([z.string().max(10_000), z.number(), z.boolean(), z.null(), z.array(SubstanceSchema).max(500)], {
    error: "is neither text, number, true, false, null nor a list of substances",
  })
  .openapi({ description: "As the layer's attribute says; null empties" });

const by = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "holds a control character")
  .openapi({ description: "Name of the person who changes it, 1 to 60 characters" });

const reason = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "holds a control character")
  .openapi({ description: "Why, for the history, 1 to 300 characters" });

const revision = z.number().int().min(1).openapi({
  description: "The feature's `revision` as it was read. When it is no longer the present one, nothing is changed: 409",
});

const properties = z.record(z.string().max(100), ValueSchema).openapi({
  description: `Under the names of the answers: \`code\`, \`name\`, \`district\`, \`source\`, \`observedOn\`, \`positionErrorM\` and the layer's attributes. A personal value that comes back masked (\`${MASK}\`) stays as it is`,
});

const geometry = GeometrySchema.describe("GeoJSON (RFC 7946), WGS84 degrees, of the layer's type");

const repairGeometry = z.boolean().optional().openapi({
  description:
    "Take an outline that crosses itself as what the even-odd rule paints of it. Without it such a one is refused",
});

const CreateSchema = z.strictObject({ by, properties, geometry, repairGeometry });

const ChangeSchema = z.strictObject({
  revision,
  by,
  reason: reason.optional(),
  properties: properties.optional(),
  geometry: geometry.optional(),
  repairGeometry,
});

const RemoveSchema = z.strictObject({ revision, by, reason });

const EditedSchema = FeatureSchema.extend({
  repaired: z
    .string()
    .nullable()
    .openapi({ description: "What was done to the given geometry; null: it is as it was given" }),
});

const RemovedSchema = z.object({ id: z.string(), code: z.string() });

const PROBLEMS = problems(403, 404, 409, 413, 415, 422, 504);

const create = createRoute({
  method: "post",
  path: "/layers/{id}/features",
  tags: ["Features"],
  summary: "Add one feature by hand",
  description:
    "Its `source` is the person, unless the properties say whose word it is. A code that the layer has already is 409.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId }), body: json(CreateSchema) },
  responses: { 201: ok(EditedSchema, "The feature as it was written"), ...PROBLEMS },
});

const change = createRoute({
  method: "patch",
  path: "/layers/{id}/features/{featureId}",
  tags: ["Features"],
  summary: "Change one feature by hand",
  description: "What the body does not name stays as it is. The history keeps the state before.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId, featureId }), body: json(ChangeSchema) },
  responses: { 200: ok(EditedSchema, "The feature as it is now"), ...PROBLEMS },
});

const remove = createRoute({
  method: "delete",
  path: "/layers/{id}/features/{featureId}",
  tags: ["Features"],
  summary: "Remove one feature by hand",
  description: "The history keeps every state of it.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId, featureId }), body: json(RemoveSchema) },
  responses: { 200: ok(RemovedSchema, "What was removed"), ...PROBLEMS },
});

const FRESH = { "cache-control": "no-store" };

export const featureEditRoutes = (services: Services) =>
  router()
    .openapi(create, async (c) => {
      const layer = layerOf(c.req.valid("param").id);
      const { by, ...edit } = c.req.valid("json");
      const { feature, repaired } = await services.edits.create(layer, edit, { by, reason: null });
      const location = `/api/layers/${layer.id}/features/${feature.id}`;
      return c.json({ ...toFeature(layer, feature), repaired }, 201, { ...FRESH, location });
    })
    .openapi(change, async (c) => {
      const { id, featureId } = c.req.valid("param");
      const layer = layerOf(id);
      const { revision, by, reason = null, properties = {}, ...shape } = c.req.valid("json");
      const read = { id: featureId, revision };
      const { feature, repaired } = await services.edits.change(layer, read, { properties, ...shape }, { by, reason });
      return c.json({ ...toFeature(layer, feature), repaired }, 200, FRESH);
    })
    .openapi(remove, async (c) => {
      const { id, featureId } = c.req.valid("param");
      const layer = layerOf(id);
      const { revision, by, reason } = c.req.valid("json");
      const { code } = await services.edits.remove(layer, { id: featureId, revision }, { by, reason });
      return c.json({ id: featureId, code }, 200, FRESH);
    });
