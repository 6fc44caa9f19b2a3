import type { Language } from "../export/words.ts";
import type { ParcelProblem } from "./parcel.ts";

interface BatchWords {
  readonly title: string;
  readonly columns: Readonly<
    Record<
      | "place"
      | "name"
      | "useCode"
      | "verdict"
      | "reasons"
      | "tooNear"
      | "cannotTell"
      | "clear"
      | "margin"
      | "nearestClause"
      | "nearestRequired"
      | "nearestMeasured"
      | "nearestNeighbour"
      | "greatestClause"
      | "greatestRequired"
      | "greatestNeighbour"
      | "unverified",
      string
    >
  >;
  readonly unchecked: string;
  readonly problems: Readonly<Record<ParcelProblem["code"], string>>;
  readonly facts: Readonly<
    Record<"file" | "by" | "createdAt" | "parcels" | "datum" | "revisions" | "ruleEdition" | "counts" | "id", string>
  >;
}

export const BATCH_WORDS: Readonly<Record<Language, BatchWords>> = {
  zh: {
    title: "地块间距核查",
    columns: {
      place: "序号",
      name: "地块",
      useCode: "用途代码",
      verdict: "结论",
      reasons: "说明",
      tooNear: "距离不足(处)",
      cannotTell: "无法判定(处)",
      clear: "满足(处)",
      margin: "最小余量(m)",
      nearestClause: "余量最小的条款",
      nearestRequired: "要求距离(m)",
      nearestMeasured: "实测距离(m)",
      nearestNeighbour: "相邻对象",
      greatestClause: "要求最大的条款",
      greatestRequired: "最大要求距离(m)",
      greatestNeighbour: "最大要求的相邻对象",
      unverified: "待核实条文",
    },
    unchecked: "未核查",
    problems: {
      "unreadable-row": "该行无法读取",
      "no-geometry": "没有边界",
      geometry: "边界有误",
      "no-use": "没有用途",
      "unknown-use": "用途代码未说明",
    },
    facts: {
      file: "文件",
      by: "核查人",
      createdAt: "核查时间",
      parcels: "地块数",
      datum: "坐标基准",
      revisions: "图层版本",
      ruleEdition: "规则版本",
      counts: "结论汇总",
      id: "标识",
    },
  },
  en: {
    title: "Distances of parcels",
    columns: {
      place: "No.",
      name: "Parcel",
      useCode: "Code of the use",
      verdict: "Verdict",
      reasons: "Remarks",
      tooNear: "Too near (pairs)",
      cannotTell: "Cannot tell (pairs)",
      clear: "Clear (pairs)",
      margin: "Least margin (m)",
      nearestClause: "Clause of the least margin",
      nearestRequired: "Required (m)",
      nearestMeasured: "Measured (m)",
      nearestNeighbour: "Neighbour",
      greatestClause: "Most demanding clause",
      greatestRequired: "Greatest distance required (m)",
      greatestNeighbour: "Its neighbour",
      unverified: "Rules to be verified",
    },
    unchecked: "Not checked",
    problems: {
      "unreadable-row": "the row cannot be read",
      "no-geometry": "no boundary",
      geometry: "the boundary cannot be measured",
      "no-use": "no use",
      "unknown-use": "a code that was not explained",
    },
    facts: {
      file: "File",
      by: "Checked by",
      createdAt: "Checked at",
      parcels: "Parcels",
      datum: "Datum",
      revisions: "Layer revisions",
      ruleEdition: "Edition of the rules",
      counts: "In sum",
      id: "Id",
    },
  },
};
