import type { CrashPattern } from "#data/analyses/black-spot-results.ts";
import type { FactorName } from "#data/analyses/site-diagnosis-results.ts";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import type { CrashTally } from "#data/traffic/site.ts";
import type { Language } from "./spot-words.ts";

type Criterion = RuleSettings["criteria"][number];

export interface LetterWords {
  readonly title: string;
  readonly to: (addressee: string) => string;
  readonly opening: (name: string, counts: string) => string;
  readonly counts: (crashes: number, deaths: number, injuries: number) => string;
  readonly between: (from: string, lastDay: string) => string;
  readonly asking: (dueOn: string | null) => string;
  /** A heading of the letter under its number, which counts what the letter has. */
  readonly numbered: (number: number, heading: string) => string;
  readonly headings: Readonly<
    Record<"facts" | "basis" | "map" | "crashes" | "diagram" | "reasons" | "measures" | "data" | "sign", string>
  >;
  readonly facts: Readonly<
    Record<
      | "code"
      | "name"
      | "road"
      | "stakes"
      | "position"
      | "radius"
      | "state"
      | "level"
      | "document"
      | "listedOn"
      | "dueOn"
      | "supervisor",
      string
    >
  >;
  readonly basis: Readonly<
    Record<"method" | "rule" | "edition" | "source" | "confidence" | "unit" | "changed" | "period" | "tally", string>
  >;
  /** Settings of a rule, as far as somebody can set them. */
  readonly settings: Readonly<Record<keyof RuleSettings, string>>;
  readonly noBasis: (basis: string | null) => string;
  readonly window: (lengthM: number, streetLengthM: number | undefined, stepM: number) => string;
  readonly circle: (radiusM: number, centre: "junctions" | "accidents") => string;
  readonly criterion: (criterion: Criterion) => string;
  readonly pattern: (by: string, value: string, crashes: number, of: number) => string;
  readonly patternBy: Readonly<Record<CrashPattern["by"], string>>;
  readonly outcomes: Readonly<Record<"met" | "suspected" | "not-met", string>>;
  readonly criteriaColumns: readonly [condition: string, counted: string, needed: string, outcome: string];
  readonly tally: (tally: CrashTally) => string;
  readonly yearColumns: readonly string[];
  readonly partOfYear: (year: number) => string;
  readonly total: string;
  readonly crashColumns: readonly string[];
  readonly noAnalysis: string;
  readonly noCrashes: string;
  readonly moreCrashes: (left: number) => string;
  readonly doubtful: (count: number) => string;
  readonly factors: Readonly<Record<FactorName, string>>;
  readonly factorValues: Readonly<Record<string, string>>;
  readonly hours: (from: string, to: string) => string;
  readonly factorColumns: readonly string[];
  readonly over: string;
  readonly none: string;
  readonly tooFew: (fewest: number) => string;
  readonly noReference: string;
  readonly measureColumns: readonly [measure: string, reason: string, effect: string];
  readonly suggested: string;
  readonly noMeasures: string;
  readonly reduction: (least: number, most: number, of: string, source: string, confidence: string) => string;
  readonly data: Readonly<Record<"period" | "layers" | "program" | "madeAt" | "privacy" | "limits", string>>;
  readonly privacy: string;
  readonly limits: string;
  readonly revision: (layer: string, revision: number) => string;
  readonly signatures: readonly [office: string, by: string, date: string];
}

const CRASHES = {
  zh: {
    fatal: "死亡事故",
    casualty: "伤亡事故",
    injury: "伤人事故",
    "injury-or-damage": "伤人或财产损失事故",
    any: "各类事故",
  },
  en: {
    fatal: "fatal crashes",
    casualty: "crashes with casualties",
    injury: "injury crashes",
    "injury-or-damage": "injury or damage crashes",
    any: "crashes of any kind",
  },
} as const;

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  zh: {
    title: "道路交通事故多发点段排查治理建议函",
    to: (addressee) => `${addressee}：`,
    opening: (name, counts) =>
      `经排查，${name}（以下简称“该点段”）${counts}。为消除道路交通安全隐患，现将有关情况和治理建议函告如下。`,
    counts: (crashes, deaths, injuries) =>
      `共发生道路交通事故${crashes}起，造成${deaths}人死亡、${injuries}人受伤（死伤人数为有记录者之和）`,
    between: (from, lastDay) => `${from}至${lastDay}`,
    asking: (dueOn) =>
      dueOn ? `请于${dueOn}前完成治理，并将治理情况书面函复。` : "请研究提出治理方案和完成期限，并将治理情况书面函复。",
    numbered: (number, heading) => `${"一二三四五六七八九"[number - 1]}、${heading}`,
    headings: {
      facts: "基本情况",
      basis: "认定依据",
      map: "位置图",
      crashes: "事故情况",
      diagram: "事故碰撞图",
      reasons: "成因分析",
      measures: "治理建议",
      data: "数据说明",
      sign: "签署",
    },
    facts: {
      code: "编号",
      name: "名称",
      road: "道路",
      stakes: "起止桩号",
      position: "中心位置（WGS84）",
      radius: "路口半径",
      state: "状态",
      level: "督办级别",
      document: "督办文号",
      listedOn: "挂牌日期",
      dueOn: "治理期限",
      supervisor: "责任单位",
    },
    basis: {
      method: "发现方式",
      rule: "认定规则",
      edition: "规则版本",
      source: "规则来源",
      confidence: "规则核实情况",
      unit: "统计单元",
      changed: "与规则不同的设置",
      period: "统计时段",
      tally: "事故口径",
    },
    settings: {
      unit: "统计单元",
      periodYears: "统计年数",
      junctions: "路口口径",
      roads: "道路范围",
      criteria: "认定条件",
      patternMinShare: "规律性占比",
      patternHours: "同一时段小时数",
      most: "只取最重的处数",
    },
    noBasis: (basis) =>
      basis
        ? `该点段自台账转入，台账所列认定依据为：${basis}。台账未记录规则版本、参数和事故明细。`
        : "该点段自台账转入，台账未记录认定规则、参数和事故明细。",
    window: (lengthM, streetLengthM, stepM) =>
      `沿道路${lengthM}米滑动窗口${streetLengthM ? `（城市道路${streetLengthM}米）` : ""}，步长${stepM}米`,
    circle: (radiusM, centre) => `以${centre === "junctions" ? "路口" : "事故点"}为中心、半径${radiusM}米`,
    criterion: ({ crashes, minDeaths, atLeast, regular, needs }) =>
      [
        `${minDeaths ? `每起死亡${minDeaths}人以上的` : ""}${CRASHES.zh[crashes]}${atLeast}起以上`,
        ...(regular ? ["具有规律性"] : []),
        ...(needs ? ["存在道路不安全因素（须现场核实）"] : []),
      ].join("，"),
    pattern: (by, value, crashes, of) => `${by}“${value}”${crashes}/${of}起`,
    patternBy: { form: "同一事故形态", hours: "同一时段", cause: "同一原因" },
    outcomes: { met: "符合", suspected: "数量符合，须现场核实", "not-met": "不符合" },
    criteriaColumns: ["条件", "实有", "应有", "结论"],
    tally: ({ all, placed, doubtful, unplaced, used }) =>
      `事故共${all}起＝已定位${placed}起＋定位存疑${doubtful}起＋未定位${unplaced}起；在统计时段内采用${used}起`,
    yearColumns: ["年份", "事故", "死亡事故", "伤人事故", "财产损失", "程度不明", "死亡人数", "受伤人数"],
    partOfYear: (year) => `${year}（部分）`,
    total: "合计",
    crashColumns: ["序号", "时间", "桩号", "严重程度", "事故形态", "死亡", "受伤", "天气", "照明", "路表"],
    noAnalysis: "该点段的登记位置（路线桩号或路口半径）缺失，或在路网中查不到，未附事故明细。",
    noCrashes: "统计时段内没有可用的事故记录。",
    moreCrashes: (left) => `另有${left}起未列出，完整清单见系统。`,
    doubtful: (count) => `另有${count}起事故定位存疑，可能发生在该点段，未计入。`,
    factors: {
      form: "事故形态",
      weather: "天气",
      light: "照明",
      surface: "路表情况",
      place: "路口路段类型",
      cause: "认定原因",
      hours: "时段",
      weekday: "星期",
      month: "月份",
      season: "季节",
      parties: "参与方",
      dangerousGoods: "涉危险货物车辆",
    },
    factorValues: {
      weekend: "周末",
      weekday: "工作日",
      spring: "春季（3—5月）",
      summer: "夏季（6—8月）",
      autumn: "秋季（9—11月）",
      winter: "冬季（12—2月）",
      pedestrian: "涉及行人",
      "non-motor": "涉及非机动车",
      "single-vehicle": "单车事故",
      yes: "是",
    },
    hours: (from, to) => `${from}时至${to}时59分`,
    factorColumns: ["因素", "取值", "该点段", "同类道路", "倍数", "P值（校正后）"],
    over: "与同类道路相比，下列因素在该点段明显偏多（Fisher精确检验，已控制误报）：",
    none: "与同类道路相比，没有发现明显偏多的因素。",
    tooFew: (fewest) => `该点段事故少于${fewest}起，不足以作统计检验，须结合现场踏勘判断成因。`,
    noReference: "同类道路上的事故太少，不足以比较，须结合现场踏勘判断成因。",
    measureColumns: ["措施", "理由", "文献报道的效果"],
    suggested: "以下为系统根据成因分析列出的典型措施，供踏勘论证时参考，由责任单位确定：",
    noMeasures: "请责任单位会同公安交管部门现场踏勘后提出治理措施。",
    reduction: (least, most, of, source, confidence) =>
      `${of}减少${least === most ? least : `${least}～${most}`}%${least < 0 ? "（负值为增加）" : ""}（${source}；${confidence}）`,
    data: {
      period: "分析时段",
      layers: "数据版本",
      program: "系统版本",
      madeAt: "生成时间",
      privacy: "个人信息",
      limits: "使用限制",
    },
    privacy: "本函不含当事人等个人信息",
    limits: "供排查治理工作参考，成因和措施须经现场踏勘论证",
    revision: (layer, revision) => `${layer} 第${revision}版`,
    signatures: ["发函单位（盖章）", "承办人", "日期"],
  },
  en: {
    title: "Proposal for the treatment of an accident black spot",
    to: (addressee) => `To: ${addressee}`,
    opening: (name, counts) =>
      `The review of accident-prone places found ${name} (“the spot”): ${counts}. So that the danger is removed, we inform you of the facts and propose the following.`,
    counts: (crashes, deaths, injuries) =>
      `${crashes} crashes, ${deaths} killed and ${injuries} injured (as far as recorded)`,
    between: (from, lastDay) => `${from} to ${lastDay}`,
    asking: (dueOn) =>
      dueOn
        ? `Please complete the treatment by ${dueOn} and answer in writing.`
        : "Please answer in writing with a treatment and the day by which it will be complete.",
    numbered: (number, heading) => `${number}. ${heading}`,
    headings: {
      facts: "The spot",
      basis: "By which rule",
      map: "Map",
      crashes: "Crashes",
      diagram: "Collision diagram",
      reasons: "Reasons",
      measures: "Proposed treatment",
      data: "Data",
      sign: "Signature",
    },
    facts: {
      code: "Code",
      name: "Name",
      road: "Road",
      stakes: "Stakes",
      position: "Middle (WGS84)",
      radius: "Radius of the junction",
      state: "State",
      level: "Listing level",
      document: "Document number",
      listedOn: "Listed on",
      dueOn: "Due on",
      supervisor: "Office in charge",
    },
    basis: {
      method: "Found by",
      rule: "Rule",
      edition: "Edition",
      source: "Source",
      confidence: "How sure the rule is",
      unit: "Unit",
      changed: "Settings other than the rule's",
      period: "Period",
      tally: "Crashes",
    },
    settings: {
      unit: "unit",
      periodYears: "years",
      junctions: "junctions",
      roads: "roads",
      criteria: "conditions",
      patternMinShare: "share of a pattern",
      patternHours: "hours of a pattern",
      most: "the worst only",
    },
    noBasis: (basis) =>
      basis
        ? `The spot was taken over from a ledger, which states as its basis: ${basis}. It names neither the rule's edition and settings nor the crashes.`
        : "The spot was taken over from a ledger, which names neither the rule nor its settings nor the crashes.",
    window: (lengthM, streetLengthM, stepM) =>
      `window of ${lengthM} m along the road${streetLengthM ? ` (${streetLengthM} m on streets)` : ""}, step ${stepM} m`,
    circle: (radiusM, centre) => `circle of ${radiusM} m around ${centre === "junctions" ? "junctions" : "crashes"}`,
    criterion: ({ crashes, minDeaths, atLeast, regular, needs }) =>
      [
        `at least ${atLeast} ${CRASHES.en[crashes]}${minDeaths ? ` that killed ${minDeaths} or more each` : ""}`,
        ...(regular ? ["with a regular pattern"] : []),
        ...(needs ? ["with unsafe road factors (to be checked on the spot)"] : []),
      ].join(", "),
    pattern: (by, value, crashes, of) => `${by} “${value}” ${crashes} of ${of}`,
    patternBy: { form: "same form", hours: "same hours", cause: "same cause" },
    outcomes: { met: "met", suspected: "numbers met, to be checked on the spot", "not-met": "not met" },
    criteriaColumns: ["Condition", "Counted", "Needed", "Outcome"],
    tally: ({ all, placed, doubtful, unplaced, used }) =>
      `${all} in all = ${placed} placed + ${doubtful} doubtful + ${unplaced} unplaced; ${used} used in the period`,
    yearColumns: ["Year", "Crashes", "Fatal", "Injury", "Damage", "Not known", "Killed", "Injured"],
    partOfYear: (year) => `${year} (in part)`,
    total: "Total",
    crashColumns: ["No.", "Time", "Stake", "Severity", "Form", "Killed", "Injured", "Weather", "Light", "Surface"],
    noAnalysis:
      "The place in the register (road and stakes, or a junction's radius) is missing or not in the network: no crashes are listed.",
    noCrashes: "No usable crash is recorded in the period.",
    moreCrashes: (left) => `${left} more are not listed here; the system has them all.`,
    doubtful: (count) =>
      `${count} more crashes may lie here; where they happened is doubtful, and they are not counted.`,
    factors: {
      form: "Form",
      weather: "Weather",
      light: "Light",
      surface: "Surface",
      place: "Junction or section",
      cause: "Cause found",
      hours: "Hours",
      weekday: "Weekday",
      month: "Month",
      season: "Season",
      parties: "Parties",
      dangerousGoods: "Dangerous goods vehicle",
    },
    factorValues: {
      weekend: "weekend",
      weekday: "working day",
      spring: "spring (March to May)",
      summer: "summer (June to August)",
      autumn: "autumn (September to November)",
      winter: "winter (December to February)",
      pedestrian: "pedestrian involved",
      "non-motor": "non-motor vehicle involved",
      "single-vehicle": "single vehicle",
      yes: "yes",
    },
    hours: (from, to) => `${from}:00 to ${to}:59`,
    factorColumns: ["Factor", "Value", "Here", "Roads of the kind", "Ratio", "P (corrected)"],
    over: "Compared with roads of the same kind, these occur more often here (Fisher's exact test, false alarms controlled):",
    none: "Compared with roads of the same kind, nothing occurs markedly more often here.",
    tooFew: (fewest) =>
      `Fewer than ${fewest} crashes: too few for a test. A visit to the spot has to find the reasons.`,
    noReference:
      "Too few crashes on roads of the same kind to compare with. A visit to the spot has to find the reasons.",
    measureColumns: ["Measure", "Reason", "Effect as published"],
    suggested: "Typical measures that the findings suggest, to be weighed on the spot; the office in charge decides:",
    noMeasures: "Please propose measures after a visit to the spot together with the traffic police.",
    reduction: (least, most, of, source, confidence) =>
      `${of}: ${least === most ? least : `${least} to ${most}`} % fewer${least < 0 ? ", below 0: more" : ""} (${source}; ${confidence})`,
    data: {
      period: "Period analysed",
      layers: "Revisions of the data",
      program: "Version of the system",
      madeAt: "Made at",
      privacy: "Personal data",
      limits: "Limits of use",
    },
    privacy: "This letter holds none",
    limits: "For the work on black spots; reasons and measures need a visit to the spot",
    revision: (layer, revision) => `${layer} revision ${revision}`,
    signatures: ["Office (seal)", "Official", "Date"],
  },
};
