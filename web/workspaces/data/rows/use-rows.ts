import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { type DraftView, fetchRows, type RowKind, type StagedRowView } from "../../../api.ts";
import { queries } from "../../../state/queries.ts";
import { rowsKey } from "../intake-queries.ts";

const PAGE_ROWS = 200;

/** Which rows are looked at: those of a kind, or all that share a remark. */
export type RowFilter = { readonly kind: RowKind } | { readonly reason: string; readonly column: string | null };

export interface RowPages {
  readonly rows: readonly StagedRowView[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly error: unknown;
  readMore(): void;
}

/** Rows in the order of the file, page by page; read again when the draft has changed. Not while it is being judged. */
export function useRows({ id, state, changedAt }: DraftView, filter: RowFilter): RowPages {
  const isReady = state === "ready";
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    {
      queryKey: [...rowsKey(id), filter],
      enabled: isReady,
      initialPageParam: 0,
      queryFn: ({ pageParam }) =>
        fetchRows(id, {
          ...("kind" in filter
            ? { kind: filter.kind }
            : { reason: filter.reason, ...(filter.column !== null && { column: filter.column }) }),
          after: pageParam,
          limit: PAGE_ROWS,
        }),
      getNextPageParam: (page) => (page.length < PAGE_ROWS ? undefined : page.at(-1)!.row),
    },
    queries,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the draft is what makes its rows old
  useEffect(() => {
    if (isReady) void queries.invalidateQueries({ queryKey: rowsKey(id) });
  }, [id, isReady, changedAt]);
  const rows = useMemo(() => data?.pages.flat() ?? [], [data]);
  return {
    rows,
    isLoading: isPending,
    hasMore: hasNextPage,
    error,
    readMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
