import { useMemo } from "react";
import { selectByText } from "#data/analyses/rows.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { usePlacement } from "../../../state/placing.ts";
import type { AccidentList } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { listCounts, type QueueRow, rowsOfList, settledRows } from "./queue-rows.ts";

const NO_ROWS: readonly QueueRow[] = [];

/** The list that the page shows, and how many each list has; `null` counts while nothing is answered. */
export function useQueue(): {
  readonly rows: readonly QueueRow[];
  readonly counts: Readonly<Record<AccidentList | "toSettle", number>> | null;
} {
  const answer = usePlacement((result) => result.answer);
  const list = useView((view) => view.traffic.accidentList);
  const ledger = useLedgers(({ layers }) => layers.find(({ definition }) => definition.id === "accidents"));
  // The filter that was answered: what is being typed may be none yet.
  const filter = answer?.parameters.filter;
  const selection = useMemo(
    () => (ledger ? selectByText(filter, ledger.snapshot, ledger.definition, "filter") : null),
    [ledger, filter],
  );
  const rows = useMemo(
    () => (answer && ledger ? rowsOfList(list, answer, ledger.snapshot, selection) : NO_ROWS),
    [answer, ledger, list, selection],
  );
  const counts = useMemo(
    () => answer && ledger && listCounts(answer.summary, settledRows(ledger.snapshot, selection).length),
    [answer, ledger, selection],
  );
  return { rows, counts: counts ?? null };
}
