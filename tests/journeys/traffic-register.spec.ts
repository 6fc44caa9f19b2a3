import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { BlackSpotFile } from "../../server/black-spots/register.ts";
import { expect, test } from "../support/app.ts";
import { finding } from "../support/black-spots.ts";
import { JPEG } from "../support/photographs.ts";
import { readWorkbook } from "../support/read-workbook.ts";
import { registerOn, removeRegistered } from "../support/register-page.ts";

const READY = 'body[data-state="ready"]';

// What the register refuses, the browser writes to its console.
test.use({ allowedTrouble: [/status of 4(09|22)/] });
test.afterEach(({ page }) => removeRegistered(page));

/** A candidate of April 2026, as the page sends a finding, and its file open. */
async function openCandidate(page: Page) {
  const answer = await page.request.post("/api/black-spots", { data: finding({ on: "2026-04-10" }) });
  const { entry }: BlackSpotFile = await answer.json();
  await page.goto(`/traffic?traffic=register&entry=${entry.id}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  const register = registerOn(page);
  await expect(register.history).toHaveCount(1);
  return { entry, register };
}

test("every step names what is wrong with it, and keeps nothing until it is right", async ({ page }) => {
  const { entry, register } = await openCandidate(page);
  const { form, history, save, fillIn } = register;
  const refused = (text: string | RegExp) => expect(form.getByText(text)).toBeVisible();

  await fillIn("确认为多发点段");
  await save();
  await refused("须填写：办理人");
  await form.getByLabel("办理人").fill("王警官");
  await form.getByLabel("日期", { exact: true }).fill("2099-01-01");
  await save();
  await refused(/^没有保存：日期应不晚于 \d{4}-\d{2}-\d{2}$/);
  await form.getByLabel("日期", { exact: true }).fill("2026-04-09");
  await save();
  await refused(/^没有保存：日期应在 2026-04-10 至 /);
  await expect(form.getByLabel("日期", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("日期", { exact: true }).fill("2026-04-12");
  await form.getByRole("button", { name: "保存" }).dblclick();
  await refused("已记入台账：确认");
  await expect(history).toHaveCount(2);

  await fillIn("挂牌督办", { 日期: "2026-04-20" });
  await save();
  await refused("须填写：文号, 治理期限");
  await fillIn("挂牌督办", { 文号: "通公交〔2026〕12号", 治理期限: "2026-04-19", 下次办理: "2026-04-01" });
  await save();
  await refused("没有保存：下次办理应不早于 2026-04-20; 治理期限应不早于 2026-04-20");
  await register.say("挂牌督办", "挂牌督办", { 治理期限: "2026-05-31", 下次办理: "2026-05-01" });
  // Its deadline has passed, and so has the day on which somebody had to look again.
  const row = register.part.getByRole("row").filter({ hasText: entry.code });
  await expect(row).toContainText(/逾期 \d+ 天 期限 2026-05-31.*下次 2026-05-01 已过/);

  await fillIn("延期", { 治理期限: "2026-05-31", 说明: "汛期停工" });
  await save();
  await refused("没有保存：治理期限应晚于 2026-05-31");
  await fillIn("开始治理");
  await save();
  await refused("须填写：治理措施");
  await register.say("开始治理", "开始治理", { 日期: "2026-05-10", 治理措施: "完善标线" });
  await fillIn("销号", { 日期: "2026-06-01", 文号: "通公交〔2026〕40号", 治理完成日期: "2026-06-02" });
  await save();
  await refused("没有保存：治理完成日期应不晚于 2026-06-01");
  await register.say("销号", "销号", { 日期: "2026-06-01", 治理完成日期: "2026-05-30", 文号: "通公交〔2026〕40号" });
  await fillIn("评估成效");
  await expect(form.getByText(/事故减少|事故增加|不能判定|没有足够的数据/).first()).toBeVisible();
  await save();
  await refused("须填写：说明");
  await expect(history).toHaveCount(5);

  // Somebody else acts while this one types: nothing typed is lost, nothing is written over.
  await fillIn("备注", { 说明: "现场复核" });
  await page.request.post(`/api/black-spots/${entry.id}/events`, {
    data: {
      kind: "note",
      by: "李警官",
      on: "2026-06-02",
      note: "他人备注",
      revision: await revisionOf(page, entry.id),
    },
  });
  await expect(history).toHaveCount(6);
  await save();
  await refused("档案刚有变动，已读入最新状态，请核对后再保存");
  await expect(form.getByLabel("说明")).toHaveValue("现场复核");
  await save();
  await refused("已记入台账：备注");
  await expect(history).toHaveCount(7);
});

test("photographs stay with the file, and what is no picture is refused in words", async ({ page }) => {
  const { register } = await openCandidate(page);
  const { file, form } = register;
  const picture = { name: "现场.jpg", mimeType: "image/jpeg", buffer: JPEG };
  await file.getByLabel("添加照片").setInputFiles(picture);
  await expect(file.getByText("先填写办理人")).toBeVisible();
  await form.getByLabel("办理人").fill("王警官");
  await file.getByLabel("添加照片").setInputFiles({ ...picture, buffer: Buffer.from("no picture at all") });
  await expect(file.getByText(/^没有加入：不是能读取的/)).toBeVisible();
  await file.getByLabel("添加照片").setInputFiles(picture);
  const shown = file.getByRole("img", { name: "现场照片 现场.jpg" });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(24);
  await expect(file.getByText(/加照片 .*王警官/)).toHaveCount(1);
  await file.getByRole("button", { name: "撤回照片 现场.jpg" }).click();
  await expect(file.getByRole("button", { name: "撤回", exact: true })).toBeDisabled();
  await file.getByLabel("撤回原因（记入经过）").fill("拍到行人正脸");
  await file.getByRole("button", { name: "撤回", exact: true }).click();
  await expect(shown).toBeHidden();
  await expect(file.getByText(/撤照片 .*王警官/)).toHaveCount(1);
});

test("the overdue come first, and the quarter's table says the same", async ({ page }) => {
  await page.goto("/traffic?traffic=register");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const { part } = registerOn(page);
  const rows = part.getByRole("button", { name: /^打开 / });
  await expect(rows.first()).toHaveAccessibleName(/K818\+136/);
  await part.getByRole("checkbox", { name: "只看逾期" }).check();
  await expect(rows).toHaveCount(1);
  const overdueDays = /逾期 (\d+) 天/.exec(await part.getByRole("row").nth(1).innerText())![1];

  const waiting = page.waitForEvent("download");
  await part.getByRole("link", { name: "季度表 XLSX" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const [table] = readWorkbook(await readFile(await download.path()));
  const cells = table!.rows.map((row) => row.map((cell) => cell?.value ?? ""));
  const head = cells.find((row) => row.includes("逾期天数"))!;
  const spot = cells.find((row) => row.includes("DEMO-S-002"))!;
  expect(spot[head.indexOf("逾期天数")]).toBe(overdueDays);
  expect(cells.filter((row) => row.some((cell) => /^DEMO-S-\d+$/.test(cell)))).toHaveLength(10);
});

async function revisionOf(page: Page, id: string): Promise<number> {
  const file: BlackSpotFile = await (await page.request.get(`/api/black-spots/${id}`)).json();
  return file.entry.revision!;
}
