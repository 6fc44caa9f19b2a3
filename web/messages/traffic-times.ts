import type { ClockCheck, YearComparison } from "#data/analyses/crash-times-results.ts";
import type { TIME_WEIGHTS, TIMES_SCOPES, TIMES_TABS } from "../state/times-view.ts";
import type { Catalogue } from "./words.ts";

/** When crashes happen: hours, months and years, conditions, and the accidents of a part of the week. */
export interface TimesWords {
  readonly tabs: Readonly<Record<(typeof TIMES_TABS)[number], string>>;
  readonly tabLabel: string;
  readonly weight: string;
  readonly weights: Readonly<Record<(typeof TIME_WEIGHTS)[number], string>>;
  readonly short: Readonly<Record<(typeof TIME_WEIGHTS)[number], string>>;
  readonly counted: (value: string, weight: (typeof TIME_WEIGHTS)[number]) => string;
  readonly scope: string;
  readonly scopes: Readonly<Record<(typeof TIMES_SCOPES)[number], string>>;
  readonly scopeFacts: Readonly<Record<(typeof TIMES_SCOPES)[number], string>>;
  /** What the tally calls placed where nothing was asked of roads. */
  readonly byPosition: string;
  readonly noSite: string;
  readonly wholePeriod: Readonly<Record<(typeof TIMES_TABS)[number], string>>;
  readonly refused: (reason: string) => string;
  readonly refusedSite: string;
  readonly working: string;
  readonly inScope: (counted: string, used: string) => string;
  readonly clock: {
    readonly credible: (minute: string, share: string) => string;
    readonly notCredible: (minute: string, share: string) => string;
    readonly tooFew: (crashes: string, fewest: string) => string;
  };
  readonly clockAnswers: Readonly<Record<ClockCheck["answer"], string>>;
  readonly matrix: string;
  readonly matrixHint: string;
  readonly weekdays: readonly string[];
  readonly weekdayShort: readonly string[];
  readonly hourOf: (hour: number) => string;
  readonly allDays: string;
  readonly allHours: string;
  readonly whole: string;
  readonly sum: string;
  readonly hours: string;
  readonly cell: (when: string, value: string, weight: string) => string;
  readonly block: (days: string, hours: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly hourSpan: (from: number, to: number) => string;
  readonly busiest: (when: string, value: string, mean: string) => string;
  readonly legend: string;
  readonly none: string;
  readonly listTitle: (when: string) => string;
  readonly listCount: (found: string) => string;
  readonly listed: (listed: string, found: string) => string;
  readonly listEmpty: string;
  readonly clear: string;
  readonly open: (code: string) => string;
  readonly unknown: string;
  readonly value: string;
  readonly headings: Readonly<Record<"years" | "months" | "conditions", string>>;
  readonly sameDays: (from: string, to: string) => string;
  readonly compared: (year: string, now: string, withYear: string, before: string) => string;
  readonly ratio: (ratio: string) => string;
  readonly noRatio: string;
  readonly answers: Readonly<Record<YearComparison["answer"], string>>;
  readonly whyUntold: Readonly<Record<"chance" | "persons", string>>;
  readonly noComparison: string;
  readonly year: string;
  readonly part: string;
  readonly partHint: string;
  readonly outside: string;
  readonly month: (month: number) => string;
  readonly share: string;
  readonly shareHint: string;
  readonly dataTo: (day: string) => string;
  readonly took: (milliseconds: string) => string;
  readonly stretch: string;
}

export const TIMES_WORDS: Catalogue<TimesWords> = {
  zh: {
    tabs: { rhythm: "时间规律", weather: "恶劣天气高影响路段", patrol: "勤务时段" },
    tabLabel: "时段内容",
    weight: "统计",
    weights: { crashes: "事故起数", casualty: "伤亡事故", fatal: "亡人事故", deaths: "死亡人数", injuries: "受伤人数" },
    short: { crashes: "事故", casualty: "伤亡", fatal: "亡人", deaths: "死亡", injuries: "受伤" },
    counted: (value, weight) => `${value} ${weight === "deaths" || weight === "injuries" ? "人" : "起"}`,
    scope: "范围",
    scopes: { all: "全部", map: "地图所见", site: "所选点段" },
    scopeFacts: {
      all: "按记录位置计，不要求已定位到道路",
      map: "按记录位置计，随地图移动更新",
      site: "只计所选点段",
    },
    byPosition: "本页不问道路：“已定位”指记录有位置",
    noSite: "还没有选点段。在“排查”“督办”或本页其他标签中选一处。",
    wholePeriod: { rhythm: "全部年份", weather: "最近 3 年", patrol: "最近 3 年" },
    refused: (reason) => `不能统计：${reason}`,
    refusedSite: "路网中没有所选点段",
    working: "统计中…",
    inScope: (counted, used) => `范围内 ${counted} 起（期间内共 ${used} 起）`,
    clock: {
      credible: (minute, share) => `最集中的一分钟（${minute}）只占 ${share}`,
      notCredible: (minute, share) =>
        `${share} 的事故都记在 ${minute}，多半只登记了日期。星期和月份可以看，小时不能用来排班。`,
      tooFew: (crashes, fewest) => `只有 ${crashes} 起，不足 ${fewest} 起：看不出时段规律，也判断不了时刻是否可信。`,
    },
    clockAnswers: { credible: "时刻可信", "not-credible": "时刻不可信", "too-few": "太少" },
    matrix: "星期—小时分布",
    matrixHint: "点击或拖动选格、行、列；方向键移动，Shift 加方向键扩大，回车选定，Esc 取消",
    weekdays: ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
    weekdayShort: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    hourOf: (hour) => `${hour} 时`,
    allDays: "每天",
    allHours: "全天",
    whole: "整周",
    sum: "合计",
    hours: "时",
    cell: (when, value, weight) => `${when}，${weight} ${value}`,
    block: (days, hours) => `${days} ${hours}`,
    span: (from, to) => `${from}至${to}`,
    hourSpan: (from, to) => `${from}–${to} 时`,
    busiest: (when, value, mean) => `最多：${when}，${value}（平均每格 ${mean}）`,
    legend: "颜色：每格数量",
    none: "0",
    listTitle: (when) => `${when} 的事故`,
    listCount: (found) => `${found} 起，已在地图上标出`,
    listed: (listed, found) => `列出并标出前 ${listed} 起，共 ${found} 起`,
    listEmpty: "这些时段没有这类事故。",
    clear: "取消选择",
    open: (code) => `查看事故 ${code}`,
    unknown: "未知",
    value: "取值",
    headings: { years: "年度同期比较", months: "逐月", conditions: "天气、照明、路表" },
    sameDays: (from, to) => `同期：${from} 至 ${to}`,
    compared: (year, now, withYear, before) => `${year} 年 ${now}，${withYear} 年同期 ${before}`,
    ratio: (ratio) => `日均之比 ${ratio}`,
    noRatio: "上年同期为 0，没有比值",
    answers: { more: "▲ 多于上年同期", fewer: "▼ 少于上年同期", "cannot-tell": "◇ 不能判定" },
    whyUntold: { chance: "差异在偶然范围内", persons: "人数不作检验：同一起事故的伤亡相互关联" },
    noComparison: "期间内没有完整的上年同期，不能比较。",
    year: "年",
    part: "不全",
    partHint: "期间只含其中一部分",
    outside: "不在期间内",
    month: (month) => `${month}月`,
    share: "占已知",
    shareHint: "占记录了该项的事故起数；未知的单列，不计入",
    dataTo: (day) => `数据截至 ${day}`,
    took: (milliseconds) => `用时 ${milliseconds} 毫秒`,
    stretch: "路段长度",
  },
  en: {
    tabs: { rhythm: "Rhythm", weather: "Adverse-weather segments", patrol: "Patrol hours" },
    tabLabel: "What of times",
    weight: "Counted",
    weights: {
      crashes: "Crashes",
      casualty: "Casualty crashes",
      fatal: "Fatal crashes",
      deaths: "Killed",
      injuries: "Hurt",
    },
    short: { crashes: "Crashes", casualty: "Casualty", fatal: "Fatal", deaths: "Killed", injuries: "Hurt" },
    counted: (value) => value,
    scope: "Of",
    scopes: { all: "All", map: "What the map shows", site: "The site" },
    scopeFacts: {
      all: "where recorded, whether a road was found or not",
      map: "where recorded; follows the map",
      site: "the chosen site only",
    },
    byPosition: "no road is asked for here: “placed” means that the record has a position",
    noSite: "No site chosen yet. Choose one under Screening, Register or another tab of this part.",
    wholePeriod: { rhythm: "all years", weather: "last 3 years", patrol: "last 3 years" },
    refused: (reason) => `Cannot be counted: ${reason}`,
    refusedSite: "the roads have no such site",
    working: "Counting…",
    inScope: (counted, used) => `${counted} crashes here (${used} in the period)`,
    clock: {
      credible: (minute, share) => `the commonest minute (${minute}) has only ${share}`,
      notCredible: (minute, share) =>
        `${share} of the crashes are recorded at ${minute}: most likely only the day is known. Days and months can be read; hours are no ground for a roster.`,
      tooFew: (crashes, fewest) =>
        `only ${crashes} crashes, fewer than ${fewest}: no rhythm can be seen, nor whether the times are right.`,
    },
    clockAnswers: { credible: "Times credible", "not-credible": "Times not credible", "too-few": "Too few" },
    matrix: "Hours of the week",
    matrixHint: "Click or drag cells, rows, columns; arrows move, Shift and arrows widen, Enter takes, Esc clears",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    weekdayShort: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    hourOf: (hour) => `${String(hour).padStart(2, "0")}:00`,
    allDays: "Every day",
    allHours: "all day",
    whole: "whole week",
    sum: "Sum",
    hours: "h",
    cell: (when, value, weight) => `${when}: ${value} (${weight})`,
    block: (days, hours) => `${days} ${hours}`,
    span: (from, to) => `${from}–${to}`,
    hourSpan: (from, to) => `${String(from).padStart(2, "0")}:00–${String(to).padStart(2, "0")}:00`,
    busiest: (when, value, mean) => `Most: ${when}, ${value} (mean cell ${mean})`,
    legend: "Colour: number in a cell",
    none: "0",
    listTitle: (when) => `Crashes, ${when}`,
    listCount: (found) => `${found}, marked on the map`,
    listed: (listed, found) => `the first ${listed} of ${found} listed and marked`,
    listEmpty: "No such crash in these hours.",
    clear: "Clear",
    open: (code) => `Show crash ${code}`,
    unknown: "Unknown",
    value: "Value",
    headings: { years: "Years, same days", months: "Months", conditions: "Weather, light, surface" },
    sameDays: (from, to) => `Same days: ${from} to ${to}`,
    compared: (year, now, withYear, before) => `${year}: ${now}; same days of ${withYear}: ${before}`,
    ratio: (ratio) => `ratio per day ${ratio}`,
    noRatio: "none the year before, so no ratio",
    answers: {
      more: "▲ More than the year before",
      fewer: "▼ Fewer than the year before",
      "cannot-tell": "◇ Cannot tell",
    },
    whyUntold: {
      chance: "the difference is what chance makes",
      persons: "persons are not tested: those of one crash belong together",
    },
    noComparison: "The period does not hold the same days of the year before: no comparison.",
    year: "Year",
    part: "part",
    partHint: "The period holds only a part of it",
    outside: "Not in the period",
    month: (month) => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]!,
    share: "Of known",
    shareHint: "Of the crashes whose record says; unknown ones stand apart and are not in it",
    dataTo: (day) => `data to ${day}`,
    took: (milliseconds) => `${milliseconds} ms`,
    stretch: "Stretch length",
  },
};
