import { execFileSync } from "node:child_process";
import type { Download, Page } from "@playwright/test";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { expect, test } from "../support/app.ts";
import { openMap } from "../support/map-page.ts";
import { readPdfPages } from "../support/pdf-shapes.ts";

const panel = (page: Page) => page.getByRole("region", { name: "核查", exact: true });

/** A five-cornered site among the houses of the old town: nothing else there has its shape. */
const CORNERS = [
  [20, 24],
  [95, 31],
  [160, 19],
  [230, 27],
  [300, 22],
].map(([azimuth, distanceM]) => geodesicDestination(122.2506, 43.6484, azimuth!, distanceM!));
const SIDES_M = CORNERS.map((corner, i) => geodesicDistanceM(...corner, ...CORNERS[(i + 1) % CORNERS.length]!));

const stationText = (): string =>
  `POLYGON ((${[...CORNERS, CORNERS[0]!].map((corner) => corner.join(" ")).join(", ")}))`;

/** Lengths of a ring's sides; the corner that closes it may be repeated. */
const sidesOf = (ring: readonly (readonly [number, number])[]): number[] =>
  ring.map(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return Math.hypot(nextX - x, nextY - y);
  });

async function checkStation(page: Page): Promise<void> {
  await openMap(page, "/planning?layers=0&at=122.2505,43.6485,18");
  await panel(page).getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog", { name: "导入边界" });
  await dialog.getByRole("textbox", { name: "边界文本" }).fill(stationText());
  await dialog.getByRole("button", { name: "用作边界" }).click();
  await panel(page).getByRole("textbox", { name: "名称" }).fill("旧城加油站");
  await panel(page).getByRole("spinbutton", { name: "汽油罐总容积" }).fill("60");
  await panel(page).getByRole("spinbutton", { name: "柴油罐总容积" }).fill("30");
  await panel(page).getByRole("combobox", { name: "卸油和加油油气回收" }).click();
  await page.locator(".ant-select-dropdown:visible").getByText("是", { exact: true }).click();
  await expect(panel(page).getByRole("status").filter({ hasText: "规则最远" })).toContainText("距离不足");
}

/** Signs the checked proposal. @returns the page that opens. */
async function sign(page: Page): Promise<Page> {
  await panel(page).getByRole("button", { name: "出具意见" }).click();
  const dialog = page.getByRole("dialog", { name: "出具核查意见" });
  await expect(dialog.getByRole("button", { name: "签署并存档" })).toBeDisabled();
  await dialog.getByRole("textbox", { name: "核查人" }).fill("张工");
  await dialog.getByRole("textbox", { name: "备注" }).fill("选址会用");
  const [opinion] = await Promise.all([
    page.waitForEvent("popup"),
    dialog.getByRole("button", { name: "签署并存档" }).click(),
  ]);
  await expect(dialog.getByRole("alert")).toContainText(/规划核查〔\d{4}〕\d{4}号/);
  await expect(opinion.locator("[data-sheet=map]")).toHaveAttribute("data-state", "ready");
  return opinion;
}

const saved = async (opinion: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([
    opinion.waitForEvent("download"),
    opinion.getByRole("link", { name, exact: false }).click(),
  ]);
  return download;
};

test("a checked proposal becomes an opinion that prints to scale and whose proof can be worked out again", async ({
  page,
}) => {
  await checkStation(page);
  const opinion = await sign(page);

  const text = opinion.getByRole("article");
  await expect(text).toContainText("旧城加油站");
  await expect(text).toContainText("选址会用");
  await expect(text).toContainText("演示数据");
  const worst = text.getByRole("row").filter({ hasText: "自建房" }).first();
  await expect(worst).toContainText("GB 50156-2021 表4.0.4");
  await expect(worst).toContainText("不足");
  await expect(text.getByRole("heading", { name: "七、待核实条文" })).toBeVisible();

  const pages = readPdfPages(await opinion.pdf({ preferCSSPageSize: true }));
  const map = pages.at(-1)!;
  expect([map.widthMm, map.heightMm].map(Math.round)).toEqual([420, 297]);
  for (const { widthMm, heightMm } of pages.slice(0, -1))
    expect([widthMm, heightMm].map(Math.round)).toEqual([210, 297]);
  const scale = Number(
    /1:(\d+)/.exec((await opinion.getByRole("img", { name: "间距核查图" }).getAttribute("aria-label"))!)![1],
  );
  const drawn = map.paths
    .map((path) => sidesOf(path.slice(0, CORNERS.length)))
    .filter((sides) => sides.length === CORNERS.length)
    .filter((sides) => sides.every((mm, i) => Math.abs(mm / sides[0]! / (SIDES_M[i]! / SIDES_M[0]!) - 1) < 0.02));
  expect(drawn.length).toBeGreaterThan(0);
  for (const sides of drawn)
    for (const [i, mm] of sides.entries()) expect(Math.abs(mm - (SIDES_M[i]! * 1000) / scale)).toBeLessThan(0.2);

  const number = /〔\d{4}〕\d{4}号/.exec(await text.innerText())![0];
  for (const [name, ending] of [
    ["DOCX", ".docx"],
    ["XLSX 附表", ".xlsx"],
  ] as const) {
    const file = await saved(opinion, name);
    expect(file.suggestedFilename()).toContain(number);
    expect(file.suggestedFilename().endsWith(ending)).toBe(true);
  }
  const proof = await (await saved(opinion, "证明包")).path();
  const verified = execFileSync("npm", ["run", "--silent", "verify-proof", "--", proof], { encoding: "utf8" });
  expect(verified).toContain(number);
  expect(verified.match(/same answer/g)).toHaveLength(2);
});

test("an opinion opens in English and leads back to its check", async ({ page }) => {
  await checkStation(page);
  const opinion = await sign(page);
  const address = new URL(opinion.url());
  address.searchParams.set("lang", "en");
  await opinion.goto(address.href);
  await expect(opinion.getByRole("heading", { name: "Opinion on safety distances" })).toBeVisible();
  await expect(opinion.locator("[data-sheet=map]")).toContainText("Scale 1:");
  await opinion.getByRole("link", { name: "Back to the check" }).click();
  await expect(opinion.getByRole("region", { name: "Check", exact: true })).toContainText("Too near", {
    timeout: 60_000,
  });
});

test.describe("an address of no opinion", () => {
  test.use({ allowedTrouble: [/status of 404/] });
  test("says that there is none", async ({ page }) => {
    await page.goto("/planning/opinion/01a215b1-0000-7000-8000-000000000000");
    await expect(page.getByRole("alert")).toContainText("没有这份意见");
  });
});
