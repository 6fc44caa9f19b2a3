import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { DELIVERED, enterpriseDelivery, type Site } from "../support/enterprise-delivery.ts";
import { makeZip } from "../support/make-zip.ts";
import { expectReady } from "../support/map-page.ts";

const CLERK = "王工（测试）";

async function sitesOf(request: APIRequestContext): Promise<Site[]> {
  const answer = await request.get("/api/layers/enterprises/features?limit=10000");
  const { features } = (await answer.json()) as { features: Site[] };
  return features.filter(({ geometry }) => geometry.type === "Point");
}

/** What the layer says, whatever its revision and its history. */
async function contentOf(request: APIRequestContext): Promise<unknown[]> {
  const answer = await request.get("/api/layers/enterprises/features?limit=10000");
  const { features } = (await answer.json()) as { features: Site[] };
  return features
    .map(({ geometry, properties: { revision: _, validFrom: __, changedBy: ___, ...said } }) => ({ geometry, said }))
    .sort((a, b) => (String(a.said.code) < String(b.said.code) ? -1 : 1));
}

async function draftsOf(request: APIRequestContext): Promise<unknown[]> {
  const { drafts } = (await (await request.get("/api/imports")).json()) as { drafts: unknown[] };
  return drafts;
}

/** Chooses a file and a layer, says who it is, and sends it. */
async function deliver(page: Page, file: { name: string; buffer: Buffer }, layer = "企业"): Promise<void> {
  await page.goto("/data");
  await page.locator("input[type=file]").setInputFiles({ ...file, mimeType: "application/octet-stream" });
  await page.getByRole("button", { name: new RegExp(`^${layer} `) }).click();
  await page.getByLabel("经办人").fill(CLERK);
  await page.getByRole("button", { name: "上传并检查" }).click();
}

const tab = (page: Page, kind: string, rows: number) => page.getByRole("tab", { name: new RegExp(`${kind} ${rows}$`) });

async function discard(page: Page): Promise<void> {
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("button", { name: "上传并检查" })).toBeVisible();
}

test("a GBK spreadsheet in GCJ-02 is warned of, converted, looked at, written and undone", async ({
  page,
  request,
}) => {
  const before = await contentOf(request);
  const sites = await sitesOf(request);
  await deliver(page, { name: "企业台账.csv", buffer: enterpriseDelivery(sites) });

  await test.step("it is read as GBK, and nothing can be written before the coordinates are confirmed", async () => {
    await expect(page.getByText(/按“GCJ-02（高德、腾讯地图）”明显更吻合/)).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^写入/ })).toBeDisabled();
    await expect(page.getByText("请先在“坐标系”中确认")).toBeVisible();
    await page.getByRole("button", { name: /文件 CSV/ }).click();
    await expect(page.getByText("GB18030 / GBK", { exact: true })).toBeVisible();
  });

  await test.step("taken as GCJ-02, only what differs is a change", async () => {
    await page.getByRole("radio", { name: /^GCJ-02/ }).check();
    await page.getByRole("button", { name: /^确认坐标系：GCJ-02/ }).click();
    await expect(tab(page, "变更", DELIVERED.changed)).toBeVisible();
    await expect(tab(page, "新增", DELIVERED.added)).toBeVisible();
    await expect(tab(page, "拒绝", DELIVERED.swapped)).toBeVisible();
  });

  await test.step("the swapped row is mended by its button", async () => {
    await tab(page, "拒绝", DELIVERED.swapped).click();
    await expect(page.getByRole("list", { name: "逐行核对" }).getByText("经度和纬度颠倒")).toBeVisible();
    await page.getByRole("button", { name: "交换经纬度", exact: true }).click();
    await expect(tab(page, "拒绝", 0)).toBeVisible();
    const { rows, changed, added } = DELIVERED;
    await expect(tab(page, "无变化", rows - changed - added)).toBeVisible();
  });

  await test.step("the diff shows old and new", async () => {
    await tab(page, "变更", DELIVERED.changed).click();
    const first = page.getByRole("listitem").filter({ hasText: String(sites[0]!.properties.code) });
    const employees = Number(sites[0]!.properties.employees);
    await expect(first.locator("del").first()).toHaveText(`${employees} 人`);
    await expect(first.locator("ins").first()).toHaveText(`${employees + 7} 人`);
  });

  await test.step("a reload keeps everything", async () => {
    await page.reload();
    await expect(tab(page, "新增", DELIVERED.added)).toBeVisible();
  });

  await test.step("it is written, and the record has it where it is", async () => {
    await page.getByRole("button", { name: `写入：新增 ${DELIVERED.added}，变更 ${DELIVERED.changed}` }).click();
    await expect(page.getByText(`已写入：新增 ${DELIVERED.added}，变更 ${DELIVERED.changed}`)).toBeVisible();
    const now = await sitesOf(request);
    const added = now.filter(({ properties }) => String(properties.code).startsWith("XIN-"));
    expect(added).toHaveLength(DELIVERED.added);
    const first = now.find(({ properties }) => properties.code === sites[0]!.properties.code)!;
    expect(first.geometry).toEqual(sites[0]!.geometry);
    expect(first.properties.employees).toBe(Number(sites[0]!.properties.employees) + 7);
    const last = added.find(({ properties }) => properties.code === `XIN-${DELIVERED.rows - 1}`)!;
    expect(last.geometry.coordinates[0]).toBeCloseTo(sites[DELIVERED.rows - 1]!.geometry.coordinates[0]!, 8);
    expect(last.properties.changedBy).toBe(CLERK);
  });

  await test.step("the link leads to the map, and back leads to the import", async () => {
    await page.getByRole("link", { name: "在地图上查看" }).click();
    await expectReady(page);
    await expect(page.getByRole("switch", { name: "企业" })).toBeChecked();
    await page.goBack();
    await expect(page.getByRole("heading", { name: /企业台账\.csv/ })).toBeVisible();
  });

  await test.step("the same file again changes nothing and says so", async () => {
    await deliver(page, { name: "再来.csv", buffer: enterpriseDelivery(sites) });
    await page.getByRole("radio", { name: /^GCJ-02/ }).check();
    await page.getByRole("button", { name: /^确认坐标系：GCJ-02/ }).click();
    await expect(tab(page, "无变化", DELIVERED.rows - DELIVERED.swapped)).toBeVisible();
    await page.getByRole("button", { name: /文件 CSV/ }).click();
    await expect(page.getByText(`由 ${CLERK} 导入“企业”`)).toBeVisible();
    await expect(page.getByText("没有需要写入的内容")).toBeVisible();
    await discard(page);
  });

  await test.step("undone, the record says what it said", async () => {
    await page.getByRole("tab", { name: "导入记录" }).click();
    const entry = page.getByRole("row").filter({ hasText: "企业台账.csv" }).filter({ hasText: "有效" });
    await entry.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "撤销" }).click();
    await expect(
      page.getByText(`已撤销：移除 ${DELIVERED.added}，恢复 ${DELIVERED.changed}，保持现状 0`),
    ).toBeVisible();
    expect(await contentOf(request)).toEqual(before);
  });
});

test("the refused rows can be sent back to whoever delivered them", async ({ page, request }) => {
  await deliver(page, { name: "企业.csv", buffer: enterpriseDelivery(await sitesOf(request)) });
  await page.getByRole("button", { name: "下载" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /CSV/ }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  const [head, ...lines] = text.trimEnd().split("\r\n");
  expect(head).toBe("\uFEFF行,编号,列,内容,原因,说明,应为,建议");
  expect(lines).toHaveLength(DELIVERED.swapped);
  expect(lines[0]).toContain("经度和纬度颠倒");
  expect(lines[0]).toContain("交换经纬度");
  await discard(page);
});

test("a file that cannot be a delivery says why, and leaves nothing behind", async ({ page, request }) => {
  const before = await draftsOf(request);
  const bomb = makeZip([{ name: "bomb.csv", content: Buffer.alloc(80_000_000) }]);
  const hopeless = [
    {
      name: "边界.shp",
      buffer: Buffer.from("0000270a".padEnd(200, "0"), "hex"),
      says: /把 \.shp、\.dbf、\.shx、\.prj.*打包为 \.zip/,
    },
    { name: "台账.zip", buffer: bomb, says: /压缩包解开后过大/ },
    {
      name: "台账.xlsx",
      buffer: Buffer.from("<!doctype html><html><body>请登录</body></html>"),
      says: /这是网页，不是数据/,
    },
  ];
  for (const { says, ...file } of hopeless) {
    await deliver(page, file);
    await expect(page.getByRole("alert")).toContainText(says);
    await discard(page);
  }
  await expect.poll(async () => (await draftsOf(request)).length).toBe(before.length);
});

test("a layer goes out as a file under its name, part of it and in another datum", async ({ page }) => {
  await page.goto("/data?ledger=enterprises&part=out&filter.enterprises=risk%20%3D%20'red'");
  await expect(page.getByLabel("筛选条件")).toHaveValue("risk = 'red'");
  await page.getByLabel("格式").click();
  await page.getByTitle("CSV 文本表格").click();
  await page.getByLabel("坐标系").click();
  await page.getByTitle("GCJ-02").click();
  await expect(page.getByText(/不可用于量距/)).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出文件" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/企业.*\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.split("\r\n")[0]).toContain("风险等级");
});

test("the page of deliveries fetches neither map nor ledgers", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/data");
  await expect(page.getByRole("button", { name: "选择文件" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^企业 / })).toContainText("条");
  expect(asked.filter((url) => /zone-map|snapshots|worker/.test(url))).toEqual([]);
});
