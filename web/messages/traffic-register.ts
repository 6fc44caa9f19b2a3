import type { EventKind, SpotLevel, SpotState, WordKind } from "../api-black-spots.ts";
import type { Catalogue } from "./words.ts";

/** The register of black spots: what became of each, and what may be said of it next. */
interface RegisterWords {
  readonly filters: string;
  readonly every: string;
  readonly overdueOnly: string;
  readonly quarter: string;
  readonly quarterTable: string;
  readonly totals: (all: number, overdue: number, due: number) => string;
  readonly none: string;
  readonly loading: string;
  readonly failed: (reason: string) => string;
  readonly columns: Readonly<Record<"site" | "state" | "dates" | "crashes" | "deaths" | "injuries", string>>;
  readonly states: Readonly<Record<SpotState, string>>;
  readonly levels: Readonly<Record<SpotLevel, string>>;
  readonly words: Readonly<Record<WordKind, string>>;
  readonly events: Readonly<Record<EventKind, string>>;
  readonly open: (name: string) => string;
  readonly known: string;
  readonly close: string;
  readonly detail: string;
  readonly unknown: string;
  readonly overdue: (days: number) => string;
  readonly dueOn: (day: string) => string;
  readonly nextOn: (day: string) => string;
  readonly nextPassed: (day: string) => string;
  readonly treatedOn: (day: string) => string;
  readonly closedOn: (day: string) => string;
  readonly evaluateFrom: (day: string) => string;
  readonly evaluationDue: string;
  readonly goThere: string;
  readonly diagnose: string;
  readonly effect: string;
  readonly noSite: string;
  readonly facts: Readonly<
    Record<
      | "level"
      | "documentNumber"
      | "supervisor"
      | "listedOn"
      | "dueOn"
      | "treatment"
      | "treatedOn"
      | "closedOn"
      | "period",
      string
    >
  >;
  readonly say: {
    readonly title: string;
    readonly kind: string;
    readonly by: string;
    readonly on: string;
    readonly documentNumber: string;
    readonly nextOn: string;
    readonly note: string;
    readonly level: string;
    readonly dueOn: string;
    readonly supervisor: string;
    readonly measures: string;
    readonly measuresHint: string;
    readonly treatedOn: string;
    readonly result: string;
    readonly save: string;
    readonly savedAs: (event: string) => string;
    readonly stale: string;
    readonly missing: (fields: string) => string;
    /** Why the server does not take a day. */
    readonly days: Readonly<Record<"until" | "from" | "after", (day: string) => string>> & {
      readonly between: (from: string, to: string) => string;
    };
    readonly refused: (field: string, reason: string) => string;
    readonly notTaken: (reason: string) => string;
  };
  readonly history: string;
  readonly line: (on: string, by: string) => string;
  readonly photographs: {
    readonly title: string;
    readonly add: string;
    readonly none: string;
    readonly by: string;
    readonly limits: string;
    readonly refused: (status: number) => string | null;
    readonly alt: (caption: string) => string;
    readonly withdraw: string;
    readonly withdrawNamed: (caption: string) => string;
    readonly withdrawReason: string;
  };
  readonly letter: {
    readonly title: string;
    readonly addressee: string;
    readonly measures: string;
    readonly make: string;
    readonly hint: string;
    readonly missing: string;
    readonly failed: (reason: string) => string;
  };
  readonly day: (day: string) => string;
}

export const REGISTER_WORDS: Catalogue<RegisterWords> = {
  zh: {
    filters: "筛选",
    every: "全部状态",
    overdueOnly: "只看逾期",
    quarter: "季度",
    quarterTable: "季度表 XLSX",
    totals: (all, overdue, due) => `在册 ${all} 处，逾期 ${overdue} 处，待评估 ${due} 处`,
    none: "没有符合条件的点段。在“排查”里把发现的点段登记进来。",
    loading: "读取中…",
    failed: (reason) => `没有读到台账：${reason}`,
    columns: { site: "点段", state: "状态", dates: "日期", crashes: "事故", deaths: "死亡", injuries: "受伤" },
    states: {
      candidate: "待确认",
      confirmed: "已确认",
      listed: "挂牌督办",
      treating: "治理中",
      closed: "已销号",
      evaluated: "已评估",
      rejected: "已排除",
    },
    levels: { ministry: "部级", region: "自治区级", city: "市级", county: "旗县区级" },
    words: {
      confirmed: "确认为多发点段",
      listed: "挂牌督办",
      treating: "开始治理",
      treated: "治理完成",
      closed: "销号",
      evaluated: "评估成效",
      extended: "延期",
      rejected: "排除",
      reopened: "重新列入",
      note: "备注",
    },
    events: {
      registered: "登记为候选",
      "taken-over": "随台账接收",
      "ledger-changed": "台账更新",
      confirmed: "确认",
      listed: "挂牌督办",
      treating: "开始治理",
      treated: "治理完成",
      closed: "销号",
      evaluated: "评估",
      extended: "延期",
      rejected: "排除",
      reopened: "重新列入",
      note: "备注",
      photographed: "加照片",
      "photograph-withdrawn": "撤照片",
    },
    open: (name) => `打开 ${name}`,
    known: "台账已有",
    close: "关闭",
    detail: "点段档案",
    unknown: "未知",
    overdue: (days) => `逾期 ${days} 天`,
    dueOn: (day) => `期限 ${day}`,
    nextOn: (day) => `下次 ${day}`,
    nextPassed: (day) => `下次 ${day} 已过`,
    treatedOn: (day) => `治理完成 ${day}`,
    closedOn: (day) => `销号 ${day}`,
    evaluateFrom: (day) => `${day} 起可评估`,
    evaluationDue: "评估期已满",
    goThere: "定位",
    diagnose: "诊断",
    effect: "成效",
    noSite: "台账没有可定位的桩号或路口",
    facts: {
      level: "督办级别",
      documentNumber: "文号",
      supervisor: "责任单位",
      listedOn: "挂牌日期",
      dueOn: "治理期限",
      treatment: "治理措施",
      treatedOn: "治理完成",
      closedOn: "销号日期",
      period: "统计期",
    },
    say: {
      title: "办理",
      kind: "办理事项",
      by: "办理人",
      on: "日期",
      documentNumber: "文号",
      nextOn: "下次办理",
      note: "说明",
      level: "督办级别",
      dueOn: "治理期限",
      supervisor: "责任单位",
      measures: "治理措施",
      measuresHint: "一行一条",
      treatedOn: "治理完成日期",
      result: "前后对比结果",
      save: "保存",
      savedAs: (event) => `已记入台账：${event}`,
      stale: "档案刚有变动，已读入最新状态，请核对后再保存",
      missing: (fields) => `须填写：${fields}`,
      days: {
        until: (day) => `应不晚于 ${day}`,
        from: (day) => `应不早于 ${day}`,
        after: (day) => `应晚于 ${day}`,
        between: (from, to) => `应在 ${from} 至 ${to} 之间`,
      },
      refused: (field, reason) => `${field}${reason}`,
      notTaken: (reason) => `没有保存：${reason}`,
    },
    history: "经过",
    line: (on, by) => `${on} ${by}`,
    photographs: {
      title: "照片",
      add: "添加照片",
      none: "还没有照片",
      by: "先填写办理人",
      limits: "JPEG 或 PNG，每张不超过 8 MB；拍摄位置等信息会去除",
      refused: (status) =>
        status === 409
          ? "没有保存：档案正在变动，请再做一次"
          : status === 413
            ? "没有加入：超过 8 MB"
            : status === 415 || status === 422
              ? "没有加入：不是能读取的 JPEG 或 PNG，或照片已满、已有同一张"
              : null,
      alt: (caption) => `现场照片 ${caption}`,
      withdraw: "撤回",
      withdrawNamed: (caption) => `撤回照片 ${caption}`,
      withdrawReason: "撤回原因（记入经过）",
    },
    letter: {
      title: "治理建议函",
      addressee: "致送单位",
      measures: "建议措施（一行一条）",
      make: "生成 DOCX",
      hint: "附当前地图、碰撞图、事故表和认定依据；不含当事人信息。",
      missing: "须填写致送单位和办理人",
      failed: (reason) => `没有生成：${reason}`,
    },
    day: (day) => `截至 ${day}`,
  },
  en: {
    filters: "Filters",
    every: "Every state",
    overdueOnly: "Overdue only",
    quarter: "Quarter",
    quarterTable: "Quarterly table XLSX",
    totals: (all, overdue, due) => `${all} in the register, ${overdue} overdue, ${due} due for evaluation`,
    none: "No such site. Register what you find under Screening.",
    loading: "Reading…",
    failed: (reason) => `The register could not be read: ${reason}`,
    columns: { site: "Site", state: "State", dates: "Dates", crashes: "Crashes", deaths: "Killed", injuries: "Hurt" },
    states: {
      candidate: "Candidate",
      confirmed: "Confirmed",
      listed: "Listed",
      treating: "Under treatment",
      closed: "Closed",
      evaluated: "Evaluated",
      rejected: "Rejected",
    },
    levels: { ministry: "Ministry", region: "Region", city: "City", county: "County" },
    words: {
      confirmed: "Confirm",
      listed: "List for supervision",
      treating: "Begin treatment",
      treated: "Treatment done",
      closed: "Close",
      evaluated: "Evaluate",
      extended: "Extend the deadline",
      rejected: "Reject",
      reopened: "Reopen",
      note: "Note",
    },
    events: {
      registered: "registered as a candidate",
      "taken-over": "taken over from the ledger",
      "ledger-changed": "the ledger changed",
      confirmed: "confirmed",
      listed: "listed for supervision",
      treating: "treatment begun",
      treated: "treatment done",
      closed: "closed",
      evaluated: "evaluated",
      extended: "deadline extended",
      rejected: "rejected",
      reopened: "reopened",
      note: "note",
      photographed: "photograph added",
      "photograph-withdrawn": "photograph withdrawn",
    },
    open: (name) => `Open ${name}`,
    known: "In the register already:",
    close: "Close",
    detail: "Site file",
    unknown: "unknown",
    overdue: (days) => `${days} days overdue`,
    dueOn: (day) => `due ${day}`,
    nextOn: (day) => `next ${day}`,
    nextPassed: (day) => `next ${day}, passed`,
    treatedOn: (day) => `treated ${day}`,
    closedOn: (day) => `closed ${day}`,
    evaluateFrom: (day) => `to be evaluated from ${day}`,
    evaluationDue: "span is full: evaluate",
    goThere: "Go there",
    diagnose: "Diagnose",
    effect: "Effect",
    noSite: "The ledger has no stakes or junction for it",
    facts: {
      level: "Level",
      documentNumber: "Document",
      supervisor: "Office in charge",
      listedOn: "Listed on",
      dueOn: "Deadline",
      treatment: "Treatment",
      treatedOn: "Treated on",
      closedOn: "Closed on",
      period: "Period",
    },
    say: {
      title: "Act",
      kind: "Act",
      by: "By",
      on: "On",
      documentNumber: "Document number",
      nextOn: "Next date",
      note: "Note",
      level: "Level",
      dueOn: "Deadline",
      supervisor: "Office in charge",
      measures: "Measures",
      measuresHint: "one a line",
      treatedOn: "Treated on",
      result: "Before and after",
      save: "Save",
      savedAs: (event) => `Kept in the register: ${event}`,
      stale: "The file has just changed; its newest state is shown now. Look and save again",
      missing: (fields) => `Missing: ${fields}`,
      days: {
        until: (day) => `must be no later than ${day}`,
        from: (day) => `must be no earlier than ${day}`,
        after: (day) => `must be after ${day}`,
        between: (from, to) => `must be from ${from} to ${to}`,
      },
      refused: (field, reason) => `${field} ${reason}`,
      notTaken: (reason) => `Not saved: ${reason}`,
    },
    history: "History",
    line: (on, by) => `${on} ${by}`,
    photographs: {
      title: "Photographs",
      add: "Add a photograph",
      none: "No photographs yet",
      by: "Fill in who acts first",
      limits: "JPEG or PNG, at most 8 MB each; where it was taken is removed",
      refused: (status) =>
        status === 409
          ? "Not kept: the file is being changed at this moment, do it again"
          : status === 413
            ? "Not added: larger than 8 MB"
            : status === 415 || status === 422
              ? "Not added: no JPEG or PNG that can be read, too many photographs, or one that is there already"
              : null,
      alt: (caption) => `Photograph of the site ${caption}`,
      withdraw: "Withdraw",
      withdrawNamed: (caption) => `Withdraw the photograph ${caption}`,
      withdrawReason: "Why (kept in the history)",
    },
    letter: {
      title: "Proposal letter",
      addressee: "To",
      measures: "Proposed measures (one a line)",
      make: "Make DOCX",
      hint: "With the map as it is seen, collision diagram, table of crashes and grounds; nothing personal.",
      missing: "Fill in to whom and by whom",
      failed: (reason) => `Not made: ${reason}`,
    },
    day: (day) => `as of ${day}`,
  },
};
