import type { Geometry } from "geojson";
import type { AttributeValue } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { writeFeatures } from "../../server/db/feature-writes.ts";
import type { TestApi } from "./api.ts";
import { draftOf } from "./drafts.ts";

/** A feature as the API answers it. */
export interface Feature {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Record<string, AttributeValue> & {
    code: string;
    revision: number;
    changedBy: string;
    source: string;
  };
  readonly repaired: string | null;
}

export interface Change {
  readonly by: string;
  readonly action: string;
  readonly reason: string | null;
  readonly fields: readonly { field: string; from: unknown; to: unknown }[];
}

export const featurePath = (layer: string, id?: string): string => `/api/layers/${layer}/features${id ? `/${id}` : ""}`;

/** The JSON of an answer. @throws Error with the body when its status is another one. */
export async function answerOf(promise: Promise<Response>, status = 200): Promise<Feature> {
  const response = await promise;
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`);
  return JSON.parse(text);
}

/** Edits by hand, as a page would send them. */
export function editRequests(api: TestApi) {
  let count = 0;
  const send = (method: string, path: string, body: unknown) =>
    api.request(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    read: (layer: string, id: string) => api.get<Feature>(featurePath(layer, id)),
    changesOf: async (layer: string, id: string) =>
      (await api.get<{ changes: Change[] }>(`${featurePath(layer, id)}/history`)).changes,
    /** A feature of its own in a layer, complete. */
    async added(layer: string, over: Parameters<typeof draftOf>[2] = {}): Promise<Feature> {
      const code = `E${count++}`;
      const draft = draftOf(getLayer(layer), count, { code, ...over });
      await writeFeatures(api.database.record.db, layer, [draft], { changedBy: "importer" });
      const { features } = await api.get<{ features: Feature[] }>(
        `${featurePath(layer)}?filter=${encodeURIComponent(`code='${code}'`)}`,
      );
      return features[0]!;
    },
    patch: (layer: string, feature: Feature, body: object) =>
      send("PATCH", featurePath(layer, feature.id), { revision: feature.properties.revision, by: "李四", ...body }),
    remove: (layer: string, feature: Feature, body: object = {}) =>
      send("DELETE", featurePath(layer, feature.id), {
        revision: feature.properties.revision,
        by: "李四",
        reason: "已拆除",
        ...body,
      }),
    create: (layer: string, body: object) => send("POST", featurePath(layer), { by: "王五", ...body }),
  };
}
