import type { OpenAPIHono } from "@hono/zod-openapi";
import { VERSION } from "./version.ts";

const TAGS = [
  { name: "Service", description: "State, zone and events" },
  { name: "Layers", description: "What there is, and whole layers as tables" },
  { name: "Features", description: "Single features, pages of them, and their history" },
  { name: "Black spots", description: "The register of the traffic police, from candidate to evaluation" },
  { name: "Feeds", description: "News that other systems send, the alarms that come of it, and who is on duty" },
  {
    name: "Wall",
    description: "The screens of the command centre: scenes, what each screen is told, and what lets it in",
  },
  { name: "Analyses", description: "Questions over the layers: the same code that runs in the browser" },
];

/** The OpenAPI 3.1 document of an app's routes. */
export function openApiDocument(app: OpenAPIHono) {
  app.openAPIRegistry.registerComponent("securitySchemes", "feedToken", {
    type: "http",
    scheme: "bearer",
    description: "The token of a source, shown when it was made",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "screenToken", {
    type: "http",
    scheme: "bearer",
    description:
      "The token of a screen, shown when it was made; browsers send it as a cookie. It reads, runs analyses and reports of its screen: " +
      "anything else is 403, and a token that does not let in is 401 on every path",
  });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Zone Risk Map",
      version: VERSION,
      description:
        "Positions are [longitude, latitude] in WGS84 degrees; quantities end in their unit. Errors are RFC 9457 problems. " +
        "A parameter that does not exist or does not parse is refused by name, never ignored. Personal values are masked.",
      license: { name: "MIT" },
    },
    tags: TAGS,
  });
}
