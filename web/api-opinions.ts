import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import type { AppType } from "../server/app.ts";
import { answered } from "./api.ts";

const api = hc<AppType>(location.origin).api;

type OpinionsPath = typeof api.opinions;
/** A signed opinion with everything that it rests on. */
export type Opinion = InferResponseType<OpinionsPath[":id"]["$get"], 200>;
export type OpinionEntry = InferResponseType<OpinionsPath["$get"], 200>[number];
export type OpinionWord = InferRequestType<OpinionsPath["$post"]>["json"];

/** Checks, signs and keeps; refused with 422 where the proposal cannot be measured. */
export async function signOpinion(word: OpinionWord): Promise<Opinion> {
  return (await answered(api.opinions.$post({ json: word }))).json() as Promise<Opinion>;
}

export async function fetchOpinion(id: string): Promise<Opinion> {
  return (await answered(api.opinions[":id"].$get({ param: { id } }))).json() as Promise<Opinion>;
}

/** The register, latest first. */
export async function fetchOpinions(limit: number): Promise<readonly OpinionEntry[]> {
  const request = api.opinions.$get({ query: { limit: String(limit) } });
  return (await answered(request)).json() as Promise<readonly OpinionEntry[]>;
}

/** For links: the browser saves the file under the name that the server gives it. */
export function opinionFileAddress(id: string, kind: "docx" | "xlsx" | "proof", lang: "zh" | "en"): string {
  const { docx, proof, xlsx } = api.opinions[":id"];
  const param = { id };
  if (kind === "proof") return proof.$url({ param }).href;
  return (kind === "docx" ? docx.$url({ param, query: { lang } }) : xlsx.$url({ param, query: { lang } })).href;
}

type FeaturesPath = (typeof api.layers)[":id"]["features"];
type FeaturePage = InferResponseType<FeaturesPath["$get"], 200>;
export type MapFeature = FeaturePage["features"][number];

/**
 * Features of a layer that meet a box, as they were known at the end of a day or at an instant.
 *
 * @returns at most `most` of them; `isComplete` says whether that is all.
 */
export async function fetchFeaturesAt(
  layer: string,
  bbox: readonly [number, number, number, number],
  asOf: string,
  most: number,
): Promise<{ readonly features: readonly MapFeature[]; readonly isComplete: boolean }> {
  const query = { bbox: bbox.join(), asOf, limit: String(most) };
  const request = api.layers[":id"].features.$get({ param: { id: layer }, query });
  const { features, cursor } = (await (await answered(request)).json()) as FeaturePage;
  return { features, isComplete: cursor === null };
}
