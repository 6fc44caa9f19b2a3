import { hc, type InferRequestType } from "hono/client";
import type { ScreenCommand } from "#data/wall/command.ts";
import type { AppType } from "../server/app.ts";
import type { AlarmView } from "../server/feeds/alarm-view.ts";
import type { SceneEntry, ScreenEntry, ScreenReport, ScreenView } from "../server/wall/wall.ts";
import { answered } from "./api.ts";

export type { AlarmView } from "../server/feeds/alarm-view.ts";
export type { SceneEntry, ScreenEntry, ScreenReport } from "../server/wall/wall.ts";

const api = hc<AppType>(location.origin).api;

type ScenePath = (typeof api.scenes)[":id"];
export type SceneWord = InferRequestType<ScenePath["$put"]>["json"];
export type NewScreenWord = InferRequestType<(typeof api.screens)["$post"]>["json"];

/** In the order of the tour. */
export async function fetchScenes(): Promise<readonly SceneEntry[]> {
  const { scenes } = (await (await answered(api.scenes.$get())).json()) as { scenes: readonly SceneEntry[] };
  return scenes;
}

/** Refused with 409 on `revision` when somebody has changed the scene meanwhile. */
export async function saveScene(id: string, word: SceneWord): Promise<SceneEntry> {
  return (await answered(api.scenes[":id"].$put({ param: { id }, json: word }))).json() as Promise<SceneEntry>;
}

export async function removeScene(id: string, word: { readonly by: string; readonly revision: number }): Promise<void> {
  await answered(api.scenes[":id"].$delete({ param: { id }, json: word }));
}

/** By name, with the server's clock. */
export async function fetchScreens(): Promise<{ readonly screens: readonly ScreenEntry[]; readonly now: string }> {
  return (await answered(api.screens.$get())).json() as Promise<{ screens: readonly ScreenEntry[]; now: string }>;
}

export async function fetchScreen(id: string): Promise<ScreenView> {
  return (await answered(api.screens[":id"].$get({ param: { id } }))).json() as Promise<ScreenView>;
}

export async function addScreen(word: NewScreenWord): Promise<ScreenEntry> {
  return (await answered(api.screens.$post({ json: word }))).json() as Promise<ScreenEntry>;
}

export async function removeScreen(id: string, by: string): Promise<void> {
  await answered(api.screens[":id"].$delete({ param: { id }, json: { by } }));
}

/** All of them or, where one is gone, none. */
export async function tellScreens(
  screens: readonly string[] | "all",
  command: ScreenCommand,
  by: string,
): Promise<void> {
  const told = screens === "all" ? screens : [...screens];
  await answered(api.screens.tell.$post({ json: { screens: told, command, by } }));
}

export async function reportScreen(id: string, report: ScreenReport): Promise<void> {
  await answered(api.screens[":id"].report.$post({ param: { id }, json: report }));
}

/** The page of a screen as it is served now. */
export async function fetchScreenPage(): Promise<Document> {
  const answer = await answered(fetch("/screen", { cache: "no-cache" }));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Open ones first, the gravest first; then cleared ones, the newest first. */
export async function fetchAlarms(): Promise<readonly AlarmView[]> {
  return (await answered(api.alarms.$get({ query: {} }))).json() as Promise<readonly AlarmView[]>;
}

/** Refused with 409 when it is no longer as it was read, or somebody has taken it in hand. */
export async function acknowledgeAlarm(
  id: string,
  word: { readonly by: string; readonly note: string | null; readonly revision: number },
): Promise<AlarmView> {
  const request = api.alarms[":id"].acknowledge.$post({ param: { id }, json: word });
  return (await answered(request)).json() as Promise<AlarmView>;
}

/** Puts the alarms of its sensor aside; refused with 409 when it is no longer as it was read. */
export async function shelveAlarm(
  id: string,
  word: { readonly by: string; readonly reason: string; readonly hours: number; readonly revision: number },
): Promise<void> {
  await answered(api.alarms[":id"].shelve.$post({ param: { id }, json: word }));
}

/** Takes back what was put aside. */
export async function unshelveAlarm(id: string, by: string): Promise<void> {
  await answered(api.alarms[":id"].unshelve.$post({ param: { id }, json: { by } }));
}
