import { createRoute, z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import { MappingSchema, SavedMappingSchema } from "./import-schemas.ts";
import { layerId } from "./layer-path.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Imports"];
const params = z.object({ layer: layerId, name: z.string().trim().min(1).max(100) });

const list = createRoute({
  method: "get",
  path: "/import-mappings",
  tags,
  summary: "How the files of each source are read",
  request: { query: query({ layer: layerId.optional() }) },
  responses: { 200: ok(z.object({ mappings: z.array(SavedMappingSchema) }), "Latest first"), ...problems() },
});

const save = createRoute({
  method: "put",
  path: "/import-mappings/{layer}/{name}",
  tags,
  summary: "Remember how a file was read: the next with the same columns is read the same way",
  middleware: noQuery,
  request: { params, body: json(MappingSchema) },
  responses: { 200: ok(z.object({ name: z.string() }), "Remembered"), ...problems() },
});

const remove = createRoute({
  method: "delete",
  path: "/import-mappings/{layer}/{name}",
  tags,
  summary: "Forget how a source is read",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(z.object({ name: z.string() }), "Forgotten"), ...problems(404) },
});

export const importMappingRoutes = (services: Pick<Services, "intake">) =>
  router()
    .openapi(list, async (c) => {
      const mappings = await services.intake.findMappings(c.req.valid("query").layer);
      return c.json({ mappings: [...mappings] }, 200, { "cache-control": "no-cache" });
    })
    .openapi(save, async (c) => {
      const { by, columns, settings } = c.req.valid("json");
      const { layer, name } = c.req.valid("param");
      await services.intake.saveMapping({ layer, name, columns, settings, changedBy: by });
      return c.json({ name }, 200);
    })
    .openapi(remove, async (c) => {
      const { layer, name } = c.req.valid("param");
      await services.intake.removeMapping(layer, name);
      return c.json({ name }, 200);
    });
