import type { Criterion, RuleSet } from "#data/traffic/rule-sets/rule-set.ts";
import type { Catalogue } from "./words.ts";

/** By which rule, which numbers and which accidents is screened. */
export interface RuleWords {
  readonly rule: string;
  readonly edition: (edition: string) => string;
  readonly confidence: Readonly<Record<RuleSet["confidence"], string>>;
  readonly confidenceHints: Readonly<Record<RuleSet["confidence"], string>>;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly wholePeriod: (years: string) => string;
  readonly noDay: string;
  readonly endBeforeStart: (from: string) => string;
  readonly doubtful: string;
  readonly doubtfulChoices: Readonly<Record<"leave-out" | "count", string>>;
  readonly doubtfulHint: string;
  readonly numbers: string;
  readonly changed: (count: string) => string;
  readonly resetAll: string;
  readonly reset: (value: string) => string;
  readonly wasChanged: string;
  readonly allowed: (range: string) => string;
  readonly allowedOrNone: (range: string) => string;
  readonly fields: Readonly<
    Record<
      | "unit"
      | "lengthM"
      | "streetLengthM"
      | "stepM"
      | "radiusM"
      | "centre"
      | "periodYears"
      | "junctions"
      | "junctionRadiusM"
      | "roads"
      | "criteria"
      | "patternMinShare"
      | "patternHours"
      | "most"
      | "bandwidthM",
      string
    >
  >;
  readonly units: Readonly<Record<"window" | "circle", string>>;
  readonly centres: Readonly<Record<"junctions" | "accidents", string>>;
  readonly apart: Readonly<Record<"yes" | "no", string>>;
  readonly roads: Readonly<Record<"all" | "highway" | "street", string>>;
  readonly years: string;
  readonly hours: string;
  readonly places: string;
  readonly sameLength: string;
  readonly all: string;
  readonly crashKinds: Readonly<Record<Criterion["crashes"], string>>;
  /** One condition as a short sentence. */
  readonly criterion: (criterion: Omit<Criterion, "id">) => string;
  readonly criterionFields: Readonly<Record<"atLeast" | "crashes" | "minDeaths" | "regular" | "roadFactor", string>>;
  readonly criterionOf: (index: number) => string;
  readonly anyDeaths: string;
  readonly addCriterion: string;
  readonly removeCriterion: (index: number) => string;
  readonly countsAsked: string;
  readonly giveCounts: string;
  readonly or: string;
  readonly days: (from: string, to: string) => string;
  readonly refused: (reason: string) => string;
  readonly refusedFields: Readonly<Record<"criteria" | "filter" | "from" | "to" | "by" | "stepM", string>>;
  readonly refusedOther: (field: string, reason: string) => string;
}

export const RULE_WORDS: Catalogue<RuleWords> = {
  zh: {
    rule: "认定规则",
    edition: (edition) => `${edition} 版`,
    confidence: { verified: "已核实", memory: "凭记忆", uncertain: "待核实", proposed: "本系统建议" },
    confidenceHints: {
      verified: "数字与原文核对过",
      memory: "凭记忆录入，使用前须与原文核对",
      uncertain: "查到的资料缺少数字，缺的须由使用者填写",
      proposed: "本系统的建议值，不是官方规则",
    },
    period: "期间",
    from: "自",
    to: "至",
    wholePeriod: (years) => `最近 ${years} 年`,
    noDay: "请填写日期，如 2026-01-31",
    endBeforeStart: (from) => `止日不得早于 ${from}`,
    doubtful: "存疑事故",
    doubtfulChoices: { "leave-out": "不计", count: "计入" },
    doubtfulHint: "定位存疑的事故：不计时列在各点段旁；计入时按最可能的道路",
    numbers: "规则数值",
    changed: (count) => `已改 ${count} 项`,
    resetAll: "全部恢复",
    reset: (value) => `恢复为 ${value}`,
    wasChanged: "已改",
    allowed: (range) => `应为 ${range}`,
    allowedOrNone: (range) => `应为 ${range}，或留空`,
    fields: {
      unit: "单元",
      lengthM: "窗口长度",
      streetLengthM: "城市道路窗口",
      stepM: "移动步长",
      radiusM: "半径",
      centre: "圆心",
      periodYears: "统计年数",
      junctions: "路口",
      junctionRadiusM: "路口半径",
      roads: "道路",
      criteria: "条件（满足其一）",
      patternMinShare: "规律性占比",
      patternHours: "同一时段",
      most: "只取最重的",
      bandwidthM: "统计带宽",
    },
    units: { window: "沿路滑动窗口", circle: "圆" },
    centres: { junctions: "路口", accidents: "事故" },
    apart: { yes: "单列", no: "并入路段" },
    roads: { all: "全部道路", highway: "公路", street: "城市道路" },
    years: "年",
    hours: "小时",
    places: "处",
    sameLength: "同上",
    all: "全部",
    crashKinds: {
      fatal: "亡人事故",
      casualty: "伤亡事故",
      injury: "伤人事故",
      "injury-or-damage": "伤人或财损事故",
      any: "各类事故",
    },
    criterion: ({ crashes, minDeaths, atLeast, regular, needs }) =>
      [
        `≥ ${atLeast} 起`,
        minDeaths !== undefined && minDeaths > 1 ? `每起亡 ≥ ${minDeaths} 人的` : "",
        RULE_WORDS.zh.crashKinds[crashes],
        regular ? "（有规律性）" : "",
        needs ? "（且有道路不安全因素）" : "",
      ].join(""),
    criterionFields: {
      atLeast: "起数",
      crashes: "事故类别",
      minDeaths: "每起死亡",
      regular: "有规律性",
      roadFactor: "且有道路不安全因素",
    },
    criterionOf: (index) => `条件 ${index}`,
    anyDeaths: "不限",
    addCriterion: "增加条件",
    removeCriterion: (index) => `删除条件 ${index}`,
    countsAsked: "没有查到这份规则的起数标准，系统不代填。请按手中的文件填写条件，再行排查。",
    giveCounts: "须给出起数",
    or: " 或 ",
    days: (from, to) => `${from} 至 ${to}`,
    refused: (reason) => `不能排查：${reason}`,
    refusedFields: {
      criteria: "规则的条件不完整或自相矛盾，请在「规则数值」中核对",
      filter: "事故图层的筛选条件无法执行",
      from: "期间的起日不对",
      to: "期间的止日须在起日之后",
      by: "预警日期不对",
      stepM: "移动步长不得大于窗口长度",
    },
    refusedOther: (field, reason) => `${field}：${reason}`,
  },
  en: {
    rule: "Rule",
    edition: (edition) => `edition ${edition}`,
    confidence: { verified: "verified", memory: "from memory", uncertain: "to be verified", proposed: "proposed here" },
    confidenceHints: {
      verified: "Its numbers were compared with the text",
      memory: "Entered from memory: compare with the text before use",
      uncertain: "Numbers are missing in what was found; whoever uses it gives them",
      proposed: "Proposed by this product, no official rule",
    },
    period: "Period",
    from: "From",
    to: "To",
    wholePeriod: (years) => `last ${years} years`,
    noDay: "Give a day, such as 2026-01-31",
    endBeforeStart: (from) => `The end must not lie before ${from}`,
    doubtful: "Doubtful",
    doubtfulChoices: { "leave-out": "leave out", count: "count" },
    doubtfulHint:
      "Accidents placed with doubt: left out they stand beside each site; counted, they lie on their likeliest road",
    numbers: "Numbers of the rule",
    changed: (count) => `${count} changed`,
    resetAll: "Reset all",
    reset: (value) => `Back to ${value}`,
    wasChanged: "changed",
    allowed: (range) => `Allowed: ${range}`,
    allowedOrNone: (range) => `Allowed: ${range}, or empty`,
    fields: {
      unit: "Unit",
      lengthM: "Window",
      streetLengthM: "Window on streets",
      stepM: "Step",
      radiusM: "Radius",
      centre: "Centre",
      periodYears: "Years",
      junctions: "Junctions",
      junctionRadiusM: "Junction radius",
      roads: "Roads",
      criteria: "Conditions (any)",
      patternMinShare: "Share of a pattern",
      patternHours: "Time band",
      most: "Only the worst",
      bandwidthM: "Kernel",
    },
    units: { window: "sliding window", circle: "circle" },
    centres: { junctions: "junctions", accidents: "accidents" },
    apart: { yes: "apart", no: "with road" },
    roads: { all: "all roads", highway: "highways", street: "streets" },
    years: "years",
    hours: "hours",
    places: "sites",
    sameLength: "the same",
    all: "all",
    crashKinds: {
      fatal: "fatal crashes",
      casualty: "casualty crashes",
      injury: "injury crashes",
      "injury-or-damage": "injury or damage crashes",
      any: "crashes",
    },
    criterion: ({ crashes, minDeaths, atLeast, regular, needs }) =>
      [
        `≥ ${atLeast} ${RULE_WORDS.en.crashKinds[crashes]}`,
        minDeaths !== undefined && minDeaths > 1 ? ` with ≥ ${minDeaths} killed each` : "",
        regular ? ", regular" : "",
        needs ? ", with unsafe road factors" : "",
      ].join(""),
    criterionFields: {
      atLeast: "At least",
      crashes: "Crashes",
      minDeaths: "Killed each",
      regular: "regular",
      roadFactor: "and unsafe road factors",
    },
    criterionOf: (index) => `Condition ${index}`,
    anyDeaths: "any",
    addCriterion: "Add a condition",
    removeCriterion: (index) => `Remove condition ${index}`,
    countsAsked:
      "The counts of this rule were not found, and none are invented. Give the conditions of your paper, then screen.",
    giveCounts: "Counts are needed",
    or: " or ",
    days: (from, to) => `${from} to ${to}`,
    refused: (reason) => `Cannot screen: ${reason}`,
    refusedFields: {
      criteria: "the conditions of the rule are incomplete or contradict each other: see the numbers of the rule",
      filter: "the filter of the accidents cannot be applied",
      from: "the first day of the period is wrong",
      to: "the last day of the period must come after the first",
      by: "the day of the watch is wrong",
      stepM: "a step must not be longer than the window",
    },
    refusedOther: (field, reason) => `${field}: ${reason}`,
  },
};
