import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { say } from "../../server/commands/install.mjs";
import { createMapClient, type MapClient } from "../../server/simulate/map-client.ts";
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

/** Slow enough for an alarm to stand until it has been taken at every size, some five minutes. */
const STORY_SPEED = 0.1;
const STORY_S = 590;

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
    const taken = id === INCIDENT ? await takeIncident(browser, url) : await takeScene(browser, url, id);
    if (originals)
      for (const [place, size] of SIZES.entries())
        writeFileSync(join(originals, `${id}-${size.join("x")}.png`), taken[place]!);
    const sheet = await composeSheet(browser, taken, options.smallEnough);
    writeFileSync(join(folder, `${id}.jpg`), sheet);
    say(`${id}.jpg  ${SIZES.length} sizes  ${Math.round(sheet.length / 1000)} kB`);
  }
}

async function takeScene(browser: Browser, url: string, id: string): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  for (const size of SIZES) {
    const page = await openScene(browser, url, id, size);
    taken.push(await take(page));
    await page.close();
  }
  return taken;
}

/** All screens stand before the alarm is raised, and see the same one: a sensor that calls for a third time chatters. */
async function takeIncident(browser: Browser, url: string): Promise<Buffer[]> {
  const pages: Page[] = [];
  for (const size of SIZES) pages.push(await openScene(browser, url, INCIDENT, size));
  const endStory = await raiseAlarm(url);
  const taken: Buffer[] = [];
  for (const page of pages) taken.push(await take(page));
  if (!(await alarmStands(createMapClient(url)))) throw new Error("the alarm was over before all pictures were taken");
  for (const page of pages) await page.close();
  await endStory();
  return taken;
}

const alarmStands = async (client: MapClient): Promise<boolean> =>
  (await client.get<readonly { state: string }[]>("/api/alarms")).some(({ state }) => state !== "cleared");

/** @returns what ends it, and resolves when its last word has been sent. */
async function raiseAlarm(url: string): Promise<() => Promise<unknown>> {
  const stop = new AbortController();
  const client = createMapClient(url);
  const story = { scenario: "leak", seed: 1, speed: STORY_SPEED, seconds: STORY_S, signal: stop.signal } as const;
  let isTold = false;
  const told = tellStory(client, story).finally(() => {
    isTold = true;
  });
  while (!(await alarmStands(client))) {
    if (isTold) throw new Error("the story has been told without an alarm");
    await pause(500);
  }
  return () => {
    stop.abort();
    return told;
  };
}

async function openScene(
  browser: Browser,
  url: string,
  id: string,
  [width, height]: (typeof SIZES)[number],
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await page.goto(`${url}/screen?theme=dark&scene=${id}`);
  await page.waitForSelector("body[data-state=ready]", { timeout: 120_000 });
  await panelsSettled(page);
  return page;
}

async function take(page: Page): Promise<Buffer> {
  await page.bringToFront();
  await panelsSettled(page);
  await page.evaluate(() => (window as unknown as { zoneMap: ZoneMap }).zoneMap.settled());
  return page.screenshot();
}

/** Analyses answer one after another: until then their panels say that they are being worked out. */
async function panelsSettled(page: Page): Promise<void> {
  // Without numbers: ages are told by the second.
  const read = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("aside")].map((side) => side.innerText.replace(/\d+/g, "")).join(),
    );
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
