import { setTimeout as pause } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import type { ZoneMap } from "../../web/map/picture.ts";
import { SCREEN_WORDS } from "../../web/messages/screen.ts";
import { difference, pictureOf, settled } from "../support/map-page.ts";
import { compiledCodeBytes } from "./compiled-code.ts";

/** What a page holds, after everything that nobody holds any more has been let go. */
export interface Held {
  readonly heapMb: number;
  /** Of that, what the browser has compiled; `null` where nobody asked, for it takes seconds. */
  readonly codeMb: number | null;
  readonly nodes: number;
  readonly listeners: number;
}

/** What stands on a screen, by the page's own word. */
export interface Shown {
  readonly scene: string | null;
  /** Of every layer. */
  readonly revisions: Readonly<Record<string, number>>;
}

/** What a browser says of a server that it does not reach and of a surface that it takes away; both are meant here. */
const MEANT = [/Failed to load resource/i, /net::ERR_/, /WebGL|context/i];

const READY_MS = 120_000;
/** Longer than what a panel has answered takes to stand on the map. */
const STILL_MS = 3_000;
const WORKING = SCREEN_WORDS.zh.working;
const MEGABYTE = 2 ** 20;

/** One screen of the wall in a window of its own. */
export class SoakedScreen {
  readonly name: string;
  readonly id: string;
  readonly errors: string[] = [];
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(name: string, id: string, page: Page, session: CDPSession) {
    this.name = name;
    this.id = id;
    this.#page = page;
    this.#session = session;
    page.on("pageerror", (error) => this.errors.push(error.stack ?? String(error)));
    page.on("crash", () => this.errors.push("the page has crashed"));
    page.on("console", (message) => {
      const text = message.text();
      if (message.type() === "error" && !MEANT.some((each) => each.test(text))) this.errors.push(text);
    });
  }

  static async open(
    browser: Browser,
    url: string,
    { name, id, widthPx, heightPx }: { name: string; id: string; widthPx: number; heightPx: number },
  ): Promise<SoakedScreen> {
    const context = await browser.newContext({ viewport: { width: widthPx, height: heightPx }, locale: "zh-CN" });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const screen = new SoakedScreen(name, id, page, session);
    await page.goto(`${url}/screen?screen=${encodeURIComponent(name)}&theme=dark`);
    await page.locator("body[data-state=ready]").waitFor({ timeout: READY_MS });
    // A page that opens itself anew loses this, and with it the count of what it held before.
    await page.evaluate(() => {
      document.documentElement.dataset.soaked = "1";
    });
    return screen;
  }

  /** Whether the page has been the same one since it was opened. */
  isSame(): Promise<boolean> {
    return this.#page.evaluate(() => document.documentElement.dataset.soaked === "1");
  }

  shown(): Promise<Shown> {
    return this.#page.evaluate(() => ({
      scene: document.querySelector<HTMLElement>("[data-scene]")?.dataset.scene ?? null,
      revisions: { ...(window as unknown as { ledgerRevisions: Record<string, number> }).ledgerRevisions },
    }));
  }

  /** Resolves once the page says that it has lost the server. */
  async sawLoss(limitMs: number): Promise<void> {
    // Not `waitForSelector`: the handle that it gives would hold the element for ever, and be counted as the page's own.
    await this.#page.locator("[role=alert]").first().waitFor({ timeout: limitMs });
  }

  settled(): Promise<void> {
    return settled(this.#page);
  }

  picture(): Promise<string> {
    return pictureOf(this.#page);
  }

  /** The picture once nothing is being worked out for it any more: an overlay that comes later is no fault of a lost surface. */
  async stillPicture(): Promise<string> {
    const started = performance.now();
    let last = await this.picture();
    for (;;) {
      await pause(STILL_MS);
      await this.settled();
      const now = await this.picture();
      const isAnswered = !(await this.#page.locator("aside").allInnerTexts()).join().includes(WORKING);
      if (isAnswered && (await this.difference(last, now)) === 0) return now;
      if (performance.now() - started > READY_MS) throw new Error(`${this.name} does not come to rest`);
      last = now;
    }
  }

  difference(a: string, b: string): Promise<number> {
    return difference(this.#page, a, b);
  }

  /** Takes the drawing surfaces away. @returns milliseconds until the whole picture stood again. */
  loseContext(): Promise<number> {
    return this.#page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const started = performance.now();
          let isLost = false;
          const watch = new MutationObserver(() => {
            isLost ||= document.body.dataset.state === "lost";
            if (!isLost || document.body.dataset.state !== "ready") return;
            watch.disconnect();
            resolve(performance.now() - started);
          });
          watch.observe(document.body, { attributes: true, attributeFilter: ["data-state"] });
          (window as unknown as { zoneMap: ZoneMap }).zoneMap.loseContext();
        }),
    );
  }

  /** @param withCode - whether to look how much of it is compiled code. */
  async held(withCode: boolean): Promise<Held> {
    // What a finalizer lets go is collected by the next round.
    for (let round = 0; round < 2; round++) await this.#session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.#session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await this.#session.send("Memory.getDOMCounters");
    const codeMb = withCode ? (await compiledCodeBytes(this.#session)) / MEGABYTE : null;
    return { heapMb: usedSize / MEGABYTE, codeMb, nodes, listeners: jsEventListeners };
  }
}
