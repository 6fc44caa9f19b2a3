import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { RuleSource } from "#data/standards/rule-book.ts";
import { AppError, toAppError } from "../errors.ts";
import type { Log } from "../http/log.ts";
import { spacingAsk } from "../opinion/ask.ts";
import { firstPositionOf } from "../opinion/nearby.ts";
import { layersOf } from "../opinion/run-analyses.ts";
import { createThreads, type Thread } from "../opinion/thread.ts";
import { batchWorker } from "../parts.ts";
import type { BatchService, Zone } from "../services.ts";
import type { BuiltSnapshot } from "../snapshot/build-job.ts";
import type { BatchJob, BatchOutcome } from "./batch-work.ts";
import type { BatchSettings, BatchView, BatchWithRows, Parcel, ParcelResult } from "./parcel.ts";

export interface BatchOptions {
  findZone(): Promise<Zone>;
  findSnapshot(layer: string): Promise<BuiltSnapshot>;
  findRules(): Promise<RuleSource>;
  readonly log: Log;
}

export interface OpenBatches {
  readonly service: BatchService;
  close(): Promise<void>;
}

/** A batch can be made again from its file: the latest ones are kept, and none beyond the end of the server. */
const MOST_KEPT = 20;
/** So many parcels between two answers to how far it is. */
const CHUNK = 20;
const LIMIT_MS = 10 * 60_000;

interface Batch {
  readonly settings: BatchSettings;
  readonly stopping: AbortController;
  view: BatchView;
  rows: readonly ParcelResult[];
  work: Promise<void> | null;
}

/** Checks whole plans, parcel by parcel, in a thread of their own. */
export function openBatches({ findZone, findSnapshot, findRules, log }: BatchOptions): OpenBatches {
  const batches = new Map<string, Batch>();
  const threads = createThreads<BatchJob, BatchOutcome>({
    entry: batchWorker,
    what: "the batch",
    limitMs: LIMIT_MS,
    most: 1,
    queueLimit: MOST_KEPT,
    keep: true,
  });

  function get(id: string): Batch {
    const batch = batches.get(id);
    if (!batch) throw new AppError("not-found", "there is no such batch, or the server has forgotten it since");
    return batch;
  }

  function forgetSurplus(): void {
    for (const [id, { view }] of batches) {
      if (batches.size < MOST_KEPT) return;
      if (!isRunning(view)) batches.delete(id);
    }
    if (batches.size >= MOST_KEPT)
      throw new AppError("too-many-requests", `${MOST_KEPT} batches are under way: wait, or cancel one`);
  }

  /** Everything after the file is here. */
  async function run(batch: Batch, bytes: Uint8Array): Promise<void> {
    const { settings, stopping } = batch;
    const started = performance.now();
    const change = (next: Partial<BatchView>) => {
      batch.view = { ...batch.view, ...next };
    };
    const folder = await mkdtemp(join(tmpdir(), "zone-risk-map-batch-"));
    try {
      const path = join(folder, "delivered");
      await writeFile(path, bytes, { mode: 0o600 });
      await threads.use(stopping.signal, async (thread) => {
        const read = await step(thread, { kind: "read", path, workFolder: folder, settings });
        if ("failed" in read) return change({ state: "failed", problem: read.failed });
        const { parcels, facts } = read;
        change({ state: "checking", facts, progress: { done: 0, of: parcels.length } });
        await open(thread, parcels, change);
        for (let at = 0; at < parcels.length; at += CHUNK) {
          const chunk = parcels.slice(at, at + CHUNK);
          const { results } = await step(thread, {
            kind: "check",
            parcels: chunk,
            positionErrorM: settings.positionErrorM,
          });
          batch.rows = [...batch.rows, ...results];
          change({ progress: { done: batch.rows.length, of: parcels.length }, counts: countsOf(batch.rows) });
        }
        await step(thread, { kind: "close" });
        change({ state: "done", tookMs: Math.round(performance.now() - started) });
      });
    } catch (error) {
      if (stopping.signal.aborted) return change({ state: "cancelled" });
      const { code, message } = toAppError(error);
      if (code === "internal") log.error({ err: error, batch: batch.view.id }, "a batch of parcels was not checked");
      change({ state: "failed", problem: { code, detail: message } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** All parcels are checked against the same revisions and rules, whatever changes meanwhile. */
  async function open(
    thread: Thread<BatchJob, BatchOutcome>,
    parcels: readonly Parcel[],
    change: (next: Partial<BatchView>) => void,
  ): Promise<void> {
    const [zone, rules] = await Promise.all([findZone(), findRules()]);
    const snapshots = await Promise.all(layersOf(exampleOf(parcels)).map(findSnapshot));
    const packed = Object.fromEntries(snapshots.map(({ layer, packed }) => [layer, packed]));
    const opened = await step(thread, { kind: "open", zoneCenter: zone.center ?? middleOf(parcels), rules, packed });
    const revisions = Object.fromEntries(snapshots.map(({ layer, revision }) => [layer, revision]));
    change({ revisions, ruleEdition: opened.ruleEdition });
  }

  return {
    service: {
      async create({ by, settings }) {
        forgetSurplus();
        const { demo } = await findZone();
        const view: BatchView = {
          id: uuidv7(),
          state: "receiving",
          fileName: settings.fileName,
          by,
          createdAt: new Date().toISOString(),
          demo,
          facts: null,
          problem: null,
          progress: { done: 0, of: 0 },
          counts: countsOf([]),
          revisions: {},
          ruleEdition: null,
          tookMs: null,
        };
        batches.set(view.id, { settings, stopping: new AbortController(), view, rows: [], work: null });
        return view;
      },
      async receive(id, bytes) {
        const batch = get(id);
        if (batch.view.state !== "receiving") throw new AppError("conflict", "the file is here already");
        batch.view = { ...batch.view, state: "reading" };
        batch.work = run(batch, bytes);
        return batch.view;
      },
      findBatches: async () => [...batches.values()].map(({ view }) => view).reverse(),
      getBatch: async (id) => withRows(get(id)),
      async cancel(id) {
        const batch = get(id);
        if (batch.view.state === "receiving") batch.view = { ...batch.view, state: "cancelled" };
        batch.stopping.abort();
        await batch.work;
        return batch.view;
      },
      async discard(id) {
        const batch = get(id);
        batch.stopping.abort();
        await batch.work;
        batches.delete(id);
      },
    },
    async close() {
      for (const { stopping } of batches.values()) stopping.abort();
      await threads.close();
      await Promise.all([...batches.values()].map(({ work }) => work));
    },
  };
}

const isRunning = ({ state }: BatchView): boolean => state === "reading" || state === "checking";

const withRows = ({ view, rows }: Batch): BatchWithRows => ({ ...view, rows });

function countsOf(rows: readonly ParcelResult[]): BatchView["counts"] {
  const counts = { "too-near": 0, "cannot-tell": 0, clear: 0, unchecked: 0 };
  for (const { verdict } of rows) counts[verdict ?? "unchecked"]++;
  return counts;
}

/** Where the plan is, for a zone whose place nobody has stated. */
function middleOf(parcels: readonly Parcel[]): readonly [number, number] {
  const first = parcels.find(({ geometry, problem }) => geometry && !problem);
  return first?.geometry ? firstPositionOf(first.geometry) : [0, 0];
}

/** The question whose layers have to be opened; empty when no parcel can be asked. */
const exampleOf = (parcels: readonly Parcel[]) =>
  parcels.flatMap(({ name, use, geometry, problem }) =>
    use && geometry && !problem
      ? [spacingAsk({ name, geometry: geometry as never, positionErrorM: 0, use, claims: [] })]
      : [],
  );

type OutcomeOf<Job extends BatchJob> = Job extends { kind: "read" }
  ? Extract<BatchOutcome, { parcels: unknown } | { failed: unknown }>
  : Job extends { kind: "open" }
    ? Extract<BatchOutcome, { ruleEdition: string }>
    : Job extends { kind: "check" }
      ? Extract<BatchOutcome, { results: unknown }>
      : Extract<BatchOutcome, { closed: true }>;

/** The thread answers each kind of job with its own kind of outcome. */
const step = async <Job extends BatchJob>(thread: Thread<BatchJob, BatchOutcome>, job: Job): Promise<OutcomeOf<Job>> =>
  (await thread.run(job)) as OutcomeOf<Job>;
