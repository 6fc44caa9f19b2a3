import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Feature, Polygon } from "geojson";
import { ensureBuilt } from "../../server/commands/build.mjs";
import { ensureInstalled, root, say } from "../../server/commands/install.mjs";
import type { ZoneMap } from "../../web/map/picture.ts";
import { packId } from "../../web/state/packed-id.ts";
import { findBrowser } from "./browser.ts";
import { startServer } from "./server-process.ts";
import { takeWallPictures } from "./wall-pictures.ts";

/** One picture of the READMEs. */
interface Picture {
  readonly name: string;
  readonly size: readonly [number, number];
  readonly view: Readonly<Record<string, string>>;
  /** What must be on the page beside a complete map. */
  readonly shows: string;
}

const FOLDER = join(root, "web/pictures");

/** A README with its pictures shall open at once, also over a slow line. */
const MOST_BYTES = 250_000;
const QUALITIES = [85, 78, 70, 62, 54];

const OFFICE = [1366, 768] as const;
const DESK = [1920, 1080] as const;

/** What the names of a wall's pictures begin with. */
const WALL = "wall/";

/**
 * Takes the pictures of the READMEs from the product as it is, with a fresh demonstration zone, into `web/pictures`.
 *
 * @param only - part of the names of those to take, `wall/` those of the wall; empty takes all.
 * @param originals - a folder for the pictures of the wall in their own sizes.
 */
export async function takeScreenshots(only: string, originals: string | null): Promise<void> {
  await ensureInstalled();
  await ensureBuilt();
  const dataDir = mkdtempSync(join(tmpdir(), "screenshots-"));
  const server = await startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
  const browser = await chromium.launch(await findBrowser());
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const picture of picturesOf(await findPlant(server.url))) {
      if (!picture.name.includes(only)) continue;
      const bytes = await take(browser, server.url, picture);
      writeFileSync(join(FOLDER, `${picture.name}.jpg`), bytes);
      say(`web/pictures/${picture.name}.jpg  ${picture.size.join(" × ")}  ${Math.round(bytes.length / 1000)} kB`);
    }
    if (only === "" || only.startsWith(WALL))
      await takeWallPictures({
        ...{ url: server.url, browser, originals, smallEnough },
        folder: join(FOLDER, WALL),
        only: only.slice(WALL.length),
      });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function picturesOf(plant: Plant): readonly Picture[] {
  const heat = {
    heat: "accidents,capped,400,0.9",
    on: "accidents,black-spots",
    tool: "heat",
    timeBar: "1",
    time: "2025-11-01..2026-11-01",
  };
  const rings = {
    origin: `hazard-sources:${packId(plant.id)}`,
    rings: "200,500,1000",
    tool: "rings",
    at: [...plant.position, 14.2].join(),
  };
  return [
    { name: "overview.zh", size: OFFICE, view: {}, shows: "[role=switch]" },
    { name: "heat.zh", size: OFFICE, view: heat, shows: "[aria-busy=false] table" },
    { name: "rings.zh", size: OFFICE, view: rings, shows: "aside:last-of-type table" },
    { name: "overview.en", size: DESK, view: { lang: "en", theme: "dark" }, shows: "[role=switch]" },
    { name: "heat.en", size: OFFICE, view: { ...heat, lang: "en" }, shows: "[aria-busy=false] table" },
    { name: "rings.en", size: OFFICE, view: { ...rings, lang: "en" }, shows: "aside:last-of-type table" },
  ];
}

interface Plant {
  readonly id: string;
  readonly position: readonly [number, number];
}

/** A major hazard source of the worst level, by its code, so that every run takes the same one. */
async function findPlant(url: string): Promise<Plant> {
  const filter = encodeURIComponent("level = '1'");
  const answer = await fetch(`${url}/api/layers/hazard-sources/features?filter=${filter}&limit=100`);
  if (!answer.ok) throw new Error(`no hazard sources: ${answer.status} ${await answer.text()}`);
  const { features } = (await answer.json()) as { features: Feature<Polygon, { code: string }>[] };
  const [first] = features
    .filter(({ geometry }) => geometry.type === "Polygon")
    .sort((a, b) => a.properties.code.localeCompare(b.properties.code));
  if (!first) throw new Error("the demonstration zone has no surveyed hazard source of level 1");
  const [corner, , opposite] = first.geometry.coordinates[0]!;
  return {
    id: String(first.id),
    position: [(corner![0]! + opposite![0]!) / 2, (corner![1]! + opposite![1]!) / 2],
  };
}

async function take(browser: Browser, url: string, { size, view, shows }: Picture): Promise<Buffer> {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height }, locale: view.lang === "en" ? "en-GB" : "zh-CN" });
  try {
    await page.goto(`${url}/?${new URLSearchParams(view)}`);
    await page.waitForSelector("body[data-state=ready]", { timeout: 120_000 });
    await page.waitForSelector(shows, { timeout: 120_000 });
    await settled(page);
    return await smallEnough(page);
  } finally {
    await page.close();
  }
}

async function smallEnough(page: Page): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const bytes = await page.screenshot({ type: "jpeg", quality });
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error(`no picture of ${page.url()} under ${MOST_BYTES} bytes`);
}

const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { zoneMap: ZoneMap }).zoneMap.settled());
