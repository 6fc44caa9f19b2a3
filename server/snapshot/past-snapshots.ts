import type pg from "pg";
import type { BuildJob, BuiltSnapshot } from "./build-job.ts";
import { startBuildWorker } from "./build-worker.ts";
import type { JobWorker } from "./jobs.ts";

export interface PastSnapshotsOptions {
  readonly connection: pg.ClientConfig;
  newest(layer: string): BuiltSnapshot;
  findRevisionAt(layer: string, at: Date): Promise<number>;
  findZoneCenter(): Promise<readonly [number, number] | null>;
  readonly workerEntry?: URL;
}

/** Layers as they were known at an earlier instant. */
export interface PastSnapshots {
  find(layer: string, at: Date): Promise<BuiltSnapshot>;
  close(): Promise<void>;
}

/** A check of one day reads some ten layers; two days side by side stay. */
const KEPT = 24;
const KEPT_BYTES = 64_000_000;

/**
 * Builds layers of earlier days when they are asked for, in a thread of its own, and keeps those that were asked for last. A layer that
 * has not changed since is the present one.
 */
export function createPastSnapshots(options: PastSnapshotsOptions): PastSnapshots {
  /** By layer and revision, longest unused first: what two days have in common is built once. */
  const kept = new Map<string, Promise<BuiltSnapshot>>();
  const sizes = new Map<string, number>();
  let worker: JobWorker<BuildJob, BuiltSnapshot> | null = null;

  function builder(): JobWorker<BuildJob, BuiltSnapshot> {
    if (worker) return worker;
    const started = startBuildWorker(options.workerEntry);
    worker = started;
    void started.lost.then(() => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function build(layer: string, at: Date): Promise<BuiltSnapshot> {
    const { connection } = options;
    return builder().run({ connection, layer, zoneCenter: await options.findZoneCenter(), asOf: at.toISOString() });
  }

  function forget(key: string): void {
    kept.delete(key);
    sizes.delete(key);
  }

  function forgetSurplus(): void {
    let bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const key of [...kept.keys()]) {
      if (kept.size <= KEPT && bytes <= KEPT_BYTES) return;
      bytes -= sizes.get(key) ?? 0;
      forget(key);
    }
  }

  return {
    async find(layer, at) {
      const revision = await options.findRevisionAt(layer, at);
      const newest = options.newest(layer);
      if (newest.revision === revision) return newest;
      const key = `${layer} ${revision}`;
      const found = kept.get(key) ?? build(layer, at);
      kept.delete(key);
      kept.set(key, found);
      try {
        const snapshot = await found;
        if (kept.get(key) === found) sizes.set(key, snapshot.packed.length);
        forgetSurplus();
        return snapshot;
      } catch (error) {
        if (kept.get(key) === found) forget(key);
        throw error;
      }
    },
    async close() {
      await worker?.stop();
    },
  };
}
