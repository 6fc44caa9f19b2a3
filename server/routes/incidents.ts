import { createRoute, z } from "@hono/zod-openapi";
import type { IncidentView } from "../feeds/incident-view.ts";
import type { Services } from "../services.ts";
import { FRESH, line, pageLimit } from "./feed-schemas.ts";
import { json, noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Feeds"];
const params = z.object({ id: z.uuid({ error: "is not the id of an incident" }) });

const IncidentSchema = z.custom<IncidentView>().openapi("Incident", {
  type: "object",
  description:
    "A weather warning or a grave accident that came by a feed: grade 1 to 4, state, from when to when it stands, its position where it has one, and who took it in hand when.",
});

const list = createRoute({
  method: "get",
  path: "/incidents",
  tags,
  summary: "News that may take screens over: what has not ended first, the gravest first; then the newest",
  description:
    "Every weather warning by its level until it no longer holds; an accident with three dead or more (1), or with any dead, ten hurt or dangerous goods (2), for two hours.",
  request: { query: query({ limit: pageLimit(1_000, 100) }) },
  responses: { 200: ok(z.array(IncidentSchema), "The incidents"), ...problems() },
});

const acknowledge = createRoute({
  method: "post",
  path: "/incidents/{id}/acknowledge",
  tags,
  summary: "Take an incident in hand",
  description: "Once for each. A graver warning that takes its place stands open again.",
  middleware: noQuery,
  request: {
    params,
    body: json(
      z.strictObject({
        by: line(60).openapi({ description: "Name of the person", example: "王工" }),
        note: line(500).nullable().default(null),
      }),
    ),
  },
  responses: { 200: ok(IncidentSchema, "The incident as it is now"), ...problems(404, 409, 413, 415) },
});

export const incidentRoutes = (services: Pick<Services, "incidents">) =>
  router()
    .openapi(list, async (c) =>
      c.json([...(await services.incidents.findIncidents(c.req.valid("query").limit))], 200, FRESH),
    )
    .openapi(acknowledge, async (c) =>
      c.json(await services.incidents.acknowledge(c.req.valid("param").id, c.req.valid("json")), 200, FRESH),
    );
