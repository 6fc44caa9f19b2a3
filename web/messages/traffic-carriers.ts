import type { CarrierFinding, CarrierMeasure } from "#data/analyses/carrier-risk-results.ts";
import type { CarrierGroup } from "../state/carriers-view.ts";
import type { Catalogue } from "./words.ts";

type Limit = CarrierFinding["limits"][number];

export const CARRIER_COLUMNS = [
  "carrier",
  "crashes",
  "deaths",
  "injuries",
  "violations",
  "points",
  "unsettled",
  "perVehicle",
] as const;

/** Risk portraits of transport enterprises. */
export interface CarriersWords {
  readonly groups: Readonly<Record<CarrierGroup, string>>;
  readonly groupHints: Readonly<Record<CarrierGroup, string>>;
  readonly all: string;
  readonly groupsLabel: string;
  readonly proposed: string;
  readonly wholePeriod: string;
  readonly lastQuarter: string;
  readonly underAYear: string;
  readonly filtersIgnored: string;
  readonly thresholds: string;
  readonly changed: (count: string) => string;
  readonly resetAll: string;
  readonly columns: Readonly<Record<(typeof CARRIER_COLUMNS)[number], string>>;
  readonly perVehicleHint: string;
  readonly measures: Readonly<Record<CarrierMeasure, string>>;
  readonly units: Readonly<Record<CarrierMeasure, string>>;
  readonly grades: Readonly<Record<"medium" | "high", string>>;
  readonly never: string;
  readonly field: (measure: string, grade: string) => string;
  readonly mediumAbove: (high: string) => string;
  readonly highBelow: (medium: string) => string;
  /** `百车事故 3.2 起，阈值 2`. */
  readonly reason: (measure: string, value: string, unit: string, threshold: string) => string;
  readonly noReason: string;
  readonly undecided: (measures: string) => string;
  readonly worse: (measures: string) => string;
  readonly limits: Readonly<Record<Limit, string>>;
  readonly separator: string;
  readonly sentence: string;
  readonly vehicles: (count: string) => string;
  readonly fleetUnknown: string;
  readonly notInLedger: string;
  readonly nameless: (creditCode: string) => string;
  readonly noTransport: string;
  readonly unknown: string;
  readonly open: (name: string) => string;
  readonly none: string;
  readonly noneOfGroup: string;
  readonly working: string;
  readonly refused: (reason: string) => string;
  readonly refusedPeriod: string;
  readonly listed: (listed: string, carriers: string) => string;
  readonly accidentTally: (all: string, used: string, without: string, outside: string, undated: string) => string;
  readonly violationTally: (all: string, used: string, without: string, outside: string, undated: string) => string;
  readonly tallyHint: string;
  readonly dataDate: (accidents: string, violations: string, enterprises: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly took: (milliseconds: string) => string;
  readonly close: string;
  readonly inLedger: string;
  readonly creditCode: string;
  readonly facts: string;
  readonly transport: string;
  readonly fleet: string;
  readonly dangerousGoods: string;
  readonly dangerousGoodsFacts: (accidents: string, unknown: string, offRoute: string) => string;
  readonly accidentsOf: (crashes: string, fatal: string, injury: string, damage: string, unknown: string) => string;
  readonly casualties: (deaths: string, injuries: string) => string;
  readonly deathsUnknown: (count: string) => string;
  readonly accidents: string;
  readonly noAccidents: string;
  readonly openAccident: (code: string) => string;
  readonly violations: string;
  readonly noViolations: string;
  readonly kindUnknown: string;
  readonly points: (points: string, unknown: string) => string;
  readonly unsettled: (unsettled: string, unknown: string) => string;
  readonly unsettledList: string;
  readonly openViolation: (code: string) => string;
  readonly perYear: (accidentsPer100: string, violations: string, points: string) => string;
  readonly showAll: string;
  readonly toList: string;
}

export const CARRIERS_WORDS: Catalogue<CarriersWords> = {
  zh: {
    groups: { high: "高风险", medium: "中风险", unrated: "无法评定", low: "低风险" },
    groupHints: {
      high: "至少一项达到高风险阈值",
      medium: "至少一项达到中风险阈值，没有达到高风险的",
      unrated: "缺少信用代码、车辆数或记录内容，不能判断，不按低风险计",
      low: "各项都低于阈值，且没有未知内容可能达到阈值",
    },
    all: "全部",
    groupsLabel: "按风险等级",
    proposed: "阈值为本系统建议，非法定标准；以主管单位约定为准",
    wholePeriod: "最近 1 年",
    lastQuarter: "上季度",
    underAYear: "期间不足一年：每年指标按一年计，不外推",
    filtersIgnored: "图层筛选不影响本表",
    thresholds: "阈值",
    changed: (count) => `已改 ${count} 项`,
    resetAll: "全部恢复",
    columns: {
      carrier: "运输企业",
      crashes: "事故",
      deaths: "死亡",
      injuries: "受伤",
      violations: "违法",
      points: "记分",
      unsettled: "未处理",
      perVehicle: "百车事故",
    },
    perVehicleHint: "每百辆营运车辆每年事故起数",
    measures: {
      deaths: "死亡",
      accidents: "每年事故",
      accidentsPer100Vehicles: "百车事故",
      violationsPerVehicle: "单车违法",
      pointsPerVehicle: "单车记分",
      fatigue: "疲劳驾驶",
      speeding: "超速",
      overload: "超载超员",
      unsettled: "未处理违法",
    },
    units: {
      deaths: "人",
      accidents: "起/年",
      accidentsPer100Vehicles: "起/年",
      violationsPerVehicle: "起/年",
      pointsPerVehicle: "分/年",
      fatigue: "起/年",
      speeding: "起/年",
      overload: "起/年",
      unsettled: "起",
    },
    grades: { medium: "中", high: "高" },
    never: "不判",
    field: (measure, grade) => `${measure}${grade}风险阈值`,
    mediumAbove: (high) => `中风险不得高于高风险 ${high}`,
    highBelow: (medium) => `高风险不得低于中风险 ${medium}`,
    reason: (measure, value, unit, threshold) => `${measure} ${value} ${unit}，阈值 ${threshold}`,
    noReason: "各项均低于阈值",
    undecided: (measures) => `不能判断：${measures}`,
    worse: (measures) => `可能更高：${measures}不能判断`,
    limits: {
      "fleet-unknown": "车辆数未知，单车指标不能算",
      "no-credit-code": "无信用代码，事故和违法对不上",
      "not-in-ledger": "不在企业台账",
      "not-a-carrier": "台账未注明道路运输",
    },
    separator: "、",
    sentence: "；",
    vehicles: (count) => `${count} 辆`,
    fleetUnknown: "车辆数未知",
    notInLedger: "台账外企业",
    nameless: (creditCode) => `名称未知 ${creditCode}`,
    noTransport: "运输类别未知",
    unknown: "未知",
    open: (name) => `查看 ${name}`,
    none: "没有运输企业，也没有写明企业的事故和违法。",
    noneOfGroup: "没有这一等级的企业。",
    working: "正在计算…",
    refused: (reason) => `不能计算：${reason}`,
    refusedPeriod: "起日须早于止日",
    listed: (listed, carriers) => `列出 ${listed} 家，共 ${carriers} 家`,
    accidentTally: (all, used, without, outside, undated) =>
      `事故 ${all} 起 = 期内写明企业 ${used} + 期内未写明企业 ${without} + 期外 ${outside} + 无时间 ${undated}`,
    violationTally: (all, used, without, outside, undated) =>
      `违法 ${all} 起 = 期内写明企业 ${used} + 期内未写明企业 ${without} + 期外 ${outside} + 无时间 ${undated}`,
    tallyHint: "一起事故涉及多家企业时各计一次，故各企业之和可能大于事故数",
    dataDate: (accidents, violations, enterprises) =>
      `数据日期：事故 ${accidents} · 违法 ${violations} · 企业 ${enterprises}`,
    period: (from, to) => `${from} 至 ${to}`,
    took: (milliseconds) => `用时 ${milliseconds} 毫秒`,
    close: "收起",
    inLedger: "企业台账",
    creditCode: "信用代码",
    facts: "画像",
    transport: "运输类别",
    fleet: "营运车辆",
    dangerousGoods: "危险货物",
    dangerousGoodsFacts: (accidents, unknown, offRoute) =>
      `涉危货车辆的事故 ${accidents} 起（未注明 ${unknown} 起），危货车辆违规通行 ${offRoute} 起`,
    accidentsOf: (crashes, fatal, injury, damage, unknown) =>
      `事故 ${crashes} 起：亡人 ${fatal}、伤人 ${injury}、财损 ${damage}、严重程度未知 ${unknown}`,
    casualties: (deaths, injuries) => `死亡 ${deaths} 人，受伤 ${injuries} 人`,
    deathsUnknown: (count) => `另有 ${count} 起未注明死亡人数`,
    accidents: "事故",
    noAccidents: "期内没有写明该企业的事故。",
    openAccident: (code) => `在地图上查看事故 ${code}`,
    violations: "违法",
    noViolations: "期内没有写明该企业的违法。",
    kindUnknown: "种类未知",
    points: (points, unknown) => `记分 ${points} 分（未注明 ${unknown} 起）`,
    unsettled: (unsettled, unknown) => `未处理 ${unsettled} 起（未注明 ${unknown} 起）`,
    unsettledList: "未处理的违法",
    openViolation: (code) => `在地图上查看违法 ${code}`,
    perYear: (accidentsPer100, violations, points) =>
      `每年：百车事故 ${accidentsPer100} 起，单车违法 ${violations} 起，单车记分 ${points} 分`,
    showAll: "在地图上看全部",
    toList: "打印名单",
  },
  en: {
    groups: { high: "High risk", medium: "Medium risk", unrated: "Cannot be rated", low: "Low risk" },
    groupHints: {
      high: "At least one measure reaches its threshold for high",
      medium: "At least one measure reaches its threshold for medium, none for high",
      unrated: "Credit code, fleet or parts of records are missing: it cannot be told, and is not counted as low",
      low: "Every measure is below its thresholds, and nothing unknown could reach one",
    },
    all: "All",
    groupsLabel: "By grade of risk",
    proposed: "Thresholds are proposed here and not by law; the office in charge decides",
    wholePeriod: "Last year",
    lastQuarter: "Last quarter",
    underAYear: "Under a year: measures per year count it as one year, nothing is extrapolated",
    filtersIgnored: "Filters of layers do not change this list",
    thresholds: "Thresholds",
    changed: (count) => `${count} changed`,
    resetAll: "Reset all",
    columns: {
      carrier: "Carrier",
      crashes: "Crashes",
      deaths: "Killed",
      injuries: "Hurt",
      violations: "Violat.",
      points: "Points",
      unsettled: "Open",
      perVehicle: "Per 100",
    },
    perVehicleHint: "Accidents per 100 vehicles and year",
    measures: {
      deaths: "Killed",
      accidents: "Accidents a year",
      accidentsPer100Vehicles: "Accidents per 100 vehicles",
      violationsPerVehicle: "Violations per vehicle",
      pointsPerVehicle: "Points per vehicle",
      fatigue: "Driving tired",
      speeding: "Speeding",
      overload: "Overloaded",
      unsettled: "Unsettled violations",
    },
    units: {
      deaths: "",
      accidents: "/a",
      accidentsPer100Vehicles: "/a",
      violationsPerVehicle: "/a",
      pointsPerVehicle: "/a",
      fatigue: "/a",
      speeding: "/a",
      overload: "/a",
      unsettled: "",
    },
    grades: { medium: "medium", high: "high" },
    never: "never",
    field: (measure, grade) => `${measure}: threshold for ${grade} risk`,
    mediumAbove: (high) => `Medium must not be above high, ${high}`,
    highBelow: (medium) => `High must not be below medium, ${medium}`,
    reason: (measure, value, unit, threshold) => `${measure} ${value}${unit}, threshold ${threshold}`,
    noReason: "Every measure is below its thresholds",
    undecided: (measures) => `Cannot be told: ${measures}`,
    worse: (measures) => `May be worse: cannot tell ${measures}`,
    limits: {
      "fleet-unknown": "fleet unknown, nothing per vehicle",
      "no-credit-code": "no credit code, no record can be tied to it",
      "not-in-ledger": "not in the ledger of enterprises",
      "not-a-carrier": "the ledger has it without transport",
    },
    separator: ", ",
    sentence: "; ",
    vehicles: (count) => `${count} vehicles`,
    fleetUnknown: "fleet unknown",
    notInLedger: "outside the ledger",
    nameless: (creditCode) => `Name unknown ${creditCode}`,
    noTransport: "Kind of transport unknown",
    unknown: "unknown",
    open: (name) => `Show ${name}`,
    none: "There are no carriers, and no accidents or violations that name one.",
    noneOfGroup: "No carrier of this grade.",
    working: "Working…",
    refused: (reason) => `Cannot be worked out: ${reason}`,
    refusedPeriod: "the first day must be before the last",
    listed: (listed, carriers) => `${listed} listed of ${carriers}`,
    accidentTally: (all, used, without, outside, undated) =>
      `${all} accidents = ${used} in the period naming a carrier + ${without} in it naming none + ${outside} outside + ${undated} without a time`,
    violationTally: (all, used, without, outside, undated) =>
      `${all} violations = ${used} in the period naming a carrier + ${without} in it naming none + ${outside} outside + ${undated} without a time`,
    tallyHint: "An accident of several carriers counts for each: their sum may exceed the accidents",
    dataDate: (accidents, violations, enterprises) =>
      `Data of: accidents ${accidents} · violations ${violations} · enterprises ${enterprises}`,
    period: (from, to) => `${from} to ${to}`,
    took: (milliseconds) => `${milliseconds} ms`,
    close: "Close",
    inLedger: "In the ledger",
    creditCode: "Credit code",
    facts: "Portrait",
    transport: "Transport",
    fleet: "Vehicles",
    dangerousGoods: "Dangerous goods",
    dangerousGoodsFacts: (accidents, unknown, offRoute) =>
      `${accidents} accidents with a dangerous goods vehicle (${unknown} do not say), ${offRoute} violations off the dangerous goods routes`,
    accidentsOf: (crashes, fatal, injury, damage, unknown) =>
      `${crashes} accidents: ${fatal} fatal, ${injury} injury, ${damage} damage only, ${unknown} of unknown severity`,
    casualties: (deaths, injuries) => `${deaths} killed, ${injuries} hurt`,
    deathsUnknown: (count) => `${count} more do not say how many were killed`,
    accidents: "Accidents",
    noAccidents: "No accident of the period names it.",
    openAccident: (code) => `Show accident ${code} on the map`,
    violations: "Violations",
    noViolations: "No violation of the period names it.",
    kindUnknown: "Kind unknown",
    points: (points, unknown) => `${points} points (${unknown} do not say)`,
    unsettled: (unsettled, unknown) => `${unsettled} unsettled (${unknown} do not say)`,
    unsettledList: "Unsettled violations",
    openViolation: (code) => `Show violation ${code} on the map`,
    perYear: (accidentsPer100, violations, points) =>
      `A year: ${accidentsPer100} accidents per 100 vehicles, ${violations} violations and ${points} points per vehicle`,
    showAll: "All on the map",
    toList: "Print the list",
  },
};
