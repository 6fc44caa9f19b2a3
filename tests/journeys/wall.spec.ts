import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { root } from "../../server/commands/install.mjs";
import { test as base, expect } from "../support/app.ts";
import { powerCut } from "../support/power-cut.ts";
import { startServer } from "../support/server-process.ts";

interface OwnServer {
  wall: { readonly url: string; cutPower(): Promise<void>; start(): Promise<void> };
}

/** A server of its own, to be killed and started again at the same address with the same data. */
const test = base.extend<OwnServer>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  wall: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "wall-"));
    const start = (PORT: string) => startServer({ dataDir, env: { DEMO: "1", LOG_LEVEL: "warn", PORT } });
    let server = await start("0");
    const { url } = server;
    await use({
      url,
      cutPower: () => powerCut(server),
      async start() {
        server = await start(new URL(url).port);
      },
    });
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
  baseURL: ({ wall }, use) => use(wall.url),
  // Cut off, and answered "not ready" while the server starts.
  allowedTrouble: [/ERR_(CONNECTION|INCOMPLETE|EMPTY|NETWORK)|status of 503/],
});

const BY = { by: "值班员" };
const [EAST, WEST] = ["东墙", "西墙"];
const TOUR: Readonly<Record<string, string>> = { "fire-water": "消防水源", campaign: "挂图作战" };

/** A tour turns after a minute; here nobody waits for that long. */
async function shortenScenes(request: APIRequestContext): Promise<void> {
  const { scenes } = (await (await request.get("/api/scenes")).json()) as {
    scenes: { scene: { id: string }; revision: number }[];
  };
  for (const {
    scene: { id, ...scene },
    revision,
  } of scenes.filter((entry) => entry.scene.id in TOUR)) {
    const data = { scene: { ...scene, dwellS: 6 }, ...BY, revision };
    expect((await request.put(`/api/scenes/${id}`, { data })).status()).toBe(200);
  }
}

/** The command as a person starts it. */
function simulate(url: string, ...args: string[]): ChildProcess {
  const command = ["server/commands/run.mjs", "simulate", "--url", url, ...args];
  return spawn(process.execPath, command, { cwd: root, stdio: "ignore" });
}

/** Opens the page of a screen in a window of its own, once its map stands. */
async function openScreen(browser: Browser, url: string, name: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: "zh-CN",
    baseURL: url,
  });
  const page = await context.newPage();
  await page.goto(`/screen?screen=${encodeURIComponent(name)}&theme=dark`);
  await page.waitForSelector("body[data-state=ready]", { timeout: 90_000 });
  return page;
}

const sceneOn = (page: Page) => page.getByRole("heading", { level: 1 });
/** Another one: the page has been loaded again. */
const loadOf = (page: Page) => page.evaluate(() => performance.timeOrigin);

test("two screens tour, an alarm takes over what is not frozen, the power fails, and all come back by themselves", async ({
  browser,
  page,
  request,
  wall,
}) => {
  await shortenScenes(request);
  await page.goto("/screen/control");
  await page.getByLabel("操作人姓名").fill("王值班");
  for (const name of [EAST, WEST]) {
    await page.getByLabel("新屏幕名称").fill(name);
    await page.getByRole("button", { name: "登记" }).click();
    await expect(page.getByRole("checkbox", { name: new RegExp(name) })).toBeVisible();
  }
  const [east, west] = await Promise.all([openScreen(browser, wall.url, EAST), openScreen(browser, wall.url, WEST)]);
  const pages = [page, east, west];
  const choose = (name: string) => page.getByRole("checkbox", { name: new RegExp(name) });

  await choose(EAST).check();
  await choose(WEST).check();
  await page.getByText("编排轮播").click();
  const pad = page.getByRole("region", { name: "场景" });
  const others = await pad.getByRole("button", { name: / \d+ s$/, pressed: true }).allInnerTexts();
  for (const name of others.filter((text) => !Object.values(TOUR).some((title) => text.startsWith(title))))
    await pad.getByRole("button", { name, exact: true }).click();
  await pad.getByRole("button", { name: "开始轮播（2 个场景）" }).click();
  for (const title of Object.values(TOUR))
    await Promise.all([east, west].map((screen) => expect(sceneOn(screen)).toHaveText(title)));
  await expect(page.getByText("已同步")).toHaveCount(2);

  await choose(EAST).uncheck();
  await page.getByRole("button", { name: "冻结画面" }).click();
  await expect(west.getByText(/^画面冻结于/)).toBeVisible();
  const frozen = await sceneOn(west).innerText();

  const simulator = simulate(wall.url, "--scenario", "leak");
  await expect.poll(async () => (await request.get("/api/alarms")).json()).toMatchObject([{ grade: 1 }]);
  // What the power takes from the server it takes from who simulates, too: the gas is not said to have gone.
  simulator.kill("SIGKILL");
  await once(simulator, "exit");
  const taken = async () => {
    await expect(sceneOn(east)).toHaveText("突发事件");
    await expect(east.getByText("告警接管")).toBeVisible();
    await expect(east.getByRole("region", { name: "告警详情" })).toContainText("模拟");
    await expect(sceneOn(west)).toHaveText(frozen);
  };
  await taken();
  await expect(east.getByRole("region", { name: "周边情况" }).getByRole("row", { name: /防护目标/ })).toBeVisible();

  const loads = await Promise.all(pages.map(loadOf));
  await wall.cutPower();
  for (const each of pages) await expect(each.getByText(/与服务器失去连接/)).toBeVisible();
  await taken();
  await wall.start();
  for (const each of pages) await expect(each.getByText(/与服务器失去连接/)).toBeHidden();
  await taken();

  await page.getByRole("button", { name: "接警" }).click();
  await expect(page.getByText(/^王值班 .*已接警$/)).toBeVisible();
  await expect(sceneOn(east)).toHaveText(new RegExp(`^(${Object.values(TOUR).join("|")})$`));
  const [code] = await once(simulate(wall.url, "--scenario", "calm", "--minutes", "0.02", "--speed", "10"), "exit");
  expect(code).toBe(0);
  await expect(page.getByText("没有待处置的告警")).toBeVisible();

  await page.getByRole("button", { name: "解除冻结" }).click();
  await expect(west.getByText(/^画面冻结于/)).toBeHidden();
  await choose(EAST).check();
  await page.getByText("单个场景").click();
  await pad.getByRole("button", { name: "自建房", exact: true }).click();
  for (const screen of [east, west]) {
    await expect(sceneOn(screen)).toHaveText("自建房");
    await expect(screen.getByRole("region", { name: "C、D级自建房" })).toContainText("仍有人使用");
  }
  await expect(page.getByText("已同步")).toHaveCount(2);
  expect(await Promise.all(pages.map(loadOf))).toEqual(loads);

  const { screens } = (await (await request.get("/api/screens")).json()) as { screens: { id: string }[] };
  for (const { id } of screens) await request.delete(`/api/screens/${id}`, { data: BY });
  for (const screen of [east, west]) {
    await expect(screen.getByText(/没有登记这块屏幕/)).toBeVisible();
    await screen.context().close();
  }
});
