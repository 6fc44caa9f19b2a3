import { createRoute, z } from "@hono/zod-openapi";
import { READING_QUALITIES } from "#data/wall/feeds/sensor-messages.ts";
import type { SensorView } from "../feeds/sensor-view.ts";
import type { Services } from "../services.ts";
import { FRESH, instantParameter, pageLimit, sourceId } from "./feed-schemas.ts";
import { noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Feeds"];

const SensorSchema = z.custom<SensorView>().openapi("Sensor", {
  type: "object",
  description:
    "Where it stands, its unit and rule, the newest reading with its age, and whether it is normal, in alarm, silent for longer than is normal, or waiting for its first reading.",
});

const list = createRoute({
  method: "get",
  path: "/sensors",
  tags,
  summary: "Every sensor with its newest reading",
  middleware: noQuery,
  responses: { 200: ok(z.array(SensorSchema), "By source and sensor"), ...problems() },
});

const params = z.object({ source: sourceId, sensor: z.string().min(1).max(40) });

const one = createRoute({
  method: "get",
  path: "/sensors/{source}/{sensor}",
  tags,
  summary: "A sensor with its newest reading",
  middleware: noQuery,
  request: { params },
  responses: { 200: ok(SensorSchema, "The sensor as it is now"), ...problems(404) },
});

const readings = createRoute({
  method: "get",
  path: "/sensors/{source}/{sensor}/readings",
  tags,
  summary: "What a sensor said, the newest first",
  description: "Readings are kept for 7 days, and at most 500,000 of a source.",
  request: {
    params,
    query: query({ since: instantParameter.optional(), limit: pageLimit(10_000, 1_000) }),
  },
  responses: {
    200: ok(
      z.array(
        z.object({
          observedAt: z.string(),
          receivedAt: z.string(),
          value: z.number(),
          quality: z.enum(READING_QUALITIES),
        }),
      ),
      "Late ones stand where they belong",
    ),
    ...problems(404),
  },
});

export const sensorRoutes = (services: Pick<Services, "feeds">) =>
  router()
    .openapi(list, async (c) => c.json([...(await services.feeds.findSensors())], 200, FRESH))
    .openapi(one, async (c) => {
      const { source, sensor } = c.req.valid("param");
      return c.json(await services.feeds.getSensor(source, sensor), 200, FRESH);
    })
    .openapi(readings, async (c) => {
      const { source, sensor } = c.req.valid("param");
      const { since, limit } = c.req.valid("query");
      return c.json([...(await services.feeds.findReadings(source, sensor, { since, limit }))], 200, FRESH);
    });
