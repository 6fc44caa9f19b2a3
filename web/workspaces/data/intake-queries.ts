import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import {
  type DraftView,
  fetchDraft,
  fetchImports,
  fetchLayers,
  fetchMappings,
  fetchZone,
  type ImportDetail,
  type Imports,
  type LayerFacts,
  type SavedMapping,
  type Zone,
} from "../../api.ts";
import { queries } from "../../state/queries.ts";

/** Progress that moves twice a second looks alive and costs the server nothing. */
const PROGRESS_EVERY_MS = 500;

export interface Delivery {
  readonly draft: DraftView | null;
  readonly import: ImportDetail | null;
}

const LISTS = ["intake", "lists"] as const;
const draftKey = (id: string) => ["intake", "draft", id] as const;
export const rowsKey = (id: string) => ["intake", "rows", id] as const;

export const useImports = (): UseQueryResult<Imports> =>
  useQuery({ queryKey: [...LISTS, "imports"], queryFn: fetchImports, staleTime: 0 }, queries);

export const useLayers = (): UseQueryResult<LayerFacts[]> =>
  useQuery({ queryKey: [...LISTS, "layers"], queryFn: fetchLayers, staleTime: 0 }, queries);

export const useZone = (): UseQueryResult<Zone> =>
  useQuery({ queryKey: [...LISTS, "zone"], queryFn: fetchZone, staleTime: 0 }, queries);

export const useMappings = (layer: string): UseQueryResult<readonly SavedMapping[]> =>
  useQuery({ queryKey: ["intake", "mappings", layer], queryFn: () => fetchMappings(layer), staleTime: 0 }, queries);

/** A draft, followed while the server works on it, or the import that it has become. */
export const useDelivery = (id: string): UseQueryResult<Delivery> =>
  useQuery(
    {
      queryKey: draftKey(id),
      queryFn: () => fetchDraft(id),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.draft?.state === "judging" ? PROGRESS_EVERY_MS : false),
    },
    queries,
  );

/** What an answer said about a draft, without asking again. */
export function tellDraft(draft: DraftView): void {
  queries.setQueryData<Delivery>(draftKey(draft.id), { draft, import: null });
  void queries.invalidateQueries({ queryKey: [...LISTS, "imports"] });
}

/** The record or its imports have changed; the draft is an import now, or the import is undone. */
export function tellRecordChanged(id: string): void {
  void queries.invalidateQueries({ queryKey: LISTS });
  void queries.invalidateQueries({ queryKey: draftKey(id) });
}

/** The draft is gone: nothing asks for it any more. */
export function tellDraftGone(id: string): void {
  for (const queryKey of [draftKey(id), rowsKey(id)]) {
    void queries.cancelQueries({ queryKey });
    queries.removeQueries({ queryKey, type: "inactive" });
  }
  void queries.invalidateQueries({ queryKey: LISTS });
}

export function tellMappingsChanged(layer: string): void {
  void queries.invalidateQueries({ queryKey: ["intake", "mappings", layer] });
}
