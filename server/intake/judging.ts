import { intakeWorker } from "../parts.ts";
import { type JobWorker, startJobWorker, WorkerLost } from "../snapshot/jobs.ts";
import type { Judged, JudgeJob } from "./judge-file.ts";
import { createProgress, type Progress, readProgress } from "./progress.ts";

/** What a thread may keep; a file that needs more is refused, and the server goes on. */
const THREAD_HEAP_MB = 640;
/** Rows come by the hundred thousand and are done with at once: in a nursery of this size few are ever copied. */
const YOUNG_GENERATION_MB = 64;

/** Judges files one after another, in a thread that ends when nothing has come for a while. */
export interface Judging {
  /** Resolves with null when it was cancelled. */
  start(job: Omit<JudgeJob, "progress">): Promise<Judged | null>;
  /** null: this draft is not being judged here. */
  progress(draftId: string): Progress | null;
  cancel(draftId: string): void;
  close(): Promise<void>;
}

interface Running {
  readonly progress: SharedArrayBuffer;
  /** Its thread is at work on it. */
  started: boolean;
  cancelled: boolean;
}

/** A person who tries settings asks again within this. */
const IDLE_MS = 60_000;

export function createJudging(entry: URL = intakeWorker): Judging {
  const running = new Map<string, Running>();
  let worker: JobWorker<JudgeJob, Judged> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function stopWorker(): Promise<void> {
    clearTimeout(idle);
    const stopped = worker;
    worker = null;
    await stopped?.stop();
  }

  function startWorker(): JobWorker<JudgeJob, Judged> {
    const started = startJobWorker<JudgeJob, Judged>(entry, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    void started.lost.then(() => {
      if (worker === started) worker = null;
    });
    return started;
  }

  async function run(job: Omit<JudgeJob, "progress">, own: Running): Promise<Judged | null> {
    if (own.cancelled) return null;
    clearTimeout(idle);
    worker ??= startWorker();
    own.started = true;
    try {
      return await worker.run({ ...job, progress: own.progress });
    } catch (error) {
      if (own.cancelled) return null;
      if (!(error instanceof WorkerLost)) throw error;
      return { failed: { code: "too-large", detail: "the file needs more memory than there is: split it" } };
    } finally {
      own.started = false;
      idle = setTimeout(() => void stopWorker(), IDLE_MS).unref();
    }
  }

  function cancelRunning(own: Running): void {
    own.cancelled = true;
    // What the thread had written is in a transaction that ends with it.
    if (own.started) void stopWorker();
  }

  return {
    async start(job) {
      const own: Running = { progress: createProgress(), started: false, cancelled: false };
      // A newer question about the same draft takes the place of the older one.
      const older = running.get(job.draftId);
      if (older) cancelRunning(older);
      running.set(job.draftId, own);
      const mine = last.then(() => run(job, own));
      last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        if (running.get(job.draftId) === own) running.delete(job.draftId);
      }
    },
    progress(draftId) {
      const own = running.get(draftId);
      return own ? readProgress(own.progress) : null;
    },
    cancel(draftId) {
      const own = running.get(draftId);
      if (own) cancelRunning(own);
    },
    async close() {
      for (const own of running.values()) cancelRunning(own);
      await last;
      await stopWorker();
    },
  };
}
