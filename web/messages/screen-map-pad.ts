import type { RecentPeriod } from "#data/wall/recent-periods.ts";
import type { Catalogue } from "./words.ts";

/** Of the console: where the maps of the chosen screens look, at what, and of which days. */
interface MapPadWords {
  readonly map: string;
  readonly now: string;
  readonly nobody: string;
  readonly differ: string;
  readonly place: string;
  readonly asScene: string;
  readonly around: (position: string, size: string) => string;
  readonly wholeZone: string;
  readonly district: string;
  readonly width: string;
  readonly searchHint: string;
  readonly layers: string;
  readonly layersOn: string;
  readonly layersOff: string;
  readonly setLayers: string;
  readonly time: string;
  readonly period: string;
  readonly allTime: string;
  readonly periods: Readonly<Record<RecentPeriod, string>>;
  readonly reckonedFromToday: (day: string) => string;
  readonly reckonedFromData: (day: string, layers: string) => string;
}

export const MAP_PAD_WORDS: Catalogue<MapPadWords> = {
  zh: {
    map: "地图",
    now: "所选屏幕现在看：",
    nobody: "未选择屏幕",
    differ: "所选屏幕各不相同",
    place: "地点",
    asScene: "各场景自己的范围",
    around: (position, size) => `${position} 一带，${size}`,
    wholeZone: "按场景范围",
    district: "看某个镇街",
    width: "视野宽度",
    searchHint: "查到即显示；也可粘贴经纬度，或他人地图页面的链接，看他正在看的地方",
    layers: "图层",
    layersOn: "另外显示的图层",
    layersOff: "隐藏的图层",
    setLayers: "应用图层",
    time: "时间",
    period: "时间范围",
    allTime: "全部时间",
    periods: { "7-days": "近7天", "30-days": "近30天", "90-days": "近90天", "this-year": "本年", "last-year": "上年" },
    reckonedFromToday: (day) => `按今天（${day}）推算`,
    reckonedFromData: (day, layers) => `按数据的最后一天 ${day}（${layers}）推算，不是今天`,
  },
  en: {
    map: "Map",
    now: "The chosen screens look at:",
    nobody: "no screen is chosen",
    differ: "the chosen screens differ",
    place: "Place",
    asScene: "what each scene has",
    around: (position, size) => `around ${position}, ${size}`,
    wholeZone: "As the scene has it",
    district: "Look at a district",
    width: "Width of the view",
    searchHint:
      "What you choose is shown at once. Paste coordinates, or the link of somebody's map, to look where they look",
    layers: "Layers",
    layersOn: "Layers shown as well",
    layersOff: "Layers hidden",
    setLayers: "Set the layers",
    time: "Time",
    period: "Period",
    allTime: "All time",
    periods: {
      "7-days": "Last 7 days",
      "30-days": "Last 30 days",
      "90-days": "Last 90 days",
      "this-year": "This year",
      "last-year": "Last year",
    },
    reckonedFromToday: (day) => `Reckoned from today (${day})`,
    reckonedFromData: (day, layers) => `Reckoned from the last day of the data, ${day} (${layers}), not from today`,
  },
};
