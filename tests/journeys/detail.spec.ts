import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";

interface Feature {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

async function findFeature(request: APIRequestContext, layer: string, filter: string): Promise<Feature> {
  const answer = await request.get(`/api/layers/${layer}/features?limit=1&filter=${encodeURIComponent(filter)}`);
  const { features } = (await answer.json()) as { features: Feature[] };
  return features[0]!;
}

const packId = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

async function openDetail(page: Page, layer: string, id: string, more = "") {
  await page.goto(`/?tool=detail&detail=${layer}:${packId(id)}${more}`);
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  return page.getByRole("region", { name: "详情", exact: true });
}

/** The value beside a title of the list. */
const valueBeside = (panel: ReturnType<Page["locator"]>, title: string) =>
  panel.locator("dt", { hasText: new RegExp(`^${title}$`) }).locator("xpath=following-sibling::dd[1]");

test("shows attributes with units, grades with marks, gaps as gaps and personal values withheld", async ({
  page,
  request,
}) => {
  const source = await findFeature(request, "hazard-sources", "code = 'DEMO-Z-001'");
  const panel = await openDetail(page, "hazard-sources", source.id);
  await expect(panel.getByRole("heading", { level: 3 })).toHaveText(source.properties.name as string);
  await expect(valueBeside(panel, "重大危险源等级")).toHaveText("1一级");
  await expect(valueBeside(panel, "最大总量")).toHaveText(`${source.properties.totalTonnes} t`);
  await expect(valueBeside(panel, "在线监测联网")).toHaveText("是");
  await expect(valueBeside(panel, "联系电话")).toHaveText("已登记，不公开");
  const substances = panel.getByRole("table");
  await expect(substances.getByRole("row")).toHaveCount(1 + (source.properties.substances as unknown[]).length);
  await expect(substances).toContainText("7782-50-5");

  const house = await findFeature(request, "houses", "closedOn IS NULL");
  const other = await openDetail(page, "houses", house.id);
  await expect(valueBeside(other, "销号日期")).toHaveText("未知");
});

test("says where the feature is and how sure that is", async ({ page, request }) => {
  const accident = await findFeature(request, "accidents", "code = 'DEMO-A-00001'");
  const panel = await openDetail(page, "accidents", accident.id);
  const [lon, lat] = accident.geometry.coordinates as [number, number];
  await expect(valueBeside(panel, "经纬度（WGS84）")).toContainText(`${lon.toFixed(6)}°E ${lat.toFixed(6)}°N`);
  await expect(valueBeside(panel, "定位误差")).toHaveText(`± ${accident.properties.positionErrorM} m`);
  await expect(valueBeside(panel, "镇街")).toContainText("（演示）");
  await expect(valueBeside(panel, "就近桩号")).toHaveText(/^\S+ K\d+\+\d{3}，(在路上|[东南西北]+侧 [\d.]+ m)$/);
  await expect(valueBeside(panel, "数据日期")).toContainText(accident.properties.observedOn as string);
});

test("shows who recorded it and when", async ({ page, request }) => {
  const house = await findFeature(request, "houses", "code = 'DEMO-H-00001'");
  const panel = await openDetail(page, "houses", house.id);
  const history = panel.getByRole("list").last();
  await expect(history.getByRole("listitem")).toHaveCount(1);
  await expect(history).toContainText("新增");
  await expect(history).toContainText(house.properties.changedBy as string);
});

test("draws rings around it, adds it to the selection, and moves to it", async ({ page, request }) => {
  const accident = await findFeature(request, "accidents", "code = 'DEMO-A-00001'");
  const panel = await openDetail(page, "accidents", accident.id, "&at=122.1,43.5,10");
  await panel.getByRole("button", { name: "缩放到此处" }).click();
  const [lon, lat] = accident.geometry.coordinates as [number, number];
  await expect(page).toHaveURL(new RegExp(`at=${Number(lon.toFixed(6))},${Number(lat.toFixed(6))},`));
  await panel.getByRole("button", { name: "加入选择" }).click();
  await expect(page).toHaveURL(new RegExp(`selected=accidents:${packId(accident.id)}`));
  await panel.getByRole("button", { name: "移出选择" }).click();
  await expect(page).not.toHaveURL(/selected=/);
  await panel.getByRole("button", { name: "以此做缓冲分析" }).click();
  await expect(page).toHaveURL(new RegExp(`origin=accidents:${packId(accident.id)}`));
  await expect(page).toHaveURL(/tool=rings/);
});

test("without a feature it says how to get one", async ({ page }) => {
  await page.goto("/?tool=detail");
  await expect(page.getByRole("region", { name: "详情", exact: true })).toContainText("还没有选中要素");
});

test.describe("a feature that is not there", () => {
  test.use({ allowedTrouble: [/status of 404/] });

  test("is said to be gone", async ({ page }) => {
    const panel = await openDetail(page, "houses", "01a21400-0000-7000-8000-000000000000");
    await expect(panel).toContainText("这个要素已不在台账中");
  });
});

test("names what is under the pointer beside it, and never under it", async ({ page, request }) => {
  const source = await findFeature(request, "hazard-sources", "code = 'DEMO-Z-001'");
  const panel = await openDetail(page, "hazard-sources", source.id);
  await panel.getByRole("button", { name: "缩放到此处" }).click();
  const canvas = page.locator("canvas.maplibregl-canvas");
  const { x, y, width, height } = (await canvas.boundingBox())!;
  const card = page.getByRole("tooltip");
  for (const [dx, dy] of [
    [0, 0],
    [20, 30],
    [-40, 10],
  ] as const) {
    const at = { x: x + width / 2 + dx, y: y + height / 2 + dy };
    await page.mouse.move(at.x, at.y, { steps: 3 });
    await expect(card).toContainText("DEMO-Z-001");
    const box = (await card.boundingBox())!;
    const isUnder = at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height;
    expect(isUnder).toBe(false);
    expect(box.x).toBeGreaterThanOrEqual(x);
    expect(box.y).toBeGreaterThanOrEqual(y);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width);
    expect(box.y + box.height).toBeLessThanOrEqual(y + height);
  }
});

test("the line at the foot follows the pointer and can be read in degrees, minutes and seconds", async ({ page }) => {
  await page.goto("/?layers=0&at=122.26,43.62,14");
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  const line = page.getByRole("region", { name: "地图状态" });
  await expect(line).toContainText("中心");
  await expect(line).toContainText("122.260000°E 43.620000°N");
  await expect(line).toContainText("级别 14");
  await line.getByRole("button", { name: /°E/ }).click();
  await expect(line).toContainText("122°15′36.0″E 43°37′12.0″N");
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  await page.mouse.move(x + width / 2 + 100, y + height / 2, { steps: 2 });
  await expect(line).toContainText("指针");
  // 100 pixels at zoom 14 are 100 / (512 × 2^14) of the way around the world: 15.45 seconds.
  await expect(line).toContainText("122°15′51.4″E 43°37′12.0″N");
});
