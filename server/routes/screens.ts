import { createRoute, z } from "@hono/zod-openapi";
import { ScreenCommandSchema } from "#data/wall/command.ts";
import { VIEWING_LIMITS_M } from "#data/wall/type-size.ts";
import type { Services } from "../services.ts";
import type { ScreenEntry, ScreenReport, ScreenView } from "../wall/wall.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";
import { WallPersonSchema } from "./scenes.ts";

const tags = ["Wall"];

const NameSchema = z
  .string()
  .trim()
  .min(1, "must be 1 to 40 characters")
  .max(40, "must be 1 to 40 characters")
  .describe("Name of the screen, 1 to 40 characters");

const metres = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.number().min(min, `must be ${min} to ${max} metres`).max(max, `must be ${min} to ${max} metres`);

const ViewingSchema = z
  .strictObject({ widthM: metres(VIEWING_LIMITS_M.widthM), distanceM: metres(VIEWING_LIMITS_M.distanceM) })
  .nullable()
  .describe("How wide the picture is, and from where it has to be read; null: as screens of its size usually hang");

const EntrySchema = z.custom<ScreenEntry>().openapi("ScreenEntry", {
  type: "object",
  description: "A screen, what it has been told, and what it last said of itself.",
});
const ViewSchema = z.custom<ScreenView>().openapi("ScreenView", {
  type: "object",
  description: "A screen and the server's clock, from which its tour is reckoned.",
});

const count = z.int("must be a whole number from 0").min(0, "must be a whole number from 0");
const measured = z.number().min(0, "must be 0 or more").max(1e7, "must be at most 10,000,000").nullable();

const ReportSchema = z.strictObject({
  revision: count,
  scene: z.string().max(40),
  version: z.string().max(80),
  widthPx: count.max(100_000),
  heightPx: count.max(100_000),
  medianFrameMs: measured,
  worstFrameMs: measured,
  heapMb: measured,
  contextLosses: count,
  errors: count,
}) satisfies z.ZodType<ScreenReport>;

export const screenParams = z.object({ id: z.uuid({ error: "is not the id of a screen" }).toLowerCase() });

const list = createRoute({
  method: "get",
  path: "/screens",
  tags,
  summary: "The screens of the wall, by name",
  middleware: noQuery,
  responses: {
    200: ok(z.object({ screens: z.array(EntrySchema).readonly(), now: z.string() }), "The screens"),
    ...problems(),
  },
});

const one = createRoute({
  method: "get",
  path: "/screens/{id}",
  tags,
  summary: "What a screen has been told",
  middleware: noQuery,
  request: { params: screenParams },
  responses: { 200: ok(ViewSchema, "The screen"), ...problems(404) },
});

const add = createRoute({
  method: "post",
  path: "/screens",
  tags,
  summary: "Hang up a screen",
  middleware: noQuery,
  request: {
    body: json(z.strictObject({ name: NameSchema, viewing: ViewingSchema.default(null), by: WallPersonSchema })),
  },
  responses: { 201: ok(EntrySchema, "The screen: all scenes in turn"), ...problems(409, 413, 415) },
});

const change = createRoute({
  method: "patch",
  path: "/screens/{id}",
  tags,
  summary: "Name a screen anew, or say how it hangs",
  middleware: noQuery,
  request: {
    params: screenParams,
    body: json(
      z.strictObject({ name: NameSchema.optional(), viewing: ViewingSchema.optional(), by: WallPersonSchema }),
    ),
  },
  responses: { 200: ok(EntrySchema, "The screen"), ...problems(404, 409, 413, 415) },
});

const remove = createRoute({
  method: "delete",
  path: "/screens/{id}",
  tags,
  summary: "Take a screen down; its tokens go with it",
  middleware: noQuery,
  request: { params: screenParams, body: json(z.strictObject({ by: WallPersonSchema })) },
  responses: { 204: { description: "Done" }, ...problems(404, 413, 415) },
});

const tell = createRoute({
  method: "post",
  path: "/screens/tell",
  tags,
  summary: "Tell screens what to show",
  description: "All of them or, where one is unknown, none. What the command does not name stays as it is.",
  middleware: noQuery,
  request: {
    body: json(
      z.strictObject({
        screens: z.union([z.literal("all"), z.array(screenParams.shape.id).min(1).max(500)], {
          error: 'must be "all" or 1 to 500 ids',
        }),
        command: ScreenCommandSchema,
        by: WallPersonSchema,
      }),
    ),
  },
  responses: {
    200: ok(z.object({ screens: z.array(EntrySchema).readonly() }), "The screens told"),
    ...problems(404, 413, 415, 422),
  },
});

const report = createRoute({
  method: "post",
  path: "/screens/{id}/report",
  tags,
  summary: "What a screen says of itself",
  middleware: noQuery,
  request: { params: screenParams, body: json(ReportSchema) },
  responses: { 204: { description: "Noted" }, ...problems(404, 413, 415) },
});

const FRESH = { "cache-control": "no-cache" };

export const screenRoutes = (services: Pick<Services, "wall">) =>
  router()
    .openapi(list, async (c) =>
      c.json({ screens: await services.wall.findScreens(), now: new Date().toISOString() }, 200, FRESH),
    )
    .openapi(one, async (c) => c.json(await services.wall.getScreen(c.req.valid("param").id), 200, FRESH))
    .openapi(add, async (c) => c.json(await services.wall.addScreen(c.req.valid("json")), 201))
    .openapi(tell, async (c) => {
      const { screens, command, by } = c.req.valid("json");
      return c.json({ screens: await services.wall.tell(screens, command, by) }, 200);
    })
    .openapi(change, async (c) =>
      c.json(await services.wall.changeScreen(c.req.valid("param").id, c.req.valid("json")), 200),
    )
    .openapi(remove, async (c) => {
      await services.wall.removeScreen(c.req.valid("param").id, c.req.valid("json").by);
      return c.body(null, 204);
    })
    .openapi(report, async (c) => {
      await services.wall.report(c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
