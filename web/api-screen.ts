import { hc, type InferRequestType } from "hono/client";
import type { AppType } from "../server/app.ts";
import type { ScreenSession, TokenRefusal } from "../server/wall/admittance.ts";
import type { ScreenEntry, TokenEntry } from "../server/wall/wall.ts";
import { type ApiProblem, answered } from "./api.ts";

export type { ScreenSession, TokenRefusal } from "../server/wall/admittance.ts";
export type { TokenEntry } from "../server/wall/wall.ts";

const api = hc<AppType>(location.origin).api;

type ScreenPath = (typeof api.screens)[":id"];
export type ScreenChange = InferRequestType<ScreenPath["$patch"]>["json"];
export type NewTokenWord = InferRequestType<ScreenPath["tokens"]["$post"]>["json"];

/** Which screen this browser is logged in as; `null`: none. */
export async function fetchScreenSession(): Promise<ScreenSession | null> {
  const answer = await answered(api["screen-session"].$get());
  return ((await answer.json()) as { session: ScreenSession | null }).session;
}

export async function logInScreen(token: string): Promise<ScreenSession | null> {
  const answer = await answered(api["screen-session"].$post({ json: { token } }));
  return ((await answer.json()) as { session: ScreenSession | null }).session;
}

export async function logOutScreen(): Promise<void> {
  await answered(api["screen-session"].$delete());
}

/** Why a screen is not let in; `null`: it was refused something else, or there was no answer. */
export function refusalOf(problem: ApiProblem): TokenRefusal | null {
  const reason = problem.errors.find(({ field }) => field === "token")?.message;
  return problem.status === 401 && reason !== undefined ? (reason as TokenRefusal) : null;
}

export async function changeScreen(id: string, change: ScreenChange): Promise<ScreenEntry> {
  return (await answered(api.screens[":id"].$patch({ param: { id }, json: change }))).json() as Promise<ScreenEntry>;
}

/** The newest first. */
export async function fetchTokens(id: string): Promise<readonly TokenEntry[]> {
  const answer = await answered(api.screens[":id"].tokens.$get({ param: { id } }));
  return ((await answer.json()) as { tokens: readonly TokenEntry[] }).tokens;
}

/** The token is told this once. */
export async function makeToken(
  id: string,
  word: NewTokenWord,
): Promise<{ readonly token: string; readonly entry: TokenEntry }> {
  const answer = await answered(api.screens[":id"].tokens.$post({ param: { id }, json: word }));
  return answer.json() as Promise<{ token: string; entry: TokenEntry }>;
}

export async function revokeToken(id: string, token: string, by: string): Promise<void> {
  await answered(api.screens[":id"].tokens[":token"].$delete({ param: { id, token }, json: { by } }));
}
