import type { Catalogue } from "./words.ts";

/** The layer panel: what each layer is, how much of it is seen, and how old it is. */
interface LayerWords {
  readonly title: string;
  readonly groups: Readonly<Record<"ledger" | "support", string>>;
  readonly all: string;
  readonly allHint: string;
  readonly none: string;
  readonly noneHint: string;
  readonly inView: string;
  readonly shown: string;
  readonly total: string;
  readonly inViewHint: string;
  readonly shownHint: string;
  readonly totalHint: string;
  readonly notYet: string;
  readonly noData: string;
  readonly noDate: string;
  readonly age: (days: number) => string;
  readonly overdue: (day: string, days: number, refreshDays: number) => string;
  readonly overdueUndated: (days: number, refreshDays: number) => string;
  readonly ageHint: (day: string | null) => string;
  readonly interval: (refreshDays: number, reason: string) => string;
  readonly noInterval: string;
  readonly delivered: (day: string, daysAgo: number) => string;
  readonly demoDates: string;
  readonly zoomTo: (layer: string) => string;
  readonly opacity: string;
  readonly legend: string;
  readonly legendBy: (attribute: string) => string;
  readonly legendHint: string;
  readonly attention: (attribute: string, best: string) => string;
  readonly countsBelow: string;
  readonly ground: string;
  readonly heat: string;
  readonly heatHint: string;
}

export const LAYER_WORDS: Catalogue<LayerWords> = {
  zh: {
    title: "图层",
    groups: { ledger: "台账", support: "周边" },
    all: "全部",
    allHint: "显示全部台账",
    none: "全不",
    noneHint: "隐藏全部台账",
    inView: "视野",
    shown: "筛选后",
    total: "全部",
    inViewHint: "位于当前视野内且通过筛选的数量",
    shownHint: "通过筛选和时间窗的数量",
    totalHint: "该图层的全部数量",
    notYet: "–",
    noData: "无数据",
    noDate: "数据日期未知",
    age: (days) => (days === 0 ? "今天" : days > 0 ? `${days} 天前` : `晚于今天 ${-days} 天`),
    overdue: (day, days, refreshDays) => `数据日期 ${day}，已 ${days} 天，超过约定的 ${refreshDays} 天`,
    overdueUndated: (days, refreshDays) => `数据日期未知，入库已 ${days} 天，超过约定的 ${refreshDays} 天`,
    ageHint: (day) => (day === null ? "没有一条记录写明数据日期" : `最新一条的数据日期为 ${day}`),
    interval: (refreshDays, reason) => `约定每 ${refreshDays} 天更新一次：${reason}`,
    noInterval: "该图层没有约定更新周期",
    delivered: (day, daysAgo) => `最近一次入库 ${day}${daysAgo > 0 ? `（${daysAgo} 天前）` : ""}`,
    demoDates: "演示数据的日期不再变化，载入越久就显示得越旧",
    zoomTo: (layer) => `缩放到${layer}`,
    opacity: "不透明度",
    legend: "图例",
    legendBy: (attribute) => `图例：${attribute}`,
    legendHint: "点击条目只看该类，再次点击取消",
    attention: (attribute, best) => `符号上的黑点“!”：${attribute}不是“${best}”`,
    countsBelow: "当前比例尺下地图显示计数，放大后显示单个符号；不透明度只作用于符号",
    ground: "作为底图始终可见；打开后另以符号和计数显示",
    heat: "热力",
    heatHint: "以热力图显示该图层",
  },
  en: {
    title: "Layers",
    groups: { ledger: "Ledgers", support: "Surroundings" },
    all: "All",
    allHint: "Show all ledgers",
    none: "None",
    noneHint: "Hide all ledgers",
    inView: "View",
    shown: "Shown",
    total: "All",
    inViewHint: "How many lie within the view and pass the filter",
    shownHint: "How many pass the filter and the time window",
    totalHint: "How many the layer has",
    notYet: "–",
    noData: "no data",
    noDate: "date unknown",
    age: (days) =>
      days === 0 ? "today" : days > 0 ? `${days} ${days === 1 ? "day" : "days"} old` : `dated ${-days} d ahead`,
    overdue: (day, days, refreshDays) => `Data of ${day}, ${days} days old: more than the agreed ${refreshDays}`,
    overdueUndated: (days, refreshDays) =>
      `Data without a date, recorded ${days} days ago: more than the agreed ${refreshDays}`,
    ageHint: (day) => (day === null ? "No record says when it was observed" : `The latest record is of ${day}`),
    interval: (refreshDays, reason) => `Agreed: an update every ${refreshDays} days. ${reason}`,
    noInterval: "No interval is agreed for this layer",
    delivered: (day, daysAgo) => `Last recorded on ${day}${daysAgo > 0 ? ` (${daysAgo} days ago)` : ""}`,
    demoDates: "The dates of demonstration data stand still: the longer it has been loaded, the older it is",
    zoomTo: (layer) => `Zoom to ${layer}`,
    opacity: "Opacity",
    legend: "Legend",
    legendBy: (attribute) => `Legend: ${attribute}`,
    legendHint: "Click an entry to see only that kind, again to take it out",
    attention: (attribute, best) => `Black dot with ! on a symbol: ${attribute} is not "${best}"`,
    countsBelow: "At this scale the map shows counts; zoom in for single symbols. Opacity is that of symbols",
    ground: "Always drawn as ground; switched on, it shows symbols and counts as well",
    heat: "Heat",
    heatHint: "Show this layer as heat",
  },
};
