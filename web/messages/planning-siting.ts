import type { SitingShade } from "#data/analyses/siting.ts";
import type { Catalogue } from "./words.ts";

/** Where a use may stand. */
interface SitingWords {
  readonly hint: string;
  readonly asked: (questions: string) => string;
  readonly quantities: string;
  readonly unknownQuantity: string;
  readonly edges: (edges: string) => string;
  readonly footprint: string;
  readonly footprintNone: string;
  readonly pointNote: string;
  readonly footprintNote: (radius: string) => string;
  readonly opacity: string;
  readonly legend: string;
  readonly area: Readonly<Record<"zone" | "view", string>>;
  readonly shades: Readonly<Record<Exclude<SitingShade, "outside">, string>>;
  readonly shadeHints: Readonly<Record<Exclude<SitingShade, "outside">, string>>;
  readonly km2: (area: string) => string;
  readonly cell: (size: string, neighbours: string, took: string) => string;
  readonly refused: (why: string) => string;
  readonly pending: string;
  readonly place: string;
  readonly placeHint: string;
  readonly middle: string;
  readonly leave: string;
  readonly binding: string;
  readonly closest: string;
  readonly nothingNear: string;
  readonly footer: (edition: string) => string;
  readonly here: string;
}

export const SITING_WORDS: Catalogue<SitingWords> = {
  zh: {
    hint: "选定用途和数量，地图给出全区哪里可以布置、哪里不可以；拖动滑块即时更新。",
    asked: (questions) => `还须填写：${questions}`,
    quantities: "数量（对数刻度，刻线为规范分档）",
    unknownQuantity: "未知：按各档",
    edges: (edges) => `规范分档 ${edges}`,
    footprint: "占地半径",
    footprintNone: "不计",
    pointNote: "图上一点指危险源（或建筑）外轮廓上离各对象最近的一点；未计占地大小。",
    footprintNote: (radius) => `图上一点为占地中心，占地按半径 ${radius} 的圆计。`,
    opacity: "不透明度",
    legend: "图例与面积",
    area: { zone: "全区", view: "视野内" },
    shades: {
      allowed: "可以布置",
      unverified: "仅待核实条文阻碍",
      doubtful: "不能判定",
      forbidden: "不得布置",
    },
    shadeHints: {
      allowed: "每条适用规则都满足",
      unverified: "须先查正式文本",
      doubtful: "位置误差或未知事实跨在限值两侧",
      forbidden: "任何情形下都近于条文要求",
    },
    km2: (area) => `${area} km²`,
    cell: (size, neighbours, took) => `格网 ${size} · 有关对象 ${neighbours} 个 · 用时 ${took} ms`,
    refused: (why) => `算不出来：${why}`,
    pending: "计算中…",
    place: "此处的控制条文",
    placeHint: "单击地图，看是哪一条、哪一个对象在控制。",
    middle: "查看地图中心",
    leave: "清除",
    binding: "不满足或不能判定的对象",
    closest: "全部满足；余量最小的是",
    nothingNear: "适用规则所及范围内没有任何对象。",
    footer: (edition) => `规则版本 ${edition}`,
    here: "拟选位置",
  },
  en: {
    hint: "Choose a use and its quantity: the map shows where it may stand, and follows the sliders.",
    asked: (questions) => `Still to be answered: ${questions}`,
    quantities: "Quantities (logarithmic; marks are the tables' bands)",
    unknownQuantity: "unknown: every band",
    edges: (edges) => `Bands of the tables: ${edges}`,
    footprint: "Radius of the site",
    footprintNone: "none",
    pointNote:
      "A place is the point of the hazard's (or building's) outline that is nearest to each neighbour; its size is not counted.",
    footprintNote: (radius) => `A place is the middle of a round site of radius ${radius}.`,
    opacity: "Opacity",
    legend: "Legend and areas",
    area: { zone: "whole zone", view: "in view" },
    shades: {
      allowed: "May stand here",
      unverified: "Only unverified rules against it",
      doubtful: "Cannot tell",
      forbidden: "Must not stand here",
    },
    shadeHints: {
      allowed: "every rule that applies is kept",
      unverified: "read the official text first",
      doubtful: "position errors or unknown facts span a limit",
      forbidden: "nearer than a clause asks in every case",
    },
    km2: (area) => `${area} km²`,
    cell: (size, neighbours, took) => `Cells of ${size} · ${neighbours} neighbours · ${took} ms`,
    refused: (why) => `Not worked out: ${why}`,
    pending: "Working…",
    place: "What decides here",
    placeHint: "Click the map to see which clause and which neighbour decide there.",
    middle: "Ask at the map's centre",
    leave: "Clear",
    binding: "Too near, or not sure",
    closest: "All kept; the least margin is to",
    nothingNear: "Nothing is within the reach of the rules that apply.",
    footer: (edition) => `Rules ${edition}`,
    here: "Place asked about",
  },
};
