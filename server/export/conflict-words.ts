import type { Reason, ReasonCode, Verdict } from "#data/analyses/spacing-results.ts";
import type { Confidence } from "#data/standards/rule.ts";
import type { ConflictState } from "../conflicts/facts.ts";
import type { Language } from "./words.ts";

const COLUMNS = [
  "place",
  "verdict",
  "shortfallM",
  "people",
  "hazardCode",
  "hazardName",
  "targetLayer",
  "targetCode",
  "targetName",
  "distanceM",
  "uncertaintyM",
  "requiredM",
  "clause",
  "strength",
  "confidence",
  "otherRules",
  "reasons",
  "state",
  "owner",
  "note",
  "dueOn",
  "decidedBy",
  "decidedAt",
  "change",
  "firstSeenAt",
  "goneAt",
  "longitude",
  "latitude",
] as const;
export type ConflictColumn = (typeof COLUMNS)[number];

interface ConflictWords {
  readonly title: string;
  readonly columns: Readonly<Record<ConflictColumn, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly states: Readonly<Record<ConflictState, string>>;
  readonly changes: Readonly<Record<"new" | "gone", string>>;
  readonly strengths: Readonly<Record<"must" | "should", string>>;
  readonly confidences: Readonly<Record<Confidence | "confirmed" | "overridden", string>>;
  readonly reasons: Readonly<Record<ReasonCode, (values: NonNullable<Reason["values"]>) => string>>;
  readonly facts: Readonly<
    Record<"rows" | "asOf" | "since" | "ranAt" | "revisions" | "ruleEdition" | "ranking" | "limits" | "pending", string>
  >;
  readonly ranking: string;
  readonly limits: string;
  readonly pending: string;
}

const metres = (value: number | string | undefined): string =>
  typeof value === "number" ? String(Math.round(value * 100) / 100) : String(value ?? "");

/** The words of the workbook of conflicts. */
export const CONFLICT_WORDS: Readonly<Record<Language, ConflictWords>> = {
  zh: {
    title: "间距冲突清单",
    columns: {
      place: "序号",
      verdict: "结论",
      shortfallM: "欠缺距离(m)",
      people: "涉及人数",
      hazardCode: "危险源编码",
      hazardName: "危险源名称",
      targetLayer: "相邻对象图层",
      targetCode: "相邻对象编码",
      targetName: "相邻对象名称",
      distanceM: "实测距离(m)",
      uncertaintyM: "距离不确定度95%(m)",
      requiredM: "要求距离(m)",
      clause: "依据条款",
      strength: "要求程度",
      confidence: "条文核实情况",
      otherRules: "其他不满足的条款",
      reasons: "说明",
      state: "处理状态",
      owner: "责任人",
      note: "处理说明",
      dueOn: "整改期限",
      decidedBy: "决定人",
      decidedAt: "决定时间",
      change: "变化",
      firstSeenAt: "首次发现",
      goneAt: "消除时间",
      longitude: "经度(WGS84)",
      latitude: "纬度(WGS84)",
    },
    verdicts: { "too-near": "距离不足", "cannot-tell": "无法判定", clear: "满足" },
    states: { open: "待处理", accepted: "已认可", "to-rectify": "限期整改", false: "不属实" },
    changes: { new: "新增", gone: "已消除" },
    strengths: { must: "不应小于", should: "不宜小于" },
    confidences: {
      verified: "已核对原文",
      memory: "待本地专家确认",
      uncertain: "待核实",
      confirmed: "本地专家已确认",
      overridden: "本地专家已调整",
    },
    reasons: {
      "position-error": ({ surveyM }) => `位置误差跨越限值，需复测至合成标准差${metres(surveyM)} m以内`,
      "error-not-stated": ({ assumedM }) => `未注明位置误差，按${metres(assumedM)} m计`,
      "point-only": () => "无轮廓，自点位量起",
      "plant-boundary": () => "轮廓为（或可能是）厂界，装置实际可能更远",
      "quantity-unknown": () => "储量不明",
      "kind-unknown": () => "类别不明",
      "fire-class-from-substances": () => "火灾危险性类别由物质推定",
      "fire-rating-unknown": () => "耐火等级不明",
      "height-unknown": () => "高度不明",
      "people-unknown": () => "人数不明",
      "road-grade-assumed": () => "道路等级为推定",
      "owner-unknown": () => "权属不明",
      "edge-from-width": () => "路边由中心线与路宽推算",
      "edge-width-assumed": () => "路宽为假定值",
      "centre-line-only": () => "仅有中心线",
      "rule-unverified": () => "条文待核实",
      "volume-from-tonnes": () => "容积由质量换算",
      "pole-height-unknown": () => "杆高不明",
      conditional: () => "条文附有条件",
    },
    facts: {
      rows: "行数",
      asOf: "截至日期",
      since: "变化起算日",
      ranAt: "比对时间",
      revisions: "图层版本",
      ruleEdition: "规则版本",
      ranking: "排序",
      limits: "使用限制",
      pending: "提示",
    },
    ranking: "按欠缺距离×涉及人数由大到小；无人或人数不明按1人计",
    limits: "仅供安全管理参考，不替代有资质单位的测量与安全评价",
    pending: "图层或规则已更新，清单正在重新比对",
  },
  en: {
    title: "Spacing conflicts",
    columns: {
      place: "No.",
      verdict: "Verdict",
      shortfallM: "Short by (m)",
      people: "People",
      hazardCode: "Hazard code",
      hazardName: "Hazard name",
      targetLayer: "Layer of the neighbour",
      targetCode: "Neighbour's code",
      targetName: "Neighbour's name",
      distanceM: "Measured (m)",
      uncertaintyM: "95 % uncertainty (m)",
      requiredM: "Required (m)",
      clause: "Clause",
      strength: "Wording",
      confidence: "How sure the text is",
      otherRules: "Other clauses not kept",
      reasons: "Remarks",
      state: "State",
      owner: "Owner",
      note: "Note",
      dueOn: "Due",
      decidedBy: "Decided by",
      decidedAt: "Decided at",
      change: "Change",
      firstSeenAt: "First seen",
      goneAt: "Gone",
      longitude: "Longitude (WGS84)",
      latitude: "Latitude (WGS84)",
    },
    verdicts: { "too-near": "Too near", "cannot-tell": "Cannot tell", clear: "Clear" },
    states: { open: "Open", accepted: "Accepted", "to-rectify": "To be rectified", false: "Not a conflict" },
    changes: { new: "New", gone: "Gone" },
    strengths: { must: "shall not be less", should: "should not be less" },
    confidences: {
      verified: "read in the text",
      memory: "to be confirmed by a local expert",
      uncertain: "to be verified",
      confirmed: "confirmed by a local expert",
      overridden: "changed by a local expert",
    },
    reasons: {
      "position-error": ({ surveyM }) =>
        `position errors span the limit: survey both to a joint deviation of ${metres(surveyM)} m`,
      "error-not-stated": ({ assumedM }) => `no position error stated: ${metres(assumedM)} m assumed`,
      "point-only": () => "no outline: measured from a point",
      "plant-boundary": () => "the outline is, or may be, the plant's boundary: the unit may stand farther away",
      "quantity-unknown": () => "quantity not known",
      "kind-unknown": () => "kind not known",
      "fire-class-from-substances": () => "fire class taken from the substances",
      "fire-rating-unknown": () => "fire rating not known",
      "height-unknown": () => "height not known",
      "people-unknown": () => "people not known",
      "road-grade-assumed": () => "grade of the road assumed",
      "owner-unknown": () => "owner not known",
      "edge-from-width": () => "road edge worked out from centre line and width",
      "edge-width-assumed": () => "width of the road assumed",
      "centre-line-only": () => "centre line only",
      "rule-unverified": () => "the rule is to be verified",
      "volume-from-tonnes": () => "volume worked out from the mass",
      "pole-height-unknown": () => "pole height not known",
      conditional: () => "the clause has a condition",
    },
    facts: {
      rows: "Rows",
      asOf: "As of",
      since: "Changes since",
      ranAt: "Compared at",
      revisions: "Layer revisions",
      ruleEdition: "Rule edition",
      ranking: "Order",
      limits: "Limits of use",
      pending: "Note",
    },
    ranking: "Metres short times people, greatest first; none, or not known, counts as one",
    limits: "For safety work; does not replace a survey or a safety assessment by a qualified body",
    pending: "Layers or rules are newer: the list is being made again",
  },
};
