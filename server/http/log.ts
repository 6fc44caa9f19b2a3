import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type Logger, pino } from "pino";
import type { Env } from "../env.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error" | "fatal">;

/** JSON lines on stderr: what a command prints on stdout is its answer. */
export const createLog = (level: Env["logLevel"]): Log =>
  pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    pino.destination({ dest: 2, sync: true }),
  );

/** One line per request: the template of the path, never its values, its query or its body. */
export const requestLog =
  (log: Log): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const line = {
      requestId: c.get("requestId") as string,
      method: c.req.method,
      path: pathTemplate(c),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    // 503 and 504 are foreseen: their cause has its own line where it arose.
    if (c.res.status === 500) log.error({ ...line, err: c.error }, "request failed");
    else if (c.res.status > 500) log.warn(line, "request not served");
    else if (line.path.startsWith("/api")) log.info(line, "request");
    else log.debug(line, "request");
  };

/** The last route that is not a middleware for a whole branch; an unknown path has none and is not repeated. */
function pathTemplate(c: Context): string {
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"));
  return route?.path ?? (c.req.path.startsWith("/api/") ? "/api/?" : "page");
}

/** What a log may say of an error: database errors quote rows and parameters, so of them only the code and the place. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  const fromDatabase = "query" in error || "severity" in error;
  return {
    type: error.name,
    ...("code" in error && { code: error.code }),
    ...(!fromDatabase && { message: error.message.split("\n")[0] }),
    stack: frames?.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
