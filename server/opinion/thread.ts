import { AppError } from "../errors.ts";
import { type JobWorker, startJobWorker, WorkerLost } from "../snapshot/jobs.ts";

export interface ThreadOptions {
  readonly entry: URL;
  /** What it does, for messages: `the opinion`. */
  readonly what: string;
  readonly limitMs: number;
  /** Threads at the same time; more wait. */
  readonly most: number;
  /** More than this many waiting are turned away. */
  readonly queueLimit: number;
  /** Threads that went well stay for the next one; else each ends with its work, and its memory goes with it. */
  readonly keep: boolean;
}

export interface Thread<Job, Outcome> {
  run(job: Job): Promise<Outcome>;
}

export interface Threads<Job, Outcome> {
  /** Gives `work` a thread of its own until it is done. */
  use<Result>(signal: AbortSignal, work: (thread: Thread<Job, Outcome>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Nobody's proposal needs more; a thread that does ends, not the server. */
const THREAD_HEAP_MB = 768;

export function createThreads<Job, Outcome>(options: ThreadOptions): Threads<Job, Outcome> {
  const { entry, what, limitMs, most, queueLimit, keep } = options;
  const idle: JobWorker<Job, Outcome>[] = [];
  const running = new Set<() => Promise<void>>();
  const queue: (() => void)[] = [];
  let free = most;
  let closed = false;

  async function takeTurn(signal: AbortSignal): Promise<void> {
    if (closed) throw new AppError("unavailable", "the server is stopping");
    signal.throwIfAborted();
    if (free > 0) {
      free--;
      return;
    }
    if (queue.length >= queueLimit)
      throw new AppError("too-many-requests", `${queueLimit} wait for ${what} already: try again in a moment`);
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        queue.splice(queue.indexOf(take), 1);
        reject(signal.reason as Error);
      };
      const take = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      signal.addEventListener("abort", leave, { once: true });
      queue.push(take);
    });
  }

  function giveTurn(): void {
    const next = queue.shift();
    if (next) next();
    else free++;
  }

  function startThread(): JobWorker<Job, Outcome> {
    const worker = startJobWorker<Job, Outcome>(entry, { resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB } });
    void worker.lost.then(() => {
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
    });
    return worker;
  }

  return {
    async use(signal, work) {
      await takeTurn(signal);
      const worker = idle.pop() ?? startThread();
      let late = false;
      let went = false;
      const stop = () => worker.stop();
      const timer = setTimeout(() => {
        late = true;
        void stop();
      }, limitMs);
      const leave = () => void stop();
      signal.addEventListener("abort", leave, { once: true });
      running.add(stop);
      try {
        const result = await work(worker);
        went = true;
        return result;
      } catch (error) {
        signal.throwIfAborted();
        if (closed) throw new AppError("unavailable", "the server is stopping");
        if (late) throw new AppError("timeout", `${what} took longer than ${limitMs / 1000} s`);
        if (error instanceof WorkerLost)
          throw new AppError("unprocessable", `${what} needs more memory than there is: ask for less`, [], {
            cause: error,
          });
        throw error;
      } finally {
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        running.delete(stop);
        if (went && keep && !closed) idle.push(worker);
        else await stop();
        giveTurn();
      }
    },
    async close() {
      closed = true;
      await Promise.all([...[...running].map((stop) => stop()), ...idle.map((worker) => worker.stop())]);
    },
  };
}
