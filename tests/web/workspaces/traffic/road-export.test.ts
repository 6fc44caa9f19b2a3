import { expect, test } from "vitest";
import { roadNetwork } from "#data/analyses/road-network.ts";
import type { RoadNetworkFinding, RoadNetworkSummary } from "#data/analyses/road-network-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { NETWORK_ISSUE_KINDS } from "#data/traffic/network/route.ts";
import type { Table } from "../../../../web/export/table.ts";
import { ROAD_REPORT_WORDS } from "../../../../web/messages/traffic-placing-roads.ts";
import { roadExport } from "../../../../web/workspaces/traffic/placing/road-export.ts";
import { issueId } from "../../../../web/workspaces/traffic/placing/road-issues.ts";
import { runAnalysis } from "../../../data/analyses/run-analysis.ts";
import { zone } from "../../../data/demo/zone.ts";
import { makeSnapshot } from "../../../support/make-snapshot.ts";

const roads = makeSnapshot("roads", zone.layers.roads!);
const answer = runAnalysis(roadNetwork, {}, [roads]) as {
  findings: readonly RoadNetworkFinding[];
  summary: RoadNetworkSummary;
};
const content = roadExport(answer, {
  language: "zh",
  ledgers: [{ definition: getLayer("roads"), snapshot: roads }],
  demo: true,
  madeAt: new Date(2026, 10, 25, 18, 40),
});
const column = ({ columns, rows }: Table, title: string) =>
  rows.map((row) => row[columns.findIndex((each) => each.title === title)]);

test("names every planted flaw of the roads by its sections, with what to do", () => {
  const { list } = content;
  const sections = column(list, "涉及路段编号").join(" ").split(" ");
  const { roadsBackwards, roadsBeforeGap, roadsWithoutStake } = zone.flaws;
  for (const code of [...roadsBackwards, ...roadsBeforeGap, ...roadsWithoutStake]) expect(sections).toContain(code);
  const kinds = column(list, "问题");
  expect(kinds.filter((kind) => kind === "画线方向相反")).toHaveLength(roadsBackwards.length);
  const gap = kinds.indexOf("路线断开");
  expect(column(list, "影响")[gap]).toBe("影响定位");
  expect(column(list, "大小 (m)")[gap]).toBeGreaterThan(100);
  expect(column(list, "怎么处理")[gap]).toContain("补测");
});

test("gives the network in figures, counts that agree with the list, and whose data it is", () => {
  const [issues, facts, parameters] = content.sheets;
  const figures = new Map(facts!.rows as [string, number][]);
  expect(figures.get("路段")).toBe(zone.layers.roads!.length);
  expect(figures.get("台账有桩号")! + figures.get("无桩号，按长度量")!).toBe(figures.get("路线"));
  const counted = NETWORK_ISSUE_KINDS.reduce(
    (sum, kind) => sum + figures.get(`问题数: ${ROAD_REPORT_WORDS.zh.kinds[kind]}`)!,
    0,
  );
  expect(counted).toBe(issues!.rows.length);
  expect(new Map(parameters!.rows as [string, string][]).get("数据性质")).toContain("虚构");
  expect(content.stem).toMatch(/^演示数据_道路桩号检查_20261125-1840$/);
});

test("keeps the line of each issue for a map, and tells issues apart", () => {
  const { features } = content.geoJson();
  expect(features.map(({ geometry }) => geometry)).toEqual(answer.findings.map(({ geometry }) => geometry));
  expect(new Set(answer.findings.map(issueId)).size).toBe(answer.findings.length);
});
