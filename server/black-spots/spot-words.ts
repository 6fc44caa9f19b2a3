import type { Title } from "#data/layers/define.ts";
import { getLayer } from "#data/layers/index.ts";
import type { RuleSet } from "#data/traffic/rule-sets/rule-set.ts";
import type { EventKind } from "./life-cycle.ts";
import type { SpotBasis } from "./register.ts";

export type Language = keyof Title;

/** The title of a code as its layer has it; the code itself where the layer does not know it. */
export function codeTitle(layer: string, attribute: string, code: string | null, language: Language): string {
  if (code === null) return "";
  const definition = getLayer(layer).attributes[attribute];
  const values = definition?.type === "code" ? definition.values : [];
  return values.find((value) => value.code === code)?.title[language] ?? code;
}

interface SpotWords {
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly methods: Readonly<Record<SpotBasis["method"], string>>;
  readonly confidences: Readonly<Record<RuleSet["confidence"], string>>;
  readonly and: string;
  readonly colon: string;
  readonly demo: string;
  readonly demoFile: string;
  readonly unknown: string;
  readonly due: (day: string) => string;
  readonly next: (day: string) => string;
}

/** What the quarterly table and the letter both say. */
export const SPOT_WORDS: Readonly<Record<Language, SpotWords>> = {
  zh: {
    kinds: {
      registered: "登记为待确认",
      "taken-over": "自台账转入",
      "ledger-changed": "台账变更",
      confirmed: "确认",
      listed: "挂牌督办",
      treating: "开始治理",
      treated: "治理完成",
      closed: "销号",
      evaluated: "效果评估",
      extended: "延期",
      rejected: "排除",
      reopened: "重新列入",
      note: "记录",
      photographed: "拍照存档",
      "photograph-withdrawn": "撤下照片",
    },
    methods: {
      rule: "按规则筛查",
      statistics: "按统计方法筛查",
      "watch-list": "临界预警",
      person: "人工提出",
    },
    confidences: {
      verified: "已核对原文",
      memory: "凭记忆录入，待核对",
      uncertain: "原文数字未查得，待核实",
      proposed: "本系统建议值，不是官方标准",
    },
    and: "；",
    colon: "：",
    demo: "演示数据，不得作为工作依据",
    demoFile: "演示数据",
    unknown: "不详",
    due: (day) => `治理期限${day}`,
    next: (day) => `下次办理${day}`,
  },
  en: {
    kinds: {
      registered: "registered as a candidate",
      "taken-over": "taken over from the ledger",
      "ledger-changed": "changed by the ledger",
      confirmed: "confirmed",
      listed: "listed for supervision",
      treating: "treatment begun",
      treated: "treatment finished",
      closed: "closed",
      evaluated: "evaluated",
      extended: "deadline extended",
      rejected: "found to be no black spot",
      reopened: "opened again",
      note: "note",
      photographed: "photographed",
      "photograph-withdrawn": "photograph withdrawn",
    },
    methods: {
      rule: "screening by rule",
      statistics: "screening by statistics",
      "watch-list": "watch list",
      person: "raised by a person",
    },
    confidences: {
      verified: "read in the text",
      memory: "from memory, to be checked",
      uncertain: "the text's numbers were not found, to be verified",
      proposed: "proposed here, no official standard",
    },
    and: "; ",
    colon: ": ",
    demo: "Demonstration data: no basis for any decision",
    demoFile: "demonstration",
    unknown: "not known",
    due: (day) => `due ${day}`,
    next: (day) => `next date ${day}`,
  },
};

/** A day and what happened on it, in one line. */
export function eventText(
  event: {
    readonly kind: EventKind;
    readonly on: string;
    readonly level: string | null;
    readonly documentNumber: string | null;
    readonly dueOn: string | null;
    readonly measures: readonly string[];
    readonly nextOn: string | null;
    readonly note: string | null;
  },
  language: Language,
): string {
  const words = SPOT_WORDS[language];
  const parts = [
    codeTitle("black-spots", "level", event.level, language),
    event.documentNumber,
    event.dueOn && words.due(event.dueOn),
    event.measures.join(words.and),
    event.note,
    event.nextOn && words.next(event.nextOn),
  ].filter((part) => part !== null && part !== "");
  const told = parts.length > 0 ? `${words.colon}${parts.join(words.and)}` : "";
  return `${event.on} ${words.kinds[event.kind]}${told}`;
}
