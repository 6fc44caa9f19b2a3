import { expect, test } from "../support/app.ts";

const READY = 'body[data-state="ready"]';

test("the map says where a store may stand, and follows the quantity", async ({ page }) => {
  await page.goto("/planning?planning=siting&use=store,fireClass:a,items:1256,tonnes:5");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const legend = page.getByRole("region", { name: "图例与面积" });
  const forbidden = legend.getByRole("listitem").filter({ hasText: "不得布置" });
  await expect(forbidden).toHaveText(/[1-9][\d,.]* km²/);
  await expect(page.getByText(/离各对象最近的一点/)).toBeVisible();
  const before = (await forbidden.textContent())!;

  const tonnes = page.getByRole("slider", { name: "储量" });
  await tonnes.focus();
  await tonnes.press("End");
  await expect(forbidden).not.toHaveText(before);
  const more = (await forbidden.textContent())!;
  expect(areaOf(more)).toBeGreaterThan(areaOf(before));

  const footprint = page.getByRole("slider", { name: "占地半径" });
  await footprint.focus();
  for (let step = 0; step < 10; step++) await footprint.press("ArrowRight");
  await expect(page.getByText(/占地按半径 50 m 的圆计/)).toBeVisible();
  await expect(forbidden).not.toHaveText(more);
});

test("a place says which clause and which neighbour decide there", async ({ page }) => {
  await page.goto("/planning?planning=siting&use=store,fireClass:a,items:1256,tonnes:5");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const place = page.getByRole("region", { name: "此处的控制条文" });
  await place.getByRole("button", { name: "查看地图中心" }).click();
  await expect(place.getByText(/GB 50016|GB 55037/).first()).toBeVisible();
  await expect(place.getByText(/不应小于|不宜小于/).first()).toBeVisible();
});

const areaOf = (text: string): number => Number(/([\d,.]+) km²/.exec(text)![1]!.replaceAll(",", ""));
