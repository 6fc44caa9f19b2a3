import { createRoute, z } from "@hono/zod-openapi";
import { FEED_KINDS } from "#data/wall/feeds/message.ts";
import { SOURCE_EVENT_KINDS } from "../feeds/source.ts";
import type { Services } from "../services.ts";
import { FRESH, line, sourceId } from "./feed-schemas.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";

const tags = ["Feeds"];
const params = z.object({ id: sourceId });
const by = line(60).openapi({ description: "Name of the person, kept with what was done", example: "王工" });

const count = z.number().int();
const SourceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(FEED_KINDS),
    title: z.string(),
    simulated: z.boolean(),
    showNames: z.boolean(),
    perSecond: count,
    burst: count,
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
    receivedAt: z.string().nullable().openapi({ description: "When its last body came" }),
    accepted: count,
    repeats: count,
    late: count,
    quarantined: count,
  })
  .openapi("FeedSource");
const WithTokenSchema = z.object({
  source: SourceSchema,
  token: z.string().openapi({ description: "Shown this once; the server keeps a digest only" }),
});
const EventSchema = z.object({
  kind: z.enum(SOURCE_EVENT_KINDS),
  at: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
});

const CreateSchema = z.strictObject({
  id: sourceId,
  kind: z.enum(FEED_KINDS, { error: `must be one of ${FEED_KINDS.join(", ")}` }),
  title: line(60).openapi({ description: "As people read it behind figures and in ledgers" }),
  simulated: z.boolean().default(false).openapi({ description: "Nothing that it sends is true" }),
  showNames: z.boolean().default(false).openapi({ description: "Of a roster: people are shown by name" }),
  perSecond: z.int().min(1).max(1_000).default(100).openapi({ description: "Messages a second, for long" }),
  burst: z.int().min(1).max(10_000).default(2_000).openapi({ description: "Messages at once, after a rest" }),
  by,
});

const list = createRoute({
  method: "get",
  path: "/feed-sources",
  tags,
  summary: "Who may send news, or could",
  middleware: noQuery,
  responses: { 200: ok(z.array(SourceSchema), "By id, the revoked ones too"), ...problems() },
});

const one = createRoute({
  method: "get",
  path: "/feed-sources/{id}",
  tags,
  summary: "A source, and who made, renewed or revoked it",
  middleware: noQuery,
  request: { params },
  responses: {
    200: ok(z.object({ source: SourceSchema, events: z.array(EventSchema) }), "Events first to last"),
    ...problems(404),
  },
});

const create = createRoute({
  method: "post",
  path: "/feed-sources",
  tags,
  summary: "Let a source send news",
  middleware: noQuery,
  request: { body: json(CreateSchema) },
  responses: { 201: ok(WithTokenSchema, "The source with its token"), ...problems(409, 413, 415) },
});

const renew = createRoute({
  method: "post",
  path: "/feed-sources/{id}/token",
  tags,
  summary: "Give a source another token",
  description: "The one before is worth nothing from now on.",
  middleware: noQuery,
  request: { params, body: json(z.strictObject({ by })) },
  responses: { 200: ok(WithTokenSchema, "The source with its token"), ...problems(404, 409, 413, 415) },
});

const revoke = createRoute({
  method: "delete",
  path: "/feed-sources/{id}",
  tags,
  summary: "Take a source's right to send, for good",
  description: "Its open alarms are cleared and its sensors shown no longer. What it sent stays.",
  middleware: noQuery,
  request: { params, body: json(z.strictObject({ by, reason: line(300) })) },
  responses: { 200: ok(SourceSchema, "The source as it is now"), ...problems(404, 409, 413, 415) },
});

const SECRET = { "cache-control": "no-store" };

export const feedSourceRoutes = (services: Pick<Services, "feeds">) =>
  router()
    .openapi(list, async (c) => c.json([...(await services.feeds.findSources())], 200, FRESH))
    .openapi(one, async (c) => {
      const { source, events } = await services.feeds.getSource(c.req.valid("param").id);
      return c.json({ source, events: [...events] }, 200, FRESH);
    })
    .openapi(create, async (c) => {
      const { by, ...source } = c.req.valid("json");
      const location = `/api/feed-sources/${source.id}`;
      return c.json(await services.feeds.createSource(source, by), 201, { ...SECRET, location });
    })
    .openapi(renew, async (c) => {
      const { by } = c.req.valid("json");
      return c.json(await services.feeds.renewToken(c.req.valid("param").id, by), 200, SECRET);
    })
    .openapi(revoke, async (c) =>
      c.json(await services.feeds.revoke(c.req.valid("param").id, c.req.valid("json")), 200, SECRET),
    );
