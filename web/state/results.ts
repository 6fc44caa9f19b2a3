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
import { createFollower } from "../analysis/analyses.ts";
import type { Outcome, Refusal } from "../analysis/protocol.ts";
import { useLedgers } from "./ledgers.ts";
import { selectionText } from "./selections.ts";
import type { View } from "./view.ts";
import { useView } from "./view-store.ts";

/** The last answer stays on the map and in the panel until the next one comes. */
export interface Result<Finding, Summary, Parameters> {
  readonly answer: {
    readonly findings: readonly Finding[];
    readonly summary: Summary;
    /** What exactly was asked, for exports and for asking the server the same. */
    readonly parameters: Parameters;
    readonly revisions: Readonly<Record<string, number>>;
    readonly tookMs: number;
  } | null;
  readonly refusal: Refusal | null;
  readonly pending: boolean;
}

const NOTHING = { answer: null, refusal: null, pending: false } as const;

export interface Results {
  readonly heat: Result<DensityBand, DensitySummary, DensityParameters>;
  readonly rings: Result<BufferFinding, BufferSummary, BufferParameters>;
}

export const useResults = create<Results>(() => ({ heat: NOTHING, rings: NOTHING }));

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
    ...(period?.to && { to: period.to }),
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

/** Asks the worker again whenever the view or a ledger changes what the answer would be. Call once. */
export function startResults(): void {
  const askHeat = follow<DensityBand, DensitySummary, DensityParameters>("density", "heat", densityParameters);
  const askRings = follow<BufferFinding, BufferSummary, BufferParameters>("buffer", "rings", bufferParameters);
  const askBoth = () => {
    askHeat();
    askRings();
  };
  useView.subscribe(askBoth);
  useLedgers.subscribe(askBoth);
  askBoth();
}

function follow<Finding, Summary, Parameters>(
  name: string,
  key: keyof Results,
  parametersOf: (view: View) => Parameters | null,
): () => void {
  const put = (result: Partial<Result<Finding, Summary, Parameters>>) =>
    useResults.setState((results) => ({ [key]: { ...results[key], ...result } }) as Partial<Results>);
  let asked = "";
  let last: unknown = null;
  const isLast = (parameters: unknown) => parameters === last;
  const follower = createFollower<Finding, Summary>(
    name,
    (given, outcome: Outcome<Finding, Summary>) => {
      const pending = !isLast(given);
      if ("refusal" in outcome) put({ answer: null, refusal: outcome.refusal, pending });
      else put({ answer: { ...outcome, parameters: given as Parameters }, refusal: null, pending });
    },
    (error) => {
      put({ ...NOTHING });
      // A bug is reported where the browser reports bugs; it is no outcome that the reader could act on.
      reportError(error);
    },
  );
  return () => {
    const { state, layers } = useLedgers.getState();
    const parameters = state === "ready" ? parametersOf(useView.getState()) : null;
    const revisions = layers.map(({ snapshot }) => snapshot.revision).join();
    const question = parameters ? `${JSON.stringify(parameters)}@${revisions}` : "";
    if (question === asked) return;
    asked = question;
    last = parameters;
    if (parameters) {
      put({ pending: true });
      follower.ask(parameters);
    } else {
      follower.forget();
      put({ ...NOTHING });
    }
  };
}
