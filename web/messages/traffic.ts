import type { TrafficPart } from "../state/view.ts";
import type { Catalogue } from "./words.ts";

/** The frame of the traffic page, and words that several of its parts use. */
interface TrafficWords {
  readonly parts: Readonly<Record<TrafficPart, string>>;
  readonly rail: string;
  readonly counts: Readonly<Record<"crashes" | "fatal" | "injury" | "damage" | "deaths" | "injuries", string>>;
  /** Every accident is one of the three: placed, doubtful or unplaced. */
  readonly tally: (all: string, placed: string, doubtful: string, unplaced: string) => string;
  readonly used: (used: string, undated: string, future: string, outside: string) => string;
  /** The period begins so many days before the ledger does. */
  readonly unrecorded: (days: string) => string;
  readonly contradictory: (count: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly took: (milliseconds: string) => string;
}

export const TRAFFIC_WORDS: Catalogue<TrafficWords> = {
  zh: {
    parts: {
      screening: "排查",
      site: "诊断",
      effect: "成效",
      watch: "预警",
      times: "时段",
      register: "督办",
      carriers: "企业",
      placing: "定位",
    },
    rail: "交通工具",
    counts: {
      crashes: "事故",
      fatal: "亡人事故",
      injury: "伤人事故",
      damage: "财损事故",
      deaths: "死亡",
      injuries: "受伤",
    },
    tally: (all, placed, doubtful, unplaced) =>
      `事故 ${all} 起 = 已定位 ${placed} + 存疑 ${doubtful} + 未定位 ${unplaced}`,
    used: (used, undated, future, outside) =>
      `计入 ${used} 起；无时间 ${undated}、时间在未来 ${future}、期外 ${outside}`,
    unrecorded: (days) => `期初 ${days} 天台账没有任何事故，按年计的比率偏低`,
    contradictory: (count) => `${count} 起伤亡与严重程度矛盾，按较重计`,
    period: (from, to) => `${from} 至 ${to}（不含）`,
    took: (milliseconds) => `用时 ${milliseconds} 毫秒`,
  },
  en: {
    parts: {
      screening: "Screening",
      site: "Site",
      effect: "Effect",
      watch: "Watch",
      times: "Times",
      register: "Register",
      carriers: "Carriers",
      placing: "Placing",
    },
    rail: "Traffic tools",
    counts: {
      crashes: "Crashes",
      fatal: "Fatal",
      injury: "Injury",
      damage: "Damage only",
      deaths: "Killed",
      injuries: "Hurt",
    },
    tally: (all, placed, doubtful, unplaced) =>
      `${all} accidents = ${placed} placed + ${doubtful} doubtful + ${unplaced} unplaced`,
    used: (used, undated, future, outside) =>
      `${used} counted; ${undated} without a time, ${future} in the future, ${outside} outside the period`,
    unrecorded: (days) => `the ledger has nothing of the first ${days} days: rates per year are too low`,
    contradictory: (count) => `${count} whose casualties and severity contradict each other, counted as the worse`,
    period: (from, to) => `${from} to ${to} (exclusive)`,
    took: (milliseconds) => `${milliseconds} ms`,
  },
};
