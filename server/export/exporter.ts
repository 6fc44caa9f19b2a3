import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type pg from "pg";
import { AppError } from "../errors.ts";
import { exportWorker } from "../parts.ts";
import type { ExportRequest, ExportService } from "../services.ts";
import { startJobWorker, WorkerLost } from "../snapshot/jobs.ts";
import type { ExportJob, ExportOutcome } from "./export-job.ts";

export interface ExporterOptions {
  readonly connection: pg.ClientConfig;
  /** Files written at the same time; each has a thread and a connection. */
  readonly threads?: number;
  /** More than this many waiting are turned away. */
  readonly queueLimit?: number;
  /** A file that takes longer is given up. */
  readonly limitMs?: number;
  readonly workerEntry?: URL;
}

export interface Exporter extends ExportService {
  close(): Promise<void>;
}

/** The thread holds one batch of features; one that outgrows this ends, not the server. */
const THREAD_HEAP_MB = 256;

/**
 * Writes files in worker threads into folders of their own under the system's, and hands them out from there: an answer
 * begins when its file is whole, so that nobody keeps half of one.
 */
export function createExporter(options: ExporterOptions): Exporter {
  const { connection, threads = 2, queueLimit = 16, limitMs = 10 * 60_000 } = options;
  const folders = new Set<string>();
  const running = new Set<() => Promise<void>>();
  const queue: (() => void)[] = [];
  let free = threads;
  let closed = false;

  function checkOpen(): void {
    if (closed) throw new AppError("unavailable", "the server is stopping");
  }

  async function takeTurn(signal: AbortSignal): Promise<void> {
    checkOpen();
    signal.throwIfAborted();
    if (free > 0) {
      free--;
      return;
    }
    if (queue.length >= queueLimit)
      throw new AppError("too-many-requests", `${queueLimit} exports are waiting already: try again in a moment`);
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

  async function forget(folder: string): Promise<void> {
    folders.delete(folder);
    await rm(folder, { recursive: true, force: true });
  }

  /** A thread for each file: its memory goes with it. */
  async function write(job: ExportJob, signal: AbortSignal): Promise<ExportOutcome> {
    checkOpen();
    signal.throwIfAborted();
    const worker = startJobWorker<ExportJob, ExportOutcome>(options.workerEntry ?? exportWorker, {
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
    });
    let late = false;
    const stop = () => worker.stop();
    const timer = setTimeout(() => {
      late = true;
      void stop();
    }, limitMs);
    const leave = () => void stop();
    signal.addEventListener("abort", leave, { once: true });
    running.add(stop);
    try {
      return await worker.run(job);
    } catch (error) {
      signal.throwIfAborted();
      checkOpen();
      if (late) throw new AppError("timeout", `the export took longer than ${limitMs / 1000} s: ask for less`);
      if (error instanceof WorkerLost)
        throw new AppError("unprocessable", "the export needs more memory than there is: ask for less", [], {
          cause: error,
        });
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
      running.delete(stop);
      await stop();
    }
  }

  return {
    async run(request: ExportRequest, signal: AbortSignal) {
      await takeTurn(signal);
      let folder: string | undefined;
      try {
        folder = await mkdtemp(join(tmpdir(), "zone-risk-map-export-"));
        folders.add(folder);
        const path = join(folder, "export");
        const outcome = await write({ ...request, connection, path }, signal);
        if ("refusal" in outcome) throw new AppError("unprocessable", outcome.refusal);
        const { size } = await stat(path);
        checkOpen();
        signal.throwIfAborted();
        const written = folder;
        return {
          rows: outcome.rows,
          bytes: size,
          open() {
            const file = createReadStream(path);
            file.once("close", () => void forget(written));
            return Readable.toWeb(file) as ReadableStream<Uint8Array<ArrayBuffer>>;
          },
        };
      } catch (error) {
        if (folder) await forget(folder);
        throw error;
      } finally {
        giveTurn();
      }
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((stop) => stop()));
      await Promise.all([...folders].map(forget));
    },
  };
}
