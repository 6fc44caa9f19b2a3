import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { expectReady, openMap } from "../support/map-page.ts";

/** Between self-built houses of the old town. */
const BETWEEN_HOUSES = "/planning?layers=0&at=122.2505,43.6485,18";

const panel = (page: Page) => page.getByRole("region", { name: "核查", exact: true });
const verdict = (page: Page) => panel(page).getByRole("status").filter({ hasText: "规则最远" });
const rows = (page: Page) => panel(page).getByRole("row").filter({ hasText: "GB " });

/** Draws a box of 45 by 45 pixels (some 20 m) around the middle of the map. */
async function drawStation(page: Page): Promise<void> {
  await panel(page).getByRole("button", { name: "绘制 矩形" }).click();
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const [middleX, middleY] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await page.mouse.move(middleX - 20, middleY - 20, { steps: 3 });
  await page.mouse.click(middleX - 20, middleY - 20);
  await page.mouse.move(middleX + 25, middleY + 25, { steps: 5 });
  await page.mouse.click(middleX + 25, middleY + 25);
}

async function describeStation(page: Page): Promise<void> {
  await panel(page).getByRole("textbox", { name: "名称" }).fill("旧城加油站");
  await panel(page).getByRole("spinbutton", { name: "汽油罐总容积" }).fill("60");
  await panel(page).getByRole("spinbutton", { name: "柴油罐总容积" }).fill("30");
  await panel(page).getByRole("combobox", { name: "卸油和加油油气回收" }).click();
  await page.locator(".ant-select-dropdown:visible").getByText("是", { exact: true }).click();
}

async function shift(page: Page, eastM: number, northM: number): Promise<void> {
  const form = panel(page).getByRole("form", { name: "平移" });
  await form.getByRole("spinbutton", { name: "向东" }).fill(String(eastM));
  await form.getByRole("spinbutton", { name: "向北" }).fill(String(northM));
  await form.getByRole("button", { name: "平移" }).click();
}

test("a filling station between houses is too near by a clause, and clear where it is moved to", async ({ page }) => {
  await openMap(page, BETWEEN_HOUSES);
  await expect(panel(page)).toContainText("画出边界后");
  await drawStation(page);
  await describeStation(page);
  await shift(page, 1, -6);
  await expect(verdict(page)).toContainText("距离不足");
  const worst = rows(page).first();
  await expect(worst).toContainText("自建房");
  await expect(worst).toContainText("GB 50156-2021");
  await expect(worst).toContainText("表4.0.4");

  await worst.getByRole("button", { name: /^展开/ }).click();
  const rules = panel(page).getByRole("list").filter({ hasText: "加油站汽油埋地罐" });
  await expect(rules).toContainText("不应小于 7 m");
  await expect(rules).toContainText("自最近储罐外壁，至建筑外墙");
  await expect(rules).toContainText("待本地专家确认");

  await shift(page, 350, -200);
  await expect(verdict(page)).toContainText("可以");
  await expect(verdict(page)).toContainText("不足 0 · 不定 0");
});

test("moving it by hand checks it again at once", async ({ page }) => {
  await openMap(page, BETWEEN_HOUSES);
  await drawStation(page);
  await describeStation(page);
  await expect(verdict(page)).toBeVisible();
  const before = new URL(page.url()).searchParams.get("site");
  const measured = await rows(page).first().innerText();
  await panel(page).getByRole("button", { name: "拖动改形" }).click();
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const [middleX, middleY] = [Math.round(x + width / 2) + 2, Math.round(y + height / 2) + 2];
  await page.mouse.move(middleX, middleY);
  await page.mouse.down();
  await page.mouse.move(middleX + 10, middleY + 60, { steps: 8 });
  await expect.poll(() => rows(page).first().innerText()).not.toBe(measured);
  await page.mouse.up();
  await page.keyboard.press("Escape");
  await expect(panel(page).getByRole("button", { name: "拖动改形" })).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => new URL(page.url()).searchParams.get("site")).not.toBe(before);
});

test("a link brings the proposal back, and variants stand side by side", async ({ page, context }) => {
  await openMap(page, BETWEEN_HOUSES);
  await drawStation(page);
  await describeStation(page);
  await expect(verdict(page)).toBeVisible();
  await page.getByRole("button", { name: "复制当前方案" }).click();
  await shift(page, 350, -206);
  await expect(verdict(page)).toContainText("可以");
  await panel(page).getByRole("button", { name: "并列比较" }).click();
  const table = panel(page).getByRole("table", { name: "并列比较" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row").nth(2)).toContainText("满足");

  await expect(page).toHaveURL(/site=polygon/);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expectReady(elsewhere);
  await expect(verdict(elsewhere)).toContainText("可以");
});

test("a boundary can be pasted, and what cannot be one is named", async ({ page }) => {
  await openMap(page, BETWEEN_HOUSES);
  await panel(page).getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog", { name: "导入边界" });
  await dialog
    .getByRole("textbox", { name: "边界文本" })
    .fill("POLYGON ((500000 4830000, 500100 4830000, 500100 4830100, 500000 4830000))");
  await dialog.getByRole("button", { name: "用作边界" }).click();
  await expect(dialog.getByRole("alert")).toContainText("超出经纬度范围");
  await dialog
    .getByRole("textbox", { name: "边界文本" })
    .fill("POLYGON ((122.2505 43.6485, 122.2507 43.6485, 122.2507 43.6486, 122.2505 43.6485))");
  await dialog.getByRole("button", { name: "用作边界" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel(page)).toContainText("面积");
  await expect(verdict(page)).toBeVisible();
});

test("the map stays while people go between the map and planning", async ({ page }) => {
  await openMap(page, BETWEEN_HOUSES);
  const canvas = await page.locator("canvas.maplibregl-canvas").elementHandle();
  const pages = page.getByRole("navigation", { name: "页面" });
  await pages.getByRole("link", { name: "一张图" }).click();
  await expect(page.getByRole("navigation", { name: "工具", exact: true })).toBeVisible();
  await pages.getByRole("link", { name: "规划核查" }).click();
  await expect(panel(page)).toBeVisible();
  expect(await canvas!.evaluate((element) => element.isConnected)).toBe(true);
});
