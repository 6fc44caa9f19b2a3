import { createRoute, z } from "@hono/zod-openapi";
import { SceneSchema } from "#data/wall/scene.ts";
import type { Services } from "../services.ts";
import { isNetwork } from "../wall/network.ts";
import type { TokenEntry } from "../wall/wall.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";
import { WallPersonSchema } from "./scenes.ts";
import { screenParams } from "./screens.ts";

const tags = ["Wall"];

const EntrySchema = z.custom<TokenEntry>().openapi("ScreenToken", {
  type: "object",
  description: "What lets a screen in: for which scenes, from where, until when. The token itself is kept nowhere.",
});

const tokenParams = screenParams.extend({ token: z.uuid({ error: "is not the id of a token" }) });

const list = createRoute({
  method: "get",
  path: "/screens/{id}/tokens",
  tags,
  summary: "The tokens of a screen, the newest first",
  middleware: noQuery,
  request: { params: screenParams },
  responses: { 200: ok(z.object({ tokens: z.array(EntrySchema).readonly() }), "The tokens"), ...problems(404) },
});

const make = createRoute({
  method: "post",
  path: "/screens/{id}/tokens",
  tags,
  summary: "Make a token that lets a screen in to read; it is told this once",
  middleware: noQuery,
  request: {
    params: screenParams,
    body: json(
      z.strictObject({
        scenes: z.array(SceneSchema.shape.id).min(1).max(40).nullable().default(null).describe("null: every scene"),
        networks: z
          .array(
            z
              .string()
              .refine(isNetwork, "must be an address or a range such as 10.1.2.0/24 or fd00::/8")
              .openapi({ type: "string" }),
          )
          .max(20)
          .default([])
          .describe("Addresses from which it may be used; none: any"),
        expiresAt: z.iso
          .datetime({ offset: true, error: "must be an instant such as 2027-01-01T00:00:00+08:00" })
          .nullable()
          .default(null),
        by: WallPersonSchema,
      }),
    ),
  },
  responses: { 201: ok(z.object({ token: z.string(), entry: EntrySchema }), "The token"), ...problems(404, 413, 415) },
});

const revoke = createRoute({
  method: "delete",
  path: "/screens/{id}/tokens/{token}",
  tags,
  summary: "Revoke a token: from now on it lets nobody in",
  middleware: noQuery,
  request: { params: tokenParams, body: json(z.strictObject({ by: WallPersonSchema })) },
  responses: { 200: ok(EntrySchema, "The token, revoked"), ...problems(404, 413, 415) },
});

export const screenTokenRoutes = (services: Pick<Services, "wall">) =>
  router()
    .openapi(list, async (c) => c.json({ tokens: await services.wall.findTokens(c.req.valid("param").id) }, 200))
    .openapi(make, async (c) =>
      c.json(await services.wall.makeToken(c.req.valid("param").id, c.req.valid("json")), 201, {
        "cache-control": "no-store",
      }),
    )
    .openapi(revoke, async (c) => {
      const { id, token } = c.req.valid("param");
      return c.json(await services.wall.revokeToken(id, token, c.req.valid("json").by), 200);
    });
