import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { clientAddress } from "../http/client-address.ts";
import { admitScreen, SCREEN_COOKIE, shownToken } from "../http/screen-gate.ts";
import type { Services } from "../services.ts";
import type { ScreenSession } from "../wall/admittance.ts";
import { json, noQuery, ok, problems, router } from "./router.ts";

const tags = ["Wall"];
const path = "/screen-session";

/** What browsers keep a cookie for at most; a screen that is looked after longer has its own renewed each time it opens. */
const LONGEST_S = 400 * 86_400;

const SessionSchema = z.custom<ScreenSession>().openapi("ScreenSession", {
  type: ["object", "null"],
  description: "The screen that is logged in, the scenes that it may show (null: every scene), and until when.",
});
const AnswerSchema = z.object({ session: SessionSchema.nullable() });

const logIn = createRoute({
  method: "post",
  path,
  tags,
  summary: "Log a screen in with its token",
  description:
    "Sets a cookie that lets read, run analyses, and report of the screen itself; programs send `Authorization: Bearer` instead. A " +
    "token that is unknown, revoked, out of time or used from another address is 401, and `errors` says which.",
  middleware: noQuery,
  request: { body: json(z.strictObject({ token: z.string().min(1).max(200) })) },
  responses: { 200: ok(AnswerSchema, "Who the screen is"), ...problems(401, 413, 415) },
});

const look = createRoute({
  method: "get",
  path,
  tags,
  summary: "Which screen is logged in here; null: none",
  description: "A login that no longer lets in is 401, and `errors` says why.",
  middleware: noQuery,
  responses: { 200: ok(AnswerSchema, "The login"), ...problems(401) },
});

const logOut = createRoute({
  method: "delete",
  path,
  tags,
  summary: "Forget the login of a screen",
  middleware: noQuery,
  responses: { 204: { description: "Forgotten" }, ...problems() },
});

const FRESH = { "cache-control": "no-store" };

export const screenSessionRoutes = (services: Pick<Services, "wall">) =>
  router()
    .openapi(logIn, async (c) => {
      const { token } = c.req.valid("json");
      const admission = await services.wall.logIn(token, clientAddress(c));
      const session = await services.wall.findSession(admission);
      keepToken(c, token, session);
      return c.json({ session }, 200, FRESH);
    })
    .openapi(look, async (c) => {
      const token = shownToken(c);
      if (token === null) return c.json({ session: null }, 200, FRESH);
      const { admission } = await admitScreen(services, token, clientAddress(c));
      const session = await services.wall.findSession(admission);
      if (getCookie(c, SCREEN_COOKIE) === token) keepToken(c, token, session);
      return c.json({ session }, 200, FRESH);
    })
    .openapi(logOut, (c) => {
      deleteCookie(c, SCREEN_COOKIE, { path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure(c) });
      return c.body(null, 204, FRESH);
    });

/** No longer than the token lets in. */
function keepToken(c: Context, token: string, { expiresAt }: ScreenSession): void {
  const leftS = expiresAt === null ? LONGEST_S : Math.floor((Date.parse(expiresAt) - Date.now()) / 1_000);
  const maxAge = Math.max(0, Math.min(LONGEST_S, leftS));
  setCookie(c, SCREEN_COOKIE, token, { path: "/", httpOnly: true, sameSite: "Strict", secure: isSecure(c), maxAge });
}

/** Behind a proxy that browsers reach over TLS, the cookie never travels without it. */
const isSecure = (c: Context): boolean => c.req.header("x-forwarded-proto") === "https";
