import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const READY = 'body[data-state="ready"]';

async function openScreening(page: Page, search = ""): Promise<Locator> {
  await page.goto(`/traffic${search}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  return page.getByRole("region", { name: "排查", exact: true });
}

const sites = (part: Locator) => part.getByRole("button", { name: /^查看点段 / });

/** `全部 14` as 14. */
async function countOf(part: Locator, name: RegExp): Promise<number> {
  const text = await part.getByRole("button", { name }).textContent();
  return Number(text!.replaceAll(/\D/g, ""));
}

test("a duty officer screens by two rules, follows a slider, and opens a site on the map", async ({ page }) => {
  const part = await openScreening(page);
  await expect(part.getByText("本系统建议", { exact: true })).toBeVisible();
  await expect(sites(part).first()).toBeVisible();
  await expect(part.getByText(/^事故 [\d,]+ 起 = 已定位/)).toBeVisible();
  await expect(part.getByText(/KDE\+ 999 次模拟/)).toBeVisible();
  const all = await countOf(part, /^全部 \d/);
  const groups = await Promise.all([/^两者都有 \d/, /^只有规则 \d/, /^只有统计 \d/].map((name) => countOf(part, name)));
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(all);

  await part.getByText("规则数值").click();
  const length = part.getByRole("textbox", { name: "窗口长度" });
  await length.fill("20");
  await expect(part.getByText("应为 50 – 5,000 m")).toBeVisible();
  await length.fill("2000");
  await expect(part.getByRole("button", { name: "恢复为 500 m" })).toBeVisible();
  await expect(page).toHaveURL(/ruleNumbers=/);
  await part.getByRole("button", { name: "恢复为 500 m" }).click();
  await expect(page).not.toHaveURL(/ruleNumbers=/);

  await sites(part).first().press("Enter");
  const detail = page.getByRole("region", { name: "点段详情" });
  await expect(detail.getByText("达到", { exact: true }).first()).toBeVisible();
  await expect(detail.getByText(/当量事故次数/)).toBeVisible();
  await expect(page).toHaveURL(/spot=/);

  await page.goto("/traffic?rule=mps-2019");
  await page.waitForSelector(READY);
  await expect(part.getByText(/没有查到这份规则的起数标准/)).toBeVisible();
  await expect(part.getByRole("alert").filter({ hasText: "不能排查" })).toBeVisible();
  await expect(sites(part)).toHaveCount(0);
  await part.getByRole("button", { name: "增加条件" }).click();
  await expect(sites(part).first()).toBeVisible();
});

test("the lists go out as a workbook that says by which rule", async ({ page }) => {
  const part = await openScreening(page);
  await expect(sites(part).first()).toBeVisible();
  await expect(part.getByText(/KDE\+ 999 次模拟/)).toBeVisible();
  const waiting = page.waitForEvent("download");
  await part.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /Excel/ }).click();
  const download = await waiting;
  const sheets = readWorkbook(await readFile(await download.path()));
  expect(sheets.map(({ name }) => name)).toEqual(["规则认定", "统计聚集", "参数"]);
  const all = await countOf(part, /^两者都有 \d/).then(async (both) => both + (await countOf(part, /^只有规则 \d/)));
  expect(sheets[0]!.rows).toHaveLength(all + 1);
  const facts = sheets[2]!.rows.map((row) => row.map((cell) => cell?.value ?? "").join(" "));
  expect(facts.some((row) => row.includes("建议规则：500米窗口"))).toBe(true);
});

test("the ranking says where traffic volumes are missing, and the roads are coloured with a legend", async ({
  page,
}) => {
  const part = await openScreening(page, "?lists=ranking&roadDensity=1");
  await expect(sites(part).first()).toBeVisible();
  await expect(part.getByText(/处中 [\d,]+ 处有交通量/)).toBeVisible();
  await expect(part.getByRole("figure", { name: "路网事故密度图例" })).toContainText("起/(km·年)");
  await part.getByRole("combobox", { name: "排序" }).click({ force: true });
  await page.getByTitle("超出期望（经验贝叶斯）").click();
  await expect(page).toHaveURL(/rankBy=excess/);
  await expect(sites(part).first()).toBeVisible();
});

test("the watch list says which crash would tip a site and until when", async ({ page }) => {
  await page.goto("/traffic?traffic=watch");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const part = page.getByRole("region", { name: "预警", exact: true });
  await expect(part.getByText(/90 天后/)).toBeVisible();
  await expect(sites(part).first()).toBeVisible();
  await expect(part.getByText(/^再发生 1 起.*即成为多发点段$/).first()).toBeVisible();
  await part.getByLabel("预警至").fill("2020-01-01");
  await expect(part.getByRole("alert")).toContainText(/应为 .* 之间的日期/);
  await part.getByRole("button", { name: "恢复为 90 天后" }).click();
  await sites(part).first().click();
  await expect(
    page
      .getByRole("region", { name: "点段详情" })
      .getByText(/，有效至 \d{4}-/)
      .first(),
  ).toBeVisible();
});
