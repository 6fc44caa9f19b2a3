import type { Conflict, ConflictEvent } from "../api.ts";
import type { Catalogue } from "./words.ts";

type State = Conflict["state"];
type EventKind = ConflictEvent["kind"];
type EventReason = ConflictEvent["reasons"][number];

/** The standing list of what is too near, and what people decide of it. */
interface BacklogWords {
  readonly tabs: Readonly<Record<"too-near" | "cannot-tell", (count: string) => string>>;
  readonly download: string;
  readonly filters: string;
  readonly state: string;
  readonly everyState: string;
  readonly states: Readonly<Record<State, string>>;
  readonly standard: string;
  readonly hazardClass: string;
  readonly since: string;
  readonly change: string;
  readonly changes: Readonly<Record<"all" | "new" | "gone", string>>;
  readonly tally: (fresh: string, gone: string) => string;
  readonly columns: Readonly<Record<"pair" | "distance" | "urgency" | "state", string>>;
  readonly required: (distance: string) => string;
  readonly measured: (distance: string) => string;
  readonly short: (distance: string) => string;
  readonly mayBeShort: (distance: string) => string;
  readonly people: (count: string) => string;
  readonly peopleUnknown: string;
  readonly sinceDay: (day: string) => string;
  readonly goneOn: (day: string) => string;
  readonly isNew: string;
  readonly open: (hazard: string, target: string) => string;
  readonly none: string;
  readonly noneFiltered: string;
  readonly listed: (listed: string, all: string) => string;
  readonly loading: string;
  readonly failed: (why: string) => string;
  readonly again: string;
  readonly notRun: string;
  readonly pending: string;
  readonly ran: (at: string, edition: string) => string;
  readonly revisions: string;
  readonly detail: string;
  readonly close: string;
  readonly goThere: string;
  readonly showHazard: string;
  readonly showTarget: string;
  readonly rules: (count: number) => string;
  readonly history: string;
  readonly events: Readonly<Record<EventKind, string>>;
  readonly eventReasons: Readonly<Record<EventReason, string>>;
  readonly seenAs: (verdict: string, distance: string) => string;
  readonly edition: (edition: string) => string;
  readonly decide: {
    readonly title: string;
    readonly kinds: Readonly<Record<State, string>>;
    readonly owner: string;
    readonly ownerToRectify: string;
    readonly note: string;
    readonly noteHints: Readonly<Record<State, string>>;
    readonly dueOn: string;
    readonly by: string;
    readonly save: string;
    readonly saved: string;
    readonly stale: string;
    readonly holds: string;
    readonly missing: Readonly<Record<"note" | "dueOn" | "by", string>>;
  };
  readonly due: (day: string) => string;
  readonly overdue: (day: string) => string;
}

export const BACKLOG_WORDS: Catalogue<BacklogWords> = {
  zh: {
    tabs: { "too-near": (count) => `距离不足 ${count}`, "cannot-tell": (count) => `不能判定 ${count}` },
    download: "下载 XLSX",
    filters: "筛选",
    state: "处理状态",
    everyState: "全部状态",
    states: { open: "未处理", accepted: "已接受", "to-rectify": "限期整改", false: "误判" },
    standard: "标准",
    hazardClass: "危险源类别",
    since: "自此日起的变化",
    change: "变化",
    changes: { all: "全部", new: "只看新增", gone: "只看消失" },
    tally: (fresh, gone) => `新增 ${fresh} · 消失 ${gone}`,
    columns: { pair: "危险源 → 对象", distance: "实测 / 应 ≥", urgency: "缺口 / 人数", state: "状态" },
    required: (distance) => `应 ≥ ${distance}`,
    measured: (distance) => `实测 ${distance}`,
    short: (distance) => `缺 ${distance}`,
    mayBeShort: (distance) => `或缺 ${distance}`,
    people: (count) => `${count} 人`,
    peopleUnknown: "人数未知",
    sinceDay: (day) => `${day} 起`,
    goneOn: (day) => `${day} 消失`,
    isNew: "新增",
    open: (hazard, target) => `查看 ${hazard} 与 ${target}`,
    none: "没有这样的冲突。",
    noneFiltered: "没有符合筛选的冲突。",
    listed: (listed, all) => `列出最紧迫的 ${listed} 条，共 ${all} 条`,
    loading: "读取中…",
    failed: (why) => `读取失败：${why}`,
    again: "重试",
    notRun: "尚未核查过",
    pending: "台账或规则有更新，正在重新核查…",
    ran: (at, edition) => `${at} 核查 · 规则版本 ${edition}`,
    revisions: "所用图层及其版次",
    detail: "冲突详情",
    close: "关闭",
    goThere: "定位",
    showHazard: "危险源台账",
    showTarget: "对象台账",
    rules: (count) => `适用 ${count} 条规则`,
    history: "经过",
    events: { seen: "发现", changed: "变化", gone: "消失", reopened: "须重新决定", decision: "决定" },
    eventReasons: { verdict: "判定", distance: "距离", rule: "适用规则", required: "要求的距离", people: "人数" },
    seenAs: (verdict, distance) => `${verdict}，实测 ${distance}`,
    edition: (edition) => `规则版本 ${edition}`,
    decide: {
      title: "处理决定",
      kinds: { open: "重新打开", accepted: "接受并说明理由", "to-rectify": "责令整改", false: "误判" },
      owner: "责任人",
      ownerToRectify: "整改单位或责任人",
      note: "说明",
      noteHints: {
        open: "可不填",
        accepted: "为何可以接受，依据何在（必填）",
        "to-rectify": "整改要求",
        false: "错在何处（必填）",
      },
      dueOn: "限期",
      by: "决定人",
      save: "保存决定",
      saved: "已保存",
      stale: "这条冲突刚刚变了或已有别人处理，已重新读取；请核对后再保存。",
      holds: "决定在据以作出的事实改变之前有效；距离、判定或规则变了会自动重新打开。",
      missing: { note: "须说明理由", dueOn: "须定期限", by: "须署名" },
    },
    due: (day) => `限 ${day}`,
    overdue: (day) => `逾期（限 ${day}）`,
  },
  en: {
    tabs: { "too-near": (count) => `Too near ${count}`, "cannot-tell": (count) => `Cannot tell ${count}` },
    download: "Download XLSX",
    filters: "Filters",
    state: "State",
    everyState: "Every state",
    states: { open: "open", accepted: "accepted", "to-rectify": "to rectify", false: "false alarm" },
    standard: "Standard",
    hazardClass: "Class of hazard",
    since: "Changes since",
    change: "Change",
    changes: { all: "all", new: "only new", gone: "only gone" },
    tally: (fresh, gone) => `${fresh} new · ${gone} gone`,
    columns: { pair: "Hazard → target", distance: "Dist. / ≥", urgency: "Short / people", state: "State" },
    required: (distance) => `≥ ${distance}`,
    measured: (distance) => distance,
    short: (distance) => `short ${distance}`,
    mayBeShort: (distance) => `or short ${distance}`,
    people: (count) => `${count} people`,
    peopleUnknown: "people unknown",
    sinceDay: (day) => `since ${day}`,
    goneOn: (day) => `gone ${day}`,
    isNew: "new",
    open: (hazard, target) => `Open ${hazard} and ${target}`,
    none: "There is no such conflict.",
    noneFiltered: "No conflict passes the filters.",
    listed: (listed, all) => `The ${listed} most urgent of ${all} are listed`,
    loading: "Reading…",
    failed: (why) => `Not read: ${why}`,
    again: "Try again",
    notRun: "Not run yet",
    pending: "Ledgers or rules are newer; the list is being made again…",
    ran: (at, edition) => `Run ${at} · rules ${edition}`,
    revisions: "Layers and their revisions",
    detail: "Conflict",
    close: "Close",
    goThere: "Go there",
    showHazard: "Hazard's record",
    showTarget: "Target's record",
    rules: (count) => `${count} rules apply`,
    history: "History",
    events: { seen: "seen", changed: "changed", gone: "gone", reopened: "to be decided again", decision: "decision" },
    eventReasons: {
      verdict: "verdict",
      distance: "distance",
      rule: "rules that apply",
      required: "required distance",
      people: "people",
    },
    seenAs: (verdict, distance) => `${verdict}, measured ${distance}`,
    edition: (edition) => `rules ${edition}`,
    decide: {
      title: "Decision",
      kinds: {
        open: "Open again",
        accepted: "Accept, with reasons",
        "to-rectify": "Order to rectify",
        false: "False alarm",
      },
      owner: "Owner",
      ownerToRectify: "Who rectifies it",
      note: "Note",
      noteHints: {
        open: "optional",
        accepted: "why it can be accepted, and on what ground (required)",
        "to-rectify": "what has to be done",
        false: "what is wrong (required)",
      },
      dueOn: "Due",
      by: "Decided by",
      save: "Save decision",
      saved: "Saved",
      stale: "The conflict has just changed, or somebody else decided. It was read again: check, then save.",
      holds: "A decision holds until its facts change: another distance, verdict or rule opens the conflict again.",
      missing: { note: "a reason is needed", dueOn: "a day is needed", by: "a name is needed" },
    },
    due: (day) => `due ${day}`,
    overdue: (day) => `overdue (${day})`,
  },
};
