import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { getLayer } from "#data/layers/index.ts";
import { encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { expect, test } from "../support/app.ts";
import { idOf, point } from "../support/make-snapshot.ts";
import { openMap } from "../support/map-page.ts";
import { readWorkbook, valuesOf } from "../support/read-workbook.ts";
import { askServer, ringsAnswered } from "../support/ring-page.ts";

const AT = [122.2522, 43.6186] as const;
const RINGS = `/?origin=point:${AT.join()}&rings=500,3000&tool=rings`;

/** Chooses a format in the open panel and reads the file that comes. */
async function exportAs(page: Page, format: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "导出" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("the exported list is complete and says what the server says", async ({ page, request }) => {
  await openMap(page, RINGS);
  await ringsAnswered(page);
  const geometry = { type: "Point" as const, coordinates: [...AT] };
  const server = await askServer(request, { geometry, radiiM: [500, 3000], limit: 100_000 });
  expect(server.summary.found, "more than the panel lists").toBeGreaterThan(2000);

  const { name, bytes } = await exportAs(page, /^CSV/);
  expect(name).toMatch(/^演示数据_缓冲分析_点_500-3000m_\d{8}-\d{4}\.csv$/);
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows.map((row) => row.编号)).toEqual(server.findings.map(({ code }) => code));
  expect(rows.map((row) => row["距离 (m)"])).toEqual(
    server.findings.map(({ distanceM }) => String(Number(distanceM.toFixed(2)))),
  );
});

test("the workbook opens with the list, what was asked, and the sums", async ({ page, request }) => {
  await openMap(page, RINGS);
  await ringsAnswered(page);
  const geometry = { type: "Point" as const, coordinates: [...AT] };
  const { summary } = await askServer(request, { geometry, radiiM: [500, 3000] });
  const { bytes } = await exportAs(page, /^Excel/);
  const sheets = readWorkbook(bytes);
  expect(sheets.slice(0, 3).map(({ name }) => name)).toEqual(["清单", "参数", "合计"]);
  expect(sheets[0]!.rows).toHaveLength(summary.found + 1);
  const parameters = new Map(valuesOf(sheets[1]!).map(([item, value]) => [item, value]));
  expect(parameters.get("半径 (m)")).toBe("500、3000");
  expect(parameters.get("数据版本：自建房")).toMatch(/^第 \d+ 版/);
  expect(parameters.get("数据性质")).toContain("演示数据");
  const houses = summary.rings[1]!.layers.find(({ layer }) => layer === "houses")!;
  expect(valuesOf(sheets[2]!)).toContainEqual([3000, "自建房", "数量", houses.count]);
});

test("the shapes are GeoJSON with rings, features and how to ask again", async ({ page }) => {
  await openMap(page, `/?origin=point:${AT.join()}&rings=200&ringLayers=houses&tool=rings&lang=en`);
  await page.getByRole("button", { name: "Export" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^GeoJSON/ }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^demo-data_rings_Point_200m_\d{8}-\d{4}\.geojson$/);
  const collection = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(collection.features[1]).toMatchObject({ geometry: { type: "Polygon" }, properties: { radiusM: 200 } });
  expect(collection.parameters).toMatchObject({ radiiM: [200], layers: ["houses"] });
});

test("names that look like formulas stay texts in every file", async ({ page }) => {
  const names = ['=HYPERLINK("http://x","y")', "@SUM(A1:A9)", "+1", "-1", "＝1＋1"];
  const houses = getLayer("houses");
  const rows = names.map((name, n) => ({
    id: idOf(n),
    code: `${name}#${n}`,
    name,
    geometry: point(AT[0] + n * 1e-5, AT[1]),
    attributes: {},
    positionErrorM: null,
    districtCode: null,
    source: "=1+1",
    observedOn: null,
  }));
  await page.route("**/api/layers/houses/snapshots/*", (route) =>
    route.fulfill({ body: Buffer.from(encodeSnapshot(buildTable(houses, rows, 1, AT), houses)) }),
  );
  await openMap(page, `/?origin=point:${AT.join()}&rings=200&ringLayers=houses&tool=rings`);
  await ringsAnswered(page);

  const csv: string[][] = parse((await exportAs(page, /^CSV/)).bytes, { bom: true });
  const named = csv[0]!.indexOf("名称");
  expect(csv.slice(1).map((row) => row[named])).toEqual(names.map((name) => `'${name}`));
  for (const cell of csv.flat()) if (/^[=+\-@＝]/.test(cell)) expect(cell).toMatch(/^-?\d+(\.\d+)?$/);

  const [list] = readWorkbook((await exportAs(page, /^Excel/)).bytes);
  const cells = list!.rows.flat().filter((cell) => cell !== null);
  expect(cells.filter(({ value }) => names.includes(value)).map(({ type }) => type)).toEqual(names.map(() => "s"));
  expect(cells.filter(({ formula }) => formula !== "")).toEqual([]);
});

test("a selection is exported with all that its layer says", async ({ page }) => {
  const area = "122.245,43.614;122.26,43.614;122.26,43.623;122.245,43.623";
  await openMap(page, `/?area=${area}&on=water-sources&tool=selection`);
  const selected = Number((await page.getByText(/^已选 \d+ 个要素$/).innerText()).match(/\d+/)![0]);
  expect(selected).toBeGreaterThan(0);
  const { name, bytes } = await exportAs(page, /^CSV/);
  expect(name).toContain(`所选要素_${selected}个要素`);
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows).toHaveLength(selected);
  expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(["类型", "流量 (L/s)", "最近维护日期"]));
  expect(Object.keys(rows[0]!)).not.toEqual(expect.arrayContaining(["管护人"]));
});
