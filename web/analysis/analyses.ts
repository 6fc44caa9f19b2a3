import type { Outcome, Question, Reply } from "./protocol.ts";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "analyses" });
const waiting = new Map<number, { resolve(outcome: Outcome): void; reject(error: Error): void }>();
let tickets = 0;

worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
  const caller = waiting.get(data.ticket);
  waiting.delete(data.ticket);
  if ("crash" in data) caller?.reject(new Error(data.crash));
  else caller?.resolve(data.outcome);
});
worker.addEventListener("error", (event) => {
  for (const { reject } of waiting.values()) reject(new Error(event.message));
  waiting.clear();
});

const tell = (question: Question, transfer: Transferable[] = []) => worker.postMessage(question, transfer);

/** Where the zone's plane is centred, before the first run. */
export const tellZone = (center: readonly [number, number]): void => tell({ kind: "zone", center });

/** Hands a snapshot to the worker, which keeps it until the layer's next one. The bytes are copied: the page reads them too. */
export function tellSnapshot(layer: string, bytes: Uint8Array): void {
  const copy = bytes.slice() as Uint8Array<ArrayBuffer>;
  tell({ kind: "snapshot", layer, bytes: copy }, [copy.buffer]);
}

/**
 * Runs one analysis of the registry in the worker.
 *
 * @throws Error when the analysis has a bug or reads a layer that was not handed over.
 */
export function runAnalysis<Finding, Summary>(name: string, parameters: unknown): Promise<Outcome<Finding, Summary>> {
  const ticket = ++tickets;
  return new Promise((resolve, reject) => {
    waiting.set(ticket, { resolve: resolve as (outcome: Outcome) => void, reject });
    tell({ kind: "run", ticket, name, parameters });
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
