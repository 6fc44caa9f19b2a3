import { readFile } from "node:fs/promises";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { readWorkbook } from "../support/read-workbook.ts";

const READY = 'body[data-state="ready"]';
const CLERK = "旅程内勤";
const ACCIDENTS = "/api/layers/accidents/features";
const SETTLED_FIELDS = ["roadCode", "roadName", "kilometre", "metre", "placing"] as const;

/** Of the planted doubtful and unplaced accidents; each is put back. */
const BETWEEN_ROADS = "DEMO-A-05915";
const UNKNOWN_ROAD = "DEMO-A-04084";
const IN_A_FIELD = "DEMO-A-01603";
const CONTESTED = "DEMO-A-05906";

interface Accident {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>> & { readonly revision: number };
}

async function accident(request: APIRequestContext, code: string): Promise<Accident> {
  const answer = await request.get(`${ACCIDENTS}?limit=1&filter=${encodeURIComponent(`code = '${code}'`)}`);
  return ((await answer.json()) as { features: Accident[] }).features[0]!;
}

/** As another person's program would. */
async function change(request: APIRequestContext, code: string, by: string, properties: object): Promise<void> {
  const { id, properties: read } = await accident(request, code);
  const answer = await request.patch(`${ACCIDENTS}/${id}`, { data: { revision: read.revision, by, properties } });
  expect(answer.status(), await answer.text()).toBe(200);
}

const settledOf = ({ properties }: Accident) =>
  Object.fromEntries(SETTLED_FIELDS.map((field) => [field, properties[field] ?? null]));

async function openPlacing(page: Page, search = ""): Promise<Locator> {
  await page.goto(`/traffic?traffic=placing${search}`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  return page.getByRole("region", { name: "定位", exact: true });
}

const chip = (part: Locator, name: string) => part.getByRole("button", { name: new RegExp(`^${name} \\d+$`) });

async function countOf(part: Locator, name: string): Promise<number> {
  return Number((await chip(part, name).textContent())!.replaceAll(/\D/g, ""));
}

const card = (page: Page) => page.getByRole("region", { name: "事故核对" });

async function confirm(page: Page, reason: string): Promise<void> {
  await card(page).getByLabel("修改人").fill(CLERK);
  await card(page).getByRole("combobox", { name: "原因" }).fill(reason);
  await card(page).getByRole("button", { name: /^确认/ }).click();
}

test("a clerk settles one by a candidate, one by a typed stake and one off the roads, and takes one back", async ({
  page,
  request,
}) => {
  const codes = [BETWEEN_ROADS, UNKNOWN_ROAD, IN_A_FIELD];
  const before = await Promise.all(codes.map((code) => accident(request, code)));
  const part = await openPlacing(page);
  await expect(chip(part, "待核对")).toBeVisible();
  const open = await countOf(part, "待核对");
  await expect(part.getByText(/^事故 6,000 起 = 已定位 [\d,]+ \+ 存疑 \d+ \+ 未定位 \d+$/)).toBeVisible();

  await part.getByRole("button", { name: `核对 ${BETWEEN_ROADS}` }).click();
  await expect(card(page)).toContainText(/记录没有写道路；.*同样说得通/);
  await expect(page).toHaveURL(/accident=/);
  await card(page).getByRole("button", { name: /^确认/ }).click();
  await expect(card(page).getByText("先选一个位置，或认定不在公路上")).toBeVisible();
  await card(page)
    .getByRole("radio", { name: /^候选 .：G9990 K/ })
    .check();
  await expect(card(page).getByText(/^将写入 G9990 K\d+\+\d{3}，距记录位置/)).toBeVisible();
  await confirm(page, "查监控录像");
  await expect(chip(part, "待核对")).toHaveText(`待核对 ${open - 1}`);
  await expect(card(page).getByText(BETWEEN_ROADS)).toHaveCount(0);
  await expect(chip(part, "已核对")).toHaveText("已核对 1");

  await part.getByRole("button", { name: `核对 ${UNKNOWN_ROAD}` }).click();
  await expect(card(page)).toContainText("道路台账里没有 X999");
  const typed = card(page).getByRole("textbox", { name: "路线桩号" });
  await typed.fill("X904 K400+000");
  await expect(card(page).getByText(/^超出起止桩号：X904 从 K0\+000 到 K/)).toBeVisible();
  await typed.fill("X904 K4+800");
  await expect(card(page).getByText(/^将写入 X904 K4\+800，距记录位置/)).toBeVisible();
  await confirm(page, "查案卷");
  await expect(chip(part, "待核对")).toHaveText(`待核对 ${open - 2}`);

  await chip(part, "附近无路").click();
  await part.getByRole("button", { name: `核对 ${IN_A_FIELD}` }).click();
  await card(page).getByRole("radio", { name: "不在公路上" }).check();
  await confirm(page, "厂区内事故");
  await expect(chip(part, "待核对")).toHaveText(`待核对 ${open - 3}`);

  const after = await Promise.all(codes.map((code) => accident(request, code)));
  expect(after.map(settledOf)).toMatchObject([
    { roadCode: "G9990", placing: "confirmed" },
    { roadCode: "X904", kilometre: 4, metre: 800, placing: "confirmed" },
    { ...settledOf(before[2]!), placing: "off-road" },
  ]);

  await chip(part, "已核对").click();
  await part.getByRole("button", { name: `核对 ${BETWEEN_ROADS}` }).click();
  const latest = card(page).getByRole("listitem").first();
  await expect(latest).toContainText(CLERK);
  await expect(latest).toContainText("查监控录像");
  await card(page).getByRole("button", { name: "撤销核对" }).click();
  await card(page).getByRole("button", { name: "撤销核对" }).click();
  await expect(chip(part, "待核对")).toHaveText(`待核对 ${open - 2}`);
  for (const [index, code] of codes.entries()) {
    if (index > 0) await change(request, code, CLERK, settledOf(before[index]!));
    expect(settledOf(await accident(request, code))).toEqual(settledOf(before[index]!));
  }
  await expect(chip(part, "待核对")).toHaveText(`待核对 ${open}`);
});

test.describe("somebody else settles it first", () => {
  test.use({ allowedTrouble: [/status of 409/] });

  test("both versions are shown, and what was entered stays", async ({ page, request }) => {
    const before = await accident(request, CONTESTED);
    const part = await openPlacing(page);
    await part.getByRole("button", { name: `核对 ${CONTESTED}` }).click();
    await card(page)
      .getByRole("radio", { name: /^候选 B/ })
      .check();
    await change(request, CONTESTED, "另一位", { placing: "off-road" });
    await confirm(page, "查案卷");
    const conflict = page.getByRole("dialog", { name: /已被他人修改/ });
    await expect(conflict).toContainText("另一位");
    await conflict.getByRole("button", { name: "取消" }).click();
    await expect(card(page).getByRole("radio", { name: /^候选 B/ })).toBeChecked();
    await expect(card(page).getByRole("combobox", { name: "原因" })).toHaveValue("查案卷");
    expect(settledOf(await accident(request, CONTESTED))).toMatchObject({ placing: "off-road" });
    await change(request, CONTESTED, "另一位", settledOf(before));
  });
});

test("lists, tolerance and road issues come back by the link, and the roads go out as a workbook", async ({ page }) => {
  const part = await openPlacing(page, "&accidents=fatalWithoutDeaths&tolerance=80");
  await expect(chip(part, "死亡事故无死亡")).toHaveAttribute("aria-pressed", "true");
  await expect(part.getByText("等级是死亡事故而死亡人数为 0")).toBeVisible();
  await expect(part.getByRole("textbox", { name: "定位容差" })).toHaveValue("80");
  await expect(part.getByText(/排查等其他页按标准容差 50 m/)).toBeVisible();
  await part.getByRole("textbox", { name: "定位容差" }).fill("2");
  await expect(part.getByText("应为 5 – 500 m")).toBeVisible();
  await part
    .getByRole("button", { name: /^核对 DEMO-A-/ })
    .first()
    .click();
  await expect(card(page)).toContainText("死亡事故 · 死亡 0");

  await part.getByText("道路桩号").click();
  await expect(page).toHaveURL(/placing=roads/);
  const all = await countOf(part, "全部问题");
  await chip(part, "路线断开").click();
  await expect(page).toHaveURL(/roadIssue=gap/);
  await part.getByRole("button", { name: "查看 X903 路线断开" }).click();
  const detail = page.getByRole("region", { name: "道路问题" });
  await expect(detail).toContainText("排查窗口不跨缺口");
  await expect(detail.getByRole("button", { name: /^在地图上指出路段 DEMO-R-/ })).toHaveCount(2);
  const waiting = page.waitForEvent("download");
  await part.getByRole("button", { name: "导出" }).click();
  await page.getByRole("menuitem", { name: /Excel/ }).click();
  const sheets = readWorkbook(await readFile(await (await waiting).path()));
  expect(sheets.map(({ name }) => name)).toEqual(["问题", "路网概况", "参数"]);
  expect(sheets[0]!.rows).toHaveLength(all + 1);
});
