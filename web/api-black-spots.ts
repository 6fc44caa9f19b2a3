import { hc, type InferRequestType } from "hono/client";
import type { AppType } from "../server/app.ts";
import type { BlackSpotFile, BlackSpotList } from "../server/black-spots/register.ts";
import { answered } from "./api.ts";

export type { EventKind, SpotLevel, SpotState, WordKind } from "../server/black-spots/life-cycle.ts";
export type {
  BlackSpotEntry,
  BlackSpotEvent,
  BlackSpotFile,
  BlackSpotList,
  BlackSpotTotals,
  Photograph,
  SpotBasis,
} from "../server/black-spots/register.ts";

const api = hc<AppType>(location.origin).api;

type SpotsPath = (typeof api)["black-spots"];
export type RegisterWord = InferRequestType<SpotsPath["$post"]>["json"];
export type SpotWord = InferRequestType<SpotsPath[":id"]["events"]["$post"]>["json"];
export type BlackSpotsAsked = InferRequestType<SpotsPath["$get"]>["query"];

/** The register, the most overdue first; its totals are of all states and levels. */
export async function fetchBlackSpots(asked: BlackSpotsAsked = {}): Promise<BlackSpotList> {
  return (await answered(api["black-spots"].$get({ query: asked }))).json() as Promise<BlackSpotList>;
}

export async function fetchBlackSpot(id: string): Promise<BlackSpotFile> {
  return (await answered(api["black-spots"][":id"].$get({ param: { id } }))).json() as Promise<BlackSpotFile>;
}

/** Takes a finding's place into the register; refused with 409 when it is open there already. */
export async function registerBlackSpot(word: RegisterWord): Promise<BlackSpotFile> {
  return (await answered(api["black-spots"].$post({ json: word }))).json() as Promise<BlackSpotFile>;
}

/** Refused with 409 on `revision` when the entry is no longer as it was read, on `kind` when the word does not follow its state. */
export async function sayOfBlackSpot(id: string, word: SpotWord): Promise<BlackSpotFile> {
  const request = api["black-spots"][":id"].events.$post({ param: { id }, json: word });
  return (await answered(request)).json() as Promise<BlackSpotFile>;
}

/** A JPEG or PNG of at most 8 MB; the server takes out of it where and when it was taken. */
export async function addPhotograph(
  id: string,
  picture: Blob,
  { by, caption, takenOn }: { readonly by: string; readonly caption?: string; readonly takenOn?: string },
): Promise<BlackSpotFile> {
  const query = { by, ...(caption && { caption }), ...(takenOn && { takenOn }) };
  const address = api["black-spots"][":id"].photos.$url({ param: { id }, query });
  const headers = { "content-type": picture.type };
  const answer = await answered(fetch(address, { method: "POST", headers, body: picture }));
  return answer.json() as Promise<BlackSpotFile>;
}

/** For `<img src>`. */
export const photographAddress = (id: string, photoId: string): string =>
  api["black-spots"][":id"].photos[":photoId"].$url({ param: { id, photoId } }).pathname;

/** It is shown no longer; the register says who withdrew it and why. */
export async function withdrawPhotograph(
  id: string,
  photoId: string,
  word: { readonly by: string; readonly reason: string },
): Promise<BlackSpotFile> {
  const request = api["black-spots"][":id"].photos[":photoId"].$delete({ param: { id, photoId }, json: word });
  return (await answered(request)).json() as Promise<BlackSpotFile>;
}

/** The quarterly table as a workbook, for a link. @param quarter - `2026Q4`; absent: the present one. */
export const quarterTableAddress = (lang: "zh" | "en", quarter?: string): string =>
  api["black-spots"].quarter.$url({ query: { lang, ...(quarter !== undefined && { quarter }) } }).href;

export type LetterWord = InferRequestType<SpotsPath[":id"]["letter"]["$post"]>["json"];

/** The proposal letter as a document to edit, under the name that the server gives it. */
export async function fetchLetter(id: string, word: LetterWord, signal?: AbortSignal): Promise<File> {
  const request = api["black-spots"][":id"].letter.$post({ param: { id }, json: word }, { init: { signal } });
  const answer = await answered(request);
  const named = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("content-disposition") ?? "");
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  return new File([await answer.blob()], named ? decodeURIComponent(named[1]!) : `${id}.docx`, { type });
}
