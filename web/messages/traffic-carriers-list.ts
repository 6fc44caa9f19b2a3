import type { Catalogue } from "./words.ts";

/** The list of risky transport enterprises as it is sent out: in print and as a file. */
export interface CarriersListWords {
  readonly file: string;
  readonly riskySheet: string;
  readonly otherSheet: string;
  readonly columns: Readonly<
    Record<
      | "rank"
      | "grade"
      | "carrier"
      | "creditCode"
      | "code"
      | "transport"
      | "vehicles"
      | "reasons"
      | "crashes"
      | "fatal"
      | "deaths"
      | "deathsUnknown"
      | "injuries"
      | "violations"
      | "points"
      | "pointsUnknown"
      | "unsettled"
      | "settledUnknown"
      | "kinds"
      | "accidentsPer100"
      | "violationsPerVehicle"
      | "pointsPerVehicle"
      | "dangerousGoodsAccidents",
      string
    >
  >;
  readonly kind: string;
  readonly period: string;
  readonly days: (from: string, to: string) => string;
  readonly thresholds: string;
  readonly threshold: (measure: string, unit: string, medium: string, high: string) => string;
  readonly wasChanged: (text: string) => string;
  readonly thresholdsSource: string;
  readonly counted: string;
  readonly counts: (carriers: string, high: string, medium: string, unrated: string, low: string) => string;
  readonly gaps: string;
  readonly gapCounts: (fleetUnknown: string, notInLedger: string) => string;
  readonly accidents: string;
  readonly violations: string;
  readonly personal: string;
  readonly noPersonal: string;
  readonly dataDates: string;
  readonly title: string;
  readonly demo: string;
  readonly print: string;
  readonly back: string;
  readonly waiting: string;
  readonly none: string;
  readonly basis: string;
  readonly unratedHeading: (count: string) => string;
  readonly unratedNote: string;
  readonly office: string;
  readonly seal: string;
  readonly on: string;
}

export const CARRIERS_LIST_WORDS: Catalogue<CarriersListWords> = {
  zh: {
    file: "运输企业风险名单",
    riskySheet: "高中风险企业",
    otherSheet: "其他企业",
    columns: {
      rank: "序",
      grade: "风险等级",
      carrier: "运输企业",
      creditCode: "统一社会信用代码",
      code: "台账编号",
      transport: "运输类别",
      vehicles: "营运车辆",
      reasons: "理由",
      crashes: "事故",
      fatal: "亡人事故",
      deaths: "死亡",
      deathsUnknown: "未注明死亡人数的事故",
      injuries: "受伤",
      violations: "违法",
      points: "记分",
      pointsUnknown: "未注明记分的违法",
      unsettled: "未处理违法",
      settledUnknown: "未注明是否处理的违法",
      kinds: "违法种类",
      accidentsPer100: "百车事故 (起/年)",
      violationsPerVehicle: "单车违法 (起/年)",
      pointsPerVehicle: "单车记分 (分/年)",
      dangerousGoodsAccidents: "涉危货车辆事故",
    },
    kind: "内容",
    period: "期间",
    days: (from, to) => `${from} 至 ${to}（含）`,
    thresholds: "阈值",
    threshold: (measure, unit, medium, high) => `${measure}（${unit}）：中 ≥ ${medium}，高 ≥ ${high}`,
    wasChanged: (text) => `${text}（已改，非建议值）`,
    thresholdsSource: "阈值依据",
    counted: "企业",
    counts: (carriers, high, medium, unrated, low) =>
      `共 ${carriers} 家：高风险 ${high}、中风险 ${medium}、无法评定 ${unrated}、低风险 ${low}`,
    gaps: "不能判断",
    gapCounts: (fleetUnknown, notInLedger) => `车辆数未知 ${fleetUnknown} 家，不在企业台账 ${notInLedger} 家`,
    accidents: "事故去向",
    violations: "违法去向",
    personal: "个人信息",
    noPersonal: "不含驾驶人、号牌和联系电话",
    dataDates: "数据日期",
    title: "重点运输企业交通安全风险名单",
    demo: "演示数据：名称和数字均为虚构，不得作为通报依据",
    print: "打印",
    back: "返回",
    waiting: "正在计算…",
    none: "期内没有达到中、高风险阈值的企业。",
    basis: "依据",
    unratedHeading: (count) => `无法评定的企业 ${count} 家`,
    unratedNote: "缺少下列内容，不能判断风险，不按低风险计；请补齐后再评。",
    office: "制表单位",
    seal: "（盖章）",
    on: "日期",
  },
  en: {
    file: "Risky carriers",
    riskySheet: "High and medium",
    otherSheet: "Others",
    columns: {
      rank: "Rank",
      grade: "Risk",
      carrier: "Carrier",
      creditCode: "Credit code",
      code: "Code in the ledger",
      transport: "Transport",
      vehicles: "Vehicles",
      reasons: "Reasons",
      crashes: "Accidents",
      fatal: "Fatal",
      deaths: "Killed",
      deathsUnknown: "Accidents that do not say how many were killed",
      injuries: "Hurt",
      violations: "Violations",
      points: "Points",
      pointsUnknown: "Violations that state no points",
      unsettled: "Unsettled",
      settledUnknown: "Violations that do not say whether settled",
      kinds: "Violations by kind",
      accidentsPer100: "Accidents per 100 vehicles and year",
      violationsPerVehicle: "Violations per vehicle and year",
      pointsPerVehicle: "Points per vehicle and year",
      dangerousGoodsAccidents: "Accidents with dangerous goods",
    },
    kind: "Content",
    period: "Period",
    days: (from, to) => `${from} to ${to} (inclusive)`,
    thresholds: "Threshold",
    threshold: (measure, unit, medium, high) =>
      `${measure}${unit === "" ? "" : ` (${unit})`}: medium ≥ ${medium}, high ≥ ${high}`,
    wasChanged: (text) => `${text} (changed, not as proposed)`,
    thresholdsSource: "Source of the thresholds",
    counted: "Carriers",
    counts: (carriers, high, medium, unrated, low) =>
      `${carriers}: ${high} high, ${medium} medium, ${unrated} cannot be rated, ${low} low`,
    gaps: "Cannot be told",
    gapCounts: (fleetUnknown, notInLedger) =>
      `fleet unknown of ${fleetUnknown}, ${notInLedger} not in the ledger of enterprises`,
    accidents: "Accidents",
    violations: "Violations",
    personal: "Personal data",
    noPersonal: "No drivers, plates or phone numbers",
    dataDates: "Data of",
    title: "Carriers of high and medium risk in traffic",
    demo: "Demonstration data: names and figures are invented, no ground for any notice",
    print: "Print",
    back: "Back",
    waiting: "Working…",
    none: "No carrier reaches a threshold for medium or high risk in the period.",
    basis: "Basis",
    unratedHeading: (count) => `${count} carriers that cannot be rated`,
    unratedNote: "What is named is missing: their risk cannot be told, and they do not count as low.",
    office: "Office",
    seal: "(seal)",
    on: "Date",
  },
};
