import type { Geometry } from "geojson";
import { useMemo } from "react";
import { rowGeometry } from "#data/snapshot/to-geojson.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import { useGrading } from "./grading-state.ts";

/** What people are counted around: the drawn boundary, else the source's or the proposal's outline. */
export function useGradedGeometry(): Geometry | null {
  const { subject, boundary } = useGrading();
  const proposal = useView((view) => view.planning.draft?.geometry ?? null) as Geometry | null;
  const snapshot = useLedgers(({ layers }) => layers.find((each) => each.definition.id === "hazard-sources")?.snapshot);
  return useMemo(() => {
    if (boundary) return boundary;
    if (subject?.kind === "proposal") return proposal;
    if (!subject || !snapshot) return null;
    const row = Array.from({ length: snapshot.count }, (_, i) => i).find((i) => snapshot.ids.get(i) === subject.id);
    return row === undefined ? null : rowGeometry(snapshot, row);
  }, [subject, boundary, proposal, snapshot]);
}
