import type { Page } from "@playwright/test";
import type { DensityBand, DensitySummary } from "#data/analyses/results.ts";
import { expect, test } from "../support/app.ts";
import { difference, openMap, pictureOf, settled } from "../support/map-page.ts";

const panelOf = (page: Page) => page.getByRole("region", { name: "热力", exact: true });
const legendOf = (page: Page) => panelOf(page).getByRole("table", { name: "图例" });

/** Densities and areas of the legend's rows as they are read, densest first; waits for the answer to the last question. */
async function readLegend(page: Page): Promise<string[][]> {
  await expect(panelOf(page).locator("[aria-busy=false]")).toBeVisible();
  const rows = await legendOf(page).locator("tbody tr").all();
  return Promise.all(rows.map(async (row) => (await row.locator("td").allInnerTexts()).slice(1)));
}

test("heat is switched on, weighed and widened from its panel", async ({ page }) => {
  await openMap(page);
  await page.getByRole("navigation", { name: "工具" }).getByRole("button", { name: "热力" }).click();
  const panel = panelOf(page);
  await panel.getByRole("switch", { name: "在图上显示热力" }).click();
  await expect(legendOf(page)).toContainText("起/(km²·年)");
  const narrow = await readLegend(page);
  expect(narrow.length).toBeGreaterThan(3);

  await panel.getByRole("combobox", { name: "权重" }).click();
  await page.getByTitle("死亡人数", { exact: true }).click();
  await expect(legendOf(page)).toContainText("人/(km²·年)");
  await expect(panel).toContainText("其中权重大于 0 的");

  await panel.getByRole("combobox", { name: "权重" }).click();
  await page.getByTitle("封顶权重 10/3/1").click();
  await expect(legendOf(page)).toContainText("分/(km²·年)");
  await expect(panel).toContainText("不是官方标准");

  const bandwidth = panel.getByRole("slider", { name: "带宽" });
  await bandwidth.press("ArrowRight");
  await expect(panel.getByRole("spinbutton", { name: "带宽" })).toHaveValue("350");
  await panel.getByRole("spinbutton", { name: "带宽" }).fill("1234");
  await expect(page).toHaveURL(/heat=accidents,capped,1234,/);
  await expect(bandwidth).toHaveAttribute("aria-valuetext", "1.2 km");

  await panel.getByRole("switch", { name: "在图上显示热力" }).click();
  await expect(page).not.toHaveURL(/heat=/);
  await expect(legendOf(page)).toBeHidden();
});

test("the panel says what the API answers to the same question", async ({ page, request }) => {
  const filter = "severity IN ('fatal','injury')";
  await openMap(
    page,
    `/?tool=heat&heat=accidents,injuries,500,0.85&time=2025-01-01..2026-01-01&filter.accidents=${encodeURIComponent(filter)}`,
  );
  const shown = await readLegend(page);
  const response = await request.post("/api/analyses/density", {
    data: { layer: "accidents", weight: "injuries", bandwidthM: 500, from: "2025-01-01", to: "2026-01-01", filter },
  });
  const { findings, summary } = (await response.json()) as { findings: DensityBand[]; summary: DensitySummary };

  expect(shown.length).toBeGreaterThan(2);
  const areaOf = (index: number) => findings[index]!.areaKm2 - (findings[index + 1]?.areaKm2 ?? 0);
  const told = findings.map(({ min, max }, index) => [
    max === null ? `≥ ${min}` : `${min} – ${max}`,
    String(Number(areaOf(index).toPrecision(3))),
  ]);
  expect(shown).toEqual(told.reverse());
  await expect(panelOf(page)).toContainText(`${Number(summary.max.toPrecision(3))} 人/(km²·年)`);
  await expect(panelOf(page)).toContainText(`${summary.count.toLocaleString("en")} 起`);
  await expect(panelOf(page)).toContainText("2025-01-01 至 2025-12-31");
});

test("zooming changes nothing in the legend", async ({ page }) => {
  await openMap(page, "/?tool=heat&heat=accidents,count,300,0.85");
  const before = await readLegend(page);
  await panelOf(page).getByRole("button", { name: "到最高处" }).click();
  await settled(page);
  await expect(page).toHaveURL(/at=[\d.]+,[\d.]+,14\b/);
  expect(await readLegend(page)).toEqual(before);
});

test("counts lie over the heat only when asked for", async ({ page }) => {
  await openMap(page, "/?tool=heat&heat=accidents,count,500,0.85");
  await readLegend(page);
  const bare = await pictureOf(page);
  await panelOf(page).getByRole("checkbox", { name: "热力上方显示聚合数字" }).check();
  await expect(page).toHaveURL(/,counts/);
  expect(await difference(page, bare, await pictureOf(page))).toBeGreaterThan(0.01);
  await panelOf(page).getByRole("checkbox", { name: "热力上方显示聚合数字" }).uncheck();
  await expect(page).not.toHaveURL(/,counts/);
  expect(await difference(page, bare, await pictureOf(page))).toBeLessThan(0.001);
});

test("a handful of records is said to be one", async ({ page }) => {
  await openMap(page, `/?tool=heat&heat=accidents,deaths,300,0.85&time=2026-03-01..2026-04-01`);
  await expect(panelOf(page)).toContainText(/样本过少：整幅图只依据 \d+ 条记录/);
  await expect(panelOf(page)).toContainText("时段只有 0.085 年");
});
