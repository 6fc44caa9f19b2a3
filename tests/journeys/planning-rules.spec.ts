import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";

const panel = (page: Page) => page.getByRole("region", { name: "规则", exact: true });
const rows = (page: Page) => panel(page).getByRole("row").filter({ hasText: "GB" });

/** How many rules are listed, as the panel says. */
const counted = async (page: Page) =>
  Number((await panel(page).getByRole("status").innerText()).split("/")[0]!.replaceAll(",", ""));

test("rules are looked up by clause and class, and set side by side", async ({ page }) => {
  await openMap(page, "/planning?planning=rules&layers=0");
  await expect.poll(() => counted(page)).toBeGreaterThan(100);
  const all = await counted(page);
  const search = panel(page).getByRole("searchbox");
  await search.fill("50156-2021 表4.0.4 三类保护物");
  await expect.poll(() => counted(page)).toBeLessThan(all / 10);
  await expect(rows(page).first()).toContainText("三类保护物");
  await rows(page).first().getByRole("checkbox").check();
  await search.fill("50016 表3.5.1");
  await expect(rows(page).first()).toContainText("GB 50016");
  await rows(page).first().getByRole("checkbox").check();
  await panel(page).getByRole("button", { name: "并列比较 2 条" }).click();
  const standards = panel(page).getByRole("row", { name: /^标准及版本/ });
  await expect(standards).toContainText("GB 50156-2021");
  await expect(standards).toContainText("GB 50016-2014(2018)");
  await panel(page).getByRole("button", { name: "回到列表" }).click();
  await search.fill("没有这样的条文");
  await expect(panel(page)).toContainText("没有符合条件的规则");
});

test("an expert overrides a rule with a reason, it holds at once, and is taken back", async ({ page }) => {
  await openMap(page, "/planning?planning=rules&layers=0");
  await panel(page).getByRole("searchbox").fill("50016 表3.5.1 铁路");
  const row = rows(page).first();
  await row.getByRole("button").click();
  const detail = panel(page).getByRole("region", { name: "规则详情" });
  await expect(detail).toContainText("尚无人确认");
  const form = detail.getByRole("form", { name: "本地专家意见" });
  const save = form.getByRole("button", { name: "记录意见" });
  await form.getByText("改为另一距离").click();
  await form.getByRole("spinbutton", { name: "改为" }).fill("45");
  await form.getByRole("textbox", { name: "专家姓名" }).fill("王工");
  await expect(save).toBeDisabled();
  await form.getByRole("textbox", { name: "理由" }).fill("铁路局来函 2026-12");
  await save.click();
  await expect(row).toContainText("45 m");
  await expect(row).toContainText("专家已改");
  await expect(detail).toContainText("条文 40 m，王工");

  await form.getByText("撤回以前的意见").click();
  await save.click();
  await expect(row).toContainText("40 m");
  await expect(detail).toContainText("尚无人确认");
  await expect(form.getByRole("region", { name: "历次意见" }).getByRole("listitem")).toHaveCount(2);
});
