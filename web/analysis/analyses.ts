import type { RuleSource } from "#data/standards/rule-book.ts";
import type { Outcome, Question, Reply } from "./protocol.ts";

const waiting = new Map<number, { resolve(outcome: Outcome): void; reject(error: Error): void }>();
/** What the worker has not been handed yet, by layer: the page's own bytes, copied when they go over. */
const tables = new Map<string, Uint8Array>();
let zone: readonly [number, number] | null = null;
let rules: RuleSource | null = null;
let worker: Worker | null = null;
let tickets = 0;

/** Where the zone's plane is centred, before the first run. */
export function tellZone(center: readonly [number, number]): void {
  zone = center;
  if (worker) prepareAnalyses();
}

/** What the rules of today are made of; until it is told the library stands alone. */
export function tellRules(source: RuleSource): void {
  rules = source;
  if (worker) prepareAnalyses();
}

/** Gives the worker a layer's snapshot, which it keeps until the next one; `bytes` must not change. */
export function tellSnapshot(layer: string, bytes: Uint8Array): void {
  tables.set(layer, bytes);
  if (worker) prepareAnalyses();
}

/**
 * Starts the worker and hands it what it lacks. The first question does so too; but until the first map is drawn both processors have
 * better things to do.
 */
export function prepareAnalyses(): Worker {
  worker ??= startWorker();
  if (zone) tell(worker, { kind: "zone", center: zone });
  zone = null;
  if (rules) tell(worker, { kind: "rules", source: rules });
  rules = null;
  for (const [layer, bytes] of tables) {
    const copy = bytes.slice() as Uint8Array<ArrayBuffer>;
    tell(worker, { kind: "snapshot", layer, bytes: copy }, [copy.buffer]);
  }
  tables.clear();
  return worker;
}

function startWorker(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "analyses" });
  started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if ("crash" in data) caller?.reject(new Error(data.crash));
    else caller?.resolve(data.outcome);
  });
  started.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  return started;
}

const tell = (to: Worker, question: Question, transfer: Transferable[] = []) => to.postMessage(question, transfer);

/**
 * Runs one analysis of the registry in the worker.
 *
 * @throws Error when the analysis has a bug or reads a layer that was not handed over.
 */
export function runAnalysis<Finding, Summary>(name: string, parameters: unknown): Promise<Outcome<Finding, Summary>> {
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    waiting.set(ticket, { resolve: resolve as (outcome: Outcome) => void, reject });
    tell(prepareAnalyses(), { kind: "run", ticket, name, parameters });
  });
}

/**
 * For questions that follow a slider: one run at a time, and of those that come meanwhile only the last. Every answer is delivered in
 * order, so that the picture moves while the slider does.
 */
export function createFollower<Finding, Summary>(
  name: string,
  deliver: (parameters: unknown, outcome: Outcome<Finding, Summary>) => void,
  fail: (error: Error) => void,
): { ask(parameters: unknown): void; forget(): void } {
  let running = false;
  let next: { parameters: unknown } | null = null;
  let wanted = 0;

  const start = async (parameters: unknown) => {
    running = true;
    const asked = wanted;
    try {
      const outcome = await runAnalysis<Finding, Summary>(name, parameters);
      if (asked === wanted) deliver(parameters, outcome);
    } catch (error) {
      if (asked === wanted) fail(error as Error);
    }
    running = false;
    const following = next;
    next = null;
    if (following) void start(following.parameters);
  };

  return {
    ask(parameters) {
      if (running) next = { parameters };
      else void start(parameters);
    },
    /** Whatever is still under way is no longer wanted. */
    forget() {
      wanted++;
      next = null;
    },
  };
}
