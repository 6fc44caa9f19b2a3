import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import {
  type Conflict,
  type ConflictHistory,
  type ConflictPage,
  type ConflictStatus,
  type ConflictsAsked,
  conflictStatus,
  fetchConflict,
  fetchConflicts,
} from "../../../api.ts";
import { queries } from "../../../state/queries.ts";

const CONFLICTS_KEY = ["conflicts"] as const;
const PAGE = 1_000;
/** Nobody works through more in one sitting; the workbook has all. */
const MOST_PAGES = 5;
/** A run that is under way ends with an event, but a run that fails does not. */
const PENDING_EVERY_MS = 3_000;

export interface ConflictList {
  readonly conflicts: readonly Conflict[];
  readonly totals: ConflictPage["totals"];
  /** More are on the server. */
  readonly isCut: boolean;
}

async function fetchList(asked: ConflictsAsked): Promise<ConflictList> {
  let page = await fetchConflicts(asked, PAGE);
  const conflicts = [...page.conflicts];
  for (let pages = 1; page.cursor !== null && pages < MOST_PAGES; pages++) {
    page = await fetchConflicts(asked, PAGE, page.cursor);
    conflicts.push(...page.conflicts);
  }
  return { conflicts, totals: page.totals, isCut: page.cursor !== null };
}

/** The most urgent first. The list before stays while the next one is read. */
export const useConflictList = (asked: ConflictsAsked): UseQueryResult<ConflictList> =>
  useQuery(
    {
      queryKey: [...CONFLICTS_KEY, "list", asked],
      queryFn: () => fetchList(asked),
      staleTime: 0,
      placeholderData: (before) => before,
    },
    queries,
  );

export const useConflictStatus = (): UseQueryResult<ConflictStatus> =>
  useQuery(
    {
      queryKey: [...CONFLICTS_KEY, "status"],
      queryFn: conflictStatus,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.pending ? PENDING_EVERY_MS : false),
    },
    queries,
  );

export const useConflictHistory = (id: string): UseQueryResult<ConflictHistory> =>
  useQuery({ queryKey: [...CONFLICTS_KEY, "one", id], queryFn: () => fetchConflict(id), staleTime: 0 }, queries);

export const rereadConflicts = (): Promise<void> => queries.invalidateQueries({ queryKey: CONFLICTS_KEY });
