import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ScreenEntry } from "../../server/wall/wall.ts";
import type { BenchRow } from "../support/bench-row.ts";
import { memoryOfTreeMb } from "../support/memory-of-tree.ts";
import { startServer } from "../support/server-process.ts";

const SCREENS = 200;
const WORDS = 20;
const SCENES = ["overview", "traffic", "houses", "campaign"];
/** As the page does. */
const SPREAD_MS = 1_000;
const FOLLOW_MS = 30_000;

/** How soon each of two hundred screens has what it was told, and what they cost the server. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "wall-bench-"));
  const command = ["--import", "tsx", "server/main.ts"];
  const server = await startServer({ dataDir, command, env: { DEMO: "0", LOG_LEVEL: "warn" } });
  let screens: Screen[] = [];
  try {
    const entries: ScreenEntry[] = [];
    for (let number = 0; number < SCREENS; number++)
      entries.push(JSON.parse(await ask(`${server.url}/api/screens`, { name: `bench ${number}`, by: "bench" })));
    await measureWord(server.url, []);
    const beforeMb = memoryOfTreeMb(server.pid);
    screens = await Promise.all(entries.map((entry) => hangUp(server.url, entry)));
    const times: number[] = [];
    let mostMb = 0;
    for (let word = 0; word < WORDS; word++) {
      times.push(...(await measureWord(server.url, screens, SCENES[word % SCENES.length])));
      await Promise.all(screens.map((screen) => screen.hasSaid()));
      mostMb = Math.max(mostMb, memoryOfTreeMb(server.pid));
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;
    const all = `${SCREENS} screens`;
    return [
      {
        what: `wall, ${all}: from a word to all of them to each that has it, 95 %`,
        ours: p95,
        unit: "ms",
        target: { below: 1_000 },
      },
      {
        what: `wall, ${all}: what they add to the server's memory`,
        ours: mostMb - beforeMb,
        unit: "MB",
        target: { below: 300 },
      },
    ];
  } finally {
    for (const screen of screens) screen.leave();
    agent.destroy();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Screen {
  /** Resolves with the instant, of `performance.now()`, at which it has a state that shows the scene. */
  has(scene: string): Promise<number>;
  /** Resolves once it has said what it shows. */
  hasSaid(): Promise<void>;
  leave(): void;
}

/** @returns milliseconds from the word to each screen. */
async function measureWord(server: string, screens: readonly Screen[], scene = "overview"): Promise<number[]> {
  const started = performance.now();
  const seen = Promise.all(screens.map((screen) => screen.has(scene)));
  await ask(`${server}/api/screens/tell`, { screens: "all", command: { action: "show", scene }, by: "bench" });
  const late = setTimeout(() => {
    throw new Error(`a screen has not heard of ${scene} after ${FOLLOW_MS / 1_000} s`);
  }, FOLLOW_MS);
  const times = (await seen).map((at) => at - started);
  clearTimeout(late);
  return times;
}

/** Does what the page of a screen does: follows the events, reads itself when it is told of, and says what it shows. */
async function hangUp(server: string, { id }: ScreenEntry): Promise<Screen> {
  let wanted: { scene: string; resolve(at: number): void } | null = null;
  let doing = Promise.resolve();
  const read = async () => {
    const { screen } = JSON.parse(await ask(`${server}/api/screens/${id}`)) as { screen: ScreenEntry };
    const at = performance.now();
    const { program } = screen.state;
    if (program.kind !== "scene") return;
    if (wanted?.scene === program.scene) wanted.resolve(at);
    await pause(Math.random() * SPREAD_MS);
    await ask(`${server}/api/screens/${id}/report`, reportOf(screen.revision, program.scene));
  };
  const events = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${server}/api/events`, { agent }, resolve).on("error", reject);
  });
  let rest = "";
  events.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\n\n");
    rest = parts.pop()!;
    if (parts.some((part) => part.includes(id) && part.includes("event: screen"))) doing = doing.then(read);
  });
  return {
    has: (scene) =>
      new Promise((resolve) => {
        wanted = { scene, resolve };
      }),
    hasSaid: () => doing,
    leave: () => events.destroy(),
  };
}

/** Two hundred pages in one process: as little of it as can be shall go into asking. */
const agent = new Agent({ keepAlive: true });

/** @returns the body of an answer. */
function ask(url: string, body?: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const asked = request(url, { agent, ...(body !== undefined && { method: "POST", headers }) }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => {
        if (answer.statusCode! < 300) resolve(text);
        else reject(new Error(`${url}: ${answer.statusCode} ${text}`));
      });
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // The server has just closed a connection that stood idle: nobody has heard the question.
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve(ask(url, body));
      else reject(error);
    });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const reportOf = (revision: number, scene: string) => ({
  revision,
  scene,
  version: "bench",
  widthPx: 1920,
  heightPx: 1080,
  medianFrameMs: 16,
  worstFrameMs: 40,
  heapMb: 60,
  contextLosses: 0,
  errors: 0,
});
