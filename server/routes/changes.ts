import { createRoute, z } from "@hono/zod-openapi";
import { LAYER_IDS } from "#data/layers/index.ts";
import { CHANGE_ACTIONS, type ChangeCursor } from "../changes.ts";
import type { Services } from "../services.ts";
import { FRESH, instantParameter, pageLimit } from "./feed-schemas.ts";
import { ok, problems, query, router } from "./router.ts";

const DAY_MS = 86_400_000;

/** Longer ago, the history of single features and the map as of a day say more. */
const MOST_DAYS = 31;

/** Clocks differ; a screen that asks for what has changed since its own midnight must not be refused for it. */
const AHEAD_MS = 60_000;

const since = instantParameter
  .pipe(
    z
      .date()
      .refine(
        (instant) => instant.getTime() <= Date.now() + AHEAD_MS && instant.getTime() >= Date.now() - MOST_DAYS * DAY_MS,
        `must lie within the last ${MOST_DAYS} days`,
      ),
  )
  .optional()
  .openapi({
    type: "string",
    format: "date-time",
    description: `Changes at or after this instant, at most ${MOST_DAYS} days ago; without it: since midnight on the server's clock`,
  });

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const toCursor = ({ at, id }: ChangeCursor): string => btoa(`${at} ${id}`).replaceAll("=", "");

const cursor = z
  .string()
  .max(120)
  .transform((text, context): ChangeCursor => {
    const content = CURSOR.exec(/^[a-z\d+/]+$/i.test(text) && text.length % 4 !== 1 ? atob(text) : "");
    if (content && !Number.isNaN(Date.parse(content[1]!))) return { at: content[1]!, id: content[2]! };
    context.addIssue({ code: "custom", message: "is not a cursor that an earlier page gave" });
    return z.NEVER;
  })
  .openapi({ type: "string", description: "`cursor` of the page before" });

const PageSchema = z
  .object({
    since: z.string().openapi({ description: "Instant" }),
    at: z.string().openapi({ description: "Instant of the answer" }),
    layers: z
      .array(
        z.object({
          layer: z.string(),
          added: z.number().int(),
          changed: z.number().int(),
          removed: z.number().int(),
        }),
      )
      .readonly()
      .openapi({ description: "Layers with any change, all of them counted whatever is listed" }),
    changes: z
      .array(
        z.object({
          layer: z.string(),
          id: z.string(),
          code: z.string(),
          name: z.string(),
          district: z.string().nullable().openapi({ description: "District code" }),
          source: z.string(),
          action: z.enum(CHANGE_ACTIONS),
          at: z.string().openapi({ description: "Instant of the last change" }),
          fields: z
            .array(z.string())
            .readonly()
            .openapi({ description: "What differs on a changed one: attribute ids, standard properties, `geometry`" }),
        }),
      )
      .readonly(),
    cursor: z.string().nullable().openapi({ description: "Of the next page; null: this is the last" }),
  })
  .openapi("Changes");

const changes = createRoute({
  method: "get",
  path: "/changes",
  tags: ["Features"],
  summary: "What has become otherwise in the ledgers",
  description:
    "Each feature once, by what became of it on the whole since the instant; one that came and went meanwhile is not told. Says which values differ, never what they are, nor who changed them.",
  request: {
    query: query({
      since,
      layer: z
        .enum(LAYER_IDS as [string, ...string[]], { error: `must be one of ${LAYER_IDS.join(", ")}` })
        .optional()
        .openapi({ description: "Lists changes of one layer; all are counted", example: "houses" }),
      action: z
        .enum(CHANGE_ACTIONS, { error: `must be one of ${CHANGE_ACTIONS.join(", ")}` })
        .optional()
        .openapi({ description: "Lists changes of one kind; all are counted" }),
      limit: pageLimit(1_000, 100),
      cursor: cursor.optional(),
    }),
  },
  responses: { 200: ok(PageSchema, "Counts by layer, and the latest changes first"), ...problems() },
});

function midnight(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

export const changeRoutes = (services: Pick<Services, "record">) =>
  router().openapi(changes, async (c) => {
    const { since: from = midnight(), layer, action, limit, cursor: after } = c.req.valid("query");
    const page = await services.record.findChanges({ since: from, layers: LAYER_IDS, layer, action, limit, after });
    const { next, ...rest } = page;
    return c.json({ since: from.toISOString(), ...rest, cursor: next && toCursor(next) }, 200, FRESH);
  });
