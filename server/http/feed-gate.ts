import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../errors.ts";
import type { Caller } from "../feeds/caller.ts";
import { noQuery } from "../routes/router.ts";
import type { Services } from "../services.ts";

/** A thousand messages of 200 to 400 bytes, and room for long headlines. */
export const MAX_FEED_BYTES = 1024 * 1024;

const limitFeedSize = bodyLimit({
  maxSize: MAX_FEED_BYTES,
  onError: () => {
    throw new AppError("body-too-large", `a body of a feed has at most ${MAX_FEED_BYTES} bytes`);
  },
});

/** Before anything of a body is read: who sends it, whether it may just now, and how large it is. */
export const feedGate =
  (services: Pick<Services, "feeds">): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== "POST") return next();
    await noQuery(c, async () => {
      await services.feeds.admit(callerOf(c));
      await limitFeedSize(c, next);
    });
  };

export function callerOf(c: Context): Caller {
  const length = c.req.header("content-length");
  return {
    source: c.req.param("source") ?? "",
    authorization: c.req.header("authorization"),
    contentLength: length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null,
  };
}
