import { parentPort, type Transferable, Worker, type WorkerOptions } from "node:worker_threads";

/** What crosses between the threads: a numbered question, and its answer or what went wrong. */
type Question<Job> = { readonly id: number; readonly job: Job };
type Answer<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly error: { readonly message: string; readonly stack: string | undefined } };

/** In the worker: answers one job after another, for ever. @param moved - buffers of a result to hand over, not copy. */
export function answerJobs<Job, Result>(
  work: (job: Job) => Promise<Result> | Result,
  moved: (result: Result) => readonly Transferable[] = () => [],
): void {
  const port = parentPort;
  if (!port) throw new Error("this module is the body of a worker thread");
  port.on("message", async ({ id, job }: Question<Job>) => {
    try {
      const result = await work(job);
      port.postMessage({ id, result } satisfies Answer<Result>, [...moved(result)]);
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ id, error: { message, stack } } satisfies Answer<Result>);
    }
  });
}

/** The worker ended before it had answered: crashed, ran out of memory, or was stopped. */
export class WorkerLost extends Error {}

/** A worker thread and the jobs that it has not answered yet. Not usable any more once `lost` has settled. */
export interface JobWorker<Job, Result> {
  run(job: Job): Promise<Result>;
  /** Settles when the thread has ended, for whatever reason. */
  readonly lost: Promise<WorkerLost>;
  stop(): Promise<void>;
}

export function startJobWorker<Job, Result>(entry: URL, options: WorkerOptions = {}): JobWorker<Job, Result> {
  const worker = new Worker(entry, options);
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let lastId = 0;
  let why: Error | undefined;
  worker.on("message", (answer: Answer<Result>) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ("result" in answer) asked?.resolve(answer.result);
    else asked?.reject(Object.assign(new Error(answer.error.message), { stack: answer.error.stack }));
  });
  worker.on("error", (error) => {
    why = error;
  });
  const lost = new Promise<WorkerLost>((resolve) => {
    worker.on("exit", () => {
      const loss = new WorkerLost(`the worker thread ended${why ? `: ${why.message}` : ""}`, { cause: why });
      for (const asked of waiting.values()) asked.reject(loss);
      waiting.clear();
      resolve(loss);
    });
  });
  // A thread that waits for work must not keep the process alive.
  worker.unref();
  return {
    lost,
    run(job) {
      const asked = promiseWithResolvers<Result>();
      const id = ++lastId;
      waiting.set(id, asked);
      worker.ref();
      worker.postMessage({ id, job } satisfies Question<Job>);
      return asked.promise;
    },
    async stop() {
      await worker.terminate();
    },
  };
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(reason: Error): void;
}

/** Promise.withResolvers comes with Node 22. */
function promiseWithResolvers<Value>(): PromiseWithResolvers<Value> {
  let settle: Omit<PromiseWithResolvers<Value>, "promise"> | undefined;
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle! };
}
