import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { BlackSpotSummary } from "#data/analyses/black-spot-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { findRuleSet } from "#data/traffic/rule-sets/index.ts";
import type { CrashTally } from "#data/traffic/site.ts";
import type { ExportPlace } from "../../../../web/export/provenance.ts";
import type { Table } from "../../../../web/export/table.ts";
import { writeExport } from "../../../../web/export/write-export.ts";
import { toXlsx } from "../../../../web/export/xlsx.ts";
import { foundRows } from "../../../../web/workspaces/traffic/screening/found-rows.ts";
import { screeningExport } from "../../../../web/workspaces/traffic/screening/screening-export.ts";
import { idOf, makeSnapshot, point } from "../../../support/make-snapshot.ts";
import { readWorkbook } from "../../../support/read-workbook.ts";
import { cluster, NO_CRASHES, segment, spot } from "./found-sites.ts";

const { settings, ...ruleSet } = findRuleSet("proposed-500")!;
const tally: CrashTally = {
  all: 40,
  placed: 30,
  doubtful: 7,
  unplaced: 3,
  undated: 1,
  future: 2,
  outsidePeriod: 5,
  contradictory: 0,
  used: 25,
};
const screened: BlackSpotSummary = {
  ruleSet,
  settings: { ...settings, periodYears: 2 },
  changed: ["periodYears"],
  from: "2024-11-01",
  to: "2026-11-01",
  tally,
  found: 2,
  listed: 2,
  screenedM: 12_000,
  screenedPlaces: 4,
};

const accidents = makeSnapshot(
  "accidents",
  ["=1+1", "A-7"].map((code) => ({ code, geometry: point(122.26, 43.62) })),
);
const place: ExportPlace = {
  language: "zh",
  ledgers: [{ definition: getLayer("accidents"), snapshot: accidents }],
  demo: true,
  madeAt: new Date(2026, 10, 25, 18, 40),
};

const spots = [
  {
    ...spot("a", segment(812_050.4, 812_470), [idOf(0), idOf(1)]),
    counts: { ...NO_CRASHES, crashes: 12, fatal: 3, deaths: 4, injuries: 9 },
    criteria: [
      {
        id: "fatal",
        counted: 3,
        needed: 3,
        outcome: "met" as const,
        pattern: { by: "form" as const, value: "rear-end", crashes: 2, of: 3 },
      },
      { id: "casualty", counted: 8, needed: 10, outcome: "not-met" as const, pattern: null },
    ],
    doubtful: 2,
    scores: { etan: 33.5, "hsm-2010": 1_725, capped: 57 },
  },
  spot("b", segment(5_000, 5_500)),
];
const content = () =>
  screeningExport(
    {
      rows: foundRows(spots, [cluster("c", segment(812_400, 812_600)), cluster("d", segment(9_000, 9_100))]),
      screened,
      clustered: null,
      filters: { accidents: "form = 'rear-end'" },
    },
    place,
  );
const column = ({ columns, rows }: Table, title: string) =>
  rows.map((row) => row[columns.findIndex((each) => each.title === title)]);

describe("what the screening hands out", () => {
  test("says of each site of the rule where it is, what was counted and by which condition", () => {
    const { list } = content();
    expect(column(list, "序")).toEqual([1, 2]);
    expect(column(list, "一致性")).toEqual(["两者都有", "只有规则"]);
    expect(column(list, "起桩号 (m)")).toEqual([812_050, 5_000]);
    expect([column(list, "事故")[0], column(list, "死亡")[0], column(list, "受伤")[0]]).toEqual([12, 4, 9]);
    expect(column(list, "达到的条件")[0]).toBe("≥ 3 起亡人事故: 3, 追尾碰撞 2/3");
    expect(column(list, "存疑未计")[0]).toBe(2);
  });

  test("gives a score under every named weights, and none where there is none", () => {
    const { list } = content();
    for (const { id, title } of getLayer("accidents").weights ?? [])
      expect(column(list, title.zh)).toEqual([spots[0]!.scores[id], null]);
  });

  test("lists each cluster once, in its own order", () => {
    const [, clusters] = content().sheets;
    expect(column(clusters!, "序")).toEqual([1, 2]);
    expect(column(clusters!, "一致性")).toEqual(["两者都有", "只有统计"]);
  });

  test("names rule, edition, source, numbers, changes, last day, tally, filter and that the data is invented", () => {
    const facts = new Map(content().sheets.at(-1)!.rows as [string, unknown][]);
    expect(facts.get("认定规则")).toBe("建议规则：500米窗口 (1 版)");
    expect(facts.get("规则依据")).toBe("本系统建议值，不是官方标准");
    expect(facts.get("规则可信度")).toContain("不是官方规则");
    expect(facts.get("规则数值")).toContain("2 年");
    expect(facts.get("已改的数值")).toBe("periodYears");
    expect(facts.get("期间")).toBe("2024-11-01 至 2026-10-31");
    expect(facts.get("事故去向")).toBe("事故 40 起 = 已定位 30 + 存疑 7 + 未定位 3");
    expect(facts.get("筛选：道路交通事故")).toBe("form = 'rear-end'");
    expect(facts.get("数据性质")).toContain("虚构");
  });

  test("the workbook and the CSV hold the office's own accident numbers as text, never as formulas", async () => {
    const file = await writeExport(content(), "xlsx", toXlsx);
    expect(file.name).toMatch(/^演示数据_事故多发点段排查_.*_20261125-1840\.xlsx$/);
    const sheets = readWorkbook(new Uint8Array(await file.blob.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(["规则认定", "统计聚集", "参数"]);
    expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell && cell.formula !== "")).toEqual([]);
    const csv = await (await writeExport(content(), "csv", toXlsx)).blob.text();
    const [first] = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(first!.事故编号).toBe("'=1+1 A-7");
  });
});
