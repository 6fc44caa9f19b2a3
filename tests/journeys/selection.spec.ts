import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";
import { ringPanel, ringsAnswered } from "../support/ring-page.ts";

const panel = (page: Page) => page.getByRole("region", { name: "选择", exact: true });
const count = (page: Page) => panel(page).getByText(/^已选 \d+ 个要素$/);

const LAYERS = { accidents: "道路交通事故", "water-sources": "消防水源" } as const;

/** How many points of a layer lie in a box, by the server. */
async function countInBox(page: Page, layer: string, bbox: readonly number[]): Promise<number> {
  const answer = await page.request.get(`/api/layers/${layer}/features?bbox=${bbox.join()}&limit=1000`);
  const { features, cursor } = (await answer.json()) as { features: unknown[]; cursor: string | null };
  expect(cursor, "one page holds them all").toBeNull();
  return features.length;
}

async function drawBox(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await panel(page).getByRole("button", { name: "框选" }).click();
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
}

/** `[west, south, east, north]` of the first area in the address. */
function boxOf(page: Page): [number, number, number, number] {
  const area = new URL(page.url()).searchParams.get("area") ?? "";
  const positions = area.split(";").map((pair) => pair.split(",").map(Number));
  const [lons, lats] = [0, 1].map((ordinate) => positions.map((position) => position[ordinate]!));
  return [Math.min(...lons!), Math.min(...lats!), Math.max(...lons!), Math.max(...lats!)];
}

test("a box selects what the server finds in it, and the selection is an origin of rings", async ({ page }) => {
  await openMap(page, "/?at=122.2522,43.6186,14&on=accidents,water-sources&tool=selection&layers=0");
  await drawBox(page, [300, 200], [560, 500]);
  await expect(page).toHaveURL(/area=/);
  const bbox = boxOf(page);
  let sum = 0;
  for (const [layer, title] of Object.entries(LAYERS)) {
    const expected = await countInBox(page, layer, bbox);
    expect(expected).toBeGreaterThan(0);
    const group = panel(page).getByRole("button", { name: new RegExp(`^${title} ?${expected}$`) });
    await expect(group).toBeVisible();
    // Long groups are drawn as far as they are seen: folded, the first makes room for the second.
    if (sum === 0) await group.click();
    sum += expected;
  }
  await expect(count(page)).toHaveText(`已选 ${sum} 个要素`);

  await panel(page)
    .getByRole("button", { name: /^移除 / })
    .first()
    .click();
  await expect(count(page)).toHaveText(`已选 ${sum - 1} 个要素`);
  await expect(page).toHaveURL(/deselected=/);
  await page.reload();
  await expect(count(page)).toHaveText(`已选 ${sum - 1} 个要素`);

  await panel(page)
    .getByRole("button", { name: /^道路交通事故 ?\d+$/ })
    .click();
  await expect(panel(page).getByRole("button", { name: "作为起点" })).toHaveCount(2);
  await panel(page).getByRole("button", { name: "作为起点" }).last().click();
  await ringsAnswered(page);
  await expect(ringPanel(page).getByRole("group", { name: "起点", exact: true })).toContainText(/消防水源 \d+ 个要素/);
  await ringPanel(page).getByText("分别", { exact: true }).click();
  await ringPanel(page).getByText("各起点", { exact: true }).click();
  await expect(
    ringPanel(page).getByRole("table", { name: "各起点周围的数量" }).locator("tbody tr").first(),
  ).toBeVisible();
});

test("a click selects one feature, Shift adds another and takes it out again", async ({ page }) => {
  const answer = await page.request.get("/api/layers/water-sources/features?limit=400");
  const { features } = (await answer.json()) as {
    features: { geometry: { coordinates: [number, number] }; properties: { name: string } }[];
  };
  const middle = features[0]!.geometry.coordinates;
  await openMap(page, `/?at=${middle.join()},17&on=water-sources&tool=selection&layers=0`);
  const box = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await expect(count(page)).toHaveText("已选 1 个要素");
  await expect(panel(page).getByRole("list")).toContainText(features[0]!.properties.name);
  await page.keyboard.down("Shift");
  await page.mouse.click(x, y);
  await page.keyboard.up("Shift");
  await expect(count(page)).toHaveText("已选 0 个要素");
  // A click beside everything leaves the selection alone.
  await page.mouse.click(x, y);
  await page.mouse.click(x + 200, y + 200);
  await expect(count(page)).toHaveText("已选 1 个要素");
  await panel(page).getByRole("button", { name: "全部清除" }).click();
  await expect(page).not.toHaveURL(/selected=/);
});

test("more features than an origin can have are refused with the reason", async ({ page }) => {
  const zone = "122.1,43.5;122.4,43.5;122.4,43.75;122.1,43.75";
  await openMap(page, `/?area=${zone}&on=houses&tool=selection&layers=0`);
  const button = panel(page).getByRole("button", { name: "作为起点" });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAttribute("title", /超过起点上限 400 个/);
});
