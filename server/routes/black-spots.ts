import { createRoute, z } from "@hono/zod-openapi";
import { SPOT_LEVELS, SPOT_STATES } from "../black-spots/life-cycle.ts";
import type { BlackSpotFile, BlackSpotList } from "../black-spots/register.ts";
import { RegisterSchema, WordSchema } from "../black-spots/words-said.ts";
import type { Services } from "../services.ts";
import { asOfDay } from "./as-of-day.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Black spots"];
const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;
export const spotParams = z.object({ id: z.uuid({ error: "is not the id of a black spot" }) });

const ListSchema = z.custom<BlackSpotList>().openapi("BlackSpotList", {
  type: "object",
  description:
    "Lines of the register, the most overdue first; the totals of all states and levels; the day they are told of.",
});
export const FileSchema = z.custom<BlackSpotFile>().openapi("BlackSpotFile", {
  type: "object",
  description:
    "The entry, all events by the day that they are about, the finding it was registered on, and its photographs. An event without an id is what the ledger says.",
});

const years = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,2})?$/, "must be a number of years from 0.25 to 10")
  .transform(Number)
  .pipe(z.number().min(0.25, "must be from 0.25 to 10").max(10, "must be from 0.25 to 10"));

const list = createRoute({
  method: "get",
  path: "/black-spots",
  tags,
  summary: "The register of black spots, the most overdue first",
  request: {
    query: query({
      state: z.enum(SPOT_STATES, { error: oneOf(SPOT_STATES) }).optional(),
      level: z.enum(SPOT_LEVELS, { error: oneOf(SPOT_LEVELS) }).optional(),
      overdue: z
        .enum(["true", "false"], { error: oneOf(["true", "false"]) })
        .transform((text) => text === "true")
        .optional()
        .openapi({ type: "boolean", description: "Whether their deadline has passed without a treatment" }),
      spanYears: years.optional().openapi({
        type: "number",
        description:
          "Years after a treatment that make it due for an evaluation; without it, as many as the finding had before",
      }),
      asOf: asOfDay.optional(),
    }),
  },
  responses: { 200: ok(ListSchema, "The register"), ...problems() },
});

const one = createRoute({
  method: "get",
  path: "/black-spots/{id}",
  tags,
  summary: "A black spot with everything that became of it",
  middleware: noQuery,
  request: { params: spotParams },
  responses: { 200: ok(FileSchema, "The spot"), ...problems(404) },
});

const register = createRoute({
  method: "post",
  path: "/black-spots",
  tags,
  summary: "Take a place into the register, as a candidate",
  description:
    "With what its finding said: the rule set and its settings, period, counts and accidents. A place that is open in the register already is 409.",
  middleware: noQuery,
  request: { body: json(RegisterSchema) },
  responses: { 201: ok(FileSchema, "The candidate"), ...problems(409, 413, 415, 422) },
});

const say = createRoute({
  method: "post",
  path: "/black-spots/{id}/events",
  tags,
  summary: "Say what becomes of a black spot",
  description:
    "A word names the revision of the entry that was read. One that does not follow the spot's state is 409 and names those that do. Nothing said is ever changed.",
  middleware: noQuery,
  request: { params: spotParams, body: json(WordSchema) },
  responses: { 201: ok(FileSchema, "The spot as it is now"), ...problems(404, 409, 413, 415, 422) },
});

const FRESH = { "cache-control": "no-cache" };

export const blackSpotRoutes = (services: Pick<Services, "blackSpots">) =>
  router()
    .openapi(list, async (c) => {
      const { asOf, ...filter } = c.req.valid("query");
      return c.json(await services.blackSpots.findList({ ...filter, asOf: asOf?.at }), 200, FRESH);
    })
    .openapi(one, async (c) => c.json(await services.blackSpots.getFile(c.req.valid("param").id), 200, FRESH))
    .openapi(register, async (c) => c.json(await services.blackSpots.register(c.req.valid("json")), 201))
    .openapi(say, async (c) =>
      c.json(await services.blackSpots.say(c.req.valid("param").id, c.req.valid("json")), 201),
    );
