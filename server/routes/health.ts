import { createRoute, z } from "@hono/zod-openapi";
import { LAYERS } from "#data/layers/index.ts";
import type { Services } from "../services.ts";
import { VERSION } from "../version.ts";
import { noQuery, ok, problems, router } from "./router.ts";

const Health = z
  .object({
    status: z.literal("ok"),
    engine: z.enum(["private", "external"]).openapi({ description: "Whose PostgreSQL keeps the record" }),
    postgis: z.boolean(),
    version: z.string().openapi({ description: "The product's" }),
    databaseVersion: z.string(),
    layers: z.array(z.object({ id: z.string(), revision: z.number().int() })),
  })
  .openapi("Health");

const health = createRoute({
  method: "get",
  path: "/health",
  tags: ["Service"],
  summary: "Whether the service answers, and at which revisions",
  description: "503 until the first snapshots are built.",
  middleware: noQuery,
  responses: { 200: ok(Health, "It answers"), ...problems() },
});

export const healthRoutes = (services: Services) =>
  router().openapi(health, (c) => {
    const { engine, postgis, version: databaseVersion } = services.record;
    const layers = LAYERS.map(({ id }) => ({ id, revision: services.snapshots.published(id).revision }));
    c.header("cache-control", "no-store");
    return c.json({ status: "ok" as const, engine, postgis, version: VERSION, databaseVersion, layers }, 200);
  });
