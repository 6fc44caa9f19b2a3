import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { type BenchRow, medianOf } from "../support/bench-row.ts";
import { findBrowser } from "../support/browser.ts";
import { startServer } from "../support/server-process.ts";

const RUNS = 5;
const VIEWPORT = { width: 1920, height: 1080 };

/** How long a person waits for the map of the demonstration zone, in a browser that has never seen the page. */
export async function rows(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "first-map-bench-"));
  const server = await startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn" } });
  try {
    await openMap(server.url);
    const timesMs: number[] = [];
    for (let run = 0; run < RUNS; run++) timesMs.push(await openMap(server.url));
    return [
      {
        what: `first map of the demonstration zone, ${VIEWPORT.width} × ${VIEWPORT.height}, empty cache, from asking for the page`,
        ours: medianOf(timesMs) / 1000,
        unit: "s",
        target: { below: 3 },
      },
    ];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A browser of its own for each time, so that nothing is kept. @returns until the first complete picture of the map */
async function openMap(url: string): Promise<number> {
  const browser = await chromium.launch(await findBrowser());
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, locale: "zh-CN" });
    const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
    const started = performance.now();
    const ready = page
      .goto(url)
      .then(() => page.locator("body[data-state=ready]").waitFor({ state: "attached", timeout: 120_000 }));
    await Promise.race([ready, failed]);
    return performance.now() - started;
  } finally {
    await browser.close();
  }
}
