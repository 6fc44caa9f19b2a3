import { describe, expect, test } from "vitest";
import { crashTimes } from "#data/analyses/crash-times.ts";
import { enforcementHours } from "#data/analyses/enforcement-hours.ts";
import { getLayer } from "#data/layers/index.ts";
import type { ExportPlace } from "../../../../../web/export/provenance.ts";
import { writeExport } from "../../../../../web/export/write-export.ts";
import { toXlsx } from "../../../../../web/export/xlsx.ts";
import { patrolExport } from "../../../../../web/workspaces/traffic/times/patrol-export.ts";
import { rhythmExport } from "../../../../../web/workspaces/traffic/times/rhythm-export.ts";
import { runAnalysis } from "../../../../data/analyses/run-analysis.ts";
import { makeSnapshot } from "../../../../support/make-snapshot.ts";
import { readWorkbook } from "../../../../support/read-workbook.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../../../support/road-scene.ts";

const G111: SceneRoad = { code: "G111", start: [-5_000, 0], lengthM: 10_000, class: "national" };

/** Twelve on Mondays at eight within 2 km, eight at other hours far from there. */
const rows = Array.from({ length: 20 }, (_, i) =>
  accidentOn(G111, i < 12 ? 2_000 : 8_000, {
    happenedAt: i < 12 ? `2026-11-${i % 2 ? "02" : "09"}T08:${10 + i}` : `2026-11-${11 + i}T${i}:${10 + i}`,
    severity: "injury",
    deaths: 0,
    injuries: 2,
  }),
);
const snapshots = [makeSnapshot("accidents", rows), makeSnapshot("roads", roadRows(G111))];
const place: ExportPlace = {
  language: "zh",
  ledgers: snapshots.map((snapshot) => ({ definition: getLayer(snapshot.layer), snapshot })),
  demo: true,
  madeAt: new Date(2026, 10, 26, 9, 40),
};

describe("the roster", () => {
  const content = patrolExport(runAnalysis(enforcementHours, {}, snapshots), {}, place);
  const column = (title: string) => {
    const at = content.list.columns.findIndex((each) => each.title === title);
    return content.list.rows.map((row) => row[at]);
  };

  test("has a line for the hours of each class of days, tested ones with their answer, and one for too few", () => {
    expect(column("最集中时段").slice(0, 2)).toEqual(["工作日 6–9 时", "周末 0–3 时"]);
    expect(column("时段内").slice(0, 2)).toEqual([12, 0]);
    expect(column("结论")).toEqual(["● 集中", null, "◇ 太少"]);
    expect(column("伤亡事故")).toEqual([12, 12, 8]);
    expect(column("最集中时段").at(-1)).toBeNull();
  });

  test("names the accidents by the office's own numbers, and what it stands on", async () => {
    expect(String(column("事故编号")[0]).split(" ")).toHaveLength(12);
    const file = await writeExport(content, "xlsx", toXlsx);
    expect(file.name).toMatch(/^演示数据_勤务时段_20261126-0940\.xlsx$/);
    const sheets = readWorkbook(new Uint8Array(await file.blob.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(["勤务时段", "参数"]);
    const facts = new Map(content.sheets.at(-1)!.rows as [string, string][]);
    expect(facts.get("事故去向")).toBe("事故 20 起 = 已定位 20 + 存疑 0 + 未定位 0");
    expect(facts.get("规则数值")).toContain("999 次模拟");
  });
});

describe("the rhythm", () => {
  const content = rhythmExport(runAnalysis(crashTimes, { weight: "injuries" }, snapshots), {}, place);

  test("has the week in the column that was counted, with its sums", () => {
    const monday = content.list.rows[0]!;
    expect(monday).toHaveLength(26);
    expect([monday[0], monday[9], monday[25]]).toEqual(["星期一", 24, 24 + 2 * mondaysElsewhere]);
  });

  test("says that persons are not tested, and what part of a year there is", () => {
    const [, years, months, conditions, facts] = content.sheets;
    expect(years!.rows[0]!.at(-1)).toBe("期间只含其中一部分");
    expect(months!.rows).toHaveLength(1);
    expect(conditions!.rows.map((row) => row.slice(0, 3))).toEqual([
      ["天气", "未知", 20],
      ["照明", "未知", 20],
      ["路表情况", "未知", 20],
    ]);
    expect((facts!.rows as [string, string][]).find(([item]) => item === "年度同期比较")?.[1]).toContain("不能比较");
  });
});

/** Of the eight others. */
const mondaysElsewhere = rows.slice(12).filter(({ attributes }) => {
  const time = new Date(`${attributes!.happenedAt}Z`);
  return time.getUTCDay() === 1;
}).length;
