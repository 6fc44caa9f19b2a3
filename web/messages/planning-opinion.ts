import type { SheetKind } from "../workspaces/planning/opinion/sheet-kinds.ts";
import type { Catalogue } from "./words.ts";

/** Signing an opinion, and the opinion as it is printed. */
interface OpinionWords {
  readonly sign: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly by: string;
    readonly remark: string;
    readonly doIt: string;
    readonly cancel: string;
    readonly failed: string;
    readonly done: (number: string) => string;
    readonly show: string;
    readonly close: string;
  };
  readonly bar: {
    readonly toCheck: string;
    readonly print: string;
    readonly docx: string;
    readonly xlsx: string;
    readonly proof: string;
    readonly proofHint: string;
    readonly tools: string;
  };
  readonly loading: string;
  readonly missing: string;
  readonly title: string;
  readonly demo: string;
  readonly demoMark: string;
  readonly none: string;
  readonly unknown: string;
  readonly proposal: string;
  readonly headings: Readonly<
    Record<"proposal" | "verdict" | "findings" | "claims" | "second" | "rules" | "open" | "data" | "sign", string>
  >;
  readonly facts: Readonly<
    Record<
      | "zone"
      | "name"
      | "use"
      | "boundary"
      | "positionError"
      | "by"
      | "at"
      | "asOf"
      | "edition"
      | "remark"
      | "proof"
      | "program",
      string
    >
  >;
  readonly now: string;
  readonly counts: (examined: number, near: number, open: number, clear: number) => string;
  readonly columns: Readonly<
    Record<
      | "number"
      | "neighbour"
      | "clause"
      | "required"
      | "measured"
      | "shortfall"
      | "verdict"
      | "relief"
      | "evidence"
      | "for"
      | "claimedBy"
      | "classes"
      | "between"
      | "confidence"
      | "layer"
      | "dataDate"
      | "revision"
      | "count",
      string
    >
  >;
  readonly remarkLine: (text: string) => string;
  readonly noFindings: string;
  readonly clearLeft: (count: number) => string;
  readonly claimed: (unreduced: string) => string;
  readonly noClaims: string;
  readonly notGranted: string;
  readonly everyNeighbour: string;
  readonly nothingOpen: string;
  readonly openRows: (count: number) => string;
  readonly unconfirmed: (count: number) => string;
  readonly secondHint: string;
  readonly signatures: readonly string[];
  readonly map: {
    readonly title: string;
    readonly scale: (denominator: string) => string;
    readonly legend: string;
    readonly kinds: Readonly<Record<SheetKind, string>>;
    readonly proposal: string;
    readonly judged: string;
    readonly near: string;
    readonly open: string;
    readonly kept: string;
    readonly distances: string;
    readonly required: (metres: string) => string;
    readonly more: (count: number) => string;
    readonly datum: string;
    readonly projection: (lon: string, lat: string) => string;
    readonly grid: (step: string) => string;
    readonly data: string;
    readonly notDrawn: (kinds: string) => string;
    readonly cutOff: (kinds: string) => string;
    readonly north: string;
    readonly loading: string;
    readonly failed: string;
    readonly label: string;
  };
}

export const OPINION_WORDS: Catalogue<OpinionWords> = {
  zh: {
    sign: {
      open: "出具意见",
      title: "出具核查意见",
      hint: "服务器按现在的台账和规则重新核查，编号存档，此后不再改变；证明包随时可复核。",
      by: "核查人",
      remark: "备注",
      doIt: "签署并存档",
      cancel: "取消",
      failed: "没有签成",
      done: (number) => `已存档：${number}`,
      show: "打开意见",
      close: "关闭",
    },
    bar: {
      toCheck: "返回核查",
      print: "打印",
      docx: "DOCX",
      xlsx: "XLSX 附表",
      proof: "证明包",
      proofHint: "输入、结果、规则和校验和；npm run verify-proof -- 文件 可离线复核",
      tools: "意见的文件",
    },
    loading: "读取意见…",
    missing: "没有这份意见",
    title: "规划安全间距核查意见",
    demo: "演示数据：名称和数字均为虚构，不是真实意见",
    demoMark: "演示数据",
    none: "无",
    unknown: "未知",
    proposal: "拟建项目",
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
    },
    facts: {
      zone: "区域",
      name: "项目名称",
      use: "用途",
      boundary: "边界",
      positionError: "边界定位误差（σ）",
      by: "核查人",
      at: "签署时间",
      asOf: "数据截至",
      edition: "规则版本",
      remark: "备注",
      proof: "证明包 SHA-256",
      program: "软件版本",
    },
    now: "签署时",
    counts: (examined, near, open, clear) =>
      `看过对象 ${examined} 个，其中有规则适用且在规则所及距离内的 ${near + open + clear} 个：距离不足 ${near} 个，不能判定 ${open} 个，满足 ${clear} 个。`,
    columns: {
      number: "序号",
      neighbour: "对象",
      clause: "依据条文",
      required: "应 ≥ (m)",
      measured: "实测 (m)",
      shortfall: "缺 (m)",
      verdict: "判定",
      relief: "减距条款",
      evidence: "证据",
      for: "针对",
      claimedBy: "主张人",
      classes: "危险源 / 被保护对象",
      between: "量取起止",
      confidence: "数值",
      layer: "图层",
      dataDate: "数据日期",
      revision: "版次",
      count: "要素数",
    },
    remarkLine: (text) => `说明：${text}`,
    noFindings: "适用规则所及范围内没有任何对象。",
    clearLeft: (count) => `其余 ${count} 个满足的对象见 XLSX 附表。`,
    claimed: (unreduced) => `减距前 ${unreduced}`,
    noClaims: "没有主张折减。",
    notGranted: "现行规则没有这一折减，未采用",
    everyNeighbour: "全部对象",
    nothingOpen: "所用条文均无待核实项。",
    openRows: (count) => `以下 ${count} 条的数值尚未对照标准文本核实，签发前须查阅正式文本：`,
    unconfirmed: (count) => `另有 ${count} 条的数值凭记忆录入，待本地专家确认（见上表“数值”栏）。`,
    secondHint: "参考性分析，不替代上列条文。",
    signatures: ["核查人（签字）", "审核人（签字）", "单位（盖章）", "日期"],
    map: {
      title: "附图  间距核查图",
      scale: (denominator) => `比例尺 1:${denominator}`,
      legend: "图例",
      kinds: {
        enterprises: "企业用地",
        water: "水面、河渠",
        infrastructure: "铁路、电力、管线等",
        roads: "道路（按路宽绘；虚线为宽度未知）",
        buildings: "建筑物",
        houses: "自建房",
        "protection-targets": "防护目标",
        "hazard-sources": "重大危险源",
      },
      proposal: "拟建项目边界",
      judged: "量距对象（粗轮廓）",
      near: "距离不足",
      open: "不能判定",
      kept: "满足",
      distances: "量距（序号同核查表）",
      required: (metres) => `应 ≥ ${metres}`,
      more: (count) => `其余 ${count} 处见核查表`,
      datum: "WGS84 大地坐标（与 CGCS2000 相差在厘米级）",
      projection: (lon, lat) => `横轴墨卡托，中心 ${lon}、${lat}，比例因子 1`,
      grid: (step) => `图廓经纬度间隔 ${step}`,
      data: "数据日期",
      notDrawn: (kinds) => `本比例尺不绘：${kinds}`,
      cutOff: (kinds) => `对象过多，未绘全：${kinds}`,
      north: "北",
      loading: "绘制附图…",
      failed: "附图没有绘成",
      label: "间距核查图",
    },
  },
  en: {
    sign: {
      open: "Issue opinion",
      title: "Issue an opinion",
      hint: "The server checks again by the ledgers and rules of now, numbers the opinion and keeps it unchanged; its proof bundle can be worked out again at any time.",
      by: "Checked by",
      remark: "Remark",
      doIt: "Sign and keep",
      cancel: "Cancel",
      failed: "Not signed",
      done: (number) => `Kept as ${number}`,
      show: "Open the opinion",
      close: "Close",
    },
    bar: {
      toCheck: "Back to the check",
      print: "Print",
      docx: "DOCX",
      xlsx: "XLSX annex",
      proof: "Proof",
      proofHint:
        "Inputs, results, rules and checksums; npm run verify-proof -- FILE works it out again without a network",
      tools: "Files of the opinion",
    },
    loading: "Reading the opinion…",
    missing: "There is no such opinion",
    title: "Opinion on safety distances",
    demo: "Demonstration data: names and numbers are fictional, this is no real opinion",
    demoMark: "DEMONSTRATION",
    none: "none",
    unknown: "unknown",
    proposal: "the proposal",
    headings: {
      proposal: "1. The proposal",
      verdict: "2. Verdict",
      findings: "3. Distances",
      claims: "4. Reliefs claimed and their evidence",
      second: "5. Other analyses",
      rules: "6. Clauses that apply",
      open: "7. Rows to be verified",
      data: "8. Data",
      sign: "9. Signatures",
    },
    facts: {
      zone: "Zone",
      name: "Name",
      use: "Use",
      boundary: "Boundary",
      positionError: "Position error of the boundary (σ)",
      by: "Checked by",
      at: "Signed",
      asOf: "Data as of",
      edition: "Edition of the rules",
      remark: "Remark",
      proof: "SHA-256 of the proof",
      program: "Version of the software",
    },
    now: "the signing",
    counts: (examined, near, open, clear) =>
      `${examined} objects were looked at; to ${near + open + clear} of them a rule applies within its reach: ${near} too near, ${open} cannot be told, ${clear} clear.`,
    columns: {
      number: "No.",
      neighbour: "Neighbour",
      clause: "Clause",
      required: "Min. (m)",
      measured: "Measured (m)",
      shortfall: "Short (m)",
      verdict: "Verdict",
      relief: "Relief",
      evidence: "Evidence",
      for: "For",
      claimedBy: "Claimed by",
      classes: "Hazard / protected object",
      between: "Measured from – to",
      confidence: "Number",
      layer: "Layer",
      dataDate: "Date of data",
      revision: "Revision",
      count: "Features",
    },
    remarkLine: (text) => `Note: ${text}`,
    noFindings: "There is nothing within the reach of any rule that applies.",
    clearLeft: (count) => `${count} more that are clear are in the XLSX annex.`,
    claimed: (unreduced) => `${unreduced} before the relief`,
    noClaims: "No relief is claimed.",
    notGranted: "not granted: the rules in force have no such relief",
    everyNeighbour: "every neighbour",
    nothingOpen: "No row that was applied is to be verified.",
    openRows: (count) =>
      `The numbers of ${count} rows have not been compared with the text of the standard; read the official text before signing:`,
    unconfirmed: (count) =>
      `${count} more were entered from memory and are to be confirmed by a local expert (column “Number” above).`,
    secondHint: "For reference; they do not take the place of the clauses above.",
    signatures: ["Checked by (signature)", "Reviewed by (signature)", "Office (seal)", "Date"],
    map: {
      title: "Annex: map of distances",
      scale: (denominator) => `Scale 1:${denominator}`,
      legend: "Legend",
      kinds: {
        enterprises: "Enterprise",
        water: "Water",
        infrastructure: "Railway, power line, pipeline",
        roads: "Road, to its width (dashed: width unknown)",
        buildings: "Building",
        houses: "Self-built house",
        "protection-targets": "Protection target",
        "hazard-sources": "Major hazard source",
      },
      proposal: "Boundary of the proposal",
      judged: "Measured to (heavy outline)",
      near: "too near",
      open: "cannot tell",
      kept: "clear",
      distances: "Distances (numbers as in the table)",
      required: (metres) => `min. ${metres}`,
      more: (count) => `${count} more in the table`,
      datum: "WGS84 geodetic (within centimetres of CGCS2000)",
      projection: (lon, lat) => `Transverse Mercator, centre ${lon}, ${lat}, scale factor 1`,
      grid: (step) => `Graticule ticks every ${step}`,
      data: "Dates of data",
      notDrawn: (kinds) => `Not drawn at this scale: ${kinds}`,
      cutOff: (kinds) => `Too many to draw all: ${kinds}`,
      north: "N",
      loading: "Drawing the map…",
      failed: "The map could not be drawn",
      label: "Map of distances",
    },
  },
};
