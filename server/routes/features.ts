import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "../errors.ts";
import type { Services } from "../services.ts";
import { FeatureSchema, toFeature } from "./feature-answer.ts";
import { asOfQuery, featureQuery, filterOf, toCursor } from "./feature-query.ts";
import { featureId, layerId, layerOf } from "./layer-path.ts";
import { problems, query, router } from "./router.ts";

const FeatureCollection = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(FeatureSchema),
    numberReturned: z.number().int(),
    cursor: z.string().nullable().openapi({ description: "Of the next page; null: this is the last" }),
    links: z.array(z.object({ rel: z.enum(["self", "next"]), href: z.string(), type: z.string() })),
  })
  .openapi("FeatureCollection");

const geoJson = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/geo+json": { schema } },
});

const list = createRoute({
  method: "get",
  path: "/layers/{id}/features",
  tags: ["Features"],
  summary: "Features of a layer, page by page in the order in which they came into the record",
  request: { params: z.object({ id: layerId }), query: query(featureQuery) },
  responses: { 200: geoJson(FeatureCollection, "A page"), ...problems(404, 504) },
});

const one = createRoute({
  method: "get",
  path: "/layers/{id}/features/{featureId}",
  tags: ["Features"],
  summary: "One feature",
  request: { params: z.object({ id: layerId, featureId }), query: query(asOfQuery) },
  responses: { 200: geoJson(FeatureSchema, "The feature"), ...problems(404) },
});

const GEOJSON = { "content-type": "application/geo+json", "cache-control": "no-cache" };

export const featureRoutes = (services: Services) =>
  router()
    .openapi(list, async (c) => {
      const layer = layerOf(c.req.valid("param").id);
      const { bbox, filter, asOf, limit, cursor } = c.req.valid("query");
      const page = await services.record.findFeatures({
        layer: layer.id,
        bounds: bbox,
        filter: filter === undefined ? undefined : filterOf(filter, layer),
        asOf,
        after: cursor,
        limit,
      });
      const next = page.next && toCursor(page.next);
      const body = {
        type: "FeatureCollection" as const,
        features: page.features.map((record) => toFeature(layer, record)),
        numberReturned: page.features.length,
        cursor: next,
        links: linksOf(new URL(c.req.url), next),
      };
      return c.json(body, 200, GEOJSON);
    })
    .openapi(one, async (c) => {
      const { id, featureId } = c.req.valid("param");
      const layer = layerOf(id);
      const record = await services.record.findFeature(layer.id, featureId, c.req.valid("query").asOf);
      if (!record) throw new AppError("not-found", `${layer.id} has no such feature`);
      return c.json(toFeature(layer, record), 200, GEOJSON);
    });

/** Relative to the host: behind a proxy the server does not know its own name. */
function linksOf(url: URL, next: string | null) {
  const link = (rel: "self" | "next", search: string) => ({
    rel,
    href: url.pathname + search,
    type: "application/geo+json",
  });
  const self = link("self", url.search);
  if (!next) return [self];
  url.searchParams.set("cursor", next);
  return [self, link("next", url.search)];
}
