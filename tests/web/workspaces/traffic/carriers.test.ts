import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import type { ExportPlace } from "../../../../web/export/provenance.ts";
import type { Table } from "../../../../web/export/table.ts";
import { writeExport } from "../../../../web/export/write-export.ts";
import { toXlsx } from "../../../../web/export/xlsx.ts";
import { CARRIERS_WORDS } from "../../../../web/messages/traffic-carriers.ts";
import { reasonText, whyTexts } from "../../../../web/workspaces/traffic/carriers/carrier-text.ts";
import { carriersExport } from "../../../../web/workspaces/traffic/carriers/carriers-export.ts";
import { changedMeasures, withThreshold } from "../../../../web/workspaces/traffic/carriers/changed-thresholds.ts";
import { quarterBefore } from "../../../../web/workspaces/traffic/carriers/quarters.ts";
import { idOf, makeSnapshot, point } from "../../../support/make-snapshot.ts";
import { readWorkbook } from "../../../support/read-workbook.ts";
import { carrierFound, SUMMARY } from "./carriers-found.ts";

const words = CARRIERS_WORDS.zh;

describe("why a carrier is rated so", () => {
  test("a reason names measure, value, unit and threshold", () => {
    const reason = { measure: "accidentsPer100Vehicles", value: 15.34, threshold: 15 } as const;
    expect(reasonText(reason, words, "zh")).toBe("百车事故 15.3 起/年，阈值 15");
  });

  test("a value that has reached its threshold never reads as if it were below", () => {
    const reason = { measure: "pointsPerVehicle", value: 6.004, threshold: 6.002 } as const;
    expect(reasonText(reason, words, "zh")).toBe("单车记分 6.004 分/年，阈值 6");
    expect(reasonText({ ...reason, value: 11.96, threshold: 11.95 }, words, "zh")).toContain("12 分/年，阈值 11.95");
  });

  test("what cannot be told is said, and a carrier without credit code is not called below thresholds", () => {
    const unknown = carrierFound({ grade: null, undecided: ["violationsPerVehicle"], limits: ["fleet-unknown"] });
    expect(whyTexts(unknown, words, "zh")).toEqual(["不能判断：单车违法", "车辆数未知，单车指标不能算"]);
    const codeless = carrierFound({ grade: null, creditCode: null, limits: ["no-credit-code"] });
    expect(whyTexts(codeless, words, "zh")).toEqual(["无信用代码，事故和违法对不上"]);
    expect(whyTexts(carrierFound({}), words, "zh")).toEqual(["各项均低于阈值"]);
  });
});

test("the last quarter is a whole one, also across the new year", () => {
  expect(quarterBefore("2026-11-26")).toEqual({ from: "2026-07-01", to: "2026-10-01" });
  expect(quarterBefore("2026-02-01")).toEqual({ from: "2025-10-01", to: "2026-01-01" });
  expect(quarterBefore("2026-04-01")).toEqual({ from: "2026-01-01", to: "2026-04-01" });
});

test("only thresholds that differ from the proposed ones are kept", () => {
  const changed = withThreshold({}, "accidents", { medium: 1, high: 10 });
  expect(changed).toEqual({ accidents: { medium: 1, high: 10 } });
  expect(changedMeasures(changed)).toEqual(["accidents"]);
  expect(withThreshold(changed, "accidents", { medium: 3, high: 10 })).toEqual({});
});

describe("the list that is sent out", () => {
  const violations = makeSnapshot("violations", [
    {
      code: "V-1",
      geometry: point(122.26, 43.62),
      attributes: { happenedAt: "2026-08-01T08:00", kind: "belt", plate: "演G00001", driver: "张三" },
    },
  ]);
  const place: ExportPlace = {
    language: "zh",
    ledgers: [{ definition: getLayer("violations"), snapshot: violations }],
    demo: true,
    madeAt: new Date(2026, 9, 8, 9, 5),
  };
  const findings = [
    carrierFound({
      grade: "high",
      reasons: [{ measure: "deaths", grade: "high", value: 2, threshold: 1 }],
      unsettledIds: [idOf(0)],
    }),
    carrierFound({ grade: "medium", name: "=乙" }),
    carrierFound({ grade: null, creditCode: null, name: "丙", vehicles: null, perVehicle: null }),
    carrierFound({ grade: "low", name: "丁" }),
  ];
  const content = carriersExport(findings, SUMMARY, place);
  const column = ({ columns, rows }: Table, title: string) =>
    rows.map((row) => row[columns.findIndex((each) => each.title === title)]);

  test("names the risky apart from the others, with reasons; what is not known stays empty, never 0", () => {
    const [risky, others] = content.sheets;
    expect(column(risky!, "运输企业")).toEqual(["甲货运", "=乙"]);
    expect(column(risky!, "理由")[0]).toBe("死亡 2 人，阈值 1");
    expect(column(others!, "风险等级")).toEqual(["无法评定", "低风险"]);
    expect(column(others!, "事故")).toEqual([null, 0]);
    expect(column(others!, "百车事故 (起/年)")).toEqual([null, 0]);
  });

  test("says period, thresholds and whose they are, which were changed, where every record went, and that it is invented", () => {
    const rows = content.sheets.at(-1)!.rows.map(([item, text]) => `${item}：${text}`);
    expect(rows).toContain("期间：2026-07-01 至 2026-09-30（含）");
    expect(rows).toContain("阈值：死亡（人）：中 ≥ 不判，高 ≥ 1");
    expect(rows).toContain("阈值：每年事故（起/年）：中 ≥ 2，高 ≥ 8（已改，非建议值）");
    expect(rows.some((row) => row.startsWith("阈值依据：本系统建议值"))).toBe(true);
    expect(
      rows.some((row) => row.includes("事故 25 起 = 期内写明企业 5 + 期内未写明企业 7 + 期外 11 + 无时间 2")),
    ).toBe(true);
    expect(rows.some((row) => row.includes("违法 17 起 = 期内写明企业 9 + 期内未写明企业 1 + 期外 3 + 无时间 4"))).toBe(
      true,
    );
    expect(rows.some((row) => row.includes("虚构"))).toBe(true);
  });

  test("no driver, plate or single record leaves the house, and no cell is a formula", async () => {
    const file = await writeExport(content, "xlsx", toXlsx);
    expect(file.name).toBe("演示数据_运输企业风险名单_20261008-0905.xlsx");
    const sheets = readWorkbook(new Uint8Array(await file.blob.arrayBuffer()));
    expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell && cell.formula !== "")).toEqual([]);
    const everything = JSON.stringify([sheets, content.geoJson()]);
    for (const personal of ["张三", "演G00001", idOf(0)]) expect(everything).not.toContain(personal);
  });
});
