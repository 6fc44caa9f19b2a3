import type { Page } from "@playwright/test";
import type { ZoneMap } from "../../web/map/picture.ts";
import { expect } from "./app.ts";

/** Opens an address of the product and waits for the map's first complete picture. */
export async function openMap(page: Page, address = "/"): Promise<void> {
  await page.goto(address);
  await expectReady(page);
}

export const expectReady = (page: Page): Promise<void> =>
  expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 90_000 });

/** Resolves once everything that the page has asked of the map is on the screen. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Named).zoneMap.settled());

export const cameraOf = (page: Page): Promise<ZoneMap["camera"]> =>
  page.evaluate(() => (window as unknown as Named).zoneMap.camera);

/** PNG of the map alone, as a data URL. */
export const pictureOf = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as Named).zoneMap.picture());

export const loseContext = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Named).zoneMap.loseContext());

/** Share of pixels that differ visibly between two pictures of the same size, 0 to 1. */
export const difference = (page: Page, a: string, b: string): Promise<number> =>
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

/** The page names its map for people at the console; its declaration is not part of the tests' program. */
interface Named {
  readonly zoneMap: ZoneMap;
}
