import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { countOf, layerItem, numberAt, openLayer } from "../support/layer-panel.ts";
import { openMap } from "../support/map-page.ts";

const ACCIDENTS = "道路交通事故";
const WATER = "消防水源";

/** How many features of a layer the server finds for a filter. */
async function foundByServer(page: Page, layer: string, filter: string): Promise<number> {
  let found = 0;
  let cursor = "";
  do {
    const query = new URLSearchParams({ filter, limit: "1000", ...(cursor && { cursor }) });
    const answer = await (await page.request.get(`/api/layers/${layer}/features?${query}`)).json();
    found += answer.features.length;
    cursor = answer.cursor ?? "";
  } while (cursor);
  return found;
}

const filterIn = (page: Page, layer: string): string => new URL(page.url()).searchParams.get(`filter.${layer}`) ?? "";

test("numbers by slider and by hand, codes by their counts: the count goes with them", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, ACCIDENTS);
  const form = item.getByRole("region", { name: `${ACCIDENTS}的筛选` });
  await form.getByRole("button", { name: "受伤人数" }).click();
  const injuries = form.getByRole("group", { name: "受伤人数" });
  await injuries.getByRole("slider", { name: "受伤人数下限" }).press("ArrowRight");
  const atLeastOne = await foundByServer(page, "accidents", "injuries >= 1");
  await expect.poll(() => countOf(item, "shown")).toBe(atLeastOne);
  await injuries.getByRole("spinbutton", { name: "受伤人数上限" }).fill("2");
  const oneOrTwo = await foundByServer(page, "accidents", "injuries BETWEEN 1 AND 2");
  await expect.poll(() => countOf(item, "shown")).toBe(oneOrTwo);
  expect(oneOrTwo).toBeLessThan(atLeastOne);
  await expect(item.getByText("受伤人数: 1 – 2 人")).toBeVisible();

  await form.getByRole("button", { name: "天气" }).click();
  const weather = form.getByRole("group", { name: "天气" });
  const snow = weather.locator("label").filter({ hasText: /^雪/ });
  const snowCount = await numberAt(snow);
  await snow.click();
  await expect.poll(() => countOf(item, "shown")).toBe(snowCount);
  await expect.poll(() => filterIn(page, "accidents")).toBe("injuries BETWEEN 1 AND 2 AND weather IN ('snow')");

  await item.getByRole("button", { name: "取消：受伤人数: 1 – 2 人" }).click();
  await expect.poll(() => filterIn(page, "accidents")).toBe("weather IN ('snow')");
  await form.getByRole("button", { name: "清除筛选" }).click();
  await expect.poll(() => countOf(item, "shown")).toBe(await countOf(item, "all"));
});

test("what nobody stated is a choice of its own", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, WATER);
  const form = item.getByRole("region", { name: `${WATER}的筛选` });
  const field = form.getByRole("button", { name: "最近维护日期" });
  await field.click();
  const serviced = form.getByRole("group", { name: "最近维护日期" });
  const unknown = serviced.locator("label").filter({ hasText: "未知" });
  const unknownCount = await numberAt(unknown);
  expect(unknownCount).toBeGreaterThan(0);
  await unknown.click();
  await expect.poll(() => countOf(item, "shown")).toBe(unknownCount);
  expect(await foundByServer(page, "water-sources", "servicedOn IS NULL")).toBe(unknownCount);

  // A day from the picker, together with the unknown.
  const from = serviced.getByRole("textbox", { name: "最近维护日期 开始日期" });
  await from.fill("2026-06-01");
  await from.press("Enter");
  const text = "servicedOn >= DATE('2026-06-01') OR servicedOn IS NULL";
  await expect.poll(() => filterIn(page, "water-sources")).toBe(text);
  await expect.poll(async () => countOf(item, "shown")).toBe(await foundByServer(page, "water-sources", text));

  await form.getByRole("button", { name: "消防车可达" }).click();
  const access = form.getByRole("group", { name: "消防车可达" });
  await expect(access.getByRole("checkbox")).toHaveCount(3);
  const no = access.locator("label").filter({ hasText: /^否/ });
  const noCount = await numberAt(no);
  await no.click();
  await expect.poll(() => countOf(item, "shown")).toBe(noCount);
});

test("texts are found by a part, districts by their name, and owners not at all", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, "自建房");
  const form = item.getByRole("region", { name: "自建房的筛选" });
  await expect(form.getByRole("button", { name: "产权人" })).toHaveCount(0);
  await expect(form.getByRole("button", { name: "联系电话" })).toHaveCount(0);
  await form.getByRole("button", { name: "地址" }).click();
  await form.getByRole("textbox", { name: "地址" }).fill("街道");
  await expect.poll(() => countOf(item, "shown")).toBe(await foundByServer(page, "houses", "address LIKE '%街道%'"));
  await form.getByRole("button", { name: "镇街" }).click();
  const town = form.getByRole("group", { name: "镇街" }).locator("label").filter({ hasText: "启明街道" });
  const townCount = await numberAt(town);
  await town.click();
  await expect.poll(() => countOf(item, "shown")).toBe(townCount);
  await expect(item.getByText(/镇街: 启明街道/)).toBeVisible();
});

test("a wrong text is told where and what is allowed, and the last right one stays", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, ACCIDENTS);
  await item.getByRole("button", { name: "以文本编辑" }).click();
  const text = item.getByRole("textbox", { name: "筛选文本" });
  await text.fill("deaths >= 1");
  const fatal = await foundByServer(page, "accidents", "deaths >= 1");
  await expect.poll(() => countOf(item, "shown")).toBe(fatal);
  await expect(item.getByText("死亡人数: ≥ 1 人")).toBeVisible();

  await text.fill("deaths >= 1 AND severty = 'fatal'");
  await expect(item).toContainText("没有这个属性 (第 17 个字符)");
  await expect(item).toContainText(/此处可用：severity/);
  await expect(item).toContainText("尚未生效");
  await expect(text).toHaveAttribute("aria-invalid", "true");
  expect(await countOf(item, "shown")).toBe(fatal);
  await text.fill("deaths >= 1 AND parties = 'x'");
  await expect(item).toContainText("个人信息不能用于筛选");

  await text.fill("deaths >= 1 AND NOT weather IN ('clear', 'cloudy')");
  await expect(item.getByText("weather NOT IN ('clear', 'cloudy')", { exact: true })).toBeVisible();
  await expect
    .poll(() => countOf(item, "shown"))
    .toBe(await foundByServer(page, "accidents", "deaths >= 1 AND weather NOT IN ('clear', 'cloudy')"));
  await item.getByRole("button", { name: /^取消：weather/ }).click();
  await expect(text).toHaveValue("deaths >= 1");
});

test("a link reopens with its filters; one that is no filter hides nothing and says so", async ({ page }) => {
  await openMap(page);
  const item = await openLayer(page, ACCIDENTS);
  await item
    .getByRole("region", { name: "图例" })
    .getByRole("button", { name: /死亡事故/ })
    .click();
  await expect.poll(() => filterIn(page, "accidents")).toBe("severity IN ('fatal')");
  const shown = await countOf(item, "shown");
  await openMap(page, page.url());
  expect(await countOf(layerItem(page, ACCIDENTS), "shown")).toBe(shown);
  await expect(layerItem(page, ACCIDENTS).getByText("严重程度: 死亡事故")).toBeVisible();

  await openMap(page, "/?filter.accidents=severity%20%3D%20%27deadly%27");
  const broken = await openLayer(page, ACCIDENTS);
  expect(await countOf(broken, "shown")).toBe(await countOf(broken, "all"));
  await expect(broken).toContainText("代码表中没有这个值 (第 12 个字符)");
  await expect(broken).toContainText("fatal injury damage");
  await broken.getByRole("button", { name: "取消：筛选文本有误" }).click();
  await expect(page).not.toHaveURL(/filter/);
  await expect(broken.getByRole("region", { name: `${ACCIDENTS}的筛选` })).toBeVisible();
});

test("a filter outlives the panel, and the time window shows as what it hides", async ({ page }) => {
  await openMap(page, "/?time=2025-01-01..2026-01-01&filter.houses=grade%20%3D%20%27D%27");
  const accidents = layerItem(page, ACCIDENTS);
  await expect(accidents.getByText("时间窗: 2025-01-01 – 2025-12-31")).toBeVisible();
  const inWindow = await foundByServer(
    page,
    "accidents",
    "happenedAt >= DATE('2025-01-01') AND happenedAt < DATE('2026-01-01')",
  );
  expect(await countOf(accidents, "shown")).toBe(inWindow);
  await accidents.getByRole("button", { name: /^取消：时间窗/ }).click();
  await expect.poll(() => countOf(accidents, "shown")).toBe(await countOf(accidents, "all"));

  const tools = page.getByRole("navigation", { name: "工具" });
  await tools.getByRole("button", { name: "图层" }).click();
  await expect(layerItem(page, "自建房")).toHaveCount(0);
  await tools.getByRole("button", { name: "图层" }).click();
  await expect(layerItem(page, "自建房").getByText("鉴定等级: D级 整幢危房")).toBeVisible();
});
