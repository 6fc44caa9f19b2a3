import type { ClockCheck, YearComparison } from "#data/analyses/crash-times-results.ts";
import type { Catalogue } from "./words.ts";

/** The traffic scene of a screen. */
interface ScreenTrafficWords {
  readonly place: string;
  readonly deaths: string;
  readonly injuries: string;
  readonly crashes: string;
  readonly until: string;
  readonly period: (from: string, to: string) => string;
  readonly used: (used: string, all: string) => string;
  readonly before: (day: string) => string;
  readonly noSpots: string;
  readonly noWatched: string;
  readonly weekdays: readonly string[];
  readonly monthNames: readonly string[];
  readonly months: string;
  readonly casualtyCrashes: (count: string) => string;
  readonly clock: Readonly<Record<ClockCheck["answer"], string>>;
  readonly sameDays: (from: string, to: string) => string;
  readonly openMonth: string;
  readonly compared: Readonly<Record<YearComparison["answer"], string>>;
  readonly noComparison: string;
}

export const SCREEN_TRAFFIC_WORDS: Catalogue<ScreenTrafficWords> = {
  zh: {
    place: "点段",
    deaths: "死亡",
    injuries: "受伤",
    crashes: "事故",
    until: "有效至",
    period: (from, to) => `${from} 至 ${to}（不含）`,
    used: (used, all) => `计入 ${used} / ${all} 起`,
    before: (day) => `${day} 前再发生一起即成多发点段`,
    noSpots: "按该规则没有多发点段",
    noWatched: "没有差一起即成多发点段的地点",
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    monthNames: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    months: "按月伤亡事故起数，今年与去年",
    casualtyCrashes: (count) => `伤亡事故 ${count} 起`,
    clock: {
      credible: "时刻可信",
      "not-credible": "时刻不可信：过多事故记在同一分钟",
      "too-few": "起数太少，时刻无法核对",
    },
    sameDays: (from, to) => `均为 ${from} 至 ${to}`,
    openMonth: "未满的月份不画",
    compared: { more: "上升，非偶然", fewer: "下降，非偶然", "cannot-tell": "差异不足以判定升降" },
    noComparison: "数据不含上年同期，无法对比",
  },
  en: {
    place: "Place",
    deaths: "Dead",
    injuries: "Hurt",
    crashes: "Crashes",
    until: "Until",
    period: (from, to) => `${from} to ${to} (exclusive)`,
    used: (used, all) => `${used} of ${all} counted`,
    before: (day) => `one more crash before ${day} tips them`,
    noSpots: "No black spots by this rule",
    noWatched: "No place is one crash short of a black spot",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    monthNames: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    months: "Casualty crashes by month, this year and last",
    casualtyCrashes: (count) => `${count} casualty crashes`,
    clock: {
      credible: "times credible",
      "not-credible": "times not credible: too many at one minute",
      "too-few": "too few to check the times",
    },
    sameDays: (from, to) => `both ${from} to ${to}`,
    openMonth: "unfinished months are not drawn",
    compared: { more: "more, beyond chance", fewer: "fewer, beyond chance", "cannot-tell": "no telling from chance" },
    noComparison: "The year before is not in the data",
  },
};
