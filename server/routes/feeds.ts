import { createRoute, z } from "@hono/zod-openapi";
import { FEED_KINDS, MOST_MESSAGES } from "#data/wall/feeds/message.ts";
import { MESSAGE_SCHEMAS } from "#data/wall/feeds/parse-message.ts";
import { FEED_OUTCOMES, QUARANTINE_REASONS } from "#data/wall/feeds/verdict.ts";
import { callerOf } from "../http/feed-gate.ts";
import { toJsonSchema } from "../http/field-errors.ts";
import type { Services } from "../services.ts";
import { FRESH, pageLimit, sourceId } from "./feed-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Feeds"];

const MessageSchema = z.unknown().openapi({
  description: "Of the kind of its source; each is judged on its own",
  oneOf: FEED_KINDS.map((kind) => ({ title: kind, ...toJsonSchema(MESSAGE_SCHEMAS[kind]), $schema: undefined })) as [],
});
const BodySchema = z.strictObject({
  kind: z
    .enum(FEED_KINDS, { error: `must be one of ${FEED_KINDS.join(", ")}` })
    .optional()
    .openapi({ description: "If given, it has to be that of the source" }),
  messages: z.array(MessageSchema).min(1).max(MOST_MESSAGES),
});

const count = z.number().int();
const ReceivedSchema = z
  .object({
    accepted: count,
    repeats: count,
    late: count,
    quarantined: count,
    results: z
      .array(
        z.object({
          outcome: z.enum(FEED_OUTCOMES),
          reason: z.enum(QUARANTINE_REASONS).optional(),
          field: z.string().nullable().optional(),
          detail: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .openapi("ReceivedBody");

const QuarantinedSchema = z
  .object({
    id: count,
    reason: z.enum(QUARANTINE_REASONS),
    field: z.string().nullable(),
    detail: z.string(),
    messageId: z.string().nullable(),
    excerpt: z.string().openapi({ description: "The message's beginning as JSON, up to 2 KB; of persons nothing" }),
    count: count.openapi({ description: "How often the same came" }),
    firstAt: z.string(),
    lastAt: z.string(),
  })
  .openapi("QuarantinedMessage");

const send = createRoute({
  method: "post",
  path: "/feeds/{source}",
  tags,
  summary: "Send news of a source",
  description:
    "With `Authorization: Bearer` and the source's token; at most 1 MB and 1,000 messages. Sending the same again changes nothing, so after " +
    "a broken line send it again. A message that cannot be taken keeps none of the others back.",
  middleware: noQuery,
  security: [{ feedToken: [] }],
  request: { params: z.object({ source: sourceId }), body: json(BodySchema) },
  responses: {
    200: ok(ReceivedSchema, "What became of each message, in order"),
    ...problems(401, 403, 413, 415, 429),
  },
});

const quarantine = createRoute({
  method: "get",
  path: "/feeds/{source}/quarantine",
  tags,
  summary: "What was not taken of a source, the newest first",
  request: { params: z.object({ source: sourceId }), query: query({ limit: pageLimit(500, 100) }) },
  responses: { 200: ok(z.array(QuarantinedSchema), "At most 500 are kept of a source"), ...problems(404) },
});

export const feedRoutes = (services: Pick<Services, "feeds">) =>
  router()
    .openapi(quarantine, async (c) => {
      const { limit } = c.req.valid("query");
      return c.json([...(await services.feeds.findQuarantined(c.req.valid("param").source, limit))], 200, FRESH);
    })
    .openapi(send, async (c) => {
      const { kind = null, messages } = c.req.valid("json");
      return c.json(await services.feeds.receive(callerOf(c), kind, messages), 200, { "cache-control": "no-store" });
    });
