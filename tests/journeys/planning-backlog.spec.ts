import { readFile } from "node:fs/promises";
import { expect, test } from "../support/app.ts";

const READY = 'body[data-state="ready"]';

test("a planner works through the standing conflicts and orders one to be rectified", async ({ page }) => {
  await page.goto("/planning?planning=backlog");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const part = page.getByRole("region", { name: "积案", exact: true });
  await expect(part.getByText(/规则版本/)).toBeVisible();
  const rows = part.getByRole("button", { name: /^查看 / });
  await expect(rows.first()).toBeVisible();
  await part.getByText(/^不能判定 [1-9]/).click();
  await expect(rows.first()).toBeVisible();
  await part.getByText(/^距离不足 [1-9]/).click();

  const before = await page.getByText(/^级别/).textContent();
  await rows.first().press("Enter");
  const detail = page.getByRole("region", { name: "冲突详情" });
  await expect(detail.getByText(/不应小于|不宜小于/).first()).toBeVisible();
  await expect(detail.getByText("发现").first()).toBeVisible();
  await expect(page.getByText(/^级别/)).not.toHaveText(before!);

  await detail.getByRole("button", { name: "处理决定" }).click();
  const form = page.getByRole("form", { name: "处理决定" });
  await form.getByRole("button", { name: "保存决定" }).click();
  await expect(form.getByText(/须定期限/)).toBeVisible();
  await form.getByLabel("整改单位或责任人").fill("园区应急局");
  await form.getByLabel("限期", { exact: true }).fill("2030-01-31");
  await form.getByLabel("决定人").fill("李工");
  await form.getByRole("button", { name: "保存决定" }).click();
  await expect(detail.getByText(/限期整改.*园区应急局.*2030-01-31.*李工/)).toBeVisible();

  await part.getByLabel("处理状态").click({ force: true });
  await page.getByTitle("限期整改").click();
  await expect(rows).toHaveCount(1);
  await expect(part.getByText("限 2030-01-31").first()).toBeVisible();
});

test("the list goes out as a workbook", async ({ page }) => {
  await page.goto("/planning?planning=backlog");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载 XLSX" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 2).toString("latin1")).toBe("PK");
});
