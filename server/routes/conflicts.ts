import { createRoute, z } from "@hono/zod-openapi";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { Conflict, ConflictFilter, ConflictWord } from "../conflicts/conflict.ts";
import {
  bindingRule,
  CONFLICT_EVENT_KINDS,
  CONFLICT_REASONS,
  CONFLICT_STATES,
  shortfallOf,
} from "../conflicts/facts.ts";
import { AppError } from "../errors.ts";
import { CONFLICT_WORDS } from "../export/conflict-words.ts";
import { contentDisposition } from "../export/file-name.ts";
import { EXPORT_KINDS } from "../export/kinds.ts";
import type { Services } from "../services.ts";
import { asOfDay, sinceDay } from "./as-of-day.ts";
import { conflictCursor, toConflictCursor } from "./conflict-cursor.ts";
import { personName } from "./import-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const MAX_PAGE = 1_000;
const VERDICTS = ["too-near", "cannot-tell"] as const;
const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;

const FindingSchema = z.custom<SpacingFinding>().openapi("SpacingFinding", {
  type: "object",
  description:
    "The hazard, its neighbour, the shortest line between them, and every rule that applies with its verdict.",
});
const ConflictSchema = z
  .object({
    id: z.string(),
    revision: z.number().int().nullable().openapi({ description: "A decision names it; null as of an earlier day" }),
    verdict: z.enum(["too-near", "cannot-tell", "clear"]),
    distanceM: z.number(),
    requiredM: z.number().nullable(),
    shortfallM: z.number(),
    people: z.number().nullable(),
    rank: z.number().openapi({ description: "Metres short times people" }),
    finding: FindingSchema,
    firstSeenAt: z.string(),
    lastSeenAt: z.string().nullable().openapi({ description: "Once it is gone: when it was there last" }),
    goneAt: z.string().nullable(),
    change: z.enum(["new", "gone"]).nullable().openapi({ description: "Since the day asked for" }),
    state: z.enum(CONFLICT_STATES),
    owner: z.string().nullable(),
    note: z.string().nullable(),
    dueOn: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
  })
  .openapi("Conflict");
const EventSchema = z
  .object({
    id: z.number().int(),
    kind: z.enum(CONFLICT_EVENT_KINDS),
    at: z.string(),
    finding: FindingSchema.nullable(),
    reasons: z.array(z.enum(CONFLICT_REASONS)).readonly(),
    state: z.enum(CONFLICT_STATES).nullable(),
    owner: z.string().nullable(),
    note: z.string().nullable(),
    dueOn: z.string().nullable(),
    decidedBy: z.string().nullable(),
    revisions: z.record(z.string(), z.number().int()).readonly().nullable(),
    ruleEdition: z.string().nullable(),
  })
  .openapi("ConflictEvent");
const TotalsSchema = z.object({
  present: z.number().int(),
  tooNear: z.number().int(),
  cannotTell: z.number().int(),
  open: z.number().int(),
  accepted: z.number().int(),
  toRectify: z.number().int(),
  false: z.number().int(),
  new: z.number().int(),
  gone: z.number().int(),
});
const StatusSchema = z
  .object({
    ranAt: z.string().nullable(),
    revisions: z.record(z.string(), z.number().int()).readonly(),
    ruleEdition: z.string().nullable(),
    pairs: z.number().int(),
    tookMs: z.number().nullable(),
    pending: z.boolean().openapi({ description: "Layers or rules are newer; the list is being made again" }),
  })
  .openapi("ConflictStatus");

const filters = {
  verdict: z.enum(VERDICTS, { error: oneOf(VERDICTS) }).optional(),
  state: z.enum(CONFLICT_STATES, { error: oneOf(CONFLICT_STATES) }).optional(),
  since: sinceDay.optional(),
  change: z
    .enum(["new", "gone"], { error: oneOf(["new", "gone"]) })
    .optional()
    .openapi({ description: "Only what has come, or gone, since `since`" }),
  asOf: asOfDay.optional(),
};
const limit = z
  .string()
  .regex(/^\d{1,6}$/, `must be a whole number from 1 to ${MAX_PAGE}`)
  .transform(Number)
  .pipe(z.number().min(1, `must be from 1 to ${MAX_PAGE}`).max(MAX_PAGE, `must be from 1 to ${MAX_PAGE}`))
  .default(200)
  .openapi({ type: "integer", minimum: 1, maximum: MAX_PAGE, default: 200 });
const lang = z.enum(["zh", "en"], { error: oneOf(["zh", "en"]) }).default("zh");
const params = z.object({ id: z.uuid({ error: "is not the id of a conflict" }) });

const list = createRoute({
  method: "get",
  path: "/conflicts",
  tags: ["Planning"],
  summary: "What stands too near, or may, the most urgent first",
  description:
    "Ranked by metres short times people. With `since`, what was there when that day began and is gone is listed too.",
  request: { query: query({ ...filters, limit, cursor: conflictCursor.optional() }) },
  responses: {
    200: ok(
      z.object({ conflicts: z.array(ConflictSchema), totals: TotalsSchema, cursor: z.string().nullable() }),
      "A page; the totals are of all verdicts and states",
    ),
    ...problems(),
  },
});

const status = createRoute({
  method: "get",
  path: "/conflicts/status",
  tags: ["Planning"],
  summary: "What the list was made of, and whether it is being made again",
  middleware: noQuery,
  responses: { 200: ok(StatusSchema, "The newest run"), ...problems() },
});

const { mediaType, extension } = EXPORT_KINDS.xlsx;
const download = createRoute({
  method: "get",
  path: "/conflicts/export",
  tags: ["Planning"],
  summary: "The list as a workbook",
  request: { query: query({ ...filters, lang }) },
  responses: {
    200: {
      description: "Two sheets: the list, and what it was made of",
      content: { [mediaType.split(";")[0]!]: { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems(),
  },
});

const one = createRoute({
  method: "get",
  path: "/conflicts/{id}",
  tags: ["Planning"],
  summary: "One conflict with all that became of it",
  middleware: noQuery,
  request: { params },
  responses: {
    200: ok(z.object({ conflict: ConflictSchema, events: z.array(EventSchema) }), "Events first to last"),
    ...problems(404),
  },
});

const note = z.string().trim().min(1).max(2_000);
const common = {
  revision: z.int().min(1).openapi({ description: "Of the conflict that was read" }),
  owner: z.string().trim().min(1).max(120).nullable().default(null),
  by: personName,
};
const dueOn = z.iso.date({ error: "must be a day, YYYY-MM-DD" });
const WordSchema = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("accepted"), note, dueOn: dueOn.nullable().default(null), ...common }),
  z.strictObject({ state: z.literal("to-rectify"), note: note.nullable().default(null), dueOn, ...common }),
  z.strictObject({ state: z.literal("false"), note, dueOn: z.null().default(null), ...common }),
  z.strictObject({
    state: z.literal("open"),
    note: note.nullable().default(null),
    dueOn: dueOn.nullable().default(null),
    ...common,
  }),
]);

const decide = createRoute({
  method: "post",
  path: "/conflicts/{id}/decisions",
  tags: ["Planning"],
  summary: "Say what should become of a conflict",
  description:
    "`accepted` and `false` need a note that says why, `to-rectify` a day. The word holds until the facts that it was made of change.",
  middleware: noQuery,
  request: { params, body: json(WordSchema) },
  responses: { 201: ok(ConflictSchema, "The conflict as it is now"), ...problems(404, 409, 413, 415) },
});

export const conflictRoutes = (services: Pick<Services, "conflicts" | "findZone">) =>
  router()
    .openapi(status, async (c) => c.json(await services.conflicts.findStatus(), 200, { "cache-control": "no-cache" }))
    .openapi(download, async (c) => {
      const { lang: language, ...asked } = c.req.valid("query");
      const filter = filterOf(asked);
      const day = localDayOf(filter.asOf ?? new Date());
      const named = `${CONFLICT_WORDS[language].title.replaceAll(" ", "-")}_${day}.${extension}`;
      const headers = {
        "content-type": mediaType,
        "content-disposition": contentDisposition(named, `conflicts_${day}.${extension}`),
        "cache-control": "no-store",
      };
      if (c.req.method === "HEAD") return c.body(null, 200, headers);
      return c.body(await services.conflicts.writeWorkbook(filter, language), 200, headers);
    })
    .openapi(list, async (c) => {
      const { limit, cursor, ...asked } = c.req.valid("query");
      const { conflicts, totals, next } = await services.conflicts.findPage(filterOf(asked), { after: cursor, limit });
      const page = { conflicts: conflicts.map(toAnswer), totals, cursor: next && toConflictCursor(next) };
      return c.json(page, 200, { "cache-control": "no-cache" });
    })
    .openapi(one, async (c) => {
      const { conflict, events } = await services.conflicts.getHistory(c.req.valid("param").id);
      return c.json({ conflict: toAnswer(conflict), events: [...events] }, 200, { "cache-control": "no-cache" });
    })
    .openapi(decide, async (c) => {
      const { revision, ...word } = c.req.valid("json");
      const { id } = c.req.valid("param");
      return c.json(toAnswer(await services.conflicts.decide(id, revision, word satisfies ConflictWord)), 201);
    });

interface Asked extends Omit<ConflictFilter, "since" | "asOf"> {
  readonly since?: { readonly from: Date };
  readonly asOf?: { readonly at: Date };
}

/** @throws AppError bad-parameter */
function filterOf({ since, asOf, ...rest }: Asked): ConflictFilter {
  const refuse = (field: string, message: string, allowed: string) =>
    new AppError("bad-parameter", `refused: ${field}`, [{ field, message, allowed }]);
  if (rest.change && !since) throw refuse("change", "needs a day to compare with", "together with since");
  if (since && asOf && since.from > asOf.at)
    throw refuse("since", "is after asOf", `YYYY-MM-DD, up to ${localDayOf(asOf.at)}`);
  return { ...rest, since: since?.from, asOf: asOf?.at };
}

function toAnswer(conflict: Conflict): z.output<typeof ConflictSchema> {
  const { finding } = conflict;
  const rule = bindingRule(finding);
  return {
    ...conflict,
    distanceM: finding.distanceM,
    requiredM: rule?.requiredM ?? null,
    shortfallM: shortfallOf(finding),
    people: finding.people,
  };
}
