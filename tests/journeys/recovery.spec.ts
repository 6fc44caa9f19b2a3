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
