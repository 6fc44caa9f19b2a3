import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { packId } from "../../web/state/packed-id.ts";
import { expect, test } from "../support/app.ts";
import { expectReady, settled } from "../support/map-page.ts";

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, unknown>> & { readonly revision: number; readonly name: string };
}

const LAYER = "/api/layers/water-sources/features";
const EDITOR = "旅程测试员";

/** A hydrant of the demonstration; each journey has its own, and puts it back. */
async function hydrant(request: APIRequestContext, code: string): Promise<Feature> {
  const answer = await request.get(`${LAYER}?limit=1&filter=${encodeURIComponent(`code = '${code}'`)}`);
  const { features } = (await answer.json()) as { features: Feature[] };
  return features[0]!;
}

const read = async (request: APIRequestContext, id: string) =>
  (await (await request.get(`${LAYER}/${id}`)).json()) as Feature;

/** As another person's program would. */
async function change(request: APIRequestContext, id: string, by: string, body: object): Promise<Feature> {
  const { revision } = (await read(request, id)).properties;
  const answer = await request.patch(`${LAYER}/${id}`, { data: { revision, by, ...body } });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as Feature;
}

async function restore(request: APIRequestContext, before: Feature): Promise<void> {
  const { state, flowLps, pipeMm, fault, name } = before.properties;
  const properties = { state, flowLps, pipeMm, fault: fault ?? null, name };
  const after = await change(request, before.id, EDITOR, { properties, geometry: before.geometry });
  expect(after.geometry).toEqual(before.geometry);
  expect({ fault: null, ...after.properties }).toMatchObject(properties);
}

async function openForm(page: Page, feature: Feature): Promise<Locator> {
  const [lon, lat] = feature.geometry.coordinates;
  await page.goto(`/?tool=detail&detail=water-sources:${packId(feature.id)}&at=${lon},${lat},17`);
  await expectReady(page);
  await settled(page);
  await page.getByRole("button", { name: "编辑", exact: true }).click();
  return page.getByRole("region", { name: "编辑要素" });
}

/** Clicks on the map, so many pixels beside its middle. */
async function clickBeside(page: Page, dx: number, dy: number): Promise<void> {
  const { x, y, width, height } = (await page.locator("canvas.maplibregl-canvas").boundingBox())!;
  await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 4 });
  await page.mouse.click(x + width / 2 + dx, y + height / 2 + dy);
}

test("changes an attribute and moves a hydrant; the history has old and new", async ({ page, request }) => {
  const before = await hydrant(request, "DEMO-W-0021");
  const form = await openForm(page, before);
  await expect(form.getByRole("button", { name: "没有修改" })).toBeDisabled();

  await form.getByLabel("流量").fill("999");
  await expect(form.getByRole("alert")).toHaveText(/超出范围，应为 0…500 L\/s/);
  await form.getByRole("button", { name: "保存…" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await form.getByLabel("流量").fill("12.5");

  await form.getByRole("button", { name: "在地图上移动" }).click();
  await clickBeside(page, 60, 45);
  await expect(form.getByText(/^移动 [\d.]+ m/)).toBeVisible();

  await form.getByRole("button", { name: "保存 2 处修改…" }).click();
  const review = page.getByRole("dialog", { name: "核对修改" });
  await expect(review.getByRole("row", { name: /流量/ })).toContainText(`${before.properties.flowLps} L/s`);
  await expect(review.getByRole("row", { name: /流量/ })).toContainText("12.5 L/s");
  await review.getByRole("button", { name: "确认保存" }).click();
  await expect(review.getByRole("alert")).toHaveText(/请填写修改人/);
  await review.getByLabel("修改人").fill(EDITOR);
  await review.getByLabel("原因").fill("现场核实");
  await review.getByRole("button", { name: "确认保存" }).click();

  const panel = page.getByRole("region", { name: "详情", exact: true });
  const latest = panel.getByRole("list").last().getByRole("listitem").first();
  await expect(latest).toContainText(EDITOR);
  await expect(latest).toContainText("现场核实");
  await expect(latest).toContainText(/流量 [\d.]+ L\/s → 12\.5 L\/s/);
  await expect(latest).toContainText(/移动 [\d.]+ m/);
  const after = await read(request, before.id);
  expect(after.properties).toMatchObject({ flowLps: 12.5, changedBy: EDITOR, source: before.properties.source });
  expect(after.geometry).not.toEqual(before.geometry);
  await restore(request, before);
});

test.describe("a change that comes second", () => {
  test.use({ allowedTrouble: [/status of 409/] });

  test("shows both versions, and is written over theirs only when the person says so", async ({ page, request }) => {
    const before = await hydrant(request, "DEMO-W-0022");
    const form = await openForm(page, before);
    await form.getByLabel("流量").fill("33");
    await form.getByRole("button", { name: "保存 1 处修改…" }).click();
    const review = page.getByRole("dialog", { name: "核对修改" });
    await review.getByLabel("修改人").fill(EDITOR);

    await change(request, before.id, "另一位", { properties: { flowLps: 7, pipeMm: 65 } });
    await review.getByRole("button", { name: "确认保存" }).click();

    const conflict = page.getByRole("dialog", { name: /已被他人修改/ });
    await expect(conflict).toContainText("另一位");
    const flow = conflict.getByRole("row", { name: /流量/ }).getByRole("cell");
    await expect(flow).toHaveText([`${before.properties.flowLps} L/s`, "7 L/s", "33 L/s"]);
    const pipe = conflict.getByRole("row", { name: /管径/ }).getByRole("cell");
    await expect(pipe).toHaveText([`${before.properties.pipeMm} mm`, "65 mm", "未改"]);
    expect((await read(request, before.id)).properties).toMatchObject({ flowLps: 7, changedBy: "另一位" });

    await conflict.getByRole("button", { name: "用我的覆盖" }).click();
    await expect(page.getByRole("region", { name: "详情", exact: true })).toContainText("33 L/s");
    expect((await read(request, before.id)).properties).toMatchObject({ flowLps: 33, pipeMm: 65, changedBy: EDITOR });
    await restore(request, before);
  });

  test("is announced while the form is open, and theirs can be taken", async ({ page, request }) => {
    const before = await hydrant(request, "DEMO-W-0023");
    const form = await openForm(page, before);
    await form.getByLabel("故障说明").fill("漏水");
    await change(request, before.id, "另一位", { properties: { state: "broken" } });
    await expect(form).toContainText("您打开后，另一位 修改了这个要素");
    await form.getByRole("button", { name: "对照" }).click();
    await page
      .getByRole("dialog", { name: /已被他人修改/ })
      .getByRole("button", { name: "采用对方的" })
      .click();
    await expect(page.getByRole("region", { name: "详情", exact: true })).toContainText("损坏");
    expect((await read(request, before.id)).properties.fault ?? null).toBe(before.properties.fault ?? null);
    await restore(request, before);
  });
});

test("keeps what is not saved when the panel is closed", async ({ page, request }) => {
  const before = await hydrant(request, "DEMO-W-0024");
  const form = await openForm(page, before);
  await form.getByLabel("故障说明").fill("阀门打不开");
  await page.getByRole("button", { name: /详情$/ }).click();
  await expect(form).toHaveCount(0);
  await page.getByRole("alert").getByRole("button", { name: "继续编辑" }).click();
  await expect(form.getByLabel("故障说明")).toHaveValue("阀门打不开");
  await form.getByRole("button", { name: "放弃" }).click();
  await expect(page.getByRole("region", { name: "详情", exact: true })).toContainText(before.properties.name);
  expect((await read(request, before.id)).properties.revision).toBe(before.properties.revision);
});

test("adds a hydrant by typed coordinates and removes it with a reason", async ({ page, request }) => {
  await page.goto("/?at=122.26,43.62,15");
  await expectReady(page);
  await page.getByRole("button", { name: "新增消防水源" }).click();
  const form = page.getByRole("region", { name: "新增：消防水源" });
  await expect(form.getByRole("textbox", { name: "编号", exact: true })).toHaveValue(/^DEMO-W-\d+$/);
  await form.getByRole("textbox", { name: "编号", exact: true }).fill("DEMO-W-0001");
  await expect(form.getByRole("alert")).toHaveText(/编号 DEMO-W-0001 已被占用/);
  const code = `JOURNEY-${Date.now()}`;
  await form.getByRole("textbox", { name: "编号", exact: true }).fill(code);
  await form.getByRole("textbox", { name: "名称", exact: true }).fill("纸面补录消火栓");
  await form.getByLabel("输入坐标或桩号").fill("43°37′12″N 122°15′36″E");
  await form.getByRole("button", { name: "定位" }).click();
  await expect(form).toContainText("122.260000°E 43.620000°N");
  await form.getByRole("button", { name: "保存…" }).click();
  const review = page.getByRole("dialog", { name: "核对新增内容" });
  await expect(review).toContainText(code);
  await review.getByLabel("修改人").fill(EDITOR);
  await review.getByRole("button", { name: "确认保存" }).click();

  const panel = page.getByRole("region", { name: "详情", exact: true });
  await expect(panel.getByRole("heading", { level: 3 })).toHaveText("纸面补录消火栓");
  const added = await hydrant(request, code);
  expect(added.geometry.coordinates).toEqual([122.26, 43.62]);
  expect(added.properties).toMatchObject({ source: EDITOR, changedBy: EDITOR });

  await panel.getByRole("button", { name: "编辑", exact: true }).click();
  await page.getByRole("region", { name: "编辑要素" }).getByRole("button", { name: "删除…" }).click();
  const removal = page.getByRole("dialog", { name: /删除“纸面补录消火栓”/ });
  await removal.getByRole("button", { name: "删除" }).click();
  await expect(removal.getByRole("alert")).toHaveText(/请填写原因/);
  await removal.getByLabel("原因").fill("重复登记");
  await removal.getByRole("button", { name: "删除" }).click();
  await expect(page.getByText("已删除“纸面补录消火栓”")).toBeVisible();
  expect((await request.get(`${LAYER}/${added.id}`)).status()).toBe(404);
  const history = await (await request.get(`${LAYER}/${added.id}/history`)).json();
  expect(history.changes[0]).toMatchObject({ action: "removed", by: EDITOR, reason: "重复登记" });
});
