import type { Catalogue } from "./words.ts";

/** What stands in the files that the screening hands out. */
type ScreeningExportWords = Readonly<
  Record<
    | "file"
    | "ruleSheet"
    | "clusterSheet"
    | "group"
    | "rank"
    | "route"
    | "fromStake"
    | "toStake"
    | "longitude"
    | "latitude"
    | "damage"
    | "unknownSeverity"
    | "outcome"
    | "doubtful"
    | "p"
    | "accidents"
    | "kind"
    | "ruleSource"
    | "confidence"
    | "settings"
    | "changedSettings"
    | "tally"
    | "used"
    | "clusters",
    string
  >
>;

export const SCREENING_EXPORT_WORDS: Catalogue<ScreeningExportWords> = {
  zh: {
    file: "事故多发点段排查",
    ruleSheet: "规则认定",
    clusterSheet: "统计聚集",
    group: "一致性",
    rank: "序",
    route: "路线",
    fromStake: "起桩号 (m)",
    toStake: "止桩号 (m)",
    longitude: "经度",
    latitude: "纬度",
    damage: "财损事故",
    unknownSeverity: "严重程度未知",
    outcome: "认定",
    doubtful: "存疑未计",
    p: "p 值",
    accidents: "事故编号",
    kind: "内容",
    ruleSource: "规则依据",
    confidence: "规则可信度",
    settings: "规则数值",
    changedSettings: "已改的数值",
    tally: "事故去向",
    used: "计入",
    clusters: "统计方法",
  },
  en: {
    file: "black-spot-screening",
    ruleSheet: "By rule",
    clusterSheet: "By statistics",
    group: "Agreement",
    rank: "Rank",
    route: "Route",
    fromStake: "From stake (m)",
    toStake: "To stake (m)",
    longitude: "Longitude",
    latitude: "Latitude",
    damage: "Damage only",
    unknownSeverity: "Severity unknown",
    outcome: "Outcome",
    doubtful: "Doubtful, not counted",
    p: "p",
    accidents: "Accident codes",
    kind: "Content",
    ruleSource: "Source of the rule",
    confidence: "Confidence of the rule",
    settings: "Numbers",
    changedSettings: "Numbers changed",
    tally: "All accidents",
    used: "Counted",
    clusters: "Statistics",
  },
};
