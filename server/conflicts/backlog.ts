import { setTimeout as pause } from "node:timers/promises";
import type { FoundConflicts, KeptRun } from "../db/conflict-runs.ts";
import type { Log } from "../http/log.ts";

export interface BacklogOptions {
  /** Finds all pairs on the newest layers under the rules of today. */
  run(signal: AbortSignal): Promise<FoundConflicts>;
  /** @returns null when another node has kept a newer run. */
  write(found: FoundConflicts): Promise<KeptRun | null>;
  readonly log: Pick<Log, "info" | "error">;
  /** A burst of changes becomes one run. */
  readonly coalesceMs?: number;
  readonly firstRetryMs?: number;
}

/** Keeps the list of conflicts at the state of the layers and the rules. */
export interface Backlog {
  /** Something that it hangs on has changed. */
  refresh(): void;
  /** A run is under way, or about to begin. */
  readonly busy: boolean;
  /** Settles when nothing is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A run that failed, with the same layers, most likely fails again: it is tried less and less often. */
const LAST_RETRY_MS = 5 * 60_000;

export function createBacklog(options: BacklogOptions): Backlog {
  const { run, write, log, coalesceMs = 500, firstRetryMs = 1_000 } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let wanted = false;
  let work: Promise<void> | null = null;
  let wake = new AbortController();

  /** Ends early when something changes: what failed may do better now. */
  const rest = (ms: number) =>
    pause(ms, undefined, { signal: AbortSignal.any([signal, wake.signal]), ref: false }).catch(() => undefined);

  async function runWhileWanted(): Promise<void> {
    let retryMs = firstRetryMs;
    while (wanted && !signal.aborted) {
      await pause(coalesceMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      wanted = false;
      wake = new AbortController();
      try {
        const kept = await write(await run(signal));
        if (kept) {
          const { pairs, seen, changed, gone, reopened, tookMs } = kept;
          log.info({ pairs, seen, changed, gone, reopened, ms: tookMs }, "conflicts compared");
          retryMs = firstRetryMs;
          continue;
        }
      } catch (error) {
        if (signal.aborted) return;
        log.error({ err: error, retryMs }, "conflicts not compared; the last list stays");
      }
      await rest(retryMs);
      wanted = true;
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  }

  return {
    refresh() {
      if (signal.aborted) return;
      wanted = true;
      wake.abort();
      work ??= runWhileWanted().finally(() => {
        work = null;
      });
    },
    get busy() {
      return work !== null;
    },
    async settled() {
      await work;
    },
    async close() {
      closing.abort();
      await work;
    },
  };
}
