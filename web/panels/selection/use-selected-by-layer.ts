import { useMemo } from "react";
import { useLedgers } from "../../state/ledgers.ts";
import { useSelectedFeatures } from "../../state/selected.ts";
import { groupByLayer, type SelectedGroup } from "./group-by-layer.ts";

export function useSelectedByLayer(): readonly SelectedGroup[] {
  const ledgers = useLedgers((state) => state.layers);
  const selected = useSelectedFeatures();
  return useMemo(() => groupByLayer(ledgers, selected), [ledgers, selected]);
}
