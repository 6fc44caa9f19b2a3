import type { Catalogue } from "./words.ts";

/** What a density counts: for the unit of the legend and the sentences about it. */
export interface DensityUnit {
  /** `起`, `人`, `分`; `events`, `deaths`, `points`. */
  readonly noun: string;
  readonly perYear: boolean;
}

interface HeatWords {
  readonly title: string;
  readonly show: string;
  readonly layer: string;
  readonly weight: string;
  readonly count: string;
  readonly sums: string;
  readonly schemes: string;
  readonly source: (text: string) => string;
  readonly bandwidth: string;
  readonly opacity: string;
  readonly lowestBand: string;
  readonly counts: string;
  readonly countsHint: string;
  readonly noun: Readonly<Record<"event" | "feature" | "point", string>>;
  readonly total: (title: string, unit: string | undefined) => string;
  readonly unit: (unit: DensityUnit) => string;
  readonly meaning: (unit: DensityUnit) => string;
  readonly legend: string;
  readonly density: string;
  readonly area: string;
  readonly belowLowest: (max: string, lowest: string, unit: string) => string;
  readonly beginAt: (lowest: string) => string;
  readonly facts: string;
  readonly peak: string;
  readonly toPeak: string;
  readonly used: string;
  readonly usedCount: (count: string, noun: string) => string;
  readonly carrying: (contributing: string) => string;
  readonly sum: string;
  readonly left: string;
  readonly undated: (count: string) => string;
  readonly future: (count: string) => string;
  readonly unweighted: (count: string) => string;
  readonly nothingLeft: string;
  readonly period: string;
  readonly days: (from: string, to: string, years: string) => string;
  readonly timeless: string;
  readonly few: (contributing: string) => string;
  readonly none: string;
  readonly shortPeriod: (years: string) => string;
  readonly tooWide: string;
  readonly noWeight: string;
  readonly refused: string;
  readonly off: string;
  readonly working: string;
}

export const HEAT_WORDS: Catalogue<HeatWords> = {
  zh: {
    title: "热力",
    show: "在图上显示热力",
    layer: "图层",
    weight: "权重",
    count: "数量（每条计 1）",
    sums: "按合计项",
    schemes: "加权方案",
    source: (text) => `来源：${text}`,
    bandwidth: "带宽",
    opacity: "不透明度",
    lowestBand: "最低一档",
    counts: "热力上方显示聚合数字",
    countsHint: "默认不显示，以免遮住热力；放大后的单个符号不受影响",
    noun: { event: "起", feature: "处", point: "分" },
    total: (title, unit) => unit ?? title,
    unit: ({ noun, perYear }) => (perYear ? `${noun}/(km²·年)` : `${noun}/km²`),
    meaning: ({ noun, perYear }) =>
      `数值表示该处周围平均每平方公里${perYear ? "每年" : ""}有多少${noun}，离得越近计入越多，带宽以外不计；同一地点在任何缩放级别颜色相同。`,
    legend: "图例",
    density: "密度",
    area: "面积 km²",
    belowLowest: (max, lowest, unit) => `最高 ${max}，低于最低一档 ${lowest} ${unit}，图上没有色带。`,
    beginAt: (lowest) => `最低一档改为 ${lowest}`,
    facts: "依据",
    peak: "最高值",
    toPeak: "到最高处",
    used: "计入",
    usedCount: (count, noun) => `${count} ${noun}`,
    carrying: (contributing) => `其中权重大于 0 的 ${contributing}`,
    sum: "权重合计",
    left: "未计入",
    undated: (count) => `无时间 ${count}`,
    future: (count) => `时间在未来 ${count}`,
    unweighted: (count) => `权重未知 ${count}`,
    nothingLeft: "无",
    period: "时段",
    days: (from, to, years) => `${from} 至 ${to}，${years} 年`,
    timeless: "该图层不是事件，不按年折算",
    few: (contributing) =>
      `样本过少：整幅图只依据 ${contributing} 条记录，热区反映的是个别记录的位置，不能当作规律，也不宜据此排序。`,
    none: "筛选和时段内没有可计入的记录。",
    shortPeriod: (years) => `时段只有 ${years} 年，数值已折算为一年；季节影响未消除。`,
    tooWide: "数据范围太大而带宽太窄，无法计算。请加大带宽，或先筛选。",
    noWeight: "该图层没有这个权重，请另选。",
    refused: "无法计算",
    off: "热力图按米计算密度，图例给出真实单位，并随筛选和时间轴变化。",
    working: "计算中…",
  },
  en: {
    title: "Heat",
    show: "Show heat on the map",
    layer: "Layer",
    weight: "Weight",
    count: "Number (each counts 1)",
    sums: "By a sum",
    schemes: "Weighting schemes",
    source: (text) => `Source: ${text}`,
    bandwidth: "Bandwidth",
    opacity: "Opacity",
    lowestBand: "Bands from",
    counts: "Counts above the heat",
    countsHint: "Off, so that they do not hide the heat; single symbols stay",
    noun: { event: "events", feature: "features", point: "points" },
    total: (title, unit) =>
      unit && /^[\w/²³]+$/u.test(unit) ? `${title.toLowerCase()} (${unit})` : title.toLowerCase(),
    unit: ({ noun, perYear }) => (perYear ? `${noun} per km² and year` : `${noun} per km²`),
    meaning: ({ noun, perYear }) =>
      `The number says how many ${noun} there are on a square kilometre${perYear ? " in a year" : ""} around a place; near ones count more, none beyond the bandwidth. The same place has the same colour at every zoom.`,
    legend: "Legend",
    density: "Density",
    area: "Area km²",
    belowLowest: (max, lowest, unit) =>
      `The highest value, ${max}, is below the lowest band, ${lowest} ${unit}: there is nothing to draw.`,
    beginAt: (lowest) => `Begin at ${lowest}`,
    facts: "What it stands on",
    peak: "Highest",
    toPeak: "Go there",
    used: "Used",
    usedCount: (count, noun) => `${count} ${noun}`,
    carrying: (contributing) => `${contributing} with a weight above 0`,
    sum: "Sum of weights",
    left: "Left out",
    undated: (count) => `${count} without a time`,
    future: (count) => `${count} in the future`,
    unweighted: (count) => `${count} of unknown weight`,
    nothingLeft: "none",
    period: "Period",
    days: (from, to, years) => `${from} to ${to}, ${years} years`,
    timeless: "Not events: not per year",
    few: (contributing) =>
      `Few records: only ${contributing} stand behind the whole picture. Its spots show where single records lie, not a pattern; do not rank places by it.`,
    none: "The filter and the period leave nothing to count.",
    shortPeriod: (years) =>
      `The period is only ${years} years; figures are scaled to a year, seasons are not evened out.`,
    tooWide: "The data spreads too far for so narrow a bandwidth. Widen it, or filter first.",
    noWeight: "The layer has no such weight; choose another.",
    refused: "Cannot be computed",
    off: "Density is computed in metres, its legend has real units, and it follows the filters and the time bar.",
    working: "Working…",
  },
};
