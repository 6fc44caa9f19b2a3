import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Hono } from "hono";
import { AppError } from "../errors.ts";
import { filesOf } from "./files.ts";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Zone Risk Map API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

// The validator's badge would be fetched from the Internet.
const START = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });
`;

const SHOWN = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"];

/** The page that shows the OpenAPI document, from the installed package: it needs no other host. */
export function docs(): Hono {
  const answer = filesOf(dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json")));
  return new Hono()
    .get("/", (c) => c.html(PAGE))
    .get("/start.js", (c) => c.body(START, 200, { "content-type": "text/javascript; charset=utf-8" }))
    .get("/:file", async (c) => {
      const file = c.req.param("file");
      const found = SHOWN.includes(file) ? await answer(c, `/${file}`) : null;
      if (found) return found;
      throw new AppError("not-found", "the page has no such file");
    });
}
