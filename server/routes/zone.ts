import { createRoute, z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import { TitleSchema } from "./answers.ts";
import { noQuery, ok, problems, router } from "./router.ts";

const ZoneAnswer = z
  .object({
    name: TitleSchema.nullable(),
    center: z
      .tuple([z.number(), z.number()])
      .readonly()
      .nullable()
      .openapi({ description: "[longitude, latitude]; null: nobody has said, so it is where the data is" }),
    demo: z.boolean().openapi({ description: "The demonstration zone is loaded: names and figures are invented" }),
  })
  .openapi("Zone");

const zone = createRoute({
  method: "get",
  path: "/zone",
  tags: ["Service"],
  summary: "Which zone this map is about",
  middleware: noQuery,
  responses: { 200: ok(ZoneAnswer, "The zone"), ...problems() },
});

export const zoneRoutes = (services: Services) =>
  router().openapi(zone, async (c) => {
    const { name, center, demo } = await services.findZone();
    c.header("cache-control", "no-cache");
    return c.json({ name, center, demo }, 200);
  });
