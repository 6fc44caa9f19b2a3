import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { difference, expectReady, loseContext, openMap, pictureOf } from "../support/map-page.ts";

test.use({ allowedTrouble: [/context/i] });

test("a lost drawing surface comes back with the same ground and the same symbols", async ({ page }) => {
  const place = "at=122.26,43.62,13.5";
  await openMap(page, `/?${place}&on=`);
  const ground = await pictureOf(page);
  await openMap(page, `/?${place}`);
  const before = await pictureOf(page);
  // What follows would prove nothing if the symbols could not be told from the ground, or the ground from nothing.
  expect(await difference(page, ground, before)).toBeGreaterThan(0.01);

  await loseContext(page);
  await expect(page.locator("body")).toHaveAttribute("data-state", "lost");
  await expect(page.getByText("图形设备被系统收回，正在恢复…")).toBeVisible();
  await expectReady(page);
  await expect(page.getByText("图形设备被系统收回，正在恢复…")).toBeHidden();
  expect(await difference(page, before, await pictureOf(page))).toBeLessThan(0.001);

  // And it is alive: what is asked of it now is drawn.
  await page.getByRole("button", { name: "深色界面" }).click();
  await expect.poll(async () => difference(page, before, await pictureOf(page))).toBeGreaterThan(0.5);
});

test("a screen keeps its one map and picture through losses that follow at once, and through another size", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openMap(page, "/screen?scene=houses&theme=dark");
  const canvas = page.locator("canvas.maplibregl-canvas");
  await canvas.evaluate((element) => element.setAttribute("data-first", ""));
  const before = await pictureOf(page);
  const heldBefore = await heldByMap(page);

  await loseContext(page);
  await expect(page.locator("body")).toHaveAttribute("data-state", "lost");
  await expectReady(page);
  await loseContext(page);
  await expect(page.locator("body")).toHaveAttribute("data-state", "lost");
  await expectReady(page);
  expect(await difference(page, before, await pictureOf(page))).toBeLessThan(0.001);
  // Within weeks what a loss leaves behind would fill the page.
  expect(await heldByMap(page)).toEqual(heldBefore);

  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await pictureOf(page)).length).not.toBe(before.length);
  await loseContext(page);
  await expect(page.locator("body")).toHaveAttribute("data-state", "lost");
  await expectReady(page);
  await expect(canvas).toHaveAttribute("data-first", "");
});

/** What grew with each loss before it was seen to: elements of the map, and what listens to its canvas. */
async function heldByMap(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", {
    expression: 'document.querySelector("canvas.maplibregl-canvas")',
  });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId! });
  await session.detach();
  return {
    elements: await page.locator(".maplibregl-map *").count(),
    listeners: listeners.map(({ type }) => type).toSorted(),
  };
}
