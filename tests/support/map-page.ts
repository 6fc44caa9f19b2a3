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

/** The page names its map for people at the console; its declaration is not part of the tests' program. */
interface Named {
  readonly zoneMap: ZoneMap;
}
