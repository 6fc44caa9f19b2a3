import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { LAYER_IDS } from "#data/layers/index.ts";
import { subscribe } from "../db/subscribe.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../http/log.ts";
import type { PublishedLayer, SnapshotService } from "../services.ts";
import type { BuildJob, BuiltSnapshot } from "./build-job.ts";
import { startBuildWorker } from "./build-worker.ts";
import type { JobWorker } from "./jobs.ts";

export interface PublisherOptions {
  readonly connection: pg.ClientConfig;
  findRevisions(): Promise<ReadonlyMap<string, number>>;
  /** `null` while nobody has said where the zone is. */
  findZoneCenter(): Promise<readonly [number, number] | null>;
  readonly log: Pick<Log, "info" | "warn" | "error">;
  /** Where the builder's thread begins; set by tests that make it fail. */
  readonly workerEntry?: URL;
}

/** The newest snapshot of every layer, ready to be delivered, and renewed whenever the record changes. */
export interface Publisher extends SnapshotService {
  /** Settles when every layer has been published once. */
  readonly ready: Promise<void>;
  /** The newest snapshot, gzipped, with the revision that it is of. */
  newest(layer: string): BuiltSnapshot;
  /** Calls back whenever a layer has a newer snapshot. @returns a function that ends it. */
  onPublished(listener: (layer: string) => void): () => void;
  close(): Promise<void>;
}

/** Earlier revisions of a layer that are kept for pages that still ask for them. */
const KEPT_REVISIONS = 3;
/** … but no more than this in all: with very large layers, a page that is late loads the newest instead. */
const KEPT_BYTES = 48_000_000;
/** A burst of commits becomes one build. */
const COALESCE_MS = 40;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 15_000;
/** A client that asks for a revision before it is built waits no longer than this. */
const WAIT_MS = 12_000;

export function startPublisher(options: PublisherOptions): Publisher {
  const { connection, log } = options;
  /** Newest first. */
  const kept = new Map<string, BuiltSnapshot[]>();
  /** Layers to build, with the revision that is known to exist. */
  const wanted = new Map<string, number>(LAYER_IDS.map((layer) => [layer, 0]));
  const publications = new Set<(layer: string) => void>();
  const closing = new AbortController();
  let worker: JobWorker<BuildJob, BuiltSnapshot> | null = null;
  let work: Promise<void> | null = null;
  let tellReady = () => {};
  const ready = new Promise<void>((resolve) => {
    tellReady = resolve;
  });

  const newestOf = (layer: string): BuiltSnapshot | undefined => kept.get(layer)?.[0];

  function want(layer: string, revision: number): void {
    if (closing.signal.aborted || !LAYER_IDS.includes(layer) || (newestOf(layer)?.revision ?? -1) >= revision) return;
    wanted.set(layer, Math.max(wanted.get(layer) ?? 0, revision));
    work ??= buildWanted().finally(() => {
      work = null;
    });
  }

  async function buildWanted(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    if (kept.size === LAYER_IDS.length) await pauseUnlessClosing(COALESCE_MS);
    for (;;) {
      const layer = wanted.keys().next().value;
      if (layer === undefined || closing.signal.aborted) return;
      try {
        await buildOne(layer);
        retryMs = FIRST_RETRY_MS;
      } catch (error) {
        if (closing.signal.aborted) return;
        log.error({ layer, err: error, retryMs }, "snapshot not built; the last one stays");
        // To the end of the line, so that one bad layer does not hold up the others.
        const revision = wanted.get(layer)!;
        wanted.delete(layer);
        wanted.set(layer, revision);
        await pauseUnlessClosing(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      }
    }
  }

  async function buildOne(layer: string): Promise<void> {
    const started = performance.now();
    worker ??= startBuilder();
    const built = await worker.run({ connection, layer, zoneCenter: await options.findZoneCenter() });
    publish(built);
    if (wanted.get(layer)! <= built.revision) wanted.delete(layer);
    else await pauseUnlessClosing(COALESCE_MS);
    const { revision, count, leftOut, unpackedBytes } = built;
    const ms = Math.round(performance.now() - started);
    log.info({ layer, revision, count, packedBytes: built.packed.length, unpackedBytes, ms }, "snapshot published");
    if (leftOut.length > 0)
      log.warn({ layer, leftOut: leftOut.length, first: leftOut[0] }, "features without a usable geometry");
  }

  function startBuilder(): JobWorker<BuildJob, BuiltSnapshot> {
    const started = startBuildWorker(options.workerEntry);
    void started.lost.then(() => {
      if (worker === started) worker = null;
    });
    return started;
  }

  function publish(built: BuiltSnapshot): void {
    const earlier = (kept.get(built.layer) ?? []).filter(({ revision }) => revision !== built.revision);
    kept.set(built.layer, [built, ...earlier.slice(0, KEPT_REVISIONS)]);
    forgetSurplus();
    if (kept.size === LAYER_IDS.length) tellReady();
    for (const tell of publications) tell(built.layer);
  }

  function forgetSurplus(): void {
    let bytes = 0;
    for (const [layer, [newest, ...earlier]] of kept) {
      const affordable = earlier.filter(({ packed }) => {
        bytes += packed.length;
        return bytes <= KEPT_BYTES;
      });
      kept.set(layer, [newest!, ...affordable]);
    }
  }

  const pauseUnlessClosing = (ms: number) =>
    pause(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});

  /** @returns false when the time was up or the publisher is closing. */
  function published(layer: string, revision: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (reached: boolean) => {
        publications.delete(check);
        closing.signal.removeEventListener("abort", giveUp);
        clearTimeout(timer);
        resolve(reached);
      };
      const check = () => {
        if (newestOf(layer)!.revision >= revision) settle(true);
      };
      const giveUp = () => settle(false);
      const timer = setTimeout(giveUp, WAIT_MS);
      closing.signal.addEventListener("abort", giveUp);
      publications.add(check);
    });
  }

  const subscription = subscribe(connection, ["layer_revision"], {
    onNotification(_, payload) {
      const { layer, revision } = JSON.parse(payload) as { layer: string; revision: number };
      want(layer, revision);
    },
    onListening() {
      options.findRevisions().then(
        (revisions) => {
          for (const [layer, revision] of revisions) want(layer, revision);
        },
        (error: unknown) => log.warn({ err: error }, "revisions not read after listening began"),
      );
    },
    onBreak: (error) => log.warn({ err: error }, "listening for changes broke off; trying again"),
  });
  work = buildWanted().finally(() => {
    work = null;
  });

  function newest(layer: string): BuiltSnapshot {
    const snapshot = newestOf(layer);
    if (!snapshot) throw new AppError("unavailable", "the layers are being prepared: try again in a moment");
    return snapshot;
  }

  return {
    ready,
    newest,
    onPublished(listener) {
      publications.add(listener);
      return () => publications.delete(listener);
    },
    published(layer): PublishedLayer {
      const { revision, changedAt, count, extent, dataDate } = newest(layer);
      return { revision, changedAt, count, extent, dataDate };
    },
    async findBuilt(layer, revision) {
      const find = () => answerTo(kept.get(layer) ?? [], revision);
      const present = find();
      if (present || revision <= newest(layer).revision) return present;
      // The page may have heard of a commit a moment before the notification reached us.
      if (((await options.findRevisions()).get(layer) ?? 0) < revision) return null;
      want(layer, revision);
      if (newest(layer).revision < revision && !(await published(layer, revision)))
        throw new AppError("unavailable", `revision ${revision} of ${layer} is still being prepared`);
      return find();
    },
    async close() {
      closing.abort();
      await subscription.close();
      await worker?.stop();
      await work;
    },
  };
}

/**
 * Which of the kept snapshots answers for a revision: its own, or the next one where it was passed over, as one between two that are
 * kept was. Of one before them all nobody knows.
 *
 * @param kept - newest first.
 */
function answerTo(kept: readonly BuiltSnapshot[], revision: number): BuiltSnapshot | null {
  const next = kept.findLast((snapshot) => snapshot.revision >= revision);
  const isKnown = next?.revision === revision || kept.some((snapshot) => snapshot.revision < revision);
  return next && isKnown ? next : null;
}
