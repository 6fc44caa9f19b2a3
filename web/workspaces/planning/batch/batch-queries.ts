import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type BatchView, type BatchWithRows, fetchBatch, fetchBatches } from "../../../api-batches.ts";
import { queries } from "../../../state/queries.ts";

const LIST = ["batches", "list"] as const;
/** A chunk of parcels is done about so often. */
const PROGRESS_EVERY_MS = 800;

export const isRunning = ({ state }: Pick<BatchView, "state">): boolean =>
  state === "receiving" || state === "reading" || state === "checking";

export const useBatchList = (): UseQueryResult<readonly BatchView[]> =>
  useQuery({ queryKey: LIST, queryFn: fetchBatches, staleTime: 0 }, queries);

/** A batch with the parcels that are checked, followed while the server works on it. */
export const useBatch = (id: string | null): UseQueryResult<BatchWithRows> =>
  useQuery(
    {
      queryKey: ["batches", "one", id],
      queryFn: () => fetchBatch(id!),
      enabled: id !== null,
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? PROGRESS_EVERY_MS : false),
    },
    queries,
  );

export const rereadBatches = (): Promise<void> => queries.invalidateQueries({ queryKey: ["batches"] });
