import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";

const BY = { by: "值班员" };

/** A gas detector that calls for grade I from 50 %LEL on, with a source of its own. */
async function connectDetector(request: APIRequestContext, id: string) {
  const made = await request.post("/api/feed-sources", {
    data: { id, kind: "sensors", title: "罐区监测（模拟）", simulated: true, ...BY },
  });
  expect(made.status()).toBe(201);
  const { token } = (await made.json()) as { token: string };
  let sent = 0;
  const send = async (message: object) => {
    const answer = await request.post(`/api/feeds/${id}`, {
      data: { messages: [{ id: `m${sent++}`, sensor: "G-1", observedAt: new Date().toISOString(), ...message }] },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ accepted: 1 });
  };
  await send({
    type: "sensor",
    title: { zh: "一号罐可燃气体" },
    place: { position: [122.2785, 43.633] },
    unit: "%LEL",
    intervalS: 600,
    rule: { thresholds: [{ grade: 1, side: "high", at: 50 }], hysteresis: 5, holdS: 0 },
  });
  return { read: (value: number) => send({ type: "reading", value, unit: "%LEL" }) };
}

/** Opens the page of a screen in a window of its own, once its map stands. */
async function openScreen(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`/screen?screen=${encodeURIComponent(name)}&theme=dark`);
  await page.waitForSelector("body[data-state=ready]", { timeout: 90_000 });
  return page;
}

const sceneOn = (page: Page) => page.getByRole("heading", { level: 1 });

test("a duty officer steers two screens, an alarm takes them over, and hands back what is not frozen", async ({
  browser,
  page,
  request,
}) => {
  const [east, west] = ["东墙", "西墙"];
  await page.goto("/screen/control");
  await page.getByLabel("操作人姓名").fill("王值班");
  for (const name of [east, west]) {
    await page.getByLabel("新屏幕名称").fill(name);
    await page.getByRole("button", { name: "登记" }).click();
    await expect(page.getByRole("checkbox", { name: new RegExp(name) })).toBeVisible();
  }
  const [left, right] = [await openScreen(browser, east), await openScreen(browser, west)];
  const choose = (name: string) => page.getByRole("checkbox", { name: new RegExp(name) });

  await choose(east).check();
  await choose(west).check();
  await page.getByRole("button", { name: "自建房", exact: true }).click();
  for (const screen of [left, right]) await expect(sceneOn(screen)).toHaveText("自建房");
  await expect(left.getByRole("region", { name: "C、D级自建房" })).toContainText("仍有人使用");
  await expect(page.getByText("已同步")).toHaveCount(2);

  await choose(east).uncheck();
  await page.getByRole("button", { name: "冻结画面" }).click();
  await expect(right.getByText(/^画面冻结于/)).toBeVisible();

  const detector = await connectDetector(request, `journey-${Date.now()}`);
  await detector.read(62.5);
  await expect(sceneOn(left)).toHaveText("突发事件");
  await expect(left.getByText("告警接管")).toBeVisible();
  const around = left.getByRole("region", { name: "周边情况" });
  await expect(around.getByRole("row", { name: /防护目标/ })).toBeVisible();
  await expect(left.getByRole("region", { name: "告警详情" })).toContainText("模拟");
  await expect(sceneOn(right)).toHaveText("自建房");

  await page.getByRole("button", { name: "接警" }).click();
  await expect(sceneOn(left)).toHaveText("自建房");
  await expect(page.getByText(/^王值班 .*已接警$/)).toBeVisible();
  await detector.read(3);
  await expect(page.getByText("没有待处置的告警")).toBeVisible();

  await page.getByRole("button", { name: "解除冻结" }).click();
  await expect(right.getByText(/^画面冻结于/)).toBeHidden();
  await expect(left.getByRole("region", { name: "2025年6月30日期限" })).toBeVisible();

  const { screens } = (await (await request.get("/api/screens")).json()) as { screens: { id: string }[] };
  for (const { id } of screens) await request.delete(`/api/screens/${id}`, { data: BY });
  for (const screen of [left, right]) {
    await expect(screen.getByText(/没有登记这块屏幕/)).toBeVisible();
    await screen.context().close();
  }
});
