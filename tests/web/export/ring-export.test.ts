import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { ringExport } from "../../../web/export/ring-export.ts";
import type { Table } from "../../../web/export/table.ts";
import { type ExportFormat, FORMATS, writeExport } from "../../../web/export/write-export.ts";
import { toXlsx } from "../../../web/export/xlsx.ts";
import { readWorkbook, valuesOf } from "../../support/read-workbook.ts";
import { askRings, hazardId, PERSONAL, place } from "./ledgers.ts";

const PARAMETERS = {
  layer: "hazard-sources",
  ids: [hazardId(0)],
  radiiM: [100, 300],
  layers: ["houses", "accidents"],
  filters: { houses: "grade IN ('A','D')" },
};

const content = () => ringExport(askRings(PARAMETERS), place);

const bytesOf = async (format: ExportFormat) =>
  new Uint8Array(await (await writeExport(content(), format, toXlsx)).blob.arrayBuffer());

const column = ({ columns, rows }: Table, title: string) =>
  rows.map((row) => row[columns.findIndex((each) => each.title === title)]);

describe("the list", () => {
  test("has every feature inside, nearest first, with its distance and ring", () => {
    const { list } = content();
    expect(column(list, "图层")).toEqual(["自建房", "道路交通事故", "自建房"]);
    expect(column(list, "编号")).toEqual(["N0", "N0", "N1"]);
    const distances = column(list, "距离 (m)") as number[];
    for (const [i, expected] of [50, 120, 250].entries()) expect(distances[i]).toBeCloseTo(expected, -0.5);
    expect(column(list, "所在环 (m)")).toEqual([100, 300, 300]);
    expect(column(list, "等级")).toEqual(["D级 整幢危房", "死亡事故", "A级 安全"]);
  });

  test("of one layer alone has all its attributes", () => {
    const { list } = ringExport(askRings({ ...PARAMETERS, layers: ["houses"] }), place);
    expect(column(list, "人数 (人)")).toEqual([4, null]);
    expect(column(list, "改扩建")).toEqual([null, "否"]);
    expect(column(list, "鉴定日期")).toEqual([null, "2024-03-05"]);
  });

  test("of several origins names the nearest one", () => {
    const { list } = ringExport(askRings({ ...PARAMETERS, ids: [hazardId(0), hazardId(1)] }), place);
    expect(column(list, "最近起点")).toEqual(["甲罐区", "甲罐区", "甲罐区"]);
  });
});

test("CSV opens with the values and without a formula", async () => {
  const text = Buffer.from(await bytesOf("csv")).toString("utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map((row) => row.名称)).toEqual(["'=cmd|'/c calc'!A1", "'+1 事故", "平房"]);
});

describe("the workbook", () => {
  test("has the list, the parameters, the sums and a sheet a layer", async () => {
    const sheets = readWorkbook(await bytesOf("xlsx"));
    expect(sheets.map(({ name }) => name)).toEqual(["清单", "参数", "合计", "自建房", "道路交通事故"]);
    const accidents = valuesOf(sheets[4]!);
    const happened = accidents[0]!.indexOf("事故时间");
    expect(accidents[1]![happened]).toBe(45356.75);
  });

  test("says what was asked, of which revisions, by which rule and when", async () => {
    const rows = new Map(valuesOf(readWorkbook(await bytesOf("xlsx"))[1]!).map(([item, value]) => [item, value]));
    expect(rows.get("起点")).toBe("重大危险源: 甲罐区");
    expect(rows.get("半径 (m)")).toBe("100、300");
    expect(rows.get("筛选：自建房")).toBe("grade IN ('A','D')");
    expect(rows.get("数据版本：自建房")).toBe("第 1 版，数据截至 未知");
    expect(rows.get("数据版本：重大危险源")).toBe("第 1 版，数据截至 未知");
    expect(rows.get("清单")).toBe("全部 3 项");
    expect(rows.get("量取规则")).toContain("轮廓到轮廓");
    expect(rows.get("导出时间")).toMatch(/^2026-11-25 18:40 \(UTC[+-]\d\d:\d\d\)$/);
    expect(rows.get("数据性质")).toContain("演示数据");
  });

  test("sums what is known and says how much is not", () => {
    const totals = content().sheets[2]!;
    const people = totals.rows.filter((row) => row.includes("人数"));
    expect(people).toEqual([
      [100, "自建房", "人数", 4, "人", 0],
      [300, "自建房", "人数", 4, "人", 1],
    ]);
  });

  test("holds each origin by itself when each was asked", () => {
    const each = askRings({ ...PARAMETERS, ids: [hazardId(0), hazardId(1)], mode: "each" });
    const totals = ringExport(each, place).sheets[2]!;
    expect([...new Set(column(totals, "最近起点"))]).toEqual(["全部起点合并", "甲罐区", "乙库"]);
  });
});

test("GeoJSON has the origin, the rings and the found features with their distances, and says how to repeat it", async () => {
  const collection = JSON.parse(Buffer.from(await bytesOf("geojson")).toString("utf8"));
  expect(collection.features.map((each: { properties: { role: string } }) => each.properties.role)).toEqual([
    "origin",
    "ring",
    "ring",
    "found",
    "found",
    "found",
  ]);
  expect(collection.features[3].properties).toMatchObject({ layer: "houses", grade: "D", people: 4, ringM: 100 });
  expect(collection.features[1].geometry.type).toBe("Polygon");
  expect(collection.parameters).toMatchObject({ radiiM: [100, 300], revisions: { houses: 1 }, demo: true });
});

test.each(FORMATS)("no personal attribute is in %s", async (format) => {
  const bytes = await bytesOf(format);
  const text = format === "xlsx" ? JSON.stringify(readWorkbook(bytes)) : Buffer.from(bytes).toString("utf8");
  expect(text).toContain("平房");
  for (const secret of PERSONAL) expect(text).not.toContain(secret);
});

test("the file's name says what and when, and that the data are invented", async () => {
  expect((await writeExport(content(), "csv", toXlsx)).name).toBe(
    "演示数据_缓冲分析_甲罐区_100-300m_20261125-1840.csv",
  );
});
