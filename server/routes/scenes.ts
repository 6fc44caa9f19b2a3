import { createRoute, z } from "@hono/zod-openapi";
import { SceneSchema } from "#data/wall/scene.ts";
import type { Services } from "../services.ts";
import type { SceneEntry } from "../wall/wall.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";

const tags = ["Wall"];

export const WallPersonSchema = z
  .string()
  .trim()
  .min(1, "must be 1 to 60 characters")
  .max(60, "must be 1 to 60 characters")
  .describe("Name of the person, 1 to 60 characters");

const RevisionSchema = z
  .int("must be the revision that was read")
  .min(0, "must be the revision that was read")
  .describe("Of the scene as it was read; 0 for one that nobody has touched");

const EntrySchema = z.custom<SceneEntry>().openapi("SceneEntry", {
  type: "object",
  description: "A scene of the wall, whether it is the product's own, and who changed it when.",
});

const params = z.object({ id: SceneSchema.shape.id });

const list = createRoute({
  method: "get",
  path: "/scenes",
  tags,
  summary: "The scenes of the wall, in the order of its tour",
  middleware: noQuery,
  responses: { 200: ok(z.object({ scenes: z.array(EntrySchema).readonly() }), "The scenes"), ...problems() },
});

const save = createRoute({
  method: "put",
  path: "/scenes/{id}",
  tags,
  summary: "Change a scene, or make one",
  description:
    "Every earlier version is kept. A revision that is not that of the present scene is 409; a filter that its layer does not read, or a weight that it does not have, 422.",
  middleware: noQuery,
  request: {
    params,
    body: json(
      z.strictObject({ scene: SceneSchema.omit({ id: true }), by: WallPersonSchema, revision: RevisionSchema }),
    ),
  },
  responses: { 200: ok(EntrySchema, "The scene as it is now"), ...problems(409, 413, 415, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/scenes/{id}",
  tags,
  summary: "Take a scene of one's own away, or a scene of the product back to how it came",
  middleware: noQuery,
  request: { params, body: json(z.strictObject({ by: WallPersonSchema, revision: RevisionSchema })) },
  responses: { 204: { description: "Done" }, ...problems(404, 409, 413, 415) },
});

export const sceneRoutes = (services: Pick<Services, "wall">) =>
  router()
    .openapi(list, async (c) =>
      c.json({ scenes: await services.wall.findScenes() }, 200, { "cache-control": "no-cache" }),
    )
    .openapi(save, async (c) => {
      const { scene, ...said } = c.req.valid("json");
      return c.json(await services.wall.saveScene({ ...scene, id: c.req.valid("param").id }, said), 200);
    })
    .openapi(remove, async (c) => {
      await services.wall.removeScene(c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
