import type { Language } from "./reason-words.ts";

/** What stands in the document and in the annex beside names, numbers and the words of the rules. */
interface OpinionWords {
  readonly title: string;
  readonly demo: string;
  readonly demoFile: string;
  readonly colon: string;
  readonly and: string;
  readonly none: string;
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
  readonly headings: Readonly<
    Record<
      "proposal" | "verdict" | "findings" | "claims" | "second" | "rules" | "open" | "data" | "sign" | "map",
      string
    >
  >;
  readonly facts: Readonly<
    Record<
      | "number"
      | "zone"
      | "name"
      | "use"
      | "positionError"
      | "by"
      | "at"
      | "asOf"
      | "verdict"
      | "edition"
      | "remark"
      | "proof"
      | "program",
      string
    >
  >;
  readonly sides: Readonly<Record<"hazard" | "target", string>>;
  readonly columns: Readonly<
    Record<
      | "no"
      | "hazard"
      | "hazardLayer"
      | "target"
      | "targetLayer"
      | "hazardClass"
      | "targetClass"
      | "clause"
      | "ruleId"
      | "required"
      | "requiredAtMost"
      | "unreduced"
      | "claimed"
      | "measured"
      | "uncertainty"
      | "shortfall"
      | "verdict"
      | "pairVerdict"
      | "distance"
      | "strength"
      | "confidence"
      | "confirmed"
      | "overridden"
      | "people"
      | "reasons"
      | "fromLon"
      | "fromLat"
      | "toLon"
      | "toLat"
      | "evidence"
      | "relief"
      | "neighbour"
      | "by"
      | "valid"
      | "measuredFrom"
      | "measuredTo"
      | "source"
      | "layer"
      | "revision"
      | "dataDate"
      | "count",
      string
    >
  >;
  readonly proposal: string;
  readonly strengths: Readonly<Record<"must" | "should", string>>;
  readonly noFindings: string;
  readonly nothingOpen: string;
  readonly noClaims: string;
  readonly counts: (tooNear: number, cannotTell: number, clear: number, examined: number) => string;
  readonly openRows: (count: number) => string;
  readonly moreFindings: (left: number) => string;
  readonly signatures: readonly string[];
  readonly sheets: Readonly<Record<"findings" | "rules" | "facts", string>>;
  readonly item: string;
  readonly content: string;
}

export const OPINION_WORDS: Readonly<Record<Language, OpinionWords>> = {
  zh: {
    title: "规划安全间距核查意见",
    demo: "演示数据：名称和数字均为虚构，不是真实意见",
    demoFile: "演示数据",
    colon: "：",
    and: "、",
    none: "无",
    unknown: "未知",
    yes: "是",
    no: "否",
    headings: {
      proposal: "一、拟建项目",
      verdict: "二、核查结论",
      findings: "三、间距核查表",
      claims: "四、主张的减距及依据",
      second: "五、其他分析",
      rules: "六、适用条文",
      open: "七、待核实条文",
      data: "八、数据现势性",
      sign: "九、签署",
      map: "附图",
    },
    facts: {
      number: "编号",
      zone: "区域",
      name: "项目名称",
      use: "用途",
      positionError: "边界定位误差 (m)",
      by: "签署人",
      at: "签署时间",
      asOf: "数据截至",
      verdict: "结论",
      edition: "规则版本",
      remark: "备注",
      proof: "证明包 SHA-256",
      program: "软件版本",
    },
    sides: { hazard: "危险源", target: "保护目标" },
    columns: {
      no: "序号",
      hazard: "危险源",
      hazardLayer: "危险源图层",
      target: "保护对象",
      targetLayer: "保护对象图层",
      hazardClass: "危险源类别",
      targetClass: "保护对象类别",
      clause: "依据条文",
      ruleId: "规则标识",
      required: "要求 (m)",
      requiredAtMost: "要求上限 (m)",
      unreduced: "减距前要求 (m)",
      claimed: "主张的减距",
      measured: "实测 (m)",
      uncertainty: "不确定度 ± (m)",
      shortfall: "差额 (m)",
      verdict: "判定",
      pairVerdict: "总判定",
      distance: "净距 (m)",
      strength: "用词",
      confidence: "数值可信度",
      confirmed: "专家已确认",
      overridden: "专家已改数",
      people: "人数",
      reasons: "说明",
      fromLon: "起点经度",
      fromLat: "起点纬度",
      toLon: "终点经度",
      toLat: "终点纬度",
      evidence: "依据材料",
      relief: "减距条款",
      neighbour: "针对",
      by: "主张人",
      valid: "有效期",
      measuredFrom: "起算点",
      measuredTo: "止算点",
      source: "来源",
      layer: "图层",
      revision: "版本",
      dataDate: "数据日期",
      count: "要素数",
    },
    proposal: "拟建项目",
    strengths: { must: "不应小于", should: "不宜小于" },
    noFindings: "在任何适用条文的控制距离内没有相邻对象。",
    nothingOpen: "所用条文均无待核实项。",
    noClaims: "未主张减距。",
    counts: (tooNear, cannotTell, clear, examined) =>
      `看过相邻对象 ${examined} 个，其中有规则适用且在规则所及距离内的 ${tooNear + cannotTell + clear} 处：间距不足 ${tooNear} 处，无法判定 ${cannotTell} 处，满足要求 ${clear} 处。`,
    openRows: (count) => `以下 ${count} 条的数值尚未对照标准文本核实，签发前应查阅正式文本：`,
    moreFindings: (left) => `另有 ${left} 行见附表（XLSX）。`,
    signatures: ["核查人（签字）", "审核人（签字）", "单位（盖章）", "日期"],
    sheets: { findings: "间距核查", rules: "适用条文", facts: "说明" },
    item: "项目",
    content: "内容",
  },
  en: {
    title: "Opinion on safety distances of a proposal",
    demo: "Demonstration data: names and figures are invented; this is no real opinion",
    demoFile: "demo-data",
    colon: ": ",
    and: ", ",
    none: "none",
    unknown: "unknown",
    yes: "yes",
    no: "no",
    headings: {
      proposal: "1. The proposal",
      verdict: "2. Verdict",
      findings: "3. Distances",
      claims: "4. Reliefs claimed, with evidence",
      second: "5. Other analyses",
      rules: "6. Rules that apply",
      open: "7. Rules still to be verified",
      data: "8. How current the data is",
      sign: "9. Signatures",
      map: "Map",
    },
    facts: {
      number: "Number",
      zone: "Zone",
      name: "Proposal",
      use: "Use",
      positionError: "Position error of the boundary (m)",
      by: "Signed by",
      at: "Signed at",
      asOf: "Data as of",
      verdict: "Verdict",
      edition: "Edition of the rules",
      remark: "Remark",
      proof: "SHA-256 of the proof",
      program: "Version of the program",
    },
    sides: { hazard: "Hazard", target: "Sensitive use" },
    columns: {
      no: "No.",
      hazard: "Hazard",
      hazardLayer: "Layer of the hazard",
      target: "Target",
      targetLayer: "Layer of the target",
      hazardClass: "Class of the hazard",
      targetClass: "Class of the target",
      clause: "Clause",
      ruleId: "Rule",
      required: "Required (m)",
      requiredAtMost: "Required at most (m)",
      unreduced: "Before the relief (m)",
      claimed: "Relief claimed",
      measured: "Measured (m)",
      uncertainty: "Uncertainty ± (m)",
      shortfall: "Shortfall (m)",
      verdict: "Verdict",
      pairVerdict: "Verdict of the pair",
      distance: "Clear distance (m)",
      strength: "Strength",
      confidence: "Confidence",
      confirmed: "Confirmed",
      overridden: "Overridden",
      people: "People",
      reasons: "Reasons",
      fromLon: "From longitude",
      fromLat: "From latitude",
      toLon: "To longitude",
      toLat: "To latitude",
      evidence: "Evidence",
      relief: "Relief",
      neighbour: "For",
      by: "Claimed by",
      valid: "Valid",
      measuredFrom: "Measured from",
      measuredTo: "Measured to",
      source: "Source",
      layer: "Layer",
      revision: "Revision",
      dataDate: "Data date",
      count: "Features",
    },
    proposal: "the proposal",
    strengths: { must: "shall not be less", should: "should not be less" },
    noFindings: "Nothing stands within the reach of any rule that applies.",
    nothingOpen: "Every rule that was applied has been verified.",
    noClaims: "No relief is claimed.",
    counts: (tooNear, cannotTell, clear, examined) =>
      `${examined} neighbours were looked at; to ${tooNear + cannotTell + clear} of them a rule applies within its reach: ${tooNear} too near, ${cannotTell} cannot be told, ${clear} clear.`,
    openRows: (count) =>
      `The numbers of these ${count} rows have not been verified: read the official text before signing.`,
    moreFindings: (left) => `${left} more rows stand in the annex (XLSX).`,
    signatures: ["Checked by (signature)", "Reviewed by (signature)", "Office (seal)", "Date"],
    sheets: { findings: "Distances", rules: "Rules", facts: "About" },
    item: "Item",
    content: "Content",
  },
};
