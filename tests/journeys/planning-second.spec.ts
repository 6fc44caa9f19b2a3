import type { Page } from "@playwright/test";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { expect, test } from "../support/app.ts";
import { openMap, settled } from "../support/map-page.ts";

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
  await expect(panel(page)).toContainText("4 条等值线：3E-7 至 3E-5 次/年");
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

test("contours without numbers are given by hand, and those that cross are refused by what they are", async ({
  page,
}) => {
  await openPart(page);
  const placemark = (east: number, radiusM: number) =>
    `<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring(radiusM)
      .map(([lon, lat]) => `${lon! + east},${lat},0`)
      .join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
  await panel(page)
    .locator("input[type=file]")
    .setInputFiles({
      name: "report.kml",
      mimeType: "application/vnd.google-earth.kml+xml",
      buffer: Buffer.from(
        `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark(0, 200)}${placemark(0.003, 100)}</Document></kml>`,
      ),
    });
  await panel(page).getByRole("textbox", { name: "第 1 个面" }).fill("3×10⁻⁷");
  await panel(page).getByRole("textbox", { name: "第 2 个面" }).fill("1E-5");
  await expect(panel(page).getByRole("alert")).toContainText("等值线 1E-5/年：超出了风险低一级的等值线");
});

test("the British method advises against a school in an inner zone, step by step, and says that it is no law", async ({
  page,
}) => {
  await openPart(page);
  await panel(page).getByText("英国 HSE 方法").click();
  await expect(panel(page).getByRole("note")).toContainText("不是中国法规");
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const at = (right: number, down: number) => [x + width / 2 + right, y + height / 2 + down] as const;
  await panel(page).getByRole("combobox", { name: "选台账里的危险源" }).click();
  await page.keyboard.press("Enter");
  const source = panel(page)
    .getByRole("group")
    .filter({ has: page.getByRole("textbox", { name: "名称" }) });
  for (const [zone, radiusM] of Object.entries({ 内区: "150", 中区: "300", 外区: "500" }))
    await source.getByRole("spinbutton", { name: zone }).fill(radiusM);
  await settled(page);
  await panel(page).getByRole("button", { name: "画地块" }).click();
  // The source is in the middle of the map, and a pixel is some three metres there.
  for (const corner of [at(5, 5), at(25, 5), at(25, 25), at(5, 25)]) {
    await page.mouse.move(...corner, { steps: 3 });
    await page.mouse.click(...corner);
  }
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("用画的地块");
  await panel(page).getByRole("button", { name: "添加用途" }).click();
  await panel(page).getByRole("combobox", { name: "用途与规模" }).click();
  await page.getByTitle("学校、医院、养老等").click();
  await panel(page).getByRole("combobox", { name: "停留" }).click();
  await page.getByTitle("日间").click();
  await expect(answer(page)).toContainText("反对（AA）");
  const reason = panel(page).getByRole("list", { name: "理由" });
  await expect(reason).toContainText("学校、医院、养老等机构：敏感度 3 级。");
  await expect(reason).toContainText("判定表：3 级、内区：反对（AA）。");

  await source.getByRole("spinbutton", { name: "内区" }).fill("900");
  await expect(panel(page)).toContainText("半径须由内到外变大");
  await expect(answer(page)).toContainText("给出至少一个危险源的三区");

  await page
    .getByRole("button", { name: /^删除 / })
    .first()
    .click();
  await panel(page).getByRole("button", { name: "在地图上点中心" }).click();
  await page.mouse.click(...at(60, 60));
  await panel(page).getByRole("spinbutton", { name: "危险源 1 外区" }).fill("2000");
  await expect(answer(page)).toContainText("不反对（DAA）");
});
