import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import { personName } from "./import-schemas.ts";
import { featureId, layerId, layerOf } from "./layer-path.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";

const LinkSchema = z
  .object({
    id: z.string(),
    layer: z.string(),
    code: z.string(),
    name: z.string(),
    distanceM: z.number(),
    score: z.number().openapi({ description: "0 to 1" }),
    evidence: z.array(z.enum(["credit-code", "name", "address", "place"])).readonly(),
    same: z.boolean().nullable().openapi({ description: "A person's word; null: nobody has said" }),
    decidedBy: z.string().nullable(),
  })
  .openapi("FeatureLink");

const list = createRoute({
  method: "get",
  path: "/layers/{id}/features/{featureId}/links",
  tags: ["Features"],
  summary: "Features of other ledgers that belong to the same firm",
  description: "By credit code, or else by name, place and address. Linked, never merged.",
  middleware: noQuery,
  request: { params: z.object({ id: layerId, featureId }) },
  responses: { 200: ok(z.object({ links: z.array(LinkSchema) }), "Likeliest first"), ...problems(404) },
});

const decide = createRoute({
  method: "put",
  path: "/layers/{id}/features/{featureId}/links/{otherLayer}/{otherId}",
  tags: ["Features"],
  summary: "Say whether two features belong to the same firm",
  middleware: noQuery,
  request: {
    params: z.object({ id: layerId, featureId, otherLayer: layerId, otherId: featureId }),
    body: json(z.strictObject({ same: z.boolean(), by: personName })),
  },
  responses: { 200: ok(z.object({ same: z.boolean() }), "Kept"), ...problems(404, 422) },
});

export const featureLinkRoutes = (services: Pick<Services, "links">) =>
  router()
    .openapi(list, async (c) => {
      const { id, featureId: feature } = c.req.valid("param");
      const found = await services.links.findLinks(layerOf(id).id, feature);
      return c.json({ links: [...found] }, 200, { "cache-control": "no-cache" });
    })
    .openapi(decide, async (c) => {
      const { id, featureId: feature, otherLayer, otherId } = c.req.valid("param");
      const { same, by } = c.req.valid("json");
      if (feature === otherId)
        throw new AppError("unprocessable", "a feature is itself", [
          { field: "otherId", message: "is the feature itself", allowed: "another feature" },
        ]);
      await services.links.decide(layerOf(id).id, feature, layerOf(otherLayer).id, otherId, same, by);
      return c.json({ same }, 200);
    });
