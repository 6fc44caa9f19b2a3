import { type Changes, fetchChanges } from "../../../api-changes.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useKept } from "../kept-answers.ts";

/** The first instant of a local day. */
const midnightOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/**
 * What has become otherwise in the ledgers since midnight; asked again whenever one of them changes.
 *
 * @param only - lists changes of one ledger or kind; all are counted.
 */
export function useChanges(only: { readonly layer?: string; readonly action?: Action }, limit: number, isAsked = true) {
  const today = useToday();
  const revisions = useLedgers(({ layers }) => layers.map(({ snapshot }) => snapshot.revision).join());
  const isReady = useLedgers(({ state }) => state === "ready");
  const { answer, lastGoodAt } = useKept<Changes, never>(
    `changes ${only.layer ?? ""} ${only.action ?? ""} ${limit}`,
    `${today} ${revisions}`,
    async () => ({ answer: await fetchChanges({ ...only, since: midnightOf(today), limit: String(limit) }) }),
    isReady && isAsked,
  );
  return { changes: answer, lastGoodAt, today };
}

export const ACTIONS = ["added", "changed", "removed"] as const;
export type Action = (typeof ACTIONS)[number];
