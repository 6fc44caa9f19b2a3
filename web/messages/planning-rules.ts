import type { Quantity } from "#data/standards/rule.ts";
import type { Catalogue } from "./words.ts";

/** The library of spacing rules: looking up, comparing, and the word of the local expert. */
interface RuleWords {
  readonly search: string;
  readonly standard: string;
  readonly objectClass: string;
  readonly confidence: string;
  readonly unconfirmed: string;
  readonly fromM: string;
  readonly toM: string;
  readonly hazards: string;
  readonly targets: string;
  readonly clear: string;
  readonly count: (shown: string, all: string) => string;
  readonly none: string;
  readonly columns: Readonly<
    Record<"compare" | "clause" | "hazard" | "targets" | "distance" | "measured" | "confidence", string>
  >;
  readonly compare: (count: number) => string;
  readonly compareHint: string;
  readonly closeCompare: string;
  readonly clearCompare: string;
  readonly addToCompare: (name: string) => string;
  readonly detail: string;
  readonly closeDetail: string;
  readonly fields: Readonly<
    Record<
      | "standard"
      | "clause"
      | "valid"
      | "hazard"
      | "band"
      | "targets"
      | "distance"
      | "timesHeight"
      | "measuredFrom"
      | "measuredTo"
      | "strength"
      | "confidence"
      | "source"
      | "note"
      | "word"
      | "id",
      string
    >
  >;
  readonly since: (from: string, to: string | null) => string;
  readonly quantities: Readonly<Record<Quantity, string>>;
  readonly anyQuantity: string;
  readonly timesHeight: (factor: string, least: string) => string;
  readonly noWord: string;
  readonly confirmedBy: (by: string, day: string) => string;
  readonly overriddenBy: (from: string, to: string, by: string, day: string, reason: string) => string;
  readonly decide: {
    readonly title: string;
    readonly kinds: Readonly<Record<"confirm" | "override" | "withdraw", string>>;
    readonly distance: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly by: string;
    readonly save: string;
    readonly saved: string;
    readonly history: string;
    readonly historyLine: (day: string, by: string, what: string, reason: string) => string;
  };
  readonly footer: (edition: string) => string;
}

export const RULE_WORDS: Catalogue<RuleWords> = {
  zh: {
    search: "搜索条文、类别、距离、说明",
    standard: "标准",
    objectClass: "对象类别",
    confidence: "可信度",
    unconfirmed: "只看未经专家确认",
    fromM: "距离不小于",
    toM: "距离不大于",
    hazards: "危险源",
    targets: "被保护对象",
    clear: "清除条件",
    count: (shown, all) => `${shown} / ${all} 条`,
    none: "没有符合条件的规则。",
    columns: {
      compare: "比较",
      clause: "条文",
      hazard: "危险源",
      targets: "被保护对象",
      distance: "距离",
      measured: "量取",
      confidence: "可信度",
    },
    compare: (count) => `并列比较 ${count} 条`,
    compareHint: "勾选两条以上规则并列比较，例如 GB 50016、GB 50160 与 GB 50156 对同一类建筑",
    closeCompare: "回到列表",
    clearCompare: "清空比较",
    addToCompare: (name) => `加入比较：${name}`,
    detail: "规则详情",
    closeDetail: "关闭详情",
    fields: {
      standard: "标准及版本",
      clause: "条文",
      valid: "有效期",
      hazard: "危险源",
      band: "数量档",
      targets: "被保护对象",
      distance: "距离",
      timesHeight: "按高度",
      measuredFrom: "自",
      measuredTo: "至",
      strength: "用词",
      confidence: "可信度",
      source: "来源",
      note: "说明",
      word: "本地专家",
      id: "编号",
    },
    since: (from, to) => (to === null ? `${from} 起` : `${from} 至 ${to}`),
    quantities: {
      tonnes: "储量",
      volumeM3: "总容积",
      largestTankM3: "最大单罐",
      stationVolumeM3: "站内总容积",
      capacityM3: "库容",
    },
    anyQuantity: "不分档",
    timesHeight: (factor, least) => `${factor} 倍高度，且不小于 ${least}`,
    noWord: "尚无人确认",
    confirmedBy: (by, day) => `${by} 于 ${day} 确认`,
    overriddenBy: (from, to, by, day, reason) => `条文 ${from}，${by} 于 ${day} 改为 ${to}：${reason}`,
    decide: {
      title: "本地专家意见",
      kinds: { confirm: "确认原数", override: "改为另一距离", withdraw: "撤回以前的意见" },
      distance: "改为",
      reason: "理由",
      reasonHint: "依据的文本、页码或文件号",
      by: "专家姓名",
      save: "记录意见",
      saved: "意见已记录，规则立即按它执行",
      history: "历次意见",
      historyLine: (day, by, what, reason) => [day, by, what, reason].filter((part) => part !== "").join(" · "),
    },
    footer: (edition) => `规则版本 ${edition}；数字以正式出版文本为准`,
  },
  en: {
    search: "Search clause, class, distance, note",
    standard: "Standard",
    objectClass: "Object class",
    confidence: "Confidence",
    unconfirmed: "Only without an expert's word",
    fromM: "Distance at least",
    toM: "Distance at most",
    hazards: "Hazards",
    targets: "Protected objects",
    clear: "Clear filters",
    count: (shown, all) => `${shown} of ${all} rules`,
    none: "No rule matches.",
    columns: {
      compare: "Compare",
      clause: "Clause",
      hazard: "Hazard",
      targets: "Protected objects",
      distance: "Distance",
      measured: "Measured",
      confidence: "Confidence",
    },
    compare: (count) => `Compare ${count} side by side`,
    compareHint:
      "Tick two or more rules to set them side by side: GB 50016, GB 50160 and GB 50156 for one building, say",
    closeCompare: "Back to the list",
    clearCompare: "Clear comparison",
    addToCompare: (name) => `Compare: ${name}`,
    detail: "Rule",
    closeDetail: "Close details",
    fields: {
      standard: "Standard, edition",
      clause: "Clause",
      valid: "Valid",
      hazard: "Hazard",
      band: "Band",
      targets: "Protected objects",
      distance: "Distance",
      timesHeight: "By height",
      measuredFrom: "From",
      measuredTo: "To",
      strength: "Wording",
      confidence: "Confidence",
      source: "Source",
      note: "Note",
      word: "Local expert",
      id: "Id",
    },
    since: (from, to) => (to === null ? `from ${from}` : `${from} to ${to}`),
    quantities: {
      tonnes: "quantity",
      volumeM3: "total volume",
      largestTankM3: "largest tank",
      stationVolumeM3: "volume of the station",
      capacityM3: "capacity",
    },
    anyQuantity: "any quantity",
    timesHeight: (factor, least) => `${factor} × height, at least ${least}`,
    noWord: "nobody has confirmed it",
    confirmedBy: (by, day) => `confirmed by ${by} on ${day}`,
    overriddenBy: (from, to, by, day, reason) => `${from} by the clause; ${by} set ${to} on ${day}: ${reason}`,
    decide: {
      title: "Word of the local expert",
      kinds: { confirm: "Confirm the number", override: "Set another distance", withdraw: "Take an earlier word back" },
      distance: "Set to",
      reason: "Reason",
      reasonHint: "The text, page or document it rests on",
      by: "Expert",
      save: "Record",
      saved: "Recorded; the rules follow it from now on",
      history: "Earlier words",
      historyLine: (day, by, what, reason) => [day, by, what, reason].filter((part) => part !== "").join(" · "),
    },
    footer: (edition) => `Rules ${edition}; the published text alone is authoritative`,
  },
};
