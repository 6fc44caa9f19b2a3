import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { createApi } from "./app.ts";
import { AppError, type ErrorCode, type Problem, toProblem } from "./errors.ts";
import { limitBodySize, limitJsonDepth, refusePackedBody } from "./http/body-limits.ts";
import { docs } from "./http/docs.ts";
import { feedGate } from "./http/feed-gate.ts";
import { gate } from "./http/gate.ts";
import { type Log, requestLog } from "./http/log.ts";
import { pages } from "./http/pages.ts";
import { screenGate } from "./http/screen-gate.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { openApiDocument } from "./openapi.ts";
import { noQuery, router } from "./routes/router.ts";
import type { Services } from "./services.ts";

export interface SiteOptions {
  readonly services: Services;
  readonly log: Log;
  /** Of the built pages. */
  readonly webFolder: string;
}

const openApi = createRoute({
  method: "get",
  path: "/api/openapi.json",
  hide: true,
  middleware: noQuery,
  responses: { 200: { description: "The OpenAPI 3.1 document" } },
});

/** Everything that HTTP sees: the API, its document and its page, and the product's pages. */
export function createSite({ services, log, webFolder }: SiteOptions): OpenAPIHono {
  const site = router();
  const page = pages(webFolder);
  const api = createApi(services);
  const document = JSON.stringify(openApiDocument(api));

  site.use(
    requestId({ limitLength: 64 }),
    requestLog(log),
    securityHeaders,
    gate,
    methodNotAllowed({ app: site, onMethodNotAllowed: refuseMethod }),
  );
  site.use("/api/*", screenGate(services));
  site.use("/api/feeds/:source", feedGate(services));
  site.use("/api/*", compress(), refusePackedBody, limitBodySize, limitJsonDepth);
  site.openapi(openApi, (c) =>
    c.body(document, 200, { "content-type": "application/json", "cache-control": "no-cache" }),
  );
  site.route("/api/docs", docs());
  site.route("/", api);
  site.notFound((c) => {
    // Answered, not thrown: a path that exists for another method is found out afterwards.
    if (/^\/(api|ogc)(\/|$)/.test(c.req.path))
      return answerProblem(c, toProblem(new AppError("not-found", "there is no such path"), c.get("requestId")));
    return c.req.method === "GET" || c.req.method === "HEAD" ? page(c) : refuseMethod(c, ["GET", "HEAD"]);
  });
  site.onError((error, c) => {
    if (error instanceof AppError && error.retryAfterS !== undefined)
      c.header("retry-after", String(error.retryAfterS));
    return answerProblem(c, toProblem(fromHttp(error), c.get("requestId")));
  });
  return site;
}

const answerProblem = (c: Context, problem: Problem): Response =>
  c.body(JSON.stringify(problem), problem.status as 400, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(problem.status === 503 && { "retry-after": "2" }),
  });

function refuseMethod(c: Context, methods: string[]): Response {
  const error = new AppError("method-not-allowed", `this path answers ${methods.join(", ")}`);
  c.header("allow", methods.join(", "));
  return answerProblem(c, toProblem(error, c.get("requestId")));
}

const BY_STATUS: Readonly<Record<number, { code: ErrorCode; detail: string }>> = {
  400: { code: "bad-body", detail: "the body is not JSON" },
  415: { code: "unsupported-media-type", detail: "send application/json" },
};

/** What the framework itself refuses: a body that does not parse or is of another kind. */
function fromHttp(error: unknown): unknown {
  const known = error instanceof HTTPException ? BY_STATUS[error.status] : undefined;
  return known ? new AppError(known.code, known.detail, [], { cause: error }) : error;
}
