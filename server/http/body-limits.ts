import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../errors.ts";

/** A polygon of 200,000 vertices with 15 digits each is about 8 MB. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** GeoJSON needs 9 levels inside a request; anything far deeper is made to exhaust a parser's stack. */
const MAX_JSON_DEPTH = 32;

/** Refuses a body that is too large before it is read to the end. */
export const limitBodySize: MiddlewareHandler = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new AppError("body-too-large", `a body has at most ${MAX_BODY_BYTES} bytes`);
  },
});

/** A packed body would be taken for damaged JSON, and unpacking it would undo the limit of its size. */
export const refusePackedBody: MiddlewareHandler = async (c, next) => {
  const encoding = c.req.header("content-encoding");
  if (c.req.raw.body && encoding && encoding.toLowerCase() !== "identity")
    throw new AppError("unsupported-media-type", "send the body as it is, without Content-Encoding");
  await next();
};

/** Refuses JSON that nests deeper than any request does, before it is parsed. */
export const limitJsonDepth: MiddlewareHandler = async (c, next) => {
  if (c.req.raw.body && /^application\/([\w.-]+\+)?json\b/i.test(c.req.header("content-type") ?? "")) {
    if (isDeeper(await c.req.text(), MAX_JSON_DEPTH))
      throw new AppError("bad-body", `JSON nests at most ${MAX_JSON_DEPTH} levels deep here`);
  }
  await next();
};

/** @returns whether brackets outside of strings nest deeper than `limit`. */
export function isDeeper(json: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const at = json.charCodeAt(i);
    if (inString) {
      if (at === 92 /* \ */) i++;
      else if (at === 34 /* " */) inString = false;
    } else if (at === 34) inString = true;
    else if (at === 91 /* [ */ || at === 123 /* { */) {
      if (++depth > limit) return true;
    } else if (at === 93 /* ] */ || at === 125 /* } */) depth--;
  }
  return false;
}
