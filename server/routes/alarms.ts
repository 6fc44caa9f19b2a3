import { createRoute, z } from "@hono/zod-openapi";
import { ALARM_EVENT_KINDS, ALARM_STATES } from "#data/wall/alarms/alarm.ts";
import { LONGEST_SHELF_H } from "#data/wall/alarms/shelf.ts";
import { AlarmGradeSchema } from "#data/wall/screen-state.ts";
import type { AlarmView } from "../feeds/alarm-view.ts";
import type { Services } from "../services.ts";
import { FRESH, line, pageLimit } from "./feed-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Feeds"];
const params = z.object({ id: z.uuid({ error: "is not the id of an alarm" }) });

const AlarmSchema = z.custom<AlarmView>().openapi("Alarm", {
  type: "object",
  description:
    "Grade 1 to 4 (I red, II orange, III yellow, IV blue) and state, whether it chatters or is put aside until when, its sensor and where that stands, the value, and who took it in hand when.",
});
const Revision = z.int().min(1).openapi({ description: "Of the alarm that was read" });
const Person = line(60).openapi({ description: "Name of the person", example: "王工" });

const EventSchema = z.object({
  kind: z.enum(ALARM_EVENT_KINDS),
  at: z.string(),
  observedAt: z.string().nullable(),
  grade: AlarmGradeSchema,
  value: z.number().nullable(),
  by: z.string().nullable(),
  note: z.string().nullable(),
});

const states = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(ALARM_STATES, { error: `must be some of ${ALARM_STATES.join(", ")}` })).min(1))
  .openapi({ type: "string", description: `One or several of ${ALARM_STATES.join(", ")}`, example: "raised" });

const list = createRoute({
  method: "get",
  path: "/alarms",
  tags,
  summary: "Alarms: open ones first, the gravest first; then cleared ones, the newest first",
  request: { query: query({ state: states.optional(), limit: pageLimit(1_000, 200) }) },
  responses: { 200: ok(z.array(AlarmSchema), "The alarms"), ...problems() },
});

const one = createRoute({
  method: "get",
  path: "/alarms/{id}",
  tags,
  summary: "An alarm with all that became of it",
  middleware: noQuery,
  request: { params },
  responses: {
    200: ok(z.object({ alarm: AlarmSchema, events: z.array(EventSchema) }), "Events first to last"),
    ...problems(404),
  },
});

const acknowledge = createRoute({
  method: "post",
  path: "/alarms/{id}/acknowledge",
  tags,
  summary: "Take an alarm in hand",
  description: "Once for each; a graver grade opens it again. Also of one that has cleared before anybody saw it.",
  middleware: noQuery,
  request: {
    params,
    body: json(
      z.strictObject({
        by: Person,
        note: line(500).nullable().default(null),
        revision: Revision,
      }),
    ),
  },
  responses: { 200: ok(AlarmSchema, "The alarm as it is now"), ...problems(404, 409, 413, 415) },
});

const shelve = createRoute({
  method: "post",
  path: "/alarms/{id}/shelve",
  tags,
  summary: "Put the alarms of a sensor aside for some hours",
  description: `They are listed, and take no screen over until then. Alarms of this grade and lesser ones: a graver one calls all the same, and grade I is never put aside. Anew, it takes the place of what was said before. At most ${LONGEST_SHELF_H} hours.`,
  middleware: noQuery,
  request: {
    params,
    body: json(
      z.strictObject({
        by: Person,
        reason: line(200),
        hours: z.number().min(0.25).max(LONGEST_SHELF_H).describe(`0.25 to ${LONGEST_SHELF_H}`),
        revision: Revision,
      }),
    ),
  },
  responses: { 200: ok(AlarmSchema, "The alarm as it is now"), ...problems(404, 409, 413, 415, 422) },
});

const unshelve = createRoute({
  method: "post",
  path: "/alarms/{id}/unshelve",
  tags,
  summary: "Take back before its time what was put aside of an alarm's sensor",
  middleware: noQuery,
  request: { params, body: json(z.strictObject({ by: Person })) },
  responses: { 200: ok(AlarmSchema, "The alarm as it is now"), ...problems(404, 409, 413, 415) },
});

export const alarmRoutes = (services: Pick<Services, "alarms">) =>
  router()
    .openapi(list, async (c) => {
      const { state, limit } = c.req.valid("query");
      return c.json([...(await services.alarms.findAlarms({ states: state, limit }))], 200, FRESH);
    })
    .openapi(one, async (c) => {
      const { alarm, events } = await services.alarms.getAlarm(c.req.valid("param").id);
      return c.json({ alarm, events: [...events] }, 200, FRESH);
    })
    .openapi(acknowledge, async (c) =>
      c.json(await services.alarms.acknowledge(c.req.valid("param").id, c.req.valid("json")), 200, FRESH),
    )
    .openapi(shelve, async (c) =>
      c.json(await services.alarms.shelve(c.req.valid("param").id, c.req.valid("json")), 200, FRESH),
    )
    .openapi(unshelve, async (c) =>
      c.json(await services.alarms.unshelve(c.req.valid("param").id, c.req.valid("json").by), 200, FRESH),
    );
