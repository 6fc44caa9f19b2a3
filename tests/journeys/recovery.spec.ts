import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { expectReady, loseContext, openMap, pictureOf } from "../support/map-page.ts";

/** Share of pixels that differ visibly between two pictures of the same size, 0 to 1. */
const difference = (page: Page, a: string, b: string): Promise<number> =>
  page.evaluate(
    async (addresses) => {
      const [first, second] = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d")!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      if (first!.length !== second!.length) return 1;
      let differing = 0;
      for (let i = 0; i < first!.length; i += 4)
        if ([0, 1, 2].some((channel) => Math.abs(first![i + channel]! - second![i + channel]!) > 8)) differing++;
      return differing / (first!.length / 4);
    },
    [a, b],
  );

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
