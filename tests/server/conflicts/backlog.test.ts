import { afterEach, expect, test } from "vitest";
import { type Backlog, createBacklog } from "../../../server/conflicts/backlog.ts";
import type { FoundConflicts, KeptRun } from "../../../server/db/conflict-runs.ts";

const FOUND: FoundConflicts = { findings: [], revisions: {}, ruleEdition: null, tookMs: 1 };
const KEPT = { pairs: 0, seen: 0, changed: 0, gone: 0, reopened: 0, tookMs: 1 } as KeptRun;
const log = { info: () => undefined, error: () => undefined };

let backlog: Backlog | undefined;
afterEach(() => backlog?.close());

/** Runs that end when they are told to, and what was done so far. */
function open(answers: readonly ("kept" | "older" | "fails")[] = []) {
  const begun: (() => void)[] = [];
  const done: string[] = [];
  let tell: (() => void) | undefined;
  backlog = createBacklog({
    run: (signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        begun.push(() => resolve(FOUND));
        tell?.();
      }),
    async write() {
      const answer = answers[done.length] ?? "kept";
      done.push(answer);
      if (answer === "fails") throw new Error("the database is away");
      return answer === "kept" ? KEPT : null;
    },
    log,
    coalesceMs: 5,
    firstRetryMs: 5,
  });
  /** The `n`th run, once it has begun. */
  const run = async (n: number): Promise<() => void> => {
    while (begun.length < n)
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    return begun[n - 1]!;
  };
  return { backlog, begun, done, run };
}

test("a burst of changes is one run; what changes during it is one more", async () => {
  const { backlog, begun, done, run } = open();
  for (let i = 0; i < 20; i++) backlog.refresh();
  const first = await run(1);
  for (let i = 0; i < 20; i++) backlog.refresh();
  first();
  (await run(2))();
  await backlog.settled();
  expect([begun.length, done, backlog.busy]).toEqual([2, ["kept", "kept"], false]);
});

test("a run that fails, or is of older layers than another node's, is made again until it is kept", async () => {
  const { backlog, done, run } = open(["fails", "older", "kept"]);
  backlog.refresh();
  for (const n of [1, 2, 3]) (await run(n))();
  await backlog.settled();
  expect(done).toEqual(["fails", "older", "kept"]);
});

test("closing ends a run under way, and nothing begins after", async () => {
  const { backlog, begun, done, run } = open();
  backlog.refresh();
  await run(1);
  await backlog.close();
  backlog.refresh();
  await backlog.settled();
  expect([begun.length, done]).toEqual([1, []]);
});
