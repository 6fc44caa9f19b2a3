import { readFile } from "node:fs/promises";
import { expect, test } from "../support/app.ts";

const READY = 'body[data-state="ready"]';

test("a plan of parcels is checked at once and goes out as files", async ({ page, request }) => {
  const { conflicts } = await (await request.get("/api/conflicts?verdict=too-near&limit=1")).json();
  const [lon, lat] = conflicts[0].finding.line[1] as [number, number];
  await page.goto("/planning?planning=batch&use=school,people:600");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const part = page.getByRole("region", { name: "批量", exact: true });
  await part.locator('input[type="file"]').setInputFiles({
    name: "地块.geojson",
    mimeType: "application/geo+json",
    // One where a conflict already stands, one beyond the zone, one without a boundary.
    buffer: Buffer.from(JSON.stringify(plan([square(lon, lat), square(lon + 0.25, lat + 0.2), null]))),
  });
  await part.getByLabel("核查人").fill("李工");
  await part.getByRole("button", { name: "开始核查" }).click();
  await expect(part.getByText("已完成")).toBeVisible({ timeout: 90_000 });
  await expect(part.getByText("3 / 3 个地块")).toBeVisible();
  const rows = part.getByRole("row").filter({ has: page.getByRole("button", { name: /在地图上定位/ }) });
  await expect(rows.nth(0)).toContainText("DK-1");
  await expect(rows.nth(0)).toContainText("距离不足");
  await expect(rows.nth(1)).toContainText("满足");
  await expect(rows.nth(2)).toContainText("没有边界");
  await part.getByRole("button", { name: /^距离不足/ }).click();
  await expect(rows).toHaveCount(2);
  await part.getByRole("button", { name: /^距离不足/ }).click();

  const waiting = page.waitForEvent("download");
  await part.getByRole("link", { name: "GeoJSON" }).click();
  const file = JSON.parse(await readFile(await (await waiting).path(), "utf8"));
  expect(file.features.map(({ properties }: { properties: { verdict: string } }) => properties.verdict)).toEqual([
    "too-near",
    "clear",
    null,
  ]);
});

test("a file without boundaries is refused in words", async ({ page }) => {
  await page.goto("/planning?planning=batch&use=school,people:600");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const part = page.getByRole("region", { name: "批量", exact: true });
  const buffer = Buffer.from(JSON.stringify(plan([])));
  await part.locator('input[type="file"]').setInputFiles({ name: "空.geojson", mimeType: "application/json", buffer });
  await part.getByLabel("核查人").fill("李工");
  await part.getByRole("button", { name: "开始核查" }).click();
  await expect(part.getByRole("alert")).toContainText("这个文件不能核查");
});

const SIDE = 0.0004;

const square = (x: number, y: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + SIDE, y],
      [x + SIDE, y + SIDE],
      [x, y + SIDE],
      [x, y],
    ],
  ],
});

const plan = (geometries: unknown[]) => ({
  type: "FeatureCollection",
  features: geometries.map((geometry, i) => ({ type: "Feature", properties: { 地块编号: `DK-${i + 1}` }, geometry })),
});
