import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { registerOn } from "../support/register-page.ts";

const READY = 'body[data-state="ready"]';

/** Opens the effect of the works at an entry of the demonstration zone's register. */
async function openEffect(page: Page, name: RegExp) {
  await page.goto("/traffic?traffic=register");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const { part, file } = registerOn(page);
  await part.getByRole("button", { name }).click();
  await file.getByRole("button", { name: "成效" }).click();
  const effect = page.getByRole("region", { name: "成效", exact: true });
  await expect(effect.getByRole("region", { name: "前后对比" })).toBeVisible();
  return effect;
}

test("works that helped are said to, with interval and where crashes went, and the days asked come back with the link", async ({
  page,
}) => {
  const effect = await openEffect(page, /^打开 南苇线/);
  await expect(effect.getByText(/^事故减少：与不治理相比为 \d+ %（95% 区间 \d+ % 至 \d+ %）$/)).toBeVisible();
  await expect(effect.getByText(/^初步结果：治理后统计期到 \d{4}-\d{2}-\d{2} 才满$/)).toBeVisible();
  const all = effect.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^全部/ }) });
  const counted = (await all.getByRole("cell").allInnerTexts()).slice(0, 2).map(Number);
  expect(counted[0]).toBeGreaterThan(counted[1]!);
  await expect(effect.getByRole("region", { name: "相邻路段" })).toContainText(
    /两侧各 500 m：治理前 \d+ 起，治理后 \d+ 起/,
  );
  await expect(effect.getByText(/^事故 [\d,]+ 起 = 已定位/)).toBeVisible();

  await effect.getByLabel("完工次日").fill("2025-04-01");
  await expect(effect.getByRole("alert")).toContainText("完工须晚于开工");
  await expect(page).not.toHaveURL(/works=/);
  await effect.getByLabel("完工次日").fill("2025-05-17");
  await expect(effect.getByRole("region", { name: "前后对比" })).toBeVisible();
  await expect(page).toHaveURL(/works=2025-04-02\.\.2025-05-17/);
  await page.reload();
  await page.waitForSelector(READY, { timeout: 90_000 });
  await expect(effect.getByLabel("完工次日")).toHaveValue("2025-05-17");
  await expect(effect.getByRole("region", { name: "前后对比" })).toBeVisible();

  // Another site has its own works, or none.
  await page.goto("/traffic?traffic=effect&spot=segment:812090:812510:G111");
  await page.waitForSelector(READY, { timeout: 90_000 });
  await expect(effect.getByLabel("开工")).toHaveValue("");
  await expect(effect.getByText("填写施工起止日期后，立即比较治理前后的事故。")).toBeVisible();
});

test("works in vain are not said to have helped", async ({ page }) => {
  const effect = await openEffect(page, /^打开 环城路K7/);
  await expect(effect.getByText(/^(不能判定|事故增加)：与不治理相比为 /)).toBeVisible();
  await expect(effect.getByText(/^事故减少：/)).toHaveCount(0);
});
