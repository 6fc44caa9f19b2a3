import { create } from "zustand";
import type { LayerDefinition } from "#data/layers/define.ts";
import { LAYERS } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { middleOf } from "#data/snapshot/plane-center.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { tellSnapshot, tellZone } from "../analysis/analyses.ts";
import { ApiProblem, fetchLayers, fetchSnapshot, fetchZone, followEvents, type LayerFacts, type Zone } from "../api.ts";
import { announce, announceAll } from "./announcements.ts";
import { isHeld, onLetGo } from "./held.ts";

/** One layer as the page has it. */
export interface Ledger {
  readonly definition: LayerDefinition;
  readonly snapshot: Snapshot;
}

export interface Ledgers {
  readonly zone: Zone | null;
  /** Every layer of the registry once `ready`, in its order; an empty layer has a snapshot of no features. */
  readonly layers: readonly Ledger[];
  /** Instant of the last import or change by layer, ISO 8601; `null`: there never was one. */
  readonly lastDelivered: Readonly<Record<string, string | null>>;
  readonly state: "loading" | "ready" | "failed";
  readonly problem: string | null;
  /** Whether the line on which the server tells of changes stands. */
  readonly connected: boolean;
}

export const useLedgers = create<Ledgers>(() => ({
  zone: null,
  layers: [],
  lastDelivered: {},
  state: "loading",
  problem: null,
  connected: true,
}));

declare global {
  interface Window {
    /** For people who operate the page: which revision of each layer it shows. */
    readonly ledgerRevisions: Readonly<Record<string, number>>;
  }
}

export const findLedger = (id: string): Ledger | undefined =>
  useLedgers.getState().layers.find(({ definition }) => definition.id === id);

/** A server that has just started builds its tables first; one that is being replaced comes back. */
const RETRY_MS = 700;

/** A page that is busy all the time still gets its tables. */
const OPEN_WITHIN_MS = 500;

/** Refusals that pass: no server yet, tables not built yet, a revision that was replaced between two questions. */
const PASSING: ReadonlySet<number> = new Set([0, 404, 503]);

let isStarted = false;

/** Reads every layer and follows its changes from then on. Call it any number of times. */
export function startLedgers(): void {
  if (isStarted) return;
  isStarted = true;
  const queue = new Map<string, number>();
  let isAllWanted = true;
  let isReading = false;
  Object.defineProperty(window, "ledgerRevisions", { get: presentRevisions });

  // One at a time: an older answer must never take the place of a newer one.
  const read = async () => {
    if (isReading) return;
    isReading = true;
    try {
      while (!isHeld()) {
        const [next] = queue;
        if (isAllWanted) {
          isAllWanted = false;
          await readAll();
        } else if (next) {
          const [layer, revision] = next;
          queue.delete(layer);
          if ((await replaceLedger(layer, revision)) || isAllWanted) continue;
          // The server tells of a revision once, also where it or the line to it is gone a moment later.
          queue.set(layer, Math.max(revision, queue.get(layer) ?? 0));
          await retryPause();
        } else return;
      }
    } finally {
      isReading = false;
    }
  };

  onLetGo(() => void read());
  void read().then(() =>
    followEvents({
      onRevision(layer, revision) {
        queue.set(layer, revision);
        void read();
      },
      onNews: announce,
      onReset: () => {
        queue.clear();
        isAllWanted = true;
        void read();
        announceAll();
      },
      onLine: (connected) => useLedgers.setState({ connected }),
    }),
  );
}

const presentRevisions = (): Record<string, number> =>
  Object.fromEntries(
    useLedgers.getState().layers.map(({ definition, snapshot }) => [definition.id, snapshot.revision]),
  );

/** Until it succeeds or is refused for good; what the page had meanwhile stays on it. */
async function readAll(): Promise<void> {
  for (;;) {
    try {
      const [zone, facts] = await Promise.all([fetchZone(), fetchLayers()]);
      const revisions = new Map(facts.map(({ id, revision }) => [id, revision]));
      const layers = await Promise.all(
        LAYERS.map(async (definition) => ({
          definition,
          snapshot: await readSnapshot(definition.id, revisions.get(definition.id) ?? 0),
        })),
      );
      tellZone(zone.center ?? middleOfAll(layers));
      useLedgers.setState({ zone, layers, lastDelivered: deliveriesOf(facts), state: "ready", problem: null });
      return;
    } catch (error) {
      if (!isPassing(error)) {
        useLedgers.setState({ state: "failed", problem: (error as Error).message });
        throw error;
      }
    }
    await retryPause();
  }
}

const isPassing = (error: unknown): boolean => error instanceof ApiProblem && PASSING.has(error.status);

const retryPause = () => new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS));

async function readSnapshot(layer: string, revision: number): Promise<Snapshot> {
  const bytes = await fetchSnapshot(layer, revision);
  tellSnapshot(layer, bytes);
  await pause();
  return openSnapshot(bytes);
}

/** Lets the page draw itself and begin its map first: opening tables holds up both. */
const pause = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: OPEN_WITHIN_MS }));

/** @returns whether there is nothing left to read of what was told. */
async function replaceLedger(layer: string, told: number): Promise<boolean> {
  if (told <= (findLedger(layer)?.snapshot.revision ?? -1)) return true;
  try {
    // The first delivery may also be what says where the zone is, or end the demonstration.
    const [zone, facts] = await Promise.all([fetchZone(), fetchLayers()]);
    const present = facts.find(({ id }) => id === layer)?.revision ?? 0;
    const snapshot = await readSnapshot(layer, Math.max(told, present));
    useLedgers.setState(({ layers }) => ({
      zone,
      lastDelivered: deliveriesOf(facts),
      layers: layers.map((ledger) => (ledger.definition.id === layer ? { ...ledger, snapshot } : ledger)),
    }));
    return true;
  } catch (error) {
    if (isPassing(error)) return false;
    // Refused for good: the next change brings what can be had.
    if (error instanceof ApiProblem) return true;
    throw error;
  }
}

const deliveriesOf = (facts: readonly LayerFacts[]) =>
  Object.fromEntries(facts.map(({ id, lastDelivered }) => [id, lastDelivered]));

/** Nobody said where the zone is: it is where the ledgers are. */
function middleOfAll(layers: readonly Ledger[]): readonly [number, number] {
  const largest = layers.reduce((a, b) => (b.snapshot.count > a.snapshot.count ? b : a));
  return middleOf(largest.snapshot.lonLat) ?? [0, 0];
}
