import type { Catalogue } from "./words.ts";

/** The page of deliveries: its frame, where a delivery begins, and what came in. */
interface DataPageWords {
  readonly title: string;
  readonly parts: Readonly<Record<"in" | "done" | "out", string>>;
  readonly layers: string;
  readonly features: (count: string) => string;
  readonly noFeatures: string;
  readonly noDate: string;
  readonly age: (days: number) => string;
  readonly delivered: (day: string) => string;
  readonly overdue: string;
  readonly overdueHint: (days: number) => string;
  readonly unfinished: string;
  readonly states: Readonly<Record<"receiving" | "judging" | "ready" | "failed" | "cancelled", string>>;
  readonly silent: string;
  readonly refused: string;
  readonly requestId: (id: string) => string;
  readonly again: string;
  readonly back: string;
  readonly discard: string;
  readonly discardAsk: string;
  readonly discardHint: string;
  readonly discarded: string;
  readonly gone: string;
  readonly yes: string;
  readonly no: string;
  readonly start: {
    readonly title: string;
    readonly drop: string;
    readonly pick: string;
    readonly accepted: string;
    readonly layer: string;
    readonly chooseLayer: string;
    readonly person: string;
    readonly personHint: string;
    readonly source: string;
    readonly sourceHint: string;
    readonly observedOn: string;
    readonly observedOnHint: string;
    readonly begin: string;
    readonly missing: Readonly<Record<"file" | "layer" | "person", string>>;
    readonly empty: string;
    readonly tooLarge: string;
    readonly oneFile: string;
    readonly sending: (percent: number) => string;
    readonly sent: (done: string, all: string) => string;
    readonly cancel: string;
    readonly broken: string;
    readonly resumeHint: (name: string, bytes: string) => string;
    readonly otherFile: string;
  };
  readonly imports: {
    readonly title: string;
    readonly none: string;
    readonly columns: Readonly<Record<"when" | "layer" | "file" | "by" | "counts" | "state", string>>;
    readonly counts: (added: string, changed: string, refused: string) => string;
    readonly undone: (when: string, by: string) => string;
    readonly stands: string;
    readonly detail: string;
    readonly undo: string;
    readonly undoAsk: (file: string) => string;
    readonly undoHint: string;
    readonly kept: (count: number) => string;
    readonly keptMore: (count: number) => string;
    readonly undoneNow: (removed: string, restored: string, kept: string) => string;
    readonly checksum: string;
    readonly datum: string;
    readonly revision: string;
    readonly mapping: string;
    readonly ignored: string;
    readonly report: string;
    readonly source: string;
    readonly rows: string;
    readonly unchanged: string;
    readonly suspicious: string;
    readonly leftOut: string;
    readonly remarks: Readonly<Record<"refused" | "suspicious" | "emptied" | "mended" | "noticed", string>>;
    readonly remarksMore: (count: number) => string;
    readonly toMap: string;
    readonly unknown: string;
  };
}

export const DATA_PAGE_WORDS: Catalogue<DataPageWords> = {
  zh: {
    title: "数据",
    parts: { in: "导入", done: "导入记录", out: "导出" },
    layers: "图层",
    features: (count) => `${count} 条`,
    noFeatures: "无数据",
    noDate: "数据日期未知",
    age: (days) => (days === 0 ? "今天" : days > 0 ? `${days} 天前` : `晚于今天 ${-days} 天`),
    delivered: (day) => `最近入库 ${day}`,
    overdue: "超期",
    overdueHint: (days) => `约定每 ${days} 天更新一次，已超过`,
    unfinished: "未完成的导入",
    states: { receiving: "上传中", judging: "检查中", ready: "待核对", failed: "无法读取", cancelled: "已停止" },
    silent: "服务器没有回应",
    refused: "服务器拒绝了这一步",
    requestId: (id) => `请求编号 ${id}`,
    again: "重试",
    back: "返回列表",
    discard: "放弃",
    discardAsk: "放弃这次导入？",
    discardHint: "上传的文件和核对结果将被删除，台账没有任何改动。",
    discarded: "已放弃，台账没有改动",
    gone: "这次导入已不存在：可能已被放弃",
    yes: "确定",
    no: "取消",
    start: {
      title: "新的导入",
      drop: "把文件拖到这里，或",
      pick: "选择文件",
      accepted:
        "Excel（.xlsx）、CSV/TSV、GeoJSON、Shapefile（打包为 .zip）、GeoPackage、KML/KMZ，以及它们的 .gz 压缩；最大 600 MB",
      layer: "导入到图层",
      chooseLayer: "选择图层",
      person: "经办人",
      personHint: "会写入历史记录",
      source: "数据来源",
      sourceHint: "如：某局 2026 年 11 月台账；不填则用文件名",
      observedOn: "数据日期",
      observedOnHint: "用于没有写明日期的行",
      begin: "上传并检查",
      missing: { file: "请先选择文件", layer: "请先选择图层", person: "请先填写经办人" },
      empty: "这个文件是空的",
      tooLarge: "文件超过 600 MB，请拆分后再导入",
      oneFile: "一次只能导入一个文件；Shapefile 请打包为 .zip",
      sending: (percent) => `正在上传 ${percent}%`,
      sent: (done, all) => `${done} / ${all}`,
      cancel: "停止上传",
      broken: "上传中断",
      resumeHint: (name, bytes) => `请再次选择文件 ${name}（${bytes}），从中断处继续`,
      otherFile: "这不是同一个文件：名称或大小不同",
    },
    imports: {
      title: "导入记录",
      none: "还没有导入过文件",
      columns: { when: "时间", layer: "图层", file: "文件", by: "经办人", counts: "结果", state: "状态" },
      counts: (added, changed, refused) => `新增 ${added}，变更 ${changed}，拒绝 ${refused}`,
      undone: (when, by) => `${when} 由 ${by} 撤销`,
      stands: "有效",
      detail: "详情",
      undo: "撤销",
      undoAsk: (file) => `撤销“${file}”的导入？`,
      undoHint: "新增的要素会移除，变更的要素恢复到导入之前；历史记录保留。",
      kept: (count) => `以下 ${count} 条之后又被改动，撤销时保持现状：`,
      keptMore: (count) => `等另外 ${count} 条`,
      undoneNow: (removed, restored, kept) => `已撤销：移除 ${removed}，恢复 ${restored}，保持现状 ${kept}`,
      checksum: "文件校验值（SHA-256）",
      datum: "坐标系",
      revision: "台账版本",
      mapping: "字段对应",
      ignored: "未使用的列",
      report: "下载报告（JSON）",
      source: "数据来源",
      rows: "总行数",
      unchanged: "无变化",
      suspicious: "存疑未写入",
      leftOut: "不导入",
      remarks: {
        refused: "拒绝的行",
        suspicious: "存疑未写入的行",
        emptied: "留空的值",
        mended: "修补的图形",
        noticed: "其他提示",
      },
      remarksMore: (count) => `另有 ${count} 条，见报告`,
      toMap: "在地图上查看",
      unknown: "未知",
    },
  },
  en: {
    title: "Data",
    parts: { in: "Import", done: "Imports", out: "Export" },
    layers: "Layers",
    features: (count) => `${count} rows`,
    noFeatures: "no data",
    noDate: "date unknown",
    age: (days) =>
      days === 0 ? "today" : days > 0 ? `${days} ${days === 1 ? "day" : "days"} old` : `dated ${-days} d ahead`,
    delivered: (day) => `recorded ${day}`,
    overdue: "overdue",
    overdueHint: (days) => `A delivery was agreed every ${days} days`,
    unfinished: "Unfinished imports",
    states: {
      receiving: "uploading",
      judging: "being checked",
      ready: "to be reviewed",
      failed: "unreadable",
      cancelled: "stopped",
    },
    silent: "The server does not answer",
    refused: "The server refused this step",
    requestId: (id) => `Request ${id}`,
    again: "Try again",
    back: "Back to the list",
    discard: "Discard",
    discardAsk: "Discard this import?",
    discardHint: "The uploaded file and its review are deleted; nothing in the ledger has changed.",
    discarded: "Discarded; the ledger is as it was",
    gone: "This import is no longer here: it may have been discarded",
    yes: "Yes",
    no: "Cancel",
    start: {
      title: "New import",
      drop: "Drop a file here, or",
      pick: "Choose a file",
      accepted:
        "Excel (.xlsx), CSV/TSV, GeoJSON, Shapefile (as .zip), GeoPackage, KML/KMZ, and .gz of any; 600 MB at most",
      layer: "Into the layer",
      chooseLayer: "Choose a layer",
      person: "Your name",
      personHint: "Stands in the history",
      source: "Source",
      sourceHint: "Who delivered it; empty: the file's name",
      observedOn: "Data date",
      observedOnHint: "For rows that do not say",
      begin: "Upload and check",
      missing: { file: "Choose a file first", layer: "Choose a layer first", person: "Give your name first" },
      empty: "This file is empty",
      tooLarge: "The file is larger than 600 MB: split it",
      oneFile: "One file at a time; put a Shapefile into a .zip",
      sending: (percent) => `Uploading ${percent}%`,
      sent: (done, all) => `${done} of ${all}`,
      cancel: "Stop the upload",
      broken: "The upload broke off",
      resumeHint: (name, bytes) => `Choose ${name} (${bytes}) again to go on where it broke off`,
      otherFile: "This is another file: its name or size differs",
    },
    imports: {
      title: "Imports",
      none: "No file has come in yet",
      columns: { when: "When", layer: "Layer", file: "File", by: "By", counts: "Outcome", state: "State" },
      counts: (added, changed, refused) => `${added} new, ${changed} changed, ${refused} refused`,
      undone: (when, by) => `undone ${when} by ${by}`,
      stands: "in force",
      detail: "Details",
      undo: "Undo",
      undoAsk: (file) => `Undo the import of “${file}”?`,
      undoHint: "New features are removed, changed ones return to what they were before; the history stays.",
      kept: (count) =>
        `${count} ${count === 1 ? "feature has" : "features have"} been changed since and will stay as they are:`,
      keptMore: (count) => `and ${count} more`,
      undoneNow: (removed, restored, kept) =>
        `Undone: ${removed} removed, ${restored} restored, ${kept} left as they are`,
      checksum: "Checksum of the file (SHA-256)",
      datum: "Coordinates",
      revision: "Revision",
      mapping: "Fields",
      ignored: "Columns not used",
      report: "Download the report (JSON)",
      source: "Source",
      rows: "Rows in all",
      unchanged: "Unchanged",
      suspicious: "Doubtful, not written",
      leftOut: "Left out",
      remarks: {
        refused: "Refused rows",
        suspicious: "Doubtful rows, not written",
        emptied: "Values left empty",
        mended: "Shapes mended",
        noticed: "Other remarks",
      },
      remarksMore: (count) => `${count} more in the report`,
      toMap: "Show on the map",
      unknown: "unknown",
    },
  },
};
