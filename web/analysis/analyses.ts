import type { RuleSource } from "#data/standards/rule-book.ts";
import type { Outcome, Question, Reply } from "./protocol.ts";

const waiting = new Map<number, { resolve(outcome: Outcome): void; reject(error: Error): void }>();
let tickets = 0;

/** What the workers are made of: the newest of each. The tables are the page's own bytes, copied when they go over. */
const known = {
  zone: null as readonly [number, number] | null,
  rules: null as RuleSource | null,
  tables: new Map<string, Uint8Array>(),
};

/** A worker, and what it has been handed of `known`. */
interface Lane {
  readonly name: string;
  /** The layers that its analyses read; `null`: any. */
  readonly layers: readonly string[] | null;
  readonly has: { worker: Worker | null; zone: typeof known.zone; rules: typeof known.rules };
  readonly tables: Map<string, Uint8Array>;
}

const createLane = (name: string, layers: Lane["layers"]): Lane => ({
  name,
  layers,
  has: { worker: null, zone: null, rules: null },
  tables: new Map(),
});

const usual = createLane("analyses", null);

/** Simulations take seconds: they have a worker of their own, so that nobody who moves a slider waits for them. */
const SLOW: Readonly<Record<string, Lane>> = {
  "crash-clusters": createLane("simulations", ["accidents", "roads"]),
};

/** Where the zone's plane is centred, before the first run. */
export function tellZone(center: readonly [number, number]): void {
  known.zone = center;
  handOver();
}

/** What the rules of today are made of; until it is told the library stands alone. */
export function tellRules(source: RuleSource): void {
  known.rules = source;
  handOver();
}

/** Gives the workers a layer's snapshot, which they keep until the next one; `bytes` must not change. */
export function tellSnapshot(layer: string, bytes: Uint8Array): void {
  known.tables.set(layer, bytes);
  handOver();
}

/** What runs already gets what is new; a worker that nobody has asked yet is not started for it. */
function handOver(): void {
  for (const lane of [usual, ...Object.values(SLOW)]) if (lane.has.worker) prepare(lane);
}

/**
 * Starts the worker and hands it what it lacks. The first question does so too; but until the first map is drawn both processors have
 * better things to do.
 */
export function prepareAnalyses(): void {
  prepare(usual);
}

function prepare({ name, layers, has, tables }: Lane): Worker {
  has.worker ??= startWorker(name, () => {
    // Of its script that did not arrive, say: the next question starts another one.
    Object.assign(has, { worker: null, zone: null, rules: null });
    tables.clear();
  });
  if (known.zone && known.zone !== has.zone) tell(has.worker, { kind: "zone", center: known.zone });
  has.zone = known.zone;
  if (known.rules && known.rules !== has.rules) tell(has.worker, { kind: "rules", source: known.rules });
  has.rules = known.rules;
  for (const [layer, bytes] of known.tables) {
    if (tables.get(layer) === bytes || layers?.includes(layer) === false) continue;
    const copy = bytes.slice() as Uint8Array<ArrayBuffer>;
    tell(has.worker, { kind: "snapshot", layer, bytes: copy }, [copy.buffer]);
    tables.set(layer, bytes);
  }
  return has.worker;
}

function startWorker(name: string, onDeath: () => void): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
  started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.ticket);
    waiting.delete(data.ticket);
    if ("crash" in data) caller?.reject(new Error(data.crash));
    else caller?.resolve(data.outcome);
  });
  started.addEventListener("error", (event) => {
    started.terminate();
    onDeath();
    for (const { reject } of waiting.values()) reject(new Error(event.message || `the worker ${name} could not start`));
    waiting.clear();
  });
  return started;
}

const tell = (to: Worker, question: Question, transfer: Transferable[] = []) => to.postMessage(question, transfer);

/**
 * Runs one analysis of the registry in its worker.
 *
 * @throws Error when the analysis has a bug or reads a layer that was not handed over.
 */
export function runAnalysis<Finding, Summary>(name: string, parameters: unknown): Promise<Outcome<Finding, Summary>> {
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    waiting.set(ticket, { resolve: resolve as (outcome: Outcome) => void, reject });
    tell(prepare(SLOW[name] ?? usual), { kind: "run", ticket, name, parameters });
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
