import type { Locator } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { readPdfPages } from "../support/pdf-shapes.ts";

const READY = 'body[data-state="ready"]';
/** Head-on crashes at night, planted in the demonstration zone and in its register. */
const HEAD_ON = "spot=segment:812090:812510:G111";

test("a site tells its causes, its surroundings and what to look at, and leads to its file", async ({ page }) => {
  await page.goto(`/traffic?traffic=site&${HEAD_ON}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  const site = page.getByRole("region", { name: "诊断", exact: true });
  const factors = site.getByRole("region", { name: /^成因/ });
  await expect(factors.getByRole("row").filter({ hasText: "正面碰撞" })).toContainText("▲");
  await expect(factors.getByText(/^对照：.*其余事故 \d+ 起。Fisher 精确检验/)).toBeVisible();
  const over = await factors.getByRole("row").count();
  await factors.getByRole("button", { name: /^全部 \d+ 项检验$/ }).click();
  expect(await factors.getByRole("row").count()).toBeGreaterThan(over);
  await expect(site.getByRole("region", { name: "可考虑的措施" }).getByText(/^中央护栏/)).toBeVisible();
  await expect(site.getByRole("region", { name: "周边与危险货物" }).getByText(/^涉及危险货物车辆的事故/)).toBeVisible();
  await expect(site.getByRole("region", { name: "现场核查清单" }).getByText(/对向车道隔离及超车视距/)).toBeVisible();

  const known = site.getByRole("list", { name: "台账已有" });
  await expect(known).toContainText(/DEMO-S-001 .* 挂牌督办 · 期限 \d{4}-/);
  await known.getByRole("button", { name: /^打开 国道G111线K812/ }).click();
  await expect(page.getByRole("region", { name: "点段档案" }).getByText("自治区级").first()).toBeVisible();
});

test("the sheet for the visit prints on A4 with the numbers of the page", async ({ page }) => {
  await page.goto(`/traffic?traffic=site&${HEAD_ON}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  const site = page.getByRole("region", { name: "诊断", exact: true });
  const total = await lastRowOf(site.getByRole("region", { name: "事故概况" }).getByRole("table"));
  const items = await site.getByRole("region", { name: "现场核查清单" }).getByRole("listitem").allInnerTexts();
  const drawing = await site.getByRole("img", { name: /碰撞图/ }).getAttribute("alt");
  await site.getByRole("link", { name: "现场勘查表" }).click();

  const sheet = page.getByRole("article", { name: "事故多发点段现场勘查表" });
  await expect(sheet.getByText("演示数据，并非真实地点")).toBeVisible();
  expect(await lastRowOf(sheet.getByRole("table").nth(1))).toEqual(total.slice(1));
  await expect(sheet.getByRole("img")).toHaveAttribute("alt", drawing!);
  const lines = await sheet.getByRole("row").filter({ hasText: "□" }).allInnerTexts();
  expect(lines.map((line) => line.split("\t")[0]!.trim())).toEqual(items.map((item) => item.trim()));

  const pages = readPdfPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.length).toBeLessThan(5);
  for (const { widthMm, heightMm } of pages) {
    expect(widthMm).toBeCloseTo(210, 0);
    expect(heightMm).toBeCloseTo(297, 0);
  }
});

const lastRowOf = async (table: Locator): Promise<string[]> => {
  await expect(table).toBeVisible();
  return table.evaluate((element) =>
    [...[...(element as HTMLTableElement).rows].at(-1)!.cells].map((cell) => cell.innerText.trim()),
  );
};
