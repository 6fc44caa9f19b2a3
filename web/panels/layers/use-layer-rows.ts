import { useMemo } from "react";
import { FilterProblem } from "#data/layers/filter.ts";
import { countSelected } from "#data/snapshot/select.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { readFilter, selectRows } from "../../state/selections.ts";
import { useSurface } from "../../state/surface.ts";
import type { View } from "../../state/view.ts";
import { useView } from "../../state/view-store.ts";
import { type FormFilter, NO_FILTER, toFormFilter } from "./conditions.ts";
import { countInView } from "./counts.ts";

/** What the view says about one layer, and what of it is therefore shown. */
export interface LayerRows {
  /** CQL2 text as the address has it; empty for no filter. */
  readonly text: string;
  readonly problem: FilterProblem | null;
  /** The text as the form reads it; no filter while the text is none. */
  readonly form: FormFilter;
  /** The time window, where the layer's features are events. */
  readonly time: View["time"];
  readonly shown: number;
}

/** Changes with the layer's own filter, the time window and its snapshot only. */
export function useLayerRows({ definition, snapshot }: Ledger): LayerRows {
  const text = useView((view) => view.filters[definition.id] ?? "");
  const time = useView((view) => (definition.time ? view.time : null));
  return useMemo(() => {
    const filter = readFilter(definition, text);
    const problem = filter instanceof FilterProblem ? filter : null;
    const { rows } = selectRows(definition, snapshot, { filters: { [definition.id]: text }, time });
    return {
      text,
      problem,
      form: filter && !(filter instanceof FilterProblem) ? toFormFilter(filter, definition) : NO_FILTER,
      time,
      shown: countSelected(snapshot, rows),
    };
  }, [definition, snapshot, text, time]);
}

/** How much of a layer lies in the view of the map; `null` until the map has one. */
export function useCountInView({ definition, snapshot }: Ledger, { text, time }: LayerRows): number | null {
  const bounds = useSurface((surface) => surface.bounds);
  return useMemo(() => {
    if (!bounds) return null;
    const { rows } = selectRows(definition, snapshot, { filters: { [definition.id]: text }, time });
    return countInView(snapshot.lonLat, bounds, rows);
  }, [definition, snapshot, text, time, bounds]);
}
