import { create } from "zustand";
import type { LayerDefinition } from "#data/layers/define.ts";
import { LAYERS } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { middleOf } from "#data/snapshot/plane-center.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { tellSnapshot, tellZone } from "../analysis/analyses.ts";
import { ApiProblem, fetchLayers, fetchSnapshot, fetchZone, followEvents, type Zone } from "../api.ts";

/** One layer as the page has it. */
export interface Ledger {
  readonly definition: LayerDefinition;
  readonly snapshot: Snapshot;
}

export interface Ledgers {
  readonly zone: Zone | null;
  /** Every layer of the registry once `ready`, in its order; an empty layer has a snapshot of no features. */
  readonly layers: readonly Ledger[];
  readonly state: "loading" | "ready" | "failed";
  readonly problem: string | null;
  /** Whether the line on which the server tells of changes stands. */
  readonly connected: boolean;
}

export const useLedgers = create<Ledgers>(() => ({
  zone: null,
  layers: [],
  state: "loading",
  problem: null,
  connected: true,
}));

export const findLedger = (id: string): Ledger | undefined =>
  useLedgers.getState().layers.find(({ definition }) => definition.id === id);

/** A server that has just started builds its tables first. */
const RETRY_MS = 700;

/** Reads every layer and follows its changes from then on. Call once. */
export function startLedgers(): void {
  const queue = new Map<string, number>();
  let reading = false;

  const readQueue = async () => {
    if (reading) return;
    reading = true;
    for (const [layer, revision] of queue) {
      queue.delete(layer);
      const present = findLedger(layer)?.snapshot.revision ?? -1;
      if (revision > present) await replaceLedger(layer, revision);
    }
    reading = false;
  };

  void readAll().then(() =>
    followEvents({
      onRevision(layer, revision) {
        queue.set(layer, revision);
        void readQueue();
      },
      onReset: () => void readAll(),
      onLine: (connected) => useLedgers.setState({ connected }),
    }),
  );
}

async function readAll(): Promise<void> {
  try {
    const [zone, facts] = await Promise.all([whenReady(fetchZone), whenReady(fetchLayers)]);
    const revisions = new Map(facts.map(({ id, revision }) => [id, revision]));
    const layers = await Promise.all(
      LAYERS.map(async (definition) => ({
        definition,
        snapshot: await readSnapshot(definition.id, revisions.get(definition.id) ?? 0),
      })),
    );
    tellZone(zone.center ?? middleOfAll(layers));
    useLedgers.setState({ zone, layers, state: "ready", problem: null });
  } catch (error) {
    useLedgers.setState({ state: "failed", problem: (error as Error).message });
    throw error;
  }
}

async function whenReady<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 503) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function readSnapshot(layer: string, revision: number): Promise<Snapshot> {
  const bytes = await fetchSnapshot(layer, revision);
  tellSnapshot(layer, bytes);
  return openSnapshot(bytes);
}

async function replaceLedger(layer: string, revision: number): Promise<void> {
  try {
    const snapshot = await readSnapshot(layer, revision);
    useLedgers.setState(({ layers }) => ({
      layers: layers.map((ledger) => (ledger.definition.id === layer ? { ...ledger, snapshot } : ledger)),
    }));
  } catch (error) {
    // A later revision may have taken its place already; its own event brings it.
    if (!(error instanceof ApiProblem)) throw error;
  }
}

/** Nobody said where the zone is: it is where the ledgers are. */
function middleOfAll(layers: readonly Ledger[]): readonly [number, number] {
  const largest = layers.reduce((a, b) => (b.snapshot.count > a.snapshot.count ? b : a));
  return middleOf(largest.snapshot.lonLat) ?? [0, 0];
}
