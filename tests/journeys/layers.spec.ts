import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { countOf, layerItem, numberAt, openLayer } from "../support/layer-panel.ts";
import { cameraOf, openMap, pictureOf, settled } from "../support/map-page.ts";

const ACCIDENTS = "道路交通事故";

/** The counts of the record, per layer. */
async function recordCounts(page: Page): Promise<Map<string, number>> {
  const layers: { title: { zh: string }; count: number }[] = await (await page.request.get("/api/layers")).json();
  return new Map(layers.map(({ title, count }) => [title.zh, count]));
}

/** The map as it is seen, short enough for a message. */
async function mapHash(page: Page): Promise<string> {
  await settled(page);
  return createHash("sha256")
    .update(await pictureOf(page))
    .digest("hex");
}

async function expectNewPicture(page: Page, before: string): Promise<string> {
  await expect.poll(() => mapHash(page)).not.toBe(before);
  return mapHash(page);
}

test("every layer is listed with its counts, and switches on and off", async ({ page }) => {
  await openMap(page);
  for (const [title, count] of await recordCounts(page)) {
    const item = layerItem(page, title);
    expect(await countOf(item, "all"), title).toBe(count);
    expect(await countOf(item, "shown"), title).toBe(count);
    expect(await countOf(item, "in-view"), title).toBeLessThanOrEqual(count);
  }
  const all = await mapHash(page);
  const accidents = layerItem(page, ACCIDENTS).getByRole("switch");
  await expect(accidents).toBeChecked();
  await accidents.press("Space");
  await expect(accidents).not.toBeChecked();
  await expect(page).toHaveURL(/on=(?!.*accidents)/);
  const without = await expectNewPicture(page, all);

  const panel = page.getByRole("region", { name: "图层", exact: true });
  await panel.getByRole("button", { name: "隐藏全部台账" }).click();
  await expect(page).toHaveURL(/on=protection-targets,forces(&|$)/);
  await expect(panel.getByRole("region", { name: "台账" }).getByRole("switch", { checked: true })).toHaveCount(0);
  await expectNewPicture(page, without);
  await panel.getByRole("button", { name: "显示全部台账" }).click();
  await expect(page).not.toHaveURL(/on=/);
  await expect(panel.getByRole("region", { name: "台账" }).getByRole("switch", { checked: false })).toHaveCount(0);

  await layerItem(page, "道路").getByRole("switch").click();
  await expect(page).toHaveURL(/on=.*,roads(&|$)/);
});

test("the count in view follows the map", async ({ page }) => {
  await openMap(page);
  const item = layerItem(page, "重大危险源");
  await item.getByRole("button", { name: "缩放到重大危险源" }).click();
  await expect.poll(() => countOf(item, "in-view")).toBe(await countOf(item, "all"));
  const { lon, lat, zoom } = await cameraOf(page);
  expect(zoom).toBeGreaterThan(9);

  // The record itself says how many lie in a smaller box.
  const houses = layerItem(page, "自建房");
  await openMap(page, `/?at=${lon.toFixed(4)},${lat.toFixed(4)},13`);
  const inView = await countOf(houses, "in-view");
  expect(inView).toBeGreaterThan(0);
  expect(inView).toBeLessThan((await countOf(houses, "all"))!);
  await page.getByRole("button", { name: "缩小" }).click();
  await expect.poll(() => countOf(houses, "in-view")).toBeGreaterThan(inView!);
});

test("opacity is set from the keyboard and stays in the link", async ({ page }) => {
  await openMap(page, "/?on=accidents&at=122.25,43.62,14");
  const opaque = await mapHash(page);
  const item = await openLayer(page, ACCIDENTS);
  const slider = item.getByRole("slider", { name: "不透明度" });
  for (let i = 0; i < 12; i++) await slider.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "40 %");
  await expect(page).toHaveURL(/opacity=accidents:0\.4/);
  await expectNewPicture(page, opaque);

  await page.reload();
  const again = await openLayer(page, ACCIDENTS);
  await expect(again.getByRole("slider", { name: "不透明度" })).toHaveAttribute("aria-valuetext", "40 %");
  await again.getByRole("slider", { name: "不透明度" }).press("End");
  await expect(page).not.toHaveURL(/opacity/);
});

test("a click in the legend filters to that look, another takes it out again", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, ACCIDENTS);
  const legend = item.getByRole("region", { name: "图例" });
  const all = (await countOf(item, "all"))!;
  const entries = legend.getByRole("listitem").getByRole("button");
  await expect(entries).toHaveCount(4);
  const counts = await Promise.all((await entries.all()).map(numberAt));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);

  const fatal = legend.getByRole("button", { name: /死亡事故/ });
  const injury = legend.getByRole("button", { name: /伤人事故/ });
  await fatal.click();
  await expect(fatal).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => countOf(item, "shown")).toBe(counts[0]);
  expect(await numberAt(injury)).toBe(counts[1]);
  await injury.press("Enter");
  await expect.poll(() => countOf(item, "shown")).toBe(counts[0]! + counts[1]!);
  await expect(item.getByText("严重程度: 死亡事故、伤人事故")).toBeVisible();
  await fatal.click();
  await injury.click();
  await expect.poll(() => countOf(item, "shown")).toBe(all);
  await expect(page).not.toHaveURL(/filter/);
});

test("a layer opens its heat", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, "自建房");
  await item.getByRole("button", { name: "热力" }).click();
  await expect(page).toHaveURL(/heat=houses,count,/);
  await expect(page.getByRole("region", { name: "热力", exact: true })).toBeVisible();
  const roads = await openLayer(page, "道路");
  await expect(roads.getByRole("slider")).toBeVisible();
  await expect(roads.getByRole("button", { name: "热力" })).toHaveCount(0);
});

test("data that was not renewed in time is marked by a word", async ({ page }) => {
  await openMap(page);
  const layers: { title: { zh: string }; dataDate: string }[] = await (await page.request.get("/api/layers")).json();
  const { dataDate } = layers.find(({ title }) => title.zh === ACCIDENTS)!;
  const item = layerItem(page, ACCIDENTS);
  await expect(item.getByTitle(`最新一条的数据日期为 ${dataDate}`)).toBeVisible();

  const later = new Date(`${dataDate}T12:00:00`);
  later.setDate(later.getDate() + 31);
  await page.clock.setFixedTime(later);
  await openMap(page);
  await expect(item).toContainText("31 天前");
  await expect(item.getByText(`数据日期 ${dataDate}，已 31 天，超过约定的 30 天`)).toBeVisible();
  later.setDate(later.getDate() - 1);
  await page.clock.setFixedTime(later);
  await openMap(page);
  await expect(item).toContainText("30 天前");
  await expect(item.getByText("超过约定")).toHaveCount(0);
});
