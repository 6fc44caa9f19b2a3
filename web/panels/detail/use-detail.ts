import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ApiProblem, fetchFeature } from "../../api.ts";
import { findRow } from "../../state/features.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { queries } from "../../state/queries.ts";
import { type DetailRecord, recordFromAnswer, recordFromRow } from "./detail-record.ts";

export interface Detail {
  readonly ledger: Ledger;
  /** In the layer's present snapshot; `null` when it is not there. */
  readonly row: number | null;
  /** `[longitude, latitude]` of its symbol. */
  readonly position: readonly [number, number] | null;
  /** At once what the page has, then what the server says. */
  readonly record: DetailRecord | null;
  /** Why the server did not answer. */
  readonly problem: string | null;
  readonly isGone: boolean;
  again(): void;
}

/** A feature with all that the record has about it. The layer must be one of the registry, and the ledgers read. */
export function useDetail(layer: string, id: string): Detail {
  const ledgers = useLedgers((state) => state.layers);
  const ledger = ledgers.find(({ definition }) => definition.id === layer)!;
  const { definition, snapshot } = ledger;
  const row = findRow(ledgers, { layer, id });
  const { data, error, refetch } = useQuery(
    { queryKey: ["feature", layer, id, snapshot.revision], queryFn: () => fetchFeature(layer, id) },
    queries,
  );
  const isMissing = error instanceof ApiProblem && error.status === 404;
  const record = useMemo(() => {
    if (data) return recordFromAnswer(definition, data);
    return row === null || isMissing ? null : recordFromRow(definition, snapshot, row);
  }, [definition, snapshot, row, data, isMissing]);
  const position = useMemo(
    () => (row === null ? null : ([snapshot.lonLat[row * 2]!, snapshot.lonLat[row * 2 + 1]!] as const)),
    [snapshot, row],
  );
  return {
    ledger,
    row: isMissing ? null : row,
    position,
    record,
    problem: error && !isMissing ? error.message : null,
    isGone: isMissing,
    again: () => void refetch(),
  };
}
