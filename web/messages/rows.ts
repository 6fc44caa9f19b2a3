import type { RowKind } from "../api.ts";
import type { Catalogue } from "./words.ts";

/** Rows of a delivered file: of which kind they are, what they would change, and what can be done with them. */
export interface RowWords {
  readonly kinds: Readonly<Record<RowKind, string>>;
  readonly title: string;
  readonly place: string;
  readonly code: string;
  readonly name: string;
  readonly content: string;
  readonly action: string;
  readonly none: Readonly<Record<RowKind, string>>;
  readonly loading: string;
  readonly made: string;
  readonly matched: string;
  readonly groups: string;
  readonly group: (column: string, reason: string) => string;
  readonly unknown: string;
  readonly geometry: string;
  readonly moved: (distance: string) => string;
  readonly reshaped: string;
  readonly reshapedAndMoved: (distance: string) => string;
  readonly otherShape: string;
  readonly placed: string;
  readonly source: string;
  readonly toAll: (fix: string, rows: string) => string;
  readonly edit: string;
  readonly editOf: (column: string, row: number) => string;
  readonly save: string;
  readonly cancel: string;
  readonly accept: string;
  readonly leaveOut: string;
  readonly takeBack: string;
  readonly acceptAll: (rows: string) => string;
  readonly leaveOutAll: (rows: string) => string;
  readonly accepted: string;
  readonly candidates: string;
  readonly candidate: (distance: string, percent: string) => string;
  readonly same: string;
  readonly asNew: string;
  readonly fixesOn: string;
  readonly fixOff: (fix: string) => string;
  readonly edits: (count: number) => string;
  readonly editsOff: string;
  readonly download: string;
  readonly downloadReport: string;
  readonly downloadRefused: string;
  readonly csv: Readonly<Record<"row" | "code" | "column" | "value" | "reason" | "detail" | "allowed" | "fix", string>>;
  readonly fileRefused: string;
  readonly fileReport: string;
}

export const ROW_WORDS: Catalogue<RowWords> = {
  zh: {
    kinds: {
      new: "新增",
      changed: "变更",
      unchanged: "无变化",
      suspicious: "存疑",
      refused: "拒绝",
      "left-out": "不导入",
    },
    title: "逐行核对",
    place: "行",
    code: "编号",
    name: "名称",
    content: "内容",
    action: "操作",
    none: {
      new: "没有新增的行",
      changed: "没有变更的行",
      unchanged: "没有无变化的行",
      suspicious: "没有存疑的行",
      refused: "没有被拒绝的行",
      "left-out": "没有决定不导入的行",
    },
    loading: "正在读取…",
    made: "按名称和位置生成",
    matched: "按名称和位置对上",
    groups: "按问题筛选",
    group: (column, reason) => `${column}：${reason}`,
    unknown: "未知",
    geometry: "位置",
    moved: (distance) => `移动 ${distance}`,
    reshaped: "轮廓有变化",
    reshapedAndMoved: (distance) => `轮廓有变化，中心移动 ${distance}`,
    otherShape: "图形类型改变",
    placed: "新增位置",
    source: "数据来源",
    toAll: (fix, rows) => `${fix}（全部 ${rows} 行）`,
    edit: "改写",
    editOf: (column, row) => `改写第 ${row} 行的“${column}”`,
    save: "保存",
    cancel: "取消",
    accept: "接受",
    leaveOut: "不导入",
    takeBack: "撤回决定",
    acceptAll: (rows) => `全部接受（${rows} 行）`,
    leaveOutAll: (rows) => `全部不导入（${rows} 行）`,
    accepted: "已接受",
    candidates: "可能是：",
    candidate: (distance, percent) => `相距 ${distance}，相似 ${percent}`,
    same: "就是它",
    asNew: "是新的",
    fixesOn: "全文件修正：",
    fixOff: (fix) => `取消“${fix}”`,
    edits: (count) => `手工改写 ${count} 处`,
    editsOff: "全部还原",
    download: "下载",
    downloadReport: "核对报告（JSON）",
    downloadRefused: "拒绝的行及原因（CSV）",
    csv: {
      row: "行",
      code: "编号",
      column: "列",
      value: "内容",
      reason: "原因",
      detail: "说明",
      allowed: "应为",
      fix: "建议",
    },
    fileRefused: "拒绝的行",
    fileReport: "核对报告",
  },
  en: {
    kinds: {
      new: "New",
      changed: "Changed",
      unchanged: "Unchanged",
      suspicious: "Doubtful",
      refused: "Refused",
      "left-out": "Left out",
    },
    title: "Row by row",
    place: "Row",
    code: "Code",
    name: "Name",
    content: "Content",
    action: "Action",
    none: {
      new: "No new rows",
      changed: "No changed rows",
      unchanged: "No unchanged rows",
      suspicious: "No doubtful rows",
      refused: "No refused rows",
      "left-out": "No rows left out",
    },
    loading: "Reading…",
    made: "made of name and place",
    matched: "matched by name and place",
    groups: "By remark",
    group: (column, reason) => `${column} ${reason}`,
    unknown: "unknown",
    geometry: "Place",
    moved: (distance) => `moved by ${distance}`,
    reshaped: "outline changed",
    reshapedAndMoved: (distance) => `outline changed, middle moved by ${distance}`,
    otherShape: "another kind of shape",
    placed: "place added",
    source: "Source",
    toAll: (fix, rows) => `${fix} (all ${rows} rows)`,
    edit: "Type over",
    editOf: (column, row) => `Type over “${column}” of row ${row}`,
    save: "Save",
    cancel: "Cancel",
    accept: "Accept",
    leaveOut: "Leave out",
    takeBack: "Take back",
    acceptAll: (rows) => `Accept all (${rows} rows)`,
    leaveOutAll: (rows) => `Leave all out (${rows} rows)`,
    accepted: "accepted",
    candidates: "May be:",
    candidate: (distance, percent) => `${distance} away, ${percent} alike`,
    same: "It is this",
    asNew: "It is new",
    fixesOn: "Mended throughout:",
    fixOff: (fix) => `Take back “${fix}”`,
    edits: (count) => `${count} ${count === 1 ? "cell" : "cells"} typed over`,
    editsOff: "Restore all",
    download: "Download",
    downloadReport: "Report (JSON)",
    downloadRefused: "Refused rows with reasons (CSV)",
    csv: {
      row: "Row",
      code: "Code",
      column: "Column",
      value: "Value",
      reason: "Reason",
      detail: "Detail",
      allowed: "Expected",
      fix: "Proposed",
    },
    fileRefused: "refused-rows",
    fileReport: "report",
  },
};
