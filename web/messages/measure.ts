import type { Catalogue } from "./words.ts";

/** What the measuring tool says. */
interface MeasureWords {
  readonly title: string;
  readonly distance: string;
  readonly area: string;
  readonly stop: string;
  readonly method: string;
  readonly hintStart: string;
  readonly hintLine: string;
  readonly hintPolygon: string;
  readonly hintKeys: string;
  readonly total: string;
  readonly perimeter: string;
  readonly leg: (number: number) => string;
  readonly legs: (count: number) => string;
  readonly bearing: string;
  readonly list: string;
  readonly live: string;
  readonly remove: string;
  readonly removeAll: string;
  readonly show: string;
  readonly empty: string;
  readonly crossing: string;
  readonly lineName: (number: number) => string;
  readonly areaName: (number: number) => string;
}

export const MEASURE_WORDS: Catalogue<MeasureWords> = {
  zh: {
    title: "量测",
    distance: "量距离",
    area: "量面积",
    stop: "取消（Esc）",
    method: "WGS84 椭球面测地线长度与面积，不计地形起伏。",
    hintStart: "在地图上单击起点。",
    hintLine: "单击加点，双击结束，Esc 取消。",
    hintPolygon: "单击加点，双击或点回起点结束，Esc 取消。",
    hintKeys: "键盘：方向键移动地图，空格在十字处加点，回车结束。",
    total: "总长",
    perimeter: "周长",
    leg: (number) => `第 ${number} 段`,
    legs: (count) => `${count} 段`,
    bearing: "方位角（真北起顺时针）",
    list: "量测结果",
    live: "正在量测",
    remove: "删除",
    removeAll: "全部清除",
    show: "移到此处",
    empty: "还没有量测结果。",
    crossing: "边线自相交，面积无意义",
    lineName: (number) => `距离 ${number}`,
    areaName: (number) => `面积 ${number}`,
  },
  en: {
    title: "Measure",
    distance: "Distance",
    area: "Area",
    stop: "Cancel (Esc)",
    method: "Geodesic length and area on the WGS84 ellipsoid; the lie of the land is left out.",
    hintStart: "Click where to begin.",
    hintLine: "Click to add points, double-click to end, Esc to cancel.",
    hintPolygon: "Click to add points, double-click or click the first point to end, Esc to cancel.",
    hintKeys: "Keyboard: arrows move the map, space adds a point at the cross, Enter ends.",
    total: "Total",
    perimeter: "Perimeter",
    leg: (number) => `Leg ${number}`,
    legs: (count) => (count === 1 ? "1 leg" : `${count} legs`),
    bearing: "Bearing, clockwise from true north",
    list: "Measurements",
    live: "Measuring",
    remove: "Remove",
    removeAll: "Remove all",
    show: "Go there",
    empty: "Nothing measured yet.",
    crossing: "The edge crosses itself: it has no area",
    lineName: (number) => `Distance ${number}`,
    areaName: (number) => `Area ${number}`,
  },
};
