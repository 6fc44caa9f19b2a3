import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";

const HAN = /\p{Script=Han}/u;

/**
 * Texts of the page with Chinese characters in them: what is read, and names, titles and hints that are spoken or shown on pointing.
 * Marks within symbols are the map's, and names of features are the ledger's: neither is the page's to translate.
 */
const chineseOn = (page: Page): Promise<string[]> =>
  page.evaluate((pattern) => {
    const han = new RegExp(pattern, "u");
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.closest("svg, script, style")) continue;
        for (const name of ["aria-label", "aria-valuetext", "title", "placeholder", "alt"]) {
          const text = node.getAttribute(name);
          if (text && han.test(text)) found.push(`${name}: ${text}`);
        }
      } else if (!node.parentElement?.closest("svg, script, style") && han.test(node.textContent ?? ""))
        found.push(node.textContent!.trim());
    }
    return found;
  }, HAN.source);

test("every word of the page changes with the language", async ({ page }) => {
  await openMap(page, "/?heat=accidents,deaths,500,0.85&timeBar=1&time=2026-03-01..2026-04-01");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  expect((await chineseOn(page)).length).toBeGreaterThan(50);

  await page.getByRole("button", { name: "切换到英文界面" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/lang=en/);
  await expect(page).toHaveTitle("Zone risk map");
  const rail = page.getByRole("navigation", { name: "Tools" });
  for (const tool of ["Details", "Selection", "Rings", "Heat", "Measure"]) {
    await rail.getByRole("button", { name: tool }).click();
    await expect(page.getByRole("complementary").last().getByRole("heading", { level: 2 })).toBeVisible();
    // The way back is named in the language that it leads to.
    expect(await chineseOn(page), tool).toEqual(["中文"]);
  }

  await page.getByRole("button", { name: "Switch to Chinese" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page).not.toHaveURL(/lang=/);
});

test("the lists that open speak the page's language too", async ({ page }) => {
  await openMap(page, "/?lang=en&tool=heat&heat=accidents,count,300,0.85&timeBar=1");
  const lists = [
    page.getByRole("region", { name: "Heat", exact: true }).getByRole("combobox", { name: "Layer" }),
    page.getByRole("region", { name: "Heat", exact: true }).getByRole("combobox", { name: "Weight" }),
    page.getByRole("region", { name: "Time bar" }).getByRole("combobox", { name: "Step" }),
    page.getByRole("region", { name: "Time bar" }).getByRole("textbox").first(),
  ];
  const opened = page.locator(".ant-select-dropdown:visible, .ant-picker-dropdown:visible");
  for (const list of lists) {
    await list.click();
    await expect(opened).toBeVisible();
    expect(await chineseOn(page)).toEqual(["中文"]);
    await page.keyboard.press("Escape");
    // The last one folds with a movement of its own.
    await expect(opened).toHaveCount(0);
  }
});
