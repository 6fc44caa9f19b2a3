import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";

const panel = (page: Page) => page.getByRole("region", { name: "分级", exact: true });
const grade = (page: Page) => panel(page).getByRole("status").filter({ hasText: "α" });

async function openSource(page: Page, code: string): Promise<void> {
  await openMap(page, "/planning?layers=0");
  await page.getByRole("navigation", { name: "规划工具" }).getByRole("button", { name: "分级" }).click();
  await panel(page)
    .getByRole("combobox", { name: /选重大危险源/ })
    .fill(code);
  await page.keyboard.press("Enter");
  await expect(grade(page)).toBeVisible();
}

const setTonnes = async (page: Page, name: string, tonnes: string) => {
  const field = panel(page).getByRole("spinbutton", { name: `${name} 吨` });
  await field.fill(tonnes);
  await field.blur();
};

test("a source of the ledger is graded term by term, and its level follows the tonnes", async ({ page }) => {
  await openSource(page, "DEMO-Z-001");
  await expect(grade(page)).toContainText("一级");
  await expect(grade(page)).toContainText("与备案一致");
  const term = panel(page).getByRole("region", { name: "逐项计算" }).getByRole("row").filter({ hasText: "氯" });
  await expect(term).toContainText("GB 18218-2018 表1");
  await expect(term.getByRole("cell")).toContainText(["氯", "280", "5", "56", "4", "224"]);

  await setTonnes(page, "氯", "40");
  await expect(grade(page)).toContainText("三级");
  await expect(grade(page)).toContainText("备案 一级，现算 三级");
  await expect(grade(page)).toContainText("任何人口数都得不到一级");
  await setTonnes(page, "氯", "0");
  await expect(panel(page).getByRole("alert")).toContainText("吨数须大于 0");
  await panel(page).getByRole("button", { name: "恢复台账所载" }).click();
  await expect(grade(page)).toContainText("与备案一致");
});

test("people whom no ledger knows raise the level with their evidence, and go again", async ({ page }) => {
  await openSource(page, "DEMO-Z-001");
  await setTonnes(page, "氯", "40");
  await expect(grade(page)).toContainText("三级");
  const added = panel(page).getByRole("group", { name: "补充台账没有的人" });
  await added.getByRole("spinbutton", { name: "人数" }).fill("120");
  await expect(added.getByRole("button", { name: "补充", exact: true })).toBeDisabled();
  await added.getByRole("textbox", { name: /依据/ }).fill("工地宿舍，电话核实");
  await added.getByRole("button", { name: "补充", exact: true }).click();
  await expect(grade(page)).toContainText("二级");
  await expect(grade(page)).toContainText("120 人");
  await added.getByRole("button", { name: /删除补充/ }).click();
  await expect(grade(page)).toContainText("三级");
});

test("a substance that the tables do not hold is asked for, never guessed", async ({ page }) => {
  await openSource(page, "DEMO-Z-001");
  await panel(page).getByRole("button", { name: "添加物质" }).click();
  await panel(page).getByRole("combobox", { name: "名称" }).last().fill("某中间体");
  await setTonnes(page, "某中间体", "600");
  await expect(panel(page)).toContainText("表1没有这个名称");
  await expect(grade(page)).toContainText("上限未知");
  await panel(page).getByRole("combobox", { name: "类别（表2）" }).fill("W5.3");
  await page.keyboard.press("Enter");
  await expect(grade(page)).not.toContainText("上限未知");
  const terms = panel(page).getByRole("region", { name: "逐项计算" });
  await expect(terms.getByRole("row").filter({ hasText: "某中间体" })).toContainText("类别由人指定");
});

test("a place around is taken out, put in again, and given another number", async ({ page }) => {
  await openSource(page, "DEMO-Z-001");
  await panel(page).getByRole("checkbox", { name: "其他企业员工" }).check();
  await expect(grade(page)).not.toContainText("500 m0 人");
  const first = panel(page).getByRole("row").filter({ hasText: "属计入的人" }).first();
  const name = await first.getByRole("button").first().innerText();
  const row = panel(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name, exact: true }) })
    .first();
  const before = await grade(page).innerText();
  await row.getByRole("checkbox").uncheck();
  await expect(row).toContainText("人工更正");
  await expect.poll(() => grade(page).innerText()).not.toBe(before);
  await row.getByRole("button", { name: "恢复台账人数" }).click();
  await expect.poll(() => grade(page).innerText()).toBe(before);
});
