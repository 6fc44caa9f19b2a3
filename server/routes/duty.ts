import { createRoute, z } from "@hono/zod-openapi";
import type { DutyView, WarningView } from "../feeds/news-view.ts";
import type { Services } from "../services.ts";
import { FRESH, instantParameter } from "./feed-schemas.ts";
import { noQuery, ok, problems, query, router } from "./router.ts";

const tags = ["Feeds"];

const ShiftSchema = z.custom<DutyView>().openapi("DutyShift", {
  type: "object",
  description: "Unit, role, from and to; the name is masked unless its source may show names.",
});
const WarningSchema = z.custom<WarningView>().openapi("WeatherWarning", {
  type: "object",
  description: "Kind, level with its grade, area, headline, and from when to when it holds.",
});

const duty = createRoute({
  method: "get",
  path: "/duty",
  tags,
  summary: "Who is on duty, now or at another instant",
  request: { query: query({ at: instantParameter.optional() }) },
  responses: { 200: ok(z.array(ShiftSchema), "By unit"), ...problems() },
});

const warnings = createRoute({
  method: "get",
  path: "/weather-warnings",
  tags,
  summary: "Weather warnings that hold, or will",
  middleware: noQuery,
  responses: { 200: ok(z.array(WarningSchema), "The gravest first, then the newest"), ...problems() },
});

export const dutyRoutes = (services: Pick<Services, "feeds">) =>
  router()
    .openapi(duty, async (c) =>
      c.json([...(await services.feeds.findDuty(c.req.valid("query").at ?? null))], 200, FRESH),
    )
    .openapi(warnings, async (c) => c.json([...(await services.feeds.findWarnings())], 200, FRESH));
