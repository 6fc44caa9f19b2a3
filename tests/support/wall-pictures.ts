import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { say } from "../../server/commands/install.mjs";
import { createMapClient } from "../../server/simulate/map-client.ts";
import { tellStory } from "../../server/simulate/tell-story.ts";
import type { ZoneMap } from "../../web/map/picture.ts";

/** The screens for which scenes are laid out. */
const SIZES = [
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
  [7680, 2160],
] as const;

const INCIDENT = "incident";

/** Slow enough for an alarm to stand until a page has told all about it. */
const STORY_SPEED = 0.3;
/** Seconds of the clock, of which the alarm stands for more than a minute. */
const STORY_S = 195;

const SHEET_WIDTH_PX = 1_280;
const GAP_PX = 8;

export interface WallPictures {
  readonly url: string;
  readonly browser: Browser;
  /** For one sheet of each scene, with all sizes on it. */
  readonly folder: string;
  /** For each picture in its own size; `null` keeps none. */
  readonly originals: string | null;
  /** Part of the names of the scenes wanted; empty takes all. */
  readonly only: string;
  smallEnough(page: Page): Promise<Buffer>;
}

/** Takes each scene of the wall at each size, the incident with an alarm that the simulator raises. */
export async function takeWallPictures(options: WallPictures): Promise<void> {
  const { url, browser, folder, originals, only } = options;
  mkdirSync(folder, { recursive: true });
  if (originals) mkdirSync(originals, { recursive: true });
  const answer = await fetch(`${url}/api/scenes`);
  const { scenes } = (await answer.json()) as { scenes: { scene: { id: string } }[] };
  for (const id of scenes.map(({ scene }) => scene.id).filter((each) => each.includes(only))) {
    const taken: Buffer[] = [];
    for (const size of SIZES) {
      const picture = await takeScene(browser, url, id, size);
      if (originals) writeFileSync(join(originals, `${id}-${size.join("x")}.png`), picture);
      taken.push(picture);
    }
    const sheet = await composeSheet(browser, taken, options.smallEnough);
    writeFileSync(join(folder, `${id}.jpg`), sheet);
    say(`${id}.jpg  ${SIZES.length} sizes  ${Math.round(sheet.length / 1000)} kB`);
  }
}

/** @returns what ends it, and resolves when no alarm stands any more. */
async function raiseAlarm(url: string): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const client = createMapClient(url);
  const story = { scenario: "leak", seed: 1, speed: STORY_SPEED, seconds: STORY_S, signal: stop.signal } as const;
  const stands = async () =>
    (await client.get<readonly { state: string }[]>("/api/alarms")).some(({ state }) => state !== "cleared");
  let isOver = false;
  const told = tellStory(client, story).finally(() => {
    isOver = true;
  });
  while (!(await stands())) {
    if (isOver) throw new Error("the story ended without an alarm");
    await pause(500);
  }
  return async () => {
    stop.abort();
    await told;
    while (await stands()) await pause(500);
  };
}

async function takeScene(
  browser: Browser,
  url: string,
  id: string,
  [width, height]: (typeof SIZES)[number],
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  try {
    await page.goto(`${url}/screen?theme=dark&scene=${id}`);
    await page.waitForSelector("body[data-state=ready]", { timeout: 120_000 });
    await panelsSettled(page);
    const end = id === INCIDENT ? await raiseAlarm(url) : undefined;
    if (end) await panelsSettled(page);
    await page.evaluate(() => (window as unknown as { zoneMap: ZoneMap }).zoneMap.settled());
    const picture = await page.screenshot();
    await end?.();
    return picture;
  } finally {
    await page.close();
  }
}

/** Analyses answer one after another: until then their panels say that they are being worked out. */
async function panelsSettled(page: Page): Promise<void> {
  const read = () => page.evaluate(() => [...document.querySelectorAll("aside")].map((side) => side.innerText).join());
  let last = "";
  for (let calm = 0; calm < 3; ) {
    await pause(1_000);
    const now = await read();
    calm = now === last && !now.includes("正在计算") ? calm + 1 : 0;
    last = now;
  }
}

/** The two usual screens beside each other, the wide ones below, in the proportions of their pixels. */
async function composeSheet(
  browser: Browser,
  pictures: readonly Buffer[],
  smallEnough: WallPictures["smallEnough"],
): Promise<Buffer> {
  const half = (SHEET_WIDTH_PX - GAP_PX) / 2;
  const widths = [half, half, SHEET_WIDTH_PX, SHEET_WIDTH_PX];
  const page = await browser.newPage({ viewport: { width: SHEET_WIDTH_PX, height: 600 } });
  try {
    const images = pictures.map(
      (picture, place) => `<img width="${widths[place]}" src="data:image/png;base64,${picture.toString("base64")}">`,
    );
    await page.setContent(
      `<body style="margin:0;background:#fff;display:flex;flex-wrap:wrap;gap:${GAP_PX}px">${images.join("")}</body>`,
    );
    const height = await page.evaluate(() => document.body.scrollHeight);
    await page.setViewportSize({ width: SHEET_WIDTH_PX, height });
    return await smallEnough(page);
  } finally {
    await page.close();
  }
}
