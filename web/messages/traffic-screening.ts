import type { AGREEMENTS, RANKINGS, SCREENING_LISTS } from "../state/view.ts";
import type { Catalogue } from "./words.ts";

type Agreement = (typeof AGREEMENTS)[number];

/** Which stretches the rule finds and which the statistics: the lists, and what to do with a site. */
export interface ScreeningWords {
  readonly lists: Readonly<Record<(typeof SCREENING_LISTS)[number], string>>;
  readonly agreements: Readonly<Record<Agreement | "all", (count: string) => string>>;
  readonly agreementNames: Readonly<Record<Agreement, string>>;
  readonly agreementLabel: string;
  readonly agreementHints: Readonly<Record<Agreement, string>>;
  readonly weights: string;
  readonly density: string;
  readonly densityUnit: string;
  readonly densityLegend: string;
  readonly densityPeriod: (years: string, bandwidthM: string, max: string) => string;
  readonly columns: Readonly<
    Record<
      "place" | "crashes" | "fatal" | "deaths" | "injuries" | "criterion" | "score" | "cluster" | "strength" | "q",
      string
    >
  >;
  readonly rankRule: (rank: string) => string;
  readonly rankStatistics: (rank: string) => string;
  readonly more: (count: string) => string;
  readonly notFoundByRule: string;
  readonly notFoundByStatistics: string;
  readonly untested: string;
  /** Instead of a finding, where the statistics have not been heard. */
  readonly unheard: Readonly<Record<"pending" | "too-few" | "not-asked", string>>;
  readonly junctionUntested: string;
  readonly open: (place: string) => string;
  readonly openCluster: (place: string) => string;
  readonly outcomes: Readonly<Record<"met" | "suspected" | "not-met", string>>;
  readonly doubtfulShort: (count: string) => string;
  readonly metBy: (counted: string, condition: string) => string;
  readonly crashes: (count: string) => string;
  readonly doubtfulBeside: (count: string) => string;
  readonly patterns: Readonly<
    Record<"form" | "hours" | "cause", (value: string, crashes: string, of: string) => string>
  >;
  readonly none: string;
  readonly noneInGroup: string;
  readonly working: string;
  readonly listed: (listed: string, found: string) => string;
  readonly screened: (length: string, places: string, ms: string) => string;
  readonly dataTo: (day: string) => string;
  readonly tooFew: (perYear: string, fewestPerYear: string, fewest: string) => string;
  readonly noClusters: (sections: string) => string;
  readonly clusterFacts: (
    simulations: string,
    level: string,
    sections: string,
    tooFew: string,
    crashes: string,
  ) => string;
  readonly clusterJunctions: (count: string) => string;
  readonly detail: string;
  readonly close: string;
  readonly ruleSays: string;
  readonly statisticsSay: string;
  readonly countOf: (counted: string, needed: string) => string;
  readonly merged: (count: string) => string;
  readonly scores: string;
  readonly clusterSays: (strength: string, p: string, q: string) => string;
  readonly unknownDeaths: (count: string) => string;
  readonly unknownInjuries: (count: string) => string;
  readonly unknownSeverity: (count: string) => string;
  readonly diagnose: string;
  readonly register: string;
  readonly goThere: string;
  readonly registerTitle: string;
  readonly registerHint: string;
  readonly registeredBy: string;
  readonly nameNeeded: string;
  readonly save: string;
  readonly cancel: string;
  readonly registered: (place: string) => string;
  readonly alreadyRegistered: string;
  readonly notRegistered: (why: string) => string;
  readonly rankings: Readonly<Record<(typeof RANKINGS)[number], string>>;
  readonly rankBy: string;
  readonly rankColumns: Readonly<
    Record<
      "rank" | "place" | "crashes" | "fatal" | "deaths" | "injuries" | "score" | "density" | "aadt" | "rate" | "excess",
      string
    >
  >;
  readonly rateUnits: Readonly<Record<"million-vehicle-km" | "million-vehicles", string>>;
  readonly critical: (rate: string) => string;
  readonly aboveCritical: string;
  readonly expected: (expected: string, predicted: string) => string;
  readonly noTraffic: string;
  readonly noModel: string;
  readonly traffic: (withTraffic: string, sites: string) => string;
  readonly groups: string;
  readonly unknown: string;
  readonly groupNames: Readonly<Record<"junction" | "unclassified", string>>;
  readonly pieces: (pieceM: string, radiusM: string) => string;
  readonly group: (name: string, sites: string, crashes: string, rate: string) => string;
  readonly groupModels: Readonly<Record<"given" | "fitted" | "too-few", string>>;
}

export const SCREENING_WORDS: Catalogue<ScreeningWords> = {
  zh: {
    lists: { found: "规则与统计", ranking: "路段排名" },
    agreements: {
      all: (count) => `全部 ${count}`,
      both: (count) => `两者都有 ${count}`,
      rule: (count) => `只有规则 ${count}`,
      statistics: (count) => `只有统计 ${count}`,
    },
    agreementNames: { both: "两者都有", rule: "只有规则", statistics: "只有统计" },
    agreementLabel: "规则与统计是否一致",
    agreementHints: {
      both: "规则认定，事故聚集也超出偶然",
      rule: "起数够了，但沿路分布与偶然无异：可能只是路长、车多",
      statistics: "事故聚集超出偶然，但起数不够规则：值得关注",
    },
    weights: "严重度权重",
    density: "路网密度",
    densityUnit: "起/(km·年)",
    densityLegend: "路网事故密度图例",
    densityPeriod: (years, bandwidthM, max) => `${years} 年 · 带宽 ${bandwidthM} m · 最大 ${max}`,
    columns: {
      place: "规则：点段",
      crashes: "事故",
      fatal: "亡人",
      deaths: "死亡",
      injuries: "受伤",
      criterion: "达到的条件",
      score: "分值",
      cluster: "统计：聚集段",
      strength: "强度",
      q: "q 值",
    },
    rankRule: (rank) => rank,
    rankStatistics: (rank) => `统${rank}`,
    more: (count) => `另 ${count} 处`,
    notFoundByRule: "规则未认定",
    notFoundByStatistics: "统计未见聚集",
    untested: "路口不参加检验",
    unheard: { pending: "统计计算中…", "too-few": "事故太少，统计不判断", "not-asked": "统计未算" },
    junctionUntested: "路口范围内的事故不参加聚集检验，统计对此不作判断。",
    open: (place) => `查看点段 ${place}`,
    openCluster: (place) => `查看聚集段 ${place}`,
    outcomes: { met: "达到", suspected: "疑似", "not-met": "未达到" },
    doubtfulShort: (count) => `疑 ${count}`,
    metBy: (counted, condition) => `${counted} 起，${condition}`,
    crashes: (count) => `${count} 起`,
    doubtfulBeside: (count) => `另有存疑 ${count} 起`,
    patterns: {
      form: (value, crashes, of) => `${value} ${crashes}/${of}`,
      hours: (value, crashes, of) => `${value} 时 ${crashes}/${of}`,
      cause: (value, crashes, of) => `${value} ${crashes}/${of}`,
    },
    none: "按这一规则和期间没有点段，统计也未见聚集。",
    noneInGroup: "这一组没有点段。",
    working: "计算中…",
    listed: (listed, found) => `列出 ${listed} 处，共 ${found} 处`,
    screened: (length, places, ms) => `排查道路 ${length}、路口或圆 ${places} 处，用时 ${ms} ms`,
    dataTo: (day) => `事故数据截至 ${day}`,
    tooFew: (perYear, fewestPerYear, fewest) =>
      `事故太少，统计不作判断：每年 ${perYear} 起；须每年不少于 ${fewestPerYear} 起，且至少有一段路达到 ${fewest} 起。`,
    noClusters: (sections) => `检验了 ${sections} 段道路，没有一处聚集超出偶然。`,
    clusterFacts: (simulations, level, sections, tooFew, crashes) =>
      `KDE+ ${simulations} 次模拟，误报 ≤ ${level}；检验 ${sections} 段，${tooFew} 段（${crashes} 起）太少不判断`,
    clusterJunctions: (count) => `路口 ${count} 起不参加`,
    detail: "点段详情",
    close: "关闭",
    ruleSays: "规则",
    statisticsSay: "统计",
    countOf: (counted, needed) => `${counted} / ${needed}`,
    merged: (count) => `由 ${count} 个重叠单元合并`,
    scores: "严重度分值",
    clusterSays: (strength, p, q) => `强度 ${strength} · p ${p} · q ${q}`,
    unknownDeaths: (count) => `${count} 起死亡人数未知，未计入合计`,
    unknownInjuries: (count) => `${count} 起受伤人数未知，未计入合计`,
    unknownSeverity: (count) => `严重程度未知 ${count} 起`,
    diagnose: "诊断",
    register: "登记",
    goThere: "定位",
    registerTitle: "登记为事故多发点段",
    registerHint: "写入督办台账，状态为「待确认」，同时记下所用规则、数值和期间。",
    registeredBy: "登记人",
    nameNeeded: "须署名",
    save: "登记",
    cancel: "取消",
    registered: (place) => `已登记 ${place}`,
    alreadyRegistered: "台账中已有这一点段",
    notRegistered: (why) => `没有登记：${why}`,
    rankings: { score: "分值", crashes: "事故起数", rate: "事故率", excess: "超出期望（经验贝叶斯）" },
    rankBy: "排序",
    rankColumns: {
      rank: "序",
      place: "路段或路口",
      crashes: "事故",
      fatal: "亡人",
      deaths: "死亡",
      injuries: "受伤",
      score: "分值",
      density: "每km·年",
      aadt: "交通量",
      rate: "事故率 / 临界",
      excess: "超出期望",
    },
    rateUnits: { "million-vehicle-km": "起/百万车公里", "million-vehicles": "起/百万辆" },
    critical: (rate) => `临界 ${rate}`,
    aboveCritical: "超过临界",
    expected: (expected, predicted) => `期望 ${expected}，模型 ${predicted}`,
    noTraffic: "交通量未知",
    noModel: "样本太少",
    traffic: (withTraffic, sites) =>
      `${sites} 处中 ${withTraffic} 处有交通量；没有交通量的算不出事故率和期望，显示为未知`,
    groups: "参照组",
    unknown: "未知",
    groupNames: { junction: "路口", unclassified: "等级未知的道路" },
    pieces: (pieceM, radiusM) => `路段按 ${pieceM} 等分，路口半径 ${radiusM}`,
    group: (name, sites, crashes, rate) => `${name}：${sites} 处，${crashes} 起，平均 ${rate}`,
    groupModels: { given: "给定模型", fitted: "已拟合", "too-few": "样本太少，不给期望" },
  },
  en: {
    lists: { found: "Rule and statistics", ranking: "Ranking" },
    agreements: {
      all: (count) => `all ${count}`,
      both: (count) => `both ${count}`,
      rule: (count) => `only rule ${count}`,
      statistics: (count) => `only statistics ${count}`,
    },
    agreementNames: { both: "both", rule: "only rule", statistics: "only statistics" },
    agreementLabel: "Whether rule and statistics agree",
    agreementHints: {
      both: "A black spot by rule, and denser than chance",
      rule: "Enough crashes, spread as chance would: perhaps only a long or busy road",
      statistics: "Denser than chance, with fewer crashes than the rule asks: worth watching",
    },
    weights: "Severity weights",
    density: "Road density",
    densityUnit: "crashes/(km·year)",
    densityLegend: "Legend of the road density",
    densityPeriod: (years, bandwidthM, max) => `${years} years · kernel ${bandwidthM} m · most ${max}`,
    columns: {
      place: "Rule: site",
      crashes: "Crashes",
      fatal: "Fatal",
      deaths: "Killed",
      injuries: "Hurt",
      criterion: "Condition met",
      score: "Score",
      cluster: "Statistics: cluster",
      strength: "Strength",
      q: "q",
    },
    rankRule: (rank) => rank,
    rankStatistics: (rank) => `S${rank}`,
    more: (count) => `${count} more`,
    notFoundByRule: "not by rule",
    notFoundByStatistics: "no cluster",
    untested: "junction: not tested",
    unheard: { pending: "statistics: working…", "too-few": "too few crashes to tell", "not-asked": "no statistics" },
    junctionUntested: "The cluster test leaves the accidents at junctions out: statistics say nothing of this site.",
    open: (place) => `Open site ${place}`,
    openCluster: (place) => `Open cluster ${place}`,
    outcomes: { met: "met", suspected: "suspected", "not-met": "not met" },
    doubtfulShort: (count) => `? ${count}`,
    metBy: (counted, condition) => `${counted}: ${condition}`,
    crashes: (count) => `${count} crashes`,
    doubtfulBeside: (count) => `${count} doubtful beside`,
    patterns: {
      form: (value, crashes, of) => `${value} ${crashes}/${of}`,
      hours: (value, crashes, of) => `${value} h ${crashes}/${of}`,
      cause: (value, crashes, of) => `${value} ${crashes}/${of}`,
    },
    none: "No site by this rule and period, and no cluster.",
    noneInGroup: "No site in this group.",
    working: "Working…",
    listed: (listed, found) => `${listed} of ${found} are listed`,
    screened: (length, places, ms) => `${length} of road and ${places} junctions or circles screened in ${ms} ms`,
    dataTo: (day) => `accidents to ${day}`,
    tooFew: (perYear, fewestPerYear, fewest) =>
      `Too few accidents for statistics to say anything: ${perYear} a year; it takes ${fewestPerYear} a year and a section with ${fewest}.`,
    noClusters: (sections) => `${sections} sections tested, none denser than chance.`,
    clusterFacts: (simulations, level, sections, tooFew, crashes) =>
      `KDE+: ${simulations} simulations, false alarms ≤ ${level}; ${sections} sections tested, ${tooFew} with ${crashes} crashes have too few to tell`,
    clusterJunctions: (count) => `${count} crashes at junctions take no part`,
    detail: "Site",
    close: "Close",
    ruleSays: "Rule",
    statisticsSay: "Statistics",
    countOf: (counted, needed) => `${counted} of ${needed}`,
    merged: (count) => `merged from ${count} overlapping units`,
    scores: "Severity scores",
    clusterSays: (strength, p, q) => `strength ${strength} · p ${p} · q ${q}`,
    unknownDeaths: (count) => `${count} crashes without a number of killed are not in the sum`,
    unknownInjuries: (count) => `${count} crashes without a number of hurt are not in the sum`,
    unknownSeverity: (count) => `${count} of unknown severity`,
    diagnose: "Diagnose",
    register: "Register",
    goThere: "Go there",
    registerTitle: "Register as a black spot",
    registerHint: "Goes into the register as a candidate, with the rule, its numbers and the period.",
    registeredBy: "Registered by",
    nameNeeded: "A name is needed",
    save: "Register",
    cancel: "Cancel",
    registered: (place) => `${place} is registered`,
    alreadyRegistered: "the place is in the register already",
    notRegistered: (why) => `Not registered: ${why}`,
    rankings: { score: "Score", crashes: "Crashes", rate: "Crash rate", excess: "Excess (Empirical Bayes)" },
    rankBy: "Order",
    rankColumns: {
      rank: "No.",
      place: "Section or junction",
      crashes: "Crashes",
      fatal: "Fatal",
      deaths: "Killed",
      injuries: "Hurt",
      score: "Score",
      density: "/km·yr",
      aadt: "Traffic",
      rate: "Rate / critical",
      excess: "Excess",
    },
    rateUnits: { "million-vehicle-km": "per million vehicle-km", "million-vehicles": "per million vehicles" },
    critical: (rate) => `critical ${rate}`,
    aboveCritical: "above critical",
    expected: (expected, predicted) => `expected ${expected}, model ${predicted}`,
    noTraffic: "traffic unknown",
    noModel: "too few",
    traffic: (withTraffic, sites) =>
      `${withTraffic} of ${sites} sites have traffic volumes; without them there is neither rate nor expectation, and none is shown`,
    groups: "Reference groups",
    unknown: "unknown",
    groupNames: { junction: "junctions", unclassified: "roads of unknown class" },
    pieces: (pieceM, radiusM) => `pieces of ${pieceM}, junctions of ${radiusM}`,
    group: (name, sites, crashes, rate) => `${name}: ${sites} sites, ${crashes} crashes, ${rate} on average`,
    groupModels: { given: "model given", fitted: "fitted", "too-few": "too few: no expectation" },
  },
};
