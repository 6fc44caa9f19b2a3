import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";

async function openPage(page: Page, address = "/") {
  await page.goto(address);
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  return {
    input: page.getByRole("combobox", { name: "搜索" }),
    options: page.getByRole("option"),
    detail: page.getByRole("region", { name: "详情", exact: true }),
  };
}

/** What the address says about the map: longitude, latitude, zoom. */
async function cameraOf(page: Page): Promise<number[]> {
  return (new URL(page.url()).searchParams.get("at") ?? "").split(",").map(Number);
}

test("finds a feature by its code, opens it and moves there", async ({ page }) => {
  const { input, options, detail } = await openPage(page);
  await input.fill("DEMO-H-00001");
  await expect(options).toHaveCount(1);
  await expect(page.getByRole("group", { name: "自建房" })).toBeVisible();
  await input.press("Enter");
  await expect(detail.getByRole("article")).toContainText("DEMO-H-00001");
  await expect(page).toHaveURL(/detail=houses/);
  const [, , zoom] = await cameraOf(page);
  expect(zoom).toBeGreaterThanOrEqual(14);
});

test("a layer that was off is switched on by what is found in it", async ({ page }) => {
  const { input, options } = await openPage(page, "/?on=enterprises");
  await input.fill("DEMO-H-00001");
  await expect(options.first()).toContainText("图层未开");
  await options.first().click();
  await expect(page).toHaveURL(/on=enterprises,houses/);
});

test("says that a filter hides what was found, and pins it", async ({ page }) => {
  const filter = encodeURIComponent("grade = 'D'");
  const { input, options, detail } = await openPage(page, `/?filter.houses=${filter}`);
  await input.fill("DEMO-H-00001");
  await expect(options.first()).toContainText("已被筛选");
  await input.press("Enter");
  await expect(detail).toContainText("当前筛选或时间范围不显示它");
  await expect(page.getByRole("button", { name: "清除搜索" })).toBeVisible();
});

test("finds a stake on a road", async ({ page }) => {
  const { input, options } = await openPage(page);
  await input.fill("g111k812+300");
  await expect(options.first()).toContainText("G111 K812+300");
  await expect(options.first()).toContainText("里程桩");
  const [lon, lat] = /([\d.]+)°E ([\d.]+)°N/
    .exec(await options.first().innerText())!
    .slice(1)
    .map(Number);
  await input.press("Enter");
  await expect
    .poll(async () => {
      const [atLon, atLat] = await cameraOf(page);
      return Math.max(Math.abs(atLon! - lon!), Math.abs(atLat! - lat!));
    })
    .toBeLessThan(2e-6);
});

test("finds a position in degrees and in degrees, minutes and seconds", async ({ page }) => {
  const { input, options } = await openPage(page);
  for (const text of ["122.30, 43.60", `43°36'00"N 122°18'00"E`, "北纬43.6 东经122.3"]) {
    await input.fill(text);
    await expect(options.first()).toContainText("122.300000°E 43.600000°N");
  }
  await input.press("Enter");
  await expect.poll(() => cameraOf(page)).toEqual([122.3, 43.6, expect.any(Number)]);
});

test("the arrow keys choose, Escape folds, clears and leaves for the map", async ({ page }) => {
  const { input, options } = await openPage(page);
  await page.keyboard.press("/");
  await expect(input).toBeFocused();
  await input.fill("产业大街");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await input.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(input).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id"))!);
  await input.press("Escape");
  await expect(options).toHaveCount(0);
  await input.press("Escape");
  await expect(input).toHaveValue("");
  await input.press("Escape");
  await expect(page.locator("canvas.maplibregl-canvas")).toBeFocused();
});

test("a road is found once, before what lies along it, and shown along its whole length", async ({ page }) => {
  const { input, detail } = await openPage(page);
  await input.fill("国道G111线");
  const roads = page.getByRole("listbox").getByRole("group").first();
  await expect(roads).toHaveAccessibleName("道路");
  await expect(roads.getByRole("option")).toHaveCount(1);
  await expect(roads).toContainText("8 段");
  await input.press("Enter");
  await expect(detail).toContainText("国道G111线");
  const [, , zoom] = await cameraOf(page);
  expect(zoom).toBeLessThan(13);
});

test("what finds nothing says what can be found", async ({ page }) => {
  const { input, options } = await openPage(page);
  await input.fill("没有这样的名称");
  const box = page.getByRole("search", { name: "搜索" });
  await expect(box).toContainText("没有找到“没有这样的名称”");
  await expect(box).toContainText("G111 K812+300");
  await expect(options).toHaveCount(0);
});
