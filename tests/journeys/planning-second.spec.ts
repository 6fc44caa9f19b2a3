import type { Page } from "@playwright/test";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";

/** Among the houses of the old town. */
const HERE = [122.2505, 43.6485] as const;

const panel = (page: Page) => page.getByRole("region", { name: "第二意见", exact: true });
const answer = (page: Page) => panel(page).getByRole("status");

const ring = (radiusM: number) => {
  const corners = Array.from({ length: 72 }, (_, i) => geodesicDestination(...HERE, i * 5, radiusM));
  return [...corners, corners[0]!];
};

const contourFile = (risks: readonly (readonly [string, number])[]) => ({
  name: "contours.geojson",
  mimeType: "application/geo+json",
  buffer: Buffer.from(
    JSON.stringify({
      type: "FeatureCollection",
      features: risks.map(([risk, radiusM]) => ({
        type: "Feature",
        properties: { risk },
        geometry: { type: "LineString", coordinates: ring(radiusM) },
      })),
    }),
  ),
});

async function openPart(page: Page): Promise<void> {
  await openMap(page, `/planning?layers=0&at=${HERE.join(",")},16`);
  await page.getByRole("navigation", { name: "规划工具" }).getByRole("button", { name: "第二意见" }).click();
}

test("contours of a report are judged place by place, more strictly for what is new", async ({ page }) => {
  await openPart(page);
  const file = panel(page).locator("input[type=file]");
  await file.setInputFiles({ name: "iso.zip", mimeType: "application/zip", buffer: Buffer.from("PK") });
  await expect(panel(page).getByRole("alert")).toContainText("先转成 GeoJSON");
  await file.setInputFiles(
    contourFile([
      ["3E-5", 60],
      ["1E-5", 120],
      ["3E-6", 250],
      ["3E-7", 500],
    ]),
  );
  await expect(panel(page)).toContainText("contours.geojson：4 个面");
  await expect(answer(page)).toContainText("不可接受");
  const unacceptable = async () => Number(/不可接受 (\d+)/.exec(await answer(page).innerText())![1]);
  const ofNew = await unacceptable();
  expect(ofNew).toBeGreaterThan(0);
  const worst = panel(page).getByRole("row").nth(1);
  await expect(worst).toContainText("不可接受");
  await expect(worst).toContainText("≥ 3E-5");
  await panel(page).getByText("在役", { exact: true }).click();
  await expect.poll(unacceptable).toBeLessThan(ofNew);
});

test("the British method advises against houses in an inner zone, step by step, and says that it is no law", async ({
  page,
}) => {
  await openPart(page);
  await panel(page).getByText("英国 HSE 方法").click();
  await expect(panel(page).getByRole("note")).toContainText("不是中国法规");
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const at = (right: number, down: number) => [x + width / 2 + right, y + height / 2 + down] as const;
  await panel(page).getByRole("button", { name: "在地图上点中心" }).click();
  await page.mouse.click(...at(0, 0));
  await expect(panel(page).getByRole("spinbutton", { name: "危险源 1 内区" })).toHaveValue("100");
  await panel(page).getByRole("button", { name: "画地块" }).click();
  for (const corner of [at(10, 10), at(60, 10), at(60, 60), at(10, 60)]) {
    await page.mouse.move(...corner, { steps: 3 });
    await page.mouse.click(...corner);
  }
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("用画的地块");
  await panel(page).getByRole("button", { name: "添加用途" }).click();
  await panel(page).getByRole("spinbutton", { name: "户数" }).fill("45");
  await expect(answer(page)).toContainText("反对（AA）");
  const reason = panel(page).getByRole("list", { name: "理由" });
  await expect(reason).toContainText("住宅超过 30 户：敏感度 3 级。");
  await expect(reason).toContainText("判定表：3 级、内区：反对（AA）。");

  await panel(page).getByRole("spinbutton", { name: "危险源 1 内区" }).fill("900");
  await expect(panel(page)).toContainText("半径须由内到外变大");
  await expect(answer(page)).toContainText("给出至少一个危险源的三区");
});
