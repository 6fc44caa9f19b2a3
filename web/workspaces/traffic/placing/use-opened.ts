import { useMemo } from "react";
import { findRow } from "../../../state/features.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { usePlacement } from "../../../state/placing.ts";
import { useView } from "../../../state/view-store.ts";
import { type QueueRow, rowOf } from "./queue-rows.ts";
import { useSettling } from "./settling.ts";

/**
 * The accident that the link names, of the list or any other. Candidates stay in sight while something is entered, also when somebody else
 * has settled it meanwhile.
 */
export function useOpened(rows: readonly QueueRow[]): QueueRow | null {
  const id = useView((view) => view.traffic.accident);
  const layers = useLedgers((state) => state.layers);
  const findings = usePlacement(({ answer }) => answer?.findings ?? null);
  const kept = useSettling(({ drafts }) => (id === null ? null : (drafts[id]?.finding ?? null)));
  return useMemo(() => {
    if (id === null) return null;
    const listed = rows.find((row) => row.id === id);
    if (listed?.finding) return listed;
    const accidents = layers.find(({ definition }) => definition.id === "accidents")?.snapshot;
    const row = findRow(layers, { layer: "accidents", id });
    if (!accidents || row === null) return null;
    const finding = findings?.find((each) => each.id === id) ?? kept;
    return rowOf(accidents, row, new Map(finding ? [[id, finding]] : []));
  }, [id, rows, layers, findings, kept]);
}
