import type { BatchSettings, BatchView, BatchWithRows } from "../server/batch/parcel.ts";
import { answered, api } from "./api.ts";

export type { BatchSettings, BatchView, BatchWithRows, ParcelResult, RuleAtNeighbour } from "../server/batch/parcel.ts";

const batches = api["proposal-batches"];

/** What is said of a file of parcels; the rest has defaults. */
export type BatchAsked = Pick<BatchSettings, "fileName" | "use" | "useColumn" | "uses" | "positionErrorM" | "datum">;

/** Batches that the server remembers, latest first. */
export const fetchBatches = async (): Promise<readonly BatchView[]> =>
  (await answered(batches.$get())).json() as Promise<readonly BatchView[]>;

export async function fetchBatch(id: string): Promise<BatchWithRows> {
  return (await answered(batches[":id"].$get({ param: { id } }))).json() as Promise<BatchWithRows>;
}

/** Announces a file and sends it; the check begins with its last byte. */
export async function startBatch(settings: BatchAsked, by: string, file: Blob): Promise<BatchView> {
  const { id } = (await (await answered(batches.$post({ json: { by, settings } }))).json()) as BatchView;
  const address = batches[":id"].file.$url({ param: { id } });
  const headers = { "content-type": "application/octet-stream" };
  const answer = await answered(fetch(address, { method: "PUT", headers, body: file }));
  return answer.json() as Promise<BatchView>;
}

export async function cancelBatch(id: string): Promise<void> {
  await answered(batches[":id"].cancel.$post({ param: { id } }));
}

/** The parcels as a file, for a link. */
export const batchFileAddress = (id: string, format: "xlsx" | "geojson", lang: "zh" | "en"): string =>
  batches[":id"][format].$url({ param: { id }, query: { lang } }).href;
