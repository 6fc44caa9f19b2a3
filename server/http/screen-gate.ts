import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { AppError } from "../errors.ts";
import { readBearer } from "../feeds/token.ts";
import type { Services } from "../services.ts";
import { type Admission, refusedToken } from "../wall/admittance.ts";
import { clientAddress } from "./client-address.ts";

/** Holds the token itself, so that a screen is known after a restart of the server; no script can read it. */
export const SCREEN_COOKIE = "screen-token";

export const SESSION_PATH = "/api/screen-session";

/** A screen that asks. */
export interface AskingScreen {
  readonly admission: Admission;
  /** Asks the record whether it may still come in: an answer that lasts for weeks has to. */
  isStillIn(): Promise<boolean>;
}

const SAFE = new Set(["GET", "HEAD"]);
const ANALYSIS = /^\/api\/analyses\/[^/]+$/;
const REPORT = /^\/api\/screens\/([^/]+)\/report$/;
/** Who may come in from where is nothing for a wall. */
const TOKENS = /^\/api\/screens\/[^/]+\/tokens(\/|$)/;
const FEED = /^\/api\/feeds\/[^/]+$/;

/** Whoever shows the token of a screen may do what a screen does, and nothing else. */
export const screenGate =
  (services: Pick<Services, "wall">): MiddlewareHandler =>
  async (c, next) => {
    const token = isElsewhere(c) ? null : shownToken(c);
    if (token !== null) {
      const screen = await admitScreen(services, token, clientAddress(c));
      refuseOthers(c.req.method, c.req.path, screen.admission);
      c.set("screen", screen);
    }
    await next();
  };

/** @returns the screen that asks; `null`: whoever asks shows no screen's token. */
export const askingScreen = (c: Context): AskingScreen | null => (c.get("screen") as AskingScreen | undefined) ?? null;

/** @returns what a request shows as the token of a screen; `null`: nothing. */
export const shownToken = (c: Context): string | null =>
  readBearer(c.req.header("authorization")) ?? getCookie(c, SCREEN_COOKIE) ?? null;

/** @throws AppError `unauthorized` with the reason. */
export async function admitScreen(
  { wall }: Pick<Services, "wall">,
  token: string,
  address: string,
): Promise<AskingScreen> {
  const { admission, refusal } = await wall.admit(token, address);
  if (refusal !== null) throw refusedToken(refusal);
  return { admission, isStillIn: async () => (await wall.admit(token, address, true)).refusal === null };
}

/** Feeds have tokens of their own, and the session judges by itself: it has to be left by those who are not let in. */
const isElsewhere = (c: Context): boolean =>
  c.req.path === SESSION_PATH || (c.req.method === "POST" && FEED.test(c.req.path));

function refuseOthers(method: string, path: string, { screenId }: Admission): void {
  if (SAFE.has(method)) {
    if (TOKENS.test(path)) throw new AppError("forbidden", "a screen does not see which tokens there are");
    return;
  }
  if (method === "POST" && ANALYSIS.test(path)) return;
  const reported = method === "POST" ? REPORT.exec(path)?.[1] : undefined;
  if (reported?.toLowerCase() === screenId) return;
  throw new AppError(
    "forbidden",
    reported === undefined
      ? "this is asked as a screen, which may only read; DELETE /api/screen-session forgets the login"
      : "a screen reports of itself only",
  );
}
