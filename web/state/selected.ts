import { useMemo } from "react";
import type { FeatureRef } from "../map/picture.ts";
import { type Ledger, useLedgers } from "./ledgers.ts";
import { selectedFeatures } from "./selected-features.ts";
import type { View } from "./view.ts";
import { useViewFields } from "./view-store.ts";

/** The features that the view selects: within its shapes and shown now, with single ones added and taken out. */
export function useSelectedFeatures(): readonly FeatureRef[] {
  const ledgers = useLedgers((state) => state.layers);
  const { selection, layers, filters, time } = useViewFields("selection", "layers", "filters", "time");
  return useMemo(
    () => lastSelected(ledgers, selection, layers, filters, time),
    [ledgers, selection, layers, filters, time],
  );
}

type Given = [readonly Ledger[], View["selection"], View["layers"], View["filters"], View["time"]];

let last: { readonly given: Given; readonly selected: readonly FeatureRef[] } | null = null;

/** The map and the panels ask the same: the answer is worked out once. */
function lastSelected(...given: Given): readonly FeatureRef[] {
  if (!last?.given.every((part, i) => part === given[i])) {
    const [ledgers, selection, layers, filters, time] = given;
    last = { given, selected: selectedFeatures(ledgers, { selection, layers, filters, time }) };
  }
  return last.selected;
}
