import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const READY = 'body[data-state="ready"]';

async function openTimes(page: Page, search = ""): Promise<Locator> {
  await page.goto(`/traffic?traffic=times${search}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  return page.getByRole("region", { name: "时段", exact: true });
}

const sites = (part: Locator) => part.getByRole("button", { name: /^查看点段 / });
const cell = (grid: Locator, name: RegExp) => grid.getByRole("gridcell", { name });

/** `周一 8–9 时，事故起数 65` as 65. */
const numberOf = async (at: Locator) =>
  Number((await at.getAttribute("aria-label"))!.match(/([\d,]+)$/)![1]!.replaceAll(",", ""));

test("an analyst reads the week, takes its rush hours by keyboard, and passes the link on", async ({ page }) => {
  const part = await openTimes(page);
  const grid = part.getByRole("grid", { name: /星期—小时分布/ });
  await expect(part.getByText("时刻可信")).toBeVisible();
  await expect(part.getByText(/^事故 [\d,]+ 起 = 已定位/)).toBeVisible();
  await expect(part.getByRole("figure", { name: /颜色/ })).toBeVisible();

  const eight = cell(grid, /^周一 8–9 时/);
  const wanted = (await numberOf(eight)) + (await numberOf(cell(grid, /^周二 8–9 时/)));
  await eight.focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/week=1-2,8-8/);
  const chosen = part.getByRole("region", { name: "周一至周二 8–9 时 的事故" });
  await expect(chosen).toContainText(`${wanted} 起，已在地图上标出`);

  await part.getByText("亡人事故", { exact: true }).first().click();
  await expect(page).toHaveURL(/counted=fatal/);
  const fatal = (await numberOf(eight)) + (await numberOf(cell(grid, /^周二 8–9 时/)));
  await expect(chosen).toContainText(fatal === 0 ? "这些时段没有这类事故" : `${fatal} 起`);

  const years = part.getByRole("region", { name: "年度同期比较" });
  await expect(years.getByText(/^(▲ 多于|▼ 少于|◇ 不能判定)/)).toBeVisible();
  await expect(years.getByText("◐ 不全").first()).toBeVisible();
  await expect(part.getByRole("region", { name: "天气、照明、路表" }).getByText("未知")).toHaveCount(3);

  await page.goto(page.url());
  await page.waitForSelector(READY);
  await expect(chosen).toBeVisible();
  await chosen.getByRole("button", { name: "取消选择" }).click();
  await expect(page).not.toHaveURL(/week=/);
});

test("a squad leader finds the foggy stretches and posts patrols where hours are gathered", async ({ page }) => {
  const part = await openTimes(page, "&times=weather");
  await part.getByRole("button", { name: /^雾 \d/ }).click();
  await expect(page).toHaveURL(/weather=fog/);
  // Both stretches of fog that the demonstration zone has.
  await expect(sites(part).filter({ hasText: "G111" })).toHaveCount(1);
  await expect(sites(part).filter({ hasText: "G9990" })).toHaveCount(1);
  await expect(part.getByText(/比较的是事故占比，不是事故率/)).toBeVisible();

  await part.getByText("勤务时段", { exact: true }).click();
  // The change of shifts on the road to the works.
  const shift = part.getByRole("row").filter({ hasText: "S986" });
  await expect(shift).toContainText("工作日 7–10 时");
  await expect(shift).toContainText("● 集中");
  await expect(shift.getByRole("cell").nth(2)).toHaveText(/^\d+\/\d+ 起[\d.]+%$/);
  await shift.getByRole("button").click();
  const detail = page.getByRole("region", { name: "点段详情" });
  await expect(detail.getByText("超出偶然，可据此安排勤务")).toBeVisible();

  const waiting = page.waitForEvent("download");
  await part.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /Excel/ }).click();
  const sheets = readWorkbook(await readFile(await (await waiting).path()));
  expect(sheets.map(({ name }) => name)).toEqual(["勤务时段", "参数"]);
  expect(sheets[0]!.rows.flat().some((each) => each?.value === "工作日 7–10 时")).toBe(true);

  await detail.getByRole("button", { name: "看该路段的星期—小时分布" }).click();
  await expect(page).toHaveURL(/within=site/);
  await expect(page).toHaveURL(/week=1-5,7-9/);
  await expect(part.getByRole("region", { name: "周一至周五 7–10 时 的事故" })).toBeVisible();
});
