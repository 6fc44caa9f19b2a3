import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const READY = 'body[data-state="ready"]';

async function openCarriers(page: Page): Promise<Locator> {
  await page.goto("/traffic?traffic=carriers");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const part = page.getByRole("region", { name: "企业", exact: true });
  await expect(carriers(part).first()).toBeVisible();
  return part;
}

const carriers = (part: Locator) => part.getByRole("button", { name: /^查看 / });

/** `中风险 14` as 14. */
async function countOf(part: Locator, name: RegExp): Promise<number> {
  const text = await part.getByRole("button", { name }).textContent();
  return Number(text!.replaceAll(/\D/g, ""));
}

test("a squad moves a threshold, opens the worst carrier, sees its accidents on the map and sends the list out", async ({
  page,
}) => {
  const part = await openCarriers(page);
  await expect(part.getByText(/^事故 [\d,]+ 起 = 期内写明企业 \d+ \+ 期内未写明企业 [\d,]+ \+ 期外/)).toBeVisible();
  await expect(part.getByText("非法定标准")).toBeVisible();
  const all = await countOf(part, /^全部 \d/);
  const medium = await countOf(part, /^中风险 \d/);
  const groups = await Promise.all([/^高/, /^中/, /^无/, /^低/].map((name) => countOf(part, name)));
  expect(groups.reduce((sum, count) => sum + count, 0)).toBe(all);

  await part.getByText("阈值", { exact: true }).click();
  const accidents = part.getByRole("textbox", { name: "每年事故中风险阈值" });
  await accidents.fill("0");
  await expect(part.getByRole("alert")).toHaveText("应为 0.1 – 10,000，或留空");
  await accidents.fill("11");
  await expect(part.getByRole("alert")).toHaveText("中风险不得高于高风险 10");
  await accidents.fill("1");
  await expect(part.getByText("已改 1 项")).toBeVisible();
  await expect.poll(() => countOf(part, /^中风险 \d/)).toBeGreaterThan(medium);
  await expect(page).toHaveURL(/carrierNumbers=/);

  await carriers(part).first().click();
  await expect(page).toHaveURL(/carrier=/);
  const portrait = part.getByRole("region").last();
  await expect(portrait.getByText(/死亡 \d+ 人，阈值 1/)).toBeVisible();
  const records = portrait.getByRole("button", { name: /^在地图上查看事故 / });
  await expect(portrait.getByText(new RegExp(`^事故 ${await records.count()}$`))).toBeVisible();
  const name = await records.first().getAttribute("aria-label");
  await records.first().click();
  await expect(page).toHaveURL(/detail=accidents/);
  await expect(page.getByText(name!.replace("在地图上查看事故 ", "")).last()).toBeVisible();

  const waiting = page.waitForEvent("download");
  await part.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /Excel/ }).click();
  const sheets = readWorkbook(await readFile(await (await waiting).path()));
  expect(sheets.map(({ name: sheet }) => sheet)).toEqual(["高中风险企业", "其他企业", "参数"]);
  expect(sheets[0]!.rows.length + sheets[1]!.rows.length).toBe(all + 2);
  const facts = sheets[2]!.rows.map((row) => row.map((cell) => cell?.value ?? "").join(" "));
  expect(facts).toContain("阈值 每年事故（起/年）：中 ≥ 1，高 ≥ 10（已改，非建议值）");
  expect(JSON.stringify(sheets)).not.toContain("演G");
});

test("the link brings threshold and carrier back, and the sheet in print stands on the same", async ({ page }) => {
  const part = await openCarriers(page);
  await part.getByText("阈值", { exact: true }).click();
  await part.getByRole("textbox", { name: "死亡高风险阈值" }).fill("");
  await expect(part.getByText("已改 1 项")).toBeVisible();
  const high = await countOf(part, /^高风险 \d/);
  await part.getByRole("link", { name: "打印名单" }).click();
  const sheet = page.getByRole("article", { name: "重点运输企业交通安全风险名单" });
  await expect(sheet.getByText("演示数据：名称和数字均为虚构")).toBeVisible();
  await expect(sheet.getByText("死亡（人）：中 ≥ 不判，高 ≥ 不判（已改，非建议值）")).toBeVisible();
  await expect(sheet.getByRole("cell", { name: "高风险", exact: true })).toHaveCount(high);
  await page.getByRole("link", { name: "返回" }).click();
  await expect(part.getByText("已改 1 项")).toBeVisible();
});
