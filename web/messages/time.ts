import type { CalendarUnit } from "../panels/time/days.ts";
import type { Catalogue } from "./words.ts";

interface TimeWords {
  readonly title: string;
  readonly play: string;
  readonly pause: string;
  readonly back: string;
  readonly forward: string;
  readonly all: string;
  readonly lastMonths: (months: number) => string;
  readonly lastMonthsHint: (day: string) => string;
  readonly thisYear: string;
  readonly year: string;
  readonly step: string;
  readonly unit: Readonly<Record<CalendarUnit, string>>;
  readonly speed: string;
  readonly loop: string;
  readonly days: string;
  readonly from: string;
  readonly lastDay: string;
  readonly track: (layers: string) => string;
  readonly bin: (from: string, to: string, count: string) => string;
  readonly inWindow: (count: string, total: string) => string;
  readonly everything: (total: string) => string;
  readonly undatedHidden: (count: string) => string;
  readonly undatedShown: (count: string) => string;
  readonly future: (count: string) => string;
  readonly nothing: string;
}

export const TIME_WORDS: Catalogue<TimeWords> = {
  zh: {
    title: "时间轴",
    play: "播放（空格键）",
    pause: "暂停（空格键）",
    back: "后退一个时间窗",
    forward: "前进一个时间窗",
    all: "全部",
    lastMonths: (months) => `近 ${months} 个月`,
    lastMonthsHint: (day) => `截至最近一起记录 ${day}`,
    thisYear: "今年",
    year: "年份",
    step: "每步",
    unit: { day: "一天", week: "一周", month: "一月", year: "一年" },
    speed: "速度",
    loop: "循环",
    days: "起止日期",
    from: "起始日",
    lastDay: "最后一日",
    track: (layers) => `按时间分布：${layers}`,
    bin: (from, to, count) => `${from === to ? from : `${from} 至 ${to}`}：${count} 起`,
    inWindow: (count, total) => `时间窗内 ${count} 起，共 ${total} 起`,
    everything: (total) => `全部 ${total} 起`,
    undatedHidden: (count) => `另有 ${count} 起无时间，未显示`,
    undatedShown: (count) => `其中 ${count} 起无时间`,
    future: (count) => `${count} 起时间在未来，不在轴上`,
    nothing: "没有带时间的记录",
  },
  en: {
    title: "Time bar",
    play: "Play (space)",
    pause: "Pause (space)",
    back: "Back by one window",
    forward: "On by one window",
    all: "All",
    lastMonths: (months) => `${months} months`,
    lastMonthsHint: (day) => `Up to the latest record, ${day}`,
    thisYear: "This year",
    year: "Year",
    step: "Step",
    unit: { day: "day", week: "week", month: "month", year: "year" },
    speed: "Speed",
    loop: "Loop",
    days: "First and last day",
    from: "First day",
    lastDay: "Last day",
    track: (layers) => `Over time: ${layers}`,
    bin: (from, to, count) => `${from === to ? from : `${from} to ${to}`}: ${count} events`,
    inWindow: (count, total) => `${count} of ${total} events`,
    everything: (total) => `All ${total} events`,
    undatedHidden: (count) => `${count} undated hidden`,
    undatedShown: (count) => `${count} undated`,
    future: (count) => `${count} in the future, off the bar`,
    nothing: "No records with a time",
  },
};
