import type { MiddlewareHandler } from "hono";
import { AppError } from "../errors.ts";

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/i;
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Without a login, the address bar is the only lock: a page of another origin must neither read nor start anything. */
export const gate: MiddlewareHandler = async (c, next) => {
  checkHost(new URL(c.req.url));
  if (!SAFE.has(c.req.method)) checkOrigin((name) => c.req.header(name), new URL(c.req.url).host);
  await next();
};

/** A foreign name that resolves to this machine (DNS rebinding) would make a foreign page the same origin as ours. */
function checkHost(url: URL): void {
  if (LOOPBACK.test(url.hostname)) return;
  throw new AppError("forbidden", "only this machine is answered, under 127.0.0.1 or localhost");
}

/**
 * Browsers say truthfully where a request comes from; programs say nothing and are let through. `Sec-Fetch-Site` goes first
 * because behind a proxy `Origin` names the proxy.
 */
function checkOrigin(header: (name: string) => string | undefined, host: string): void {
  const site = header("sec-fetch-site");
  const origin = header("origin");
  const own = site
    ? site === "same-origin" || site === "none"
    : !origin || (URL.canParse(origin) && new URL(origin).host === host);
  if (!own) throw new AppError("forbidden", "a page of another site cannot ask for this");
}
