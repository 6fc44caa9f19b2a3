import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { AnalysisDefinition } from "#data/analyses/define.ts";
import { type AnalysisPoolOptions, createAnalysisPool } from "../../../server/snapshot/analysis-pool.ts";
import type { BuiltSnapshot } from "../../../server/snapshot/build-job.ts";

/** A worker that does as it is told, the ways in which a real one goes wrong included. */
const OBEDIENT = `
import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", ({ id, job }) => {
  const { act } = job.parameters;
  if (act === "crash") process.exit(3);
  if (act === "hang") for (;;);
  if (act === "grow") for (const kept = []; ; ) kept.push(new Array(1e6).fill(Math.random()));
  if (act === "throw") return parentPort.postMessage({ id, error: { message: "a bug", stack: "" } });
  const delivered = job.snapshots.map(({ layer, revision, packed }) => [layer, revision, packed !== undefined]);
  const answer = () => parentPort.postMessage({ id, result: { findings: delivered, summary: threadId } });
  if (act === "slow") setTimeout(answer, 300);
  else answer();
});`;

const probe: AnalysisDefinition = {
  name: "probe",
  title: { zh: "", en: "" },
  description: { zh: "", en: "" },
  parameters: z.any(),
  layers: () => ["houses"],
  run: () => ({ findings: [], summary: null }),
};

let revision = 1;
const newest = (layer: string): BuiltSnapshot => {
  const packed = new Uint8Array([1]);
  const empty = { changedAt: null, count: 0, extent: null, dataDate: null, leftOut: [] };
  return { ...empty, layer, revision, packed, unpackedBytes: 1 };
};

const findRules = async () => ({ decisions: [], local: [], day: "2026-11-26" });

let pool: ReturnType<typeof createAnalysisPool> | undefined;
afterEach(() => pool?.close());

function open(options: Partial<AnalysisPoolOptions> = {}) {
  const workerEntry = new URL(`data:text/javascript,${encodeURIComponent(OBEDIENT)}`);
  pool = createAnalysisPool({
    analyses: [probe],
    newest,
    findZoneCenter: async () => null,
    findRules,
    findPast: async (layer) => newest(layer),
    workerEntry,
    ...options,
  });
  const { run } = pool;
  return (act: string, signal = new AbortController().signal) => run("probe", { act }, signal);
}

/** Whatever was asked has its thread or its place in the queue by then. */
const begun = () => new Promise((resolve) => setImmediate(resolve));

test("a worker that crashes, or outgrows its memory, costs one answer; the next ones are given", async () => {
  const run = open({ threads: 1 });
  for (const act of ["crash", "grow", "crash"]) {
    await expect(run(act), act).rejects.toMatchObject({ code: "unprocessable" });
    expect(await run("answer")).toMatchObject({ inputs: { revisions: { houses: 1 } } });
  }
});

test("an analysis that takes too long is stopped, while others go on and after", async () => {
  const run = open({ threads: 2, limitMs: 500 });
  const hanging = run("hang");
  expect(await run("answer")).toBeDefined();
  await expect(hanging).rejects.toMatchObject({ code: "timeout" });
  expect(await Promise.all([run("answer"), run("answer"), run("answer")])).toHaveLength(3);
});

test("a bug in an analysis is an unexpected error, and its thread is given the tables anew", async () => {
  const run = open({ threads: 1 });
  expect((await run("answer")).findings).toEqual([["houses", revision, true]]);
  expect((await run("answer")).findings).toEqual([["houses", revision, false]]);
  await expect(run("throw")).rejects.toThrow("a bug");
  expect((await run("answer")).findings).toEqual([["houses", revision, true]]);
  revision++;
  expect((await run("answer")).findings).toEqual([["houses", revision, true]]);
});

test("those who wait are served in turn, also by the thread that replaces a crashed one; one too many is told so", async () => {
  const run = open({ threads: 1, queueLimit: 3 });
  const crashing = run("crash");
  const waiting = [run("answer"), run("crash"), run("answer")];
  const outcomes = Promise.allSettled([crashing, ...waiting]);
  await begun();
  await expect(run("answer")).rejects.toMatchObject({ code: "too-many-requests" });
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
});

test("whoever leaves gives up their place, and what nobody waits for is stopped soon", async () => {
  const run = open({ threads: 1, limitMs: 60_000 });
  const leaving = new AbortController();
  const waitingToo = new AbortController();
  const hanging = run("hang", leaving.signal);
  const queued = run("answer", waitingToo.signal);
  const last = run("answer");
  const refused = Promise.allSettled([hanging, queued]);
  await begun();
  waitingToo.abort();
  leaving.abort();
  expect((await refused).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await last).toBeDefined();
});

test("whoever has left before anything began costs nothing", async () => {
  const run = open({ threads: 1 });
  const left = new AbortController();
  const asked = run("hang", left.signal);
  left.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  expect(await run("answer")).toBeDefined();
});

test("after closing, nothing is begun", async () => {
  const run = open();
  await run("answer");
  await pool!.close();
  await expect(run("answer")).rejects.toMatchObject({ code: "unavailable" });
});
