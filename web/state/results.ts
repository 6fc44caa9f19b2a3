import { create } from "zustand";
import { DENSITY_EDGES } from "#data/analyses/density-edges.ts";
import type {
  BufferFinding,
  BufferParameters,
  BufferSummary,
  DensityBand,
  DensityParameters,
  DensitySummary,
} from "#data/analyses/results.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "./follow-question.ts";
import { useLedgers } from "./ledgers.ts";
import { selectionText } from "./selections.ts";
import type { View } from "./view.ts";
import { useView } from "./view-store.ts";

export interface Results {
  readonly heat: Result<DensityBand, DensitySummary, DensityParameters>;
  readonly rings: Result<BufferFinding, BufferSummary, BufferParameters>;
}

export const useResults = create<Results>(() => ({ heat: NOTHING_ASKED, rings: NOTHING_ASKED }));

/** More lines than this nobody reads on a screen; counts and sums are complete, and exports ask again for all. */
export const LISTED = 2_000;

/** Layers that rings ask when the view names none: the ledgers and protection targets. */
export const RING_LAYERS = LAYERS.filter(({ id, role }) => role === "ledger" || id === "protection-targets").map(
  ({ id }) => id,
);

export function densityParameters(view: View): DensityParameters | null {
  if (!view.heat) return null;
  const { layer, bandwidthM, weight, lowestBand } = view.heat;
  const definition = getLayer(layer);
  // The window goes into from and to: only so does the analysis know how many years the events span.
  const filter = selectionText(definition, { filters: view.filters, time: null });
  const period = definition.time ? view.time : null;
  return {
    layer,
    bandwidthM,
    weight,
    ...(lowestBand !== 1 && { edges: DENSITY_EDGES.map((edge) => Number((edge * lowestBand).toPrecision(1))) }),
    ...(filter !== undefined && { filter }),
    ...(period?.from && { from: period.from }),
    ...(period?.to ? { to: period.to } : definition.time && { today: localDayOf(new Date()) }),
  };
}

export function bufferParameters(view: View): BufferParameters | null {
  if (!view.origin) return null;
  const layers = view.ringLayers ?? RING_LAYERS;
  const filters = layers.flatMap((id) => {
    const text = selectionText(getLayer(id), view);
    return text === undefined ? [] : [[id, text] as const];
  });
  return {
    ...(view.origin.kind === "shape"
      ? { geometry: view.origin.shape }
      : { layer: view.origin.layer, ids: view.origin.ids, mode: view.ringMode }),
    radiiM: view.radiiM,
    layers,
    ...(filters.length > 0 && { filters: Object.fromEntries(filters) }),
    limit: LISTED,
  };
}

let isStarted = false;

/** Asks the worker again whenever the view or a ledger changes what the answer would be. Call it any number of times. */
export function startResults(): void {
  if (isStarted) return;
  isStarted = true;
  const askHeat = followQuestion<DensityBand, DensitySummary, DensityParameters>({
    name: "density",
    parametersOf: () => densityParameters(useView.getState()),
    put: (change) => useResults.setState(({ heat }) => ({ heat: { ...heat, ...change } })),
  });
  const askRings = followQuestion<BufferFinding, BufferSummary, BufferParameters>({
    name: "buffer",
    parametersOf: () => bufferParameters(useView.getState()),
    put: (change) => useResults.setState(({ rings }) => ({ rings: { ...rings, ...change } })),
  });
  const askBoth = () => {
    askHeat();
    askRings();
  };
  useView.subscribe(askBoth);
  useLedgers.subscribe(askBoth);
  askBoth();
}
