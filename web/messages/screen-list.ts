import type { Catalogue } from "./words.ts";

/** The list behind a figure of a screen. */
interface ScreenListWords {
  readonly list: string;
  readonly close: string;
  readonly closesIn: (seconds: number) => string;
  readonly gone: string;
  readonly none: string;
  readonly more: (count: number) => string;
  readonly headed: (heading: string, count: number) => string;
  readonly simulated: string;
  readonly desk: string;
  readonly all: string;
  readonly counted: string;
  readonly cannotTell: string;
  readonly withoutDistrict: string;
  readonly crashes: string;
  readonly casualty: string;
  readonly people: string;
  readonly noPeople: string;
  readonly uncertain: (count: string) => string;
  readonly statesNone: string;
  readonly pair: string;
  readonly pairColumns: string;
  readonly met: string;
  readonly unmet: string;
  readonly outline: string;
  readonly lastGood: (instant: string) => string;
  readonly figures: string;
  readonly showFigures: string;
  readonly chooseOne: string;
  readonly working: string;
}

export const SCREEN_LIST_WORDS: Catalogue<ScreenListWords> = {
  zh: {
    list: "清单",
    close: "关闭",
    closesIn: (seconds) => `${seconds} 秒后关闭`,
    gone: "正在计算，或此数字已不存在",
    none: "没有",
    more: (count) => `另有 ${count} 条`,
    headed: (heading, count) => `${heading}（${count}）`,
    simulated: "模拟",
    desk: "在工作台打开",
    all: "台账全部",
    counted: "计入",
    cannotTell: "缺项，无法判定",
    withoutDistrict: "未写明镇街",
    crashes: "起",
    casualty: "仅计伤亡事故",
    people: "人员",
    noPeople: "人数不详",
    uncertain: (count) => `${count} 处因位置误差可能不在范围内或在范围外`,
    statesNone: "未填物质",
    pair: "间距冲突",
    pairColumns: "实测 / 要求，按差得最多的条款",
    met: "已达到",
    unmet: "未达到",
    outline: "轮廓到轮廓的距离",
    lastGood: (instant) => `末次可信 ${instant}`,
    figures: "指点数字",
    showFigures: "显示该屏的数字",
    chooseOne: "先勾选一块屏幕",
    working: "正在计算",
  },
  en: {
    list: "List",
    close: "Close",
    closesIn: (seconds) => `closes in ${seconds} s`,
    gone: "Being worked out, or there is no such figure any more",
    none: "None",
    more: (count) => `and ${count} more`,
    headed: (heading, count) => `${heading} (${count})`,
    simulated: "simulated",
    desk: "Open at a desk",
    all: "All of the ledger",
    counted: "Counted",
    cannotTell: "Cannot tell: facts are missing",
    withoutDistrict: "Name no district",
    crashes: "crashes",
    casualty: "Casualty crashes only",
    people: "People",
    noPeople: "number of people not known",
    uncertain: (count) => `${count} may lie on the other side of the edge by their position error`,
    statesNone: "State no substance",
    pair: "Too near",
    pairColumns: "Measured / required by the clause missed most",
    met: "Reach it",
    unmet: "Do not reach it",
    outline: "Outline to outline",
    lastGood: (instant) => `last good at ${instant}`,
    figures: "Point at a figure",
    showFigures: "Show the screen's figures",
    chooseOne: "Choose a screen first",
    working: "Being worked out",
  },
};
