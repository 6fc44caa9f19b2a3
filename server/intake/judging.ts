import { intakeWorker } from "../parts.ts";
import { type JobWorker, startJobWorker, WorkerLost } from "../snapshot/jobs.ts";
import type { Judged, JudgeJob } from "./judge-file.ts";
import { createProgress, type Progress, readProgress } from "./progress.ts";

/** What a thread may keep; a file that needs more is refused, and the server goes on. */
const THREAD_HEAP_MB = 640;
/** Rows come by the hundred thousand and are done with at once: in a nursery of this size few are ever copied. */
const YOUNG_GENERATION_MB = 64;

/** Judges files one after another, each in a thread of its own that ends with it. */
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
  worker: JobWorker<JudgeJob, Judged> | null;
  cancelled: boolean;
}

export function createJudging(entry: URL = intakeWorker): Judging {
  const running = new Map<string, Running>();
  let last: Promise<unknown> = Promise.resolve();

  async function run(job: Omit<JudgeJob, "progress">, own: Running): Promise<Judged | null> {
    if (own.cancelled) return null;
    const worker = startJobWorker<JudgeJob, Judged>(entry, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    own.worker = worker;
    try {
      return await worker.run({ ...job, progress: own.progress });
    } catch (error) {
      if (own.cancelled) return null;
      if (!(error instanceof WorkerLost)) throw error;
      return { failed: { code: "too-large", detail: "the file needs more memory than there is: split it" } };
    } finally {
      await worker.stop();
    }
  }

  return {
    async start(job) {
      const own: Running = { progress: createProgress(), worker: null, cancelled: false };
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
    },
  };
}

function cancelRunning(own: Running): void {
  own.cancelled = true;
  void own.worker?.stop();
}
