import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";

async function openPage(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  return page.locator("canvas.maplibregl-canvas");
}

test("the first Tab stop skips the panels", async ({ page }) => {
  const map = await openPage(page, "/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到地图" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(map).toBeFocused();
});

test("arrows pan the map, plus and minus zoom it", async ({ page }) => {
  await openPage(page, "/?at=122.26,43.62,14");
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => Number(new URL(page.url()).searchParams.get("at")!.split(",")[0])).toBeGreaterThan(122.261);
  await page.keyboard.press("-");
  await expect.poll(() => Number(new URL(page.url()).searchParams.get("at")!.split(",")[2])).toBeLessThan(14);
});

test("Enter opens the feature nearest to the middle, N points at the next ones, Escape closes", async ({ page }) => {
  await openPage(page, "/?on=enterprises&at=122.26,43.62,15");
  await page.keyboard.press("m");
  await page.keyboard.press("Enter");
  const detail = page.getByRole("region", { name: "详情", exact: true });
  const name = detail.getByRole("heading", { level: 3 });
  await expect(name).toBeVisible();
  const nearest = await name.innerText();

  const card = page.getByRole("tooltip");
  await page.keyboard.press("n");
  await expect(card).toContainText(nearest);
  await page.keyboard.press("n");
  await expect(card).not.toContainText(nearest);
  const pointedAt = await card.locator("div").nth(1).innerText();
  await page.keyboard.press("Enter");
  await expect(name).toHaveText(pointedAt);
  await page.keyboard.press("Shift+N");
  await expect(card).toContainText(nearest);

  await page.keyboard.press("Escape");
  await expect(detail).toBeHidden();
  await expect(page).not.toHaveURL(/detail=/);
});

test("where there are only counts, Enter goes nearer", async ({ page }) => {
  await openPage(page, "/?on=houses&at=122.26,43.62,10");
  await page.keyboard.press("m");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("at")!.split(",")[2]).toBe("11.5");
});

test("Escape inside a panel closes it and hands the keyboard to the map", async ({ page }) => {
  const map = await openPage(page, "/?tool=measure");
  await page.getByRole("button", { name: "量距离" }).focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "量测", exact: true })).toBeHidden();
  await expect(map).toBeFocused();
});

test("Escape takes a found place off the map before it closes a panel", async ({ page }) => {
  await openPage(page, "/?tool=measure");
  const input = page.getByRole("combobox", { name: "搜索" });
  await input.fill("122.3, 43.6");
  await expect(page.getByRole("option")).toHaveCount(1);
  await input.press("Enter");
  await input.fill("");
  const clear = page.getByRole("button", { name: "清除标记" });
  await expect(clear).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("m");
  await page.keyboard.press("Escape");
  await expect(clear).toBeHidden();
  await expect(page.getByRole("region", { name: "量测", exact: true })).toBeVisible();
});

test("question mark lists the keys, and they are no shortcuts where one types", async ({ page }) => {
  await openPage(page, "/");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "键盘操作" });
  await expect(dialog).toContainText("复制指针处");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  const input = page.getByRole("combobox", { name: "搜索" });
  await input.focus();
  await page.keyboard.type("m/?n");
  await expect(input).toHaveValue("m/?n");
});
