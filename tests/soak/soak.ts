import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "@playwright/test";
import { createRandom, type Random } from "#data/demo/random.ts";
import type { ScreenReport } from "../../server/wall/wall.ts";
import { findBrowser } from "../support/browser.ts";
import { memoryOfTreeMb } from "../support/memory-of-tree.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { type Line, layLine } from "./line.ts";
import type { SoakOptions } from "./options.ts";
import { type Action, type Counts, endlessPlan, planOf } from "./plan.ts";
import { isJudged, type LastState, type Measures, makeReport, type SoakReport } from "./report.ts";
import { SoakedScreen } from "./soaked-screen.ts";
import { WallApi } from "./wall-api.ts";

/** What a screen does not show by then is lost. */
const FOLLOW_MS = 30_000;
const ASK_MS = 25;

/** Each scene holds something else: what is held is compared while one and the same stands. */
const MEASURED_SCENE = "overview";
const MEASURED_EVERY = 200;

/** The page keeps answers that nothing shows any more for half a minute (`use-answer.ts`): those are no growth. */
const QUIET_MS = 35_000;

/** Pictures take a second each: of so many losses one is looked at. */
const COMPARED_EVERY = 10;

/** Starts the product with a demonstration zone of its own and screens in a real browser, and lets weeks happen to them. */
export async function soak(options: SoakOptions, say: (line: string) => void): Promise<SoakReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "soak-"));
  const start = () => startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
  const server = await start();
  const line = await layLine(server.url);
  const browser = await chromium.launch(await findBrowser());
  const random = createRandom(options.seed, "soak");
  const run = new Soak({ server, start, line, browser, api: new WallApi(server.url, random), random, options });
  try {
    return await run.go(say);
  } finally {
    await browser.close();
    await line.close();
    await run.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Stage {
  server: ServerProcess;
  readonly start: () => Promise<ServerProcess>;
  readonly line: Line;
  readonly browser: Browser;
  readonly api: WallApi;
  readonly random: Random;
  readonly options: SoakOptions;
}

class Soak {
  readonly #stage: Stage;
  readonly #screens: SoakedScreen[] = [];
  readonly #done: Record<Action, number> = { switches: 0, updates: 0, losses: 0, drops: 0, restarts: 0 };
  readonly #lastReports = new Map<string, string>();
  readonly #measures: Measures = {
    held: [],
    switchMs: [],
    updateMs: [],
    contextMs: [],
    networkMs: [],
    serverMs: [],
    frames: [],
    pictures: [],
    lost: [],
  };
  #scenes: readonly string[] = [];
  #scene = "";

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async stop(): Promise<void> {
    await this.#stage.server.stop();
  }

  async go(say: (line: string) => void): Promise<SoakReport> {
    const { options, random } = this.#stage;
    const startedAt = new Date();
    const started = performance.now();
    await this.#open();
    const endAt = options.minutes === null ? Number.POSITIVE_INFINITY : started + options.minutes * 60_000;
    const plan = options.counts ? planOf(options.counts, random) : endlessPlan(random);
    let told = performance.now();
    for (const action of plan) {
      if (performance.now() >= endAt) break;
      await this.#do(action);
      if (performance.now() - told < 60_000) continue;
      told = performance.now();
      say(`${Math.round((told - started) / 60_000)} min: ${JSON.stringify(this.#done)}`);
    }
    const states = await this.#compareAll();
    await this.#measure();
    return makeReport({
      startedAt,
      tookMs: performance.now() - started,
      asked: options,
      done: this.#done satisfies Counts,
      measures: this.#measures,
      errors: this.#screens.flatMap(({ name, errors }) => errors.map((error) => `${name}: ${error}`)),
      states,
    });
  }

  async #open(): Promise<void> {
    const { api, browser, line, options } = this.#stage;
    this.#scenes = await api.findScenes();
    for (let number = 1; number <= options.screens; number++) {
      const { id, name } = await api.addScreen(`soak ${number}`);
      this.#screens.push(await SoakedScreen.open(browser, line.url, { ...options, id, name }));
    }
    await this.#show(MEASURED_SCENE);
  }

  async #do(action: Action): Promise<void> {
    const acts: Readonly<Record<Action, () => Promise<void>>> = {
      switches: () => this.#switch(),
      updates: () => this.#update(),
      losses: () => this.#lose(),
      drops: () => this.#drop(),
      restarts: () => this.#restart(),
    };
    await acts[action]();
    this.#done[action]++;
    if (action !== "switches") return;
    const { switches } = this.#done;
    if (switches % MEASURED_EVERY === 0 || switches === 2) await this.#measure();
  }

  async #switch(): Promise<void> {
    this.#measures.switchMs.push(await this.#show(this.#otherScene()));
    await this.#noteFrames();
  }

  #otherScene = (): string => this.#stage.random.pick(this.#scenes.filter((scene) => scene !== this.#scene));

  /** @returns milliseconds from the word to the whole picture of the last screen. */
  async #show(scene: string): Promise<number> {
    const started = performance.now();
    this.#scene = scene;
    await this.#stage.api.show(scene);
    await this.#followed(`scene ${scene}`);
    return performance.now() - started;
  }

  async #update(): Promise<void> {
    const started = performance.now();
    const layer = await this.#stage.api.changeFeature();
    await this.#followed(`a change of ${layer}`);
    this.#measures.updateMs.push(performance.now() - started);
  }

  async #lose(): Promise<void> {
    const isCompared = this.#done.losses % COMPARED_EVERY === 0;
    for (const screen of this.#screens) {
      const before = isCompared ? await screen.stillPicture() : null;
      this.#measures.contextMs.push(await screen.loseContext());
      if (before !== null) this.#measures.pictures.push(await screen.difference(before, await screen.picture()));
    }
  }

  /** While screens hear nothing, more than one thing happens. */
  async #drop(): Promise<void> {
    const { api, line } = this.#stage;
    line.cut();
    await this.#sawLoss();
    this.#scene = this.#otherScene();
    await api.show(this.#scene);
    await api.changeFeature();
    line.mend();
    const started = performance.now();
    await this.#followed("what happened while the network was away");
    this.#measures.networkMs.push(performance.now() - started);
  }

  async #restart(): Promise<void> {
    const { api, line, start } = this.#stage;
    // Said the moment before: screens must not need to have heard it.
    this.#scene = this.#otherScene();
    await api.show(this.#scene);
    await api.changeFeature();
    await this.#stage.server.kill();
    await this.#sawLoss();
    this.#stage.server = await start();
    api.url = this.#stage.server.url;
    line.leadTo(api.url);
    const started = performance.now();
    await this.#followed("what happened before the server was killed");
    this.#measures.serverMs.push(performance.now() - started);
  }

  async #sawLoss(): Promise<void> {
    await Promise.all(
      this.#screens.map((screen) =>
        screen.sawLoss(FOLLOW_MS).catch(() => this.#measures.lost.push(`${screen.name} did not say that it is alone`)),
      ),
    );
  }

  /** Resolves once every screen shows what the server says. */
  async #followed(what: string): Promise<void> {
    const revisions = await this.#stage.api.findRevisions();
    await Promise.all(
      this.#screens.map(async (screen) => {
        if (!(await this.#follows(screen, revisions))) this.#measures.lost.push(`${screen.name}: ${what}`);
        await screen.settled();
      }),
    );
  }

  async #follows(screen: SoakedScreen, revisions: Readonly<Record<string, number>>): Promise<boolean> {
    const started = performance.now();
    while (performance.now() - started < FOLLOW_MS) {
      const shown = await screen.shown();
      // A snapshot that was still being built when the server was asked may have come meanwhile.
      const isUpToDate = Object.entries(revisions).every(
        ([layer, revision]) => (shown.revisions[layer] ?? -1) >= revision,
      );
      if (shown.scene === this.#scene && isUpToDate) return true;
      await pause(ASK_MS);
    }
    return false;
  }

  async #noteFrames(): Promise<void> {
    for (const { id } of this.#screens) {
      const { report } = await this.#stage.api.findScreen(id);
      if (!report || report.at === this.#lastReports.get(id)) continue;
      this.#lastReports.set(id, report.at);
      const { medianFrameMs, worstFrameMs } = report satisfies ScreenReport;
      if (medianFrameMs !== null && worstFrameMs !== null)
        this.#measures.frames.push({ medianMs: medianFrameMs, worstMs: worstFrameMs });
    }
  }

  async #measure(): Promise<void> {
    await this.#show(MEASURED_SCENE);
    const willBeJudged = isJudged(this.#stage.options.counts?.switches ?? Number.POSITIVE_INFINITY);
    if (willBeJudged) await pause(QUIET_MS);
    const all = await Promise.all(this.#screens.map((screen) => screen.held(willBeJudged)));
    const most = all.reduce((a, b) => (b.heapMb > a.heapMb ? b : a));
    this.#measures.held.push({ switches: this.#done.switches, ...most, browserMb: this.#browserMb() });
  }

  /** Of the browser and all its processes: what its workers and the graphics hold is in no heap of the page. */
  #browserMb(): number | null {
    if (process.platform !== "linux") return null;
    return Math.round(memoryOfTreeMb(process.pid) - memoryOfTreeMb(this.#stage.server.pid));
  }

  async #compareAll(): Promise<LastState[]> {
    await this.#followed("the last of all");
    return Promise.all(
      this.#screens.map(async (screen): Promise<LastState> => {
        const { scene, layersBehind } = await this.#ended(screen);
        const told = await this.#reported(screen.id);
        return {
          screen: screen.name,
          scene,
          toldScene: this.#scene,
          revision: told.report?.revision ?? null,
          toldRevision: told.revision,
          layersBehind,
          isSamePage: await screen.isSame(),
        };
      }),
    );
  }

  /** A snapshot that is still being built changes what the server says after the screen was looked at: it is asked until both agree. */
  async #ended(screen: SoakedScreen): Promise<Pick<LastState, "scene" | "layersBehind">> {
    const started = performance.now();
    for (;;) {
      const revisions = await this.#stage.api.findRevisions();
      const { scene, revisions: shown } = await screen.shown();
      const layersBehind = Object.keys(revisions).filter((layer) => shown[layer] !== revisions[layer]);
      if (layersBehind.length === 0 || performance.now() - started > FOLLOW_MS) return { scene, layersBehind };
      await pause(ASK_MS);
    }
  }

  /** A screen says what it shows at once, or ten seconds later where nobody listened just then. */
  async #reported(id: string) {
    const started = performance.now();
    for (;;) {
      const told = await this.#stage.api.findScreen(id);
      if (told.report?.revision === told.revision || performance.now() - started > FOLLOW_MS) return told;
      await pause(ASK_MS);
    }
  }
}
