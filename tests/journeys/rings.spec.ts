import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";
import { askServer, layerTitles, matrixOf, readMatrix, ringPanel, ringsAnswered } from "../support/ring-page.ts";

/** The demonstration zone's chlorine tank farm, and the middle of its plant. */
const SOURCE = { code: "DEMO-Z-001", at: [122.3876, 43.55386] } as const;

const originOf = (page: Page) => new URL(page.url()).searchParams.get("origin") ?? "";

const slider = (page: Page, place: number) => ringPanel(page).getByRole("slider", { name: `调节第 ${place} 个半径` });

/** Where the map is on the page. */
async function mapMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function findSource(page: Page) {
  const answer = await page.request.get("/api/layers/hazard-sources/features?limit=100");
  const { features } = (await answer.json()) as {
    features: { id: string; properties: { code: string; name: string } }[];
  };
  return features.find(({ properties }) => properties.code === SOURCE.code)!;
}

test("three rings around a hazard source count what the server counts", async ({ page, request }) => {
  const source = await findSource(page);
  await openMap(page, `/?at=${SOURCE.at.join()},15&on=hazard-sources&rings=300,1000,3000&tool=rings`);
  const { x, y } = await mapMiddle(page);
  await page.mouse.click(x, y);
  await expect(ringPanel(page).getByRole("group", { name: "起点", exact: true })).toContainText(source.properties.name);

  const shown = await readMatrix(page);
  const server = await askServer(request, { layer: "hazard-sources", ids: [source.id], radiiM: [300, 1000, 3000] });
  expect(shown).toEqual(matrixOf(server.summary, await layerTitles(request)));
  expect(server.summary.found).toBeGreaterThan(100);

  await ringPanel(page).getByText(`清单 ${server.summary.found}`).click();
  const first = ringPanel(page).getByRole("listitem").first();
  await expect(first).toContainText(server.findings[0]!.name);

  // A feature of the list opens its details, and the rings stay on the map.
  await first.getByRole("button").click();
  await expect(page).toHaveURL(/tool=detail/);
  expect(new URL(page.url()).searchParams.get("origin")).toContain("hazard-sources:");
});

test("the counts follow while a radius slider moves", async ({ page, request }) => {
  await openMap(page, "/?at=122.2522,43.6186,14&origin=point:122.2522,43.6186&rings=100,300&tool=rings");
  const before = await readMatrix(page);
  const handle = slider(page, 2);
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 8 });
  // Still held: the answer must not wait for the hand.
  await expect(async () => expect(await readMatrix(page)).not.toEqual(before)).toPass();
  await page.mouse.up();
  await handle.press("ArrowRight");

  // The last moves of the hand may still be on their way: field, link and counts agree once they have come.
  const second = ringPanel(page).getByRole("spinbutton", { name: "第 2 个半径（米）" });
  const geometry = { type: "Point" as const, coordinates: [122.2522, 43.6186] };
  await expect(async () => {
    const radiusM = Number(await second.inputValue());
    expect(radiusM).toBeGreaterThan(300);
    expect(new URL(page.url()).searchParams.get("rings")).toBe(`100,${radiusM}`);
    const server = await askServer(request, { geometry, radiiM: [100, radiusM] });
    expect(await readMatrix(page)).toEqual(matrixOf(server.summary, await layerTitles(request)));
  }).toPass();
});

test("radii are added, typed and removed", async ({ page }) => {
  await openMap(page, "/?origin=point:122.2522,43.6186&rings=100,300&tool=rings");
  const panel = ringPanel(page);
  await panel.getByRole("button", { name: "添加半径" }).click();
  const third = panel.getByRole("spinbutton", { name: "第 3 个半径（米）" });
  await expect(third).toHaveValue("600");
  await third.fill("20000");
  await expect(panel.getByRole("columnheader", { name: "≤ 20 km" })).toBeVisible();
  await panel.getByRole("button", { name: "删除半径 100 m" }).click();
  await ringsAnswered(page);
  await expect(panel.getByRole("columnheader")).toHaveText(["图层", "≤ 300 m", "≤ 20 km"]);
});

test("a drawn area is an origin, and the click that closes it is none", async ({ page, request }) => {
  await openMap(page, "/?at=122.2522,43.6186,14&rings=200,500&tool=rings");
  const { x, y } = await mapMiddle(page);
  await ringPanel(page).getByRole("button", { name: "画面" }).click();
  const corners = [
    [x - 90, y - 60],
    [x + 80, y - 70],
    [x + 60, y + 80],
    [x - 90, y - 60],
  ] as const;
  for (const corner of corners) {
    await page.mouse.move(...corner, { steps: 3 });
    await page.mouse.click(...corner);
  }
  await expect(ringPanel(page).getByRole("group", { name: "起点", exact: true })).toContainText("多边形 3 个顶点");
  await expect(page).toHaveURL(/origin=polygon:/);
  const shown = await readMatrix(page);
  const ring = originOf(page)
    .slice("polygon:".length)
    .split(";")
    .map((pair) => pair.split(",").map(Number));
  const geometry = { type: "Polygon" as const, coordinates: [[...ring, ring[0]!]] };
  const server = await askServer(request, { geometry, radiiM: [200, 500] });
  expect(shown).toEqual(matrixOf(server.summary, await layerTitles(request)));

  await ringPanel(page).getByRole("button", { name: "清除起点" }).click();
  await expect(ringPanel(page).getByRole("table")).toHaveCount(0);
});

test("a link reopens the rings, their layers and the filter that applies to them", async ({
  page,
  browser,
  baseURL,
}) => {
  const search = new URLSearchParams({
    origin: "line:122.24,43.61;122.26,43.62",
    rings: "150,450",
    ringLayers: "houses,water-sources",
    "filter.houses": "grade IN ('C','D')",
    tool: "rings",
  });
  await openMap(page, `/?${search}`);
  const shown = await readMatrix(page);
  expect(Object.keys(shown)).toEqual(["自建房", "消防水源"]);
  await expect(ringPanel(page).getByText("图层面板的筛选在此同样生效：自建房")).toBeVisible();
  const other = await (await browser.newContext({ locale: "zh-CN", ...(baseURL && { baseURL }) })).newPage();
  await openMap(other, page.url());
  expect(await readMatrix(other)).toEqual(shown);
  await other.context().close();
});

test("a self-crossing area is refused in words that name it", async ({ page }) => {
  await openMap(page, "/?origin=polygon:122.24,43.61;122.26,43.63;122.26,43.61;122.24,43.63&tool=rings");
  await expect(ringPanel(page).getByRole("alert")).toContainText("起点图形: 多边形的边互相交叉");
  await expect(ringPanel(page).getByRole("table")).toHaveCount(0);
});

test("where nothing lies, the panel says so", async ({ page }) => {
  await openMap(page, "/?origin=point:123.9,43.6&rings=100,200&tool=rings");
  await expect(ringPanel(page).getByText("200 m 以内没有参与图层的要素")).toBeVisible();
});
