import { type AnalysisAnswer, type AnalysisDefinition, AnalysisRefusal } from "#data/analyses/define.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import { AppError } from "../errors.ts";
import { analysisWorker } from "../parts.ts";
import type { AnalysisService } from "../services.ts";
import type { AnalysisJob, AnalysisOutcome, DeliveredSnapshot } from "./analysis-job.ts";
import type { BuiltSnapshot } from "./build-job.ts";
import { type JobWorker, startJobWorker, WorkerLost } from "./jobs.ts";

export interface AnalysisPoolOptions {
  /** The registry; the worker has the same. */
  readonly analyses: readonly AnalysisDefinition[];
  newest(layer: string): BuiltSnapshot;
  findZoneCenter(): Promise<readonly [number, number] | null>;
  /** What the rules of today, or those known at an instant, are made of. */
  findRules(at?: Date): Promise<RuleSource>;
  /** A layer as it was known at an instant. */
  findPast(layer: string, at: Date): Promise<BuiltSnapshot>;
  /** Threads at most; each opens its own copy of the snapshots that it is asked about. */
  readonly threads?: number;
  /** An analysis that takes longer is stopped. */
  readonly limitMs?: number;
  /** More than this many waiting are turned away. */
  readonly queueLimit?: number;
  readonly workerEntry?: URL;
}

export interface AnalysisPool extends AnalysisService {
  close(): Promise<void>;
}

interface Thread {
  readonly worker: JobWorker<AnalysisJob, AnalysisOutcome>;
  /** Revision of each layer that it has open. */
  readonly holds: Map<string, number>;
}

/** An answer that nobody waits for any more may take this much longer before its thread is stopped. */
const ABANDONED_MS = 2_000;
/** An analysis that outgrows this ends its thread, not the server. */
const THREAD_HEAP_MB = 768;

/** Runs analyses in worker threads, off the thread that answers requests. */
export function createAnalysisPool(options: AnalysisPoolOptions): AnalysisPool {
  const { threads: most = 2, limitMs = 30_000, queueLimit = 32 } = options;
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: ((thread: Thread) => void)[] = [];
  let closed = false;

  function startThread(): Thread {
    const worker = startJobWorker<AnalysisJob, AnalysisOutcome>(options.workerEntry ?? analysisWorker, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
    });
    const thread: Thread = { worker, holds: new Map() };
    all.add(thread);
    void worker.lost.then(() => {
      all.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      if (queue.length > 0 && !closed) queue.shift()!(startThread());
    });
    return thread;
  }

  /** @throws AppError when too many wait already; the signal's reason when the caller leaves. */
  function takeThread(signal: AbortSignal): Promise<Thread> | Thread {
    if (closed) throw new AppError("unavailable", "the server is stopping");
    // A signal that was given before anybody listened to it is not given again.
    signal.throwIfAborted();
    const free = idle.pop() ?? (all.size < most ? startThread() : undefined);
    if (free) return free;
    if (queue.length >= queueLimit)
      throw new AppError("too-many-requests", `${queueLimit} analyses are waiting already: try again in a moment`);
    return new Promise((resolve, reject) => {
      const serve = (thread: Thread) => {
        signal.removeEventListener("abort", leave);
        resolve(thread);
      };
      const leave = () => {
        queue.splice(queue.indexOf(serve), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", leave, { once: true });
      queue.push(serve);
    });
  }

  function giveBack(thread: Thread): void {
    if (!all.has(thread)) return;
    const next = queue.shift();
    if (next) next(thread);
    else idle.push(thread);
  }

  async function runOn(thread: Thread, job: AnalysisJob, signal: AbortSignal): Promise<AnalysisOutcome> {
    let late = false;
    const stop = () => {
      late = true;
      void thread.worker.stop();
    };
    let timer = setTimeout(stop, limitMs);
    const hurry = () => {
      clearTimeout(timer);
      timer = setTimeout(stop, Math.min(ABANDONED_MS, limitMs));
    };
    signal.addEventListener("abort", hurry, { once: true });
    try {
      return await thread.worker.run(job);
    } catch (error) {
      if (late || error instanceof WorkerLost) all.delete(thread);
      else thread.holds.clear();
      if (late) throw new AppError("timeout", `the analysis took longer than ${limitMs / 1000} s: ask for less`);
      if (error instanceof WorkerLost)
        throw new AppError("unprocessable", "the analysis needs more memory than there is: ask for less", [], {
          cause: error,
        });
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", hurry);
      giveBack(thread);
    }
  }

  return {
    async run(name, parameters, signal, asOf): Promise<AnalysisAnswer> {
      const analysis = options.analyses.find((each) => each.name === name);
      if (!analysis) throw new RangeError(`no analysis ${name}`);
      const started = performance.now();
      const layers = [...new Set(analysis.layers(parameters))];
      const read = asOf
        ? await Promise.all(layers.map((layer) => options.findPast(layer, asOf.at)))
        : layers.map((layer) => options.newest(layer));
      const zoneCenter = (await options.findZoneCenter()) ?? [0, 0];
      const rules = await options.findRules(asOf?.at);
      const thread = await takeThread(signal);
      const snapshots = read.map(({ layer, revision, packed }): DeliveredSnapshot => {
        if (thread.holds.get(layer) === revision) return { layer, revision };
        thread.holds.set(layer, revision);
        return { layer, revision, packed };
      });
      const outcome = await runOn(thread, { name, parameters, zoneCenter, snapshots, rules }, signal);
      if ("refusal" in outcome) {
        const { field, reason, allowed } = outcome.refusal;
        throw new AnalysisRefusal(field, reason, allowed);
      }
      const revisions = Object.fromEntries(read.map(({ layer, revision }) => [layer, revision]));
      return {
        findings: outcome.findings,
        summary: outcome.summary,
        inputs: { revisions, ruleEdition: outcome.ruleEdition, parameters, ...(asOf && { asOf: asOf.day }) },
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      };
    },
    async close() {
      closed = true;
      await Promise.all([...all].map(({ worker }) => worker.stop()));
    },
  };
}
