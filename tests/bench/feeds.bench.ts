import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { type BenchRow, medianOf } from "../support/bench-row.ts";
import { ago, announcement, nextId, reading } from "../support/feeds.ts";
import { startServer } from "../support/server-process.ts";

const SENSORS = 100;
const BODY = 1_000;
const BODIES = 10;
const ALARMS = 150;
const PAUSE_MS = 60;
/** Messages of one body of the flood. */
const FLOOD_BODY = 100;

/** How fast news come in, and how soon a screen hears of an alarm: alone, and beside a source that sends without end. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "feeds-bench-"));
  const command = ["--import", "tsx", "server/main.ts"];
  const server = await startServer({ dataDir, command, env: { DEMO: "0", LOG_LEVEL: "warn" } });
  const screen = await followAlarms(server.url);
  try {
    const intake = await measureIntake(server.url);
    const alone = await measureAlarms(server.url, screen);
    const flood = await startFlood(server.url);
    const beside = await measureAlarms(server.url, screen);
    const flooded = await flood.stop();
    if (flooded.failed > 0)
      throw new Error(`${flooded.failed} bodies of the flood were answered otherwise than 200 or 429`);
    if (flooded.refused === 0) throw new Error("the flood was never refused");
    const sent = Math.round(flooded.messagesPerSecond).toLocaleString("en");
    const by = `beside a source that sends ${sent} messages a second`;
    return [
      {
        what: `feed, a body of 1,000 readings of ${SENSORS} sensors is taken in`,
        ours: intake,
        unit: "ms",
        target: { below: 1_000 },
      },
      {
        what: "feed, alarm: from its POST to the screen, 95 %",
        ours: alone.toScreen,
        unit: "ms",
        target: { below: 1_000 },
      },
      {
        what: `feed, alarm: from its POST to the screen, 95 %, ${by}`,
        ours: beside.toScreen,
        unit: "ms",
        target: { below: 1_000 },
      },
      { what: "feed, the wall asks for all sensors, 95 %", ours: alone.asked, unit: "ms" },
      {
        what: `feed, the wall asks for all sensors, 95 %, ${by}`,
        ours: beside.asked,
        unit: "ms",
        target: { below: 1_000 },
      },
    ];
  } finally {
    screen.leave();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Sender {
  readonly url: string;
  readonly authorization: string;
  send(messages: readonly unknown[]): Promise<void>;
}

async function makeSender(server: string, limits: Record<string, number>): Promise<Sender> {
  const id = `bench-${nextId()}`;
  const headers = { "content-type": "application/json" };
  const wanted = JSON.stringify({ id, kind: "sensors", title: "bench", by: "bench", ...limits });
  const made = await fetch(`${server}/api/feed-sources`, { method: "POST", headers, body: wanted });
  const { token } = (await made.json()) as { token: string };
  const [url, authorization] = [`${server}/api/feeds/${id}`, `Bearer ${token}`];
  return {
    url,
    authorization,
    async send(messages) {
      const body = JSON.stringify({ messages });
      const answer = await fetch(url, { method: "POST", headers: { ...headers, authorization }, body });
      const { accepted } = (await answer.json()) as { accepted?: number };
      if (accepted !== messages.length) throw new Error(`${answer.status}: ${accepted} of ${messages.length} taken`);
    },
  };
}

const sensorName = (i: number) => `S-${i % SENSORS}`;

async function measureIntake(server: string): Promise<number> {
  const times: number[] = [];
  const sender = await makeSender(server, { perSecond: 1_000, burst: 10_000 });
  await sender.send(Array.from({ length: SENSORS }, (_, i) => announcement(sensorName(i))));
  for (let body = 0; body < BODIES - 1; body++) {
    const messages = Array.from({ length: BODY }, (_, i) =>
      reading(sensorName(i), i % 15, { observedAt: ago(3_000 - body * 100 - i / 20) }),
    );
    const started = performance.now();
    await sender.send(messages);
    times.push(performance.now() - started);
  }
  return medianOf(times);
}

/** Alarms that are raised and cleared, each body told of at once; each sensor has one, for one that comes and goes is no news. */
async function measureAlarms(server: string, screen: Screen): Promise<{ toScreen: number; asked: number }> {
  const sender = await makeSender(server, { perSecond: 1_000, burst: 10_000 });
  const alarmName = (i: number) => `A-${Math.floor(i / 2)}`;
  await sender.send(Array.from({ length: ALARMS / 2 }, (_, sensor) => announcement(alarmName(2 * sensor))));
  const toScreen: number[] = [];
  const asked: number[] = [];
  for (let i = 0; i < ALARMS; i++) {
    const started = performance.now();
    const seen = screen.nextAlarm();
    await sender.send([reading(alarmName(i), i % 2 === 0 ? 60 : 0, { observedAt: ago(0) })]);
    toScreen.push((await seen) - started);
    const asking = performance.now();
    await (await fetch(`${server}/api/sensors`)).arrayBuffer();
    asked.push(performance.now() - asking);
    await pause(PAUSE_MS);
  }
  return { toScreen: percentile(toScreen, 0.95), asked: percentile(asked, 0.95) };
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;

interface Flooded {
  readonly taken: number;
  readonly refused: number;
  readonly failed: number;
  readonly messagesPerSecond: number;
}

async function startFlood(server: string): Promise<{ stop(): Promise<Flooded> }> {
  const sender = await makeSender(server, {});
  await sender.send([announcement("F")]);
  const body = JSON.stringify({ messages: Array.from({ length: FLOOD_BODY }, () => reading("F", 1)) });
  const { url, authorization } = sender;
  const worker = new Worker(new URL("../support/flood-feed.mjs", import.meta.url), {
    workerData: { url, authorization, body, messages: FLOOD_BODY, atOnce: 4 },
  });
  const counted = new Promise<Flooded>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return {
    stop() {
      worker.postMessage("stop");
      return counted;
    },
  };
}

interface Screen {
  /** Resolves with the instant, of `performance.now()`, at which the next alarm arrives. */
  nextAlarm(): Promise<number>;
  leave(): void;
}

async function followAlarms(server: string): Promise<Screen> {
  const gone = new AbortController();
  const answer = await fetch(`${server}/api/events`, { signal: gone.signal });
  let heard = (_: number): void => undefined;
  void (async () => {
    let rest = "";
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split("\n\n");
      rest = parts.pop()!;
      if (parts.some((part) => part.includes("event: alarm"))) heard(performance.now());
    }
  })().catch((error: unknown) => {
    if (!gone.signal.aborted) throw error;
  });
  return {
    nextAlarm: () =>
      new Promise((resolve) => {
        heard = resolve;
      }),
    leave: () => gone.abort(),
  };
}
