import type { Catalogue } from "./words.ts";

/** The incident scene of a screen, and its alarms. */
interface ScreenIncidentWords {
  readonly noAlarm: string;
  readonly notHeard: string;
  readonly noPosition: string;
  readonly since: (elapsed: string) => string;
  readonly clock: (time: string) => string;
  readonly open: string;
  readonly inHand: (by: string, at: string) => string;
  readonly cleared: (at: string) => string;
  readonly simulated: string;
  readonly simulatedOf: (count: number) => string;
  readonly moreLedgers: (count: number) => string;
  readonly within: string;
  readonly people: (known: string, unknown: string) => string;
  readonly stateUnknown: string;
  readonly noWater: string;
  readonly fromFeeds: string;
  readonly standing: string;
}

export const SCREEN_INCIDENT_WORDS: Catalogue<ScreenIncidentWords> = {
  zh: {
    noAlarm: "当前没有未解除的告警",
    notHeard: "尚未收到告警数据",
    noPosition: "该告警没有位置，无法统计周边",
    since: (elapsed) => `已持续 ${elapsed}`,
    clock: (time) => `${time} 起`,
    open: "待处置",
    inHand: (by, at) => `${by} ${at} 已接警`,
    cleared: (at) => `${at} 已恢复`,
    simulated: "模拟",
    simulatedOf: (count) => `其中模拟 ${count} 条`,
    moreLedgers: (count) => `另有 ${count} 类台账放不下`,
    within: "半径内",
    people: (known, unknown) => `500 m 内登记 ${known} 人（可能重复登记），另 ${unknown} 处未登记人数`,
    stateUnknown: "状态未知",
    noWater: "500 m 内没有登记的消防水源",
    fromFeeds: "来自接入的监测数据",
    standing: "告警",
  },
  en: {
    noAlarm: "No alarm stands",
    notHeard: "Alarms have not been heard of yet",
    noPosition: "This alarm has no position: nothing can be counted around it",
    since: (elapsed) => `for ${elapsed}`,
    clock: (time) => `since ${time}`,
    open: "nobody on it",
    inHand: (by, at) => `${by} on it since ${at}`,
    cleared: (at) => `over at ${at}`,
    simulated: "Simulated",
    simulatedOf: (count) => `${count} of them simulated`,
    moreLedgers: (count) => `no room for ${count} more ledgers`,
    within: "Within",
    people: (known, unknown) =>
      `${known} people registered within 500 m (some perhaps twice); ${unknown} places state none`,
    stateUnknown: "state unknown",
    noWater: "No registered water source within 500 m",
    fromFeeds: "From the feeds taken in",
    standing: "Alarms",
  },
};
