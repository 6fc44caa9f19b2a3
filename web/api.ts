import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import type { AppType } from "../server/app.ts";

const api = hc<AppType>(location.origin).api;

export type Zone = InferResponseType<typeof api.zone.$get, 200>;
export type LayerFacts = InferResponseType<typeof api.layers.$get, 200>[number];
export type FeatureAnswer = InferResponseType<(typeof api.layers)[":id"]["features"][":featureId"]["$get"], 200>;
export type FeatureHistory = InferResponseType<
  (typeof api.layers)[":id"]["features"][":featureId"]["history"]["$get"],
  200
>;

type FeaturesPath = (typeof api.layers)[":id"]["features"];
export type NewFeature = InferRequestType<FeaturesPath["$post"]>["json"];
export type FeatureChange = InferRequestType<FeaturesPath[":featureId"]["$patch"]>["json"];
export type FeatureRemoval = InferRequestType<FeaturesPath[":featureId"]["$delete"]>["json"];

/** One field that the server refuses: a parameter, or a path into the body such as `properties.flowLps`. */
export interface RefusedField {
  readonly field: string;
  readonly message: string;
  readonly allowed?: string;
}

/** The server's refusal, or its silence (`status` 0). `requestId` leads to the line in the server's log. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly errors: readonly RefusedField[];

  constructor(
    status: number,
    code: string,
    detail: string,
    requestId: string | null,
    errors: readonly RefusedField[] = [],
  ) {
    super(detail);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.errors = errors;
  }
}

/** Awaits an answer and returns it, whatever its body; a refusal throws. */
async function answered<Answer extends Response>(request: Promise<Answer>): Promise<Answer> {
  const answer = await request.catch((error: unknown) => {
    throw new ApiProblem(0, "unreachable", String(error), null);
  });
  if (answer.ok) return answer;
  const { code, detail, requestId, errors } = (await answer.json().catch(() => ({}))) as Partial<
    ApiProblem & { detail: string }
  >;
  throw new ApiProblem(answer.status, code ?? "internal", detail ?? answer.statusText, requestId ?? null, errors);
}

export const fetchZone = async (): Promise<Zone> => (await answered(api.zone.$get())).json() as Promise<Zone>;

export const fetchLayers = async (): Promise<LayerFacts[]> =>
  (await answered(api.layers.$get())).json() as Promise<LayerFacts[]>;

/** The column table of one revision, as `openSnapshot` takes it. */
export async function fetchSnapshot(layer: string, revision: number): Promise<Uint8Array<ArrayBuffer>> {
  // Asked for again each time, mostly answered by 304: another record on this port has revisions of the same numbers.
  const init: RequestInit = { cache: "no-cache" };
  const request = api.layers[":id"].snapshots[":file"].$get(
    { param: { id: layer, file: `${revision}.arrow` } },
    { init },
  );
  return new Uint8Array(await (await answered(request)).arrayBuffer());
}

export async function fetchFeature(layer: string, featureId: string): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features[":featureId"].$get({ param: { id: layer, featureId }, query: {} });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

export async function fetchHistory(layer: string, featureId: string): Promise<FeatureHistory> {
  const request = api.layers[":id"].features[":featureId"].history.$get({ param: { id: layer, featureId } });
  return (await answered(request)).json() as Promise<FeatureHistory>;
}

export async function createFeature(layer: string, feature: NewFeature): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features.$post({ param: { id: layer }, json: feature });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

/** Refused with 409 and a complaint about `revision` when somebody else changed the feature since it was read. */
export async function changeFeature(layer: string, featureId: string, change: FeatureChange): Promise<FeatureAnswer> {
  const request = api.layers[":id"].features[":featureId"].$patch({ param: { id: layer, featureId }, json: change });
  return (await answered(request)).json() as Promise<FeatureAnswer>;
}

export async function removeFeature(layer: string, featureId: string, removal: FeatureRemoval): Promise<void> {
  const request = api.layers[":id"].features[":featureId"].$delete({ param: { id: layer, featureId }, json: removal });
  await answered(request);
}

export interface EventListeners {
  onRevision(layer: string, revision: number): void;
  /** The record is another one than before: read everything again. */
  onReset(): void;
  /** Whether the line to the server stands. */
  onLine(connected: boolean): void;
}

/** Follows what happens on the server; the browser reconnects by itself. @returns a function that ends it. */
export function followEvents({ onRevision, onReset, onLine }: EventListeners): () => void {
  const source = new EventSource("/api/events");
  source.addEventListener("open", () => onLine(true));
  source.addEventListener("error", () => onLine(false));
  source.addEventListener("layer-revision", (event) => {
    const { layer, revision } = JSON.parse(event.data) as { layer: string; revision: number };
    onRevision(layer, revision);
  });
  source.addEventListener("reset", () => onReset());
  return () => source.close();
}
