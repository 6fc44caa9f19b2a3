import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";

const LAT = 43.62;
const ZOOM = 14;

/** Radii of curvature of WGS84 at the latitude, east and north: what a degree is worth there, by the textbook. */
const E2 = 0.00669437999014;
const W2 = 1 - E2 * Math.sin((LAT * Math.PI) / 180) ** 2;
const EAST_RADIUS_M = 6_378_137 / Math.sqrt(W2);
const NORTH_RADIUS_M = (6_378_137 * (1 - E2)) / W2 ** 1.5;
/** A pixel of a Mercator map of 512 × 2^zoom pixels around the world, in radians of longitude, and its share in latitude. */
const PIXEL = (2 * Math.PI) / (512 * 2 ** ZOOM);
const COS_LAT = Math.cos((LAT * Math.PI) / 180);
const eastM = (pixels: number) => pixels * PIXEL * COS_LAT * EAST_RADIUS_M;
const northM = (pixels: number) => pixels * PIXEL * COS_LAT * NORTH_RADIUS_M;

async function openMap(page: Page) {
  await page.goto(`/?tool=measure&layers=0&at=122.26,${LAT},${ZOOM}`);
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const at = (dx: number, dy: number) => [Math.round(x + width / 2) + dx, Math.round(y + height / 2) + dy] as const;
  return {
    async click(dx: number, dy: number) {
      await page.mouse.move(...at(dx, dy), { steps: 3 });
      await page.mouse.click(...at(dx, dy));
    },
    async doubleClick(dx: number, dy: number) {
      await page.mouse.move(...at(dx, dy), { steps: 3 });
      await page.mouse.dblclick(...at(dx, dy));
    },
    move: (dx: number, dy: number) => page.mouse.move(...at(dx, dy), { steps: 3 }),
  };
}

const panel = (page: Page) => page.getByRole("region", { name: "量测", exact: true });

/** `692.8 m`, `1.182 km` → metres. */
function metresIn(text: string): number {
  const [, number, unit] = /([\d.,]+) (km|m)(?!²)/.exec(text)!;
  return Number(number!.replaceAll(",", "")) * (unit === "km" ? 1000 : 1);
}

test("measures a line leg by leg while it is drawn, and keeps it", async ({ page }) => {
  const map = await openMap(page);
  await panel(page).getByRole("button", { name: "量距离" }).click();
  await map.click(-200, 0);
  await map.move(0, 0);
  const live = panel(page).getByRole("region", { name: "正在量测" });
  await expect(live).toContainText("总长");
  const legs = live.getByRole("listitem");
  await expect
    .poll(async () => metresIn((await legs.first().innerText()).replaceAll("\n", " ")))
    .toBeCloseTo(eastM(200), 0);
  await map.click(0, 0);
  await map.move(0, 120);
  await expect(legs).toHaveCount(2);
  await map.doubleClick(0, 120);
  const kept = panel(page).getByRole("listitem", { name: "距离 1" });
  await expect(kept).toBeVisible();
  await expect(live).toBeHidden();
  const texts = await kept.getByRole("listitem").allInnerTexts();
  const [first, second] = texts.map((text) => metresIn(text.replaceAll("\n", " ")));
  expect(Math.abs(first! - eastM(200))).toBeLessThan(0.1);
  expect(Math.abs(second! - northM(120))).toBeLessThan(0.2);
  expect(texts[0]).toContain("90°");
  expect(texts[1]).toContain("180°");
  // The double click that ended it neither zoomed nor opened what lay under it.
  await expect(page).toHaveURL(new RegExp(`at=122.26,${LAT},${ZOOM}(&|$)`));
  await expect(panel(page)).toBeVisible();
});

test("measures an area with its perimeter", async ({ page }) => {
  const map = await openMap(page);
  await panel(page).getByRole("button", { name: "量面积" }).click();
  await map.click(-100, -75);
  await map.click(100, -75);
  await map.click(100, 75);
  await map.doubleClick(-100, 75);
  const kept = panel(page).getByRole("listitem", { name: "面积 1" });
  const text = (await kept.innerText()).replaceAll("\n", " ");
  const areaM2 = Number(/([\d,]+) m²/.exec(text)![1]!.replaceAll(",", ""));
  const expected = eastM(200) * northM(150);
  expect(Math.abs(areaM2 / expected - 1)).toBeLessThan(1e-3);
  expect(Math.abs(metresIn(text.slice(text.indexOf("周长"))) - 2 * (eastM(200) + northM(150)))).toBeLessThan(2);
});

test("Escape leaves off drawing and keeps the tool open; measurements can be removed", async ({ page }) => {
  const map = await openMap(page);
  const distance = panel(page).getByRole("button", { name: "量距离" });
  await distance.click();
  await map.click(-50, 0);
  await map.move(50, 0);
  await page.keyboard.press("Escape");
  await expect(distance).toHaveAttribute("aria-pressed", "false");
  await expect(panel(page)).toContainText("还没有量测结果");
  await distance.click();
  await map.click(-50, 0);
  await map.doubleClick(50, 0);
  await panel(page).getByRole("button", { name: "删除 距离 1" }).click();
  await expect(panel(page)).toContainText("还没有量测结果");
});

test("closing the tool leaves off drawing, so that clicks open features again", async ({ page }) => {
  const map = await openMap(page);
  await panel(page).getByRole("button", { name: "量面积" }).click();
  await map.click(-50, 0);
  await panel(page).getByRole("button", { name: "关闭" }).click();
  await expect(panel(page)).toBeHidden();
  await page.getByRole("button", { name: "量测" }).click();
  await expect(panel(page).getByRole("button", { name: "量面积" })).toHaveAttribute("aria-pressed", "false");
});

test("draws and measures without a pointer", async ({ page }) => {
  await openMap(page);
  await panel(page).getByRole("button", { name: "量距离" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  const live = panel(page).getByRole("region", { name: "正在量测" });
  // An arrow moves the map by 100 pixels, gently; the line follows.
  await expect
    .poll(async () => metresIn((await live.innerText()).replaceAll("\n", " ").replace(/^.*总长/, "")))
    .toBeCloseTo(eastM(100), 0);
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByRole("listitem", { name: "距离 1" })).toContainText("90°");
});
