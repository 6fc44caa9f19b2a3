import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import type { AppType } from "../server/app.ts";
import { answered } from "./api.ts";

const api = hc<AppType>(location.origin).api;

type ChangesPath = typeof api.changes;
export type ChangesAsked = InferRequestType<ChangesPath["$get"]>["query"];
export type Changes = InferResponseType<ChangesPath["$get"], 200>;
export type FeatureChange = Changes["changes"][number];

/** What has become otherwise in the ledgers since an instant, the latest first; all of it is counted whatever is listed. */
export async function fetchChanges(asked: ChangesAsked): Promise<Changes> {
  return (await answered(api.changes.$get({ query: asked }))).json() as Promise<Changes>;
}
