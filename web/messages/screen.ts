import type { Catalogue } from "./words.ts";

/** A screen of the command centre. */
export interface ScreenWords {
  readonly screen: string;
  readonly of: (total: string) => string;
  readonly atMost: (value: string) => string;
  readonly unknown: (count: string) => string;
  readonly age: (days: number) => string;
  readonly dataTo: (day: string) => string;
  readonly noDate: string;
  readonly noData: string;
  readonly overdue: (refreshDays: number) => string;
  readonly connectionLost: (at: string) => string;
  readonly modes: Readonly<Record<"pause" | "alarm" | "freeze", string>>;
  readonly frozenAt: (time: string) => string;
  readonly frozenLater: (time: string, figures: string) => string;
  readonly unknownScreen: string;
  readonly noScene: (id: string) => string;
  readonly lacks: (kinds: string) => string;
  readonly kinds: Readonly<Record<"layer" | "panel" | "overlay", string>>;
  readonly noRoom: (count: number) => string;
  readonly turn: (turn: number, turns: number) => string;
  readonly simulated: string;
  readonly colors: Readonly<Record<1 | 2 | 3 | 4, string>>;
  readonly colorMarks: Readonly<Record<1 | 2 | 3 | 4, string>>;
  readonly noColor: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly districtRule: string;
  readonly withoutDistrict: (count: string) => string;
  readonly more: (count: number) => string;
  readonly moreOf: (count: string) => string;
  readonly cannotTell: (reason: string) => string;
  readonly working: string;
}

export const SCREEN_WORDS: Catalogue<ScreenWords> = {
  zh: {
    screen: "大屏",
    of: (total) => `/ ${total}`,
    atMost: (value) => `至多 ${value}`,
    unknown: (count) => `${count} 条缺项，无法判定`,
    age: (days) => (days === 0 ? "今天" : days > 0 ? `${days} 天前` : `晚于今天 ${-days} 天`),
    dataTo: (day) => `数据至 ${day}`,
    noDate: "数据日期未知",
    noData: "无数据",
    overdue: (refreshDays) => `超过约定的 ${refreshDays} 天`,
    connectionLost: (at) => `与服务器失去连接，以下为 ${at} 的最后数据`,
    modes: { pause: "轮播暂停", alarm: "告警接管", freeze: "画面冻结" },
    frozenAt: (time) => `画面冻结于 ${time}`,
    frozenLater: (time, figures) => `冻结于 ${time}；页面重开，数字为 ${figures} 的`,
    unknownScreen: "控制台没有登记这块屏幕，按自身轮播",
    noScene: (id) => `没有名为“${id}”的场景，显示总览`,
    lacks: (kinds) => `本场景引用了本版本没有的内容：${kinds}`,
    kinds: { layer: "图层", panel: "面板", overlay: "叠加" },
    noRoom: (count) => `有 ${count} 个面板高于屏幕，放不下`,
    turn: (turn, turns) => `右侧轮换 ${turn} / ${turns}`,
    simulated: "模拟",
    colors: { 1: "重大", 2: "较大", 3: "一般", 4: "低" },
    colorMarks: { 1: "红", 2: "橙", 3: "黄", 4: "蓝" },
    noColor: "–",
    reasons: {
      "hazard-1-2": "一、二级危险源",
      "hazard-3": "三级危险源",
      "hazard-4": "四级危险源",
      "house-d-in-use": "D级在用房",
      "house-c-in-use": "C级在用房",
      "spot-listed": "督办多发点段",
      "spot-open": "多发点段",
      "water-unusable": "失效水源",
    },
    districtRule: "就高着色，分级为本系统建议",
    withoutDistrict: (count) => `另有 ${count} 处未写明镇街`,
    more: (count) => `另有 ${count} 个镇街`,
    moreOf: (count) => `另有 ${count} 处`,
    cannotTell: (reason) => `无法判定：${reason}`,
    working: "正在计算…",
  },
  en: {
    screen: "Screen",
    of: (total) => `/ ${total}`,
    atMost: (value) => `at most ${value}`,
    unknown: (count) => `${count} lack the facts to tell`,
    age: (days) => (days === 0 ? "today" : days > 0 ? `${days} d ago` : `${-days} d ahead`),
    dataTo: (day) => `Data to ${day}`,
    noDate: "date unknown",
    noData: "no data",
    overdue: (refreshDays) => `older than the agreed ${refreshDays} d`,
    connectionLost: (at) => `No connection to the server; last good at ${at}`,
    modes: { pause: "Tour paused", alarm: "Taken over by an alarm", freeze: "Frozen" },
    frozenAt: (time) => `Frozen at ${time}`,
    frozenLater: (time, figures) => `Frozen at ${time}; opened anew, figures of ${figures}`,
    unknownScreen: "The console knows no screen of this name: it tours by itself",
    noScene: (id) => `There is no scene “${id}”; the overview is shown`,
    lacks: (kinds) => `This scene names what this version does not have: ${kinds}`,
    kinds: { layer: "layer", panel: "panel", overlay: "overlay" },
    noRoom: (count) => `${count} panels are higher than this screen`,
    turn: (turn, turns) => `Right column ${turn} of ${turns}`,
    simulated: "simulated",
    colors: { 1: "Grave", 2: "High", 3: "Medium", 4: "Low" },
    colorMarks: { 1: "R", 2: "O", 3: "Y", 4: "B" },
    noColor: "–",
    reasons: {
      "hazard-1-2": "hazard sources 1-2",
      "hazard-3": "hazard sources 3",
      "hazard-4": "hazard sources 4",
      "house-d-in-use": "D houses in use",
      "house-c-in-use": "C houses in use",
      "spot-listed": "listed black spots",
      "spot-open": "black spots",
      "water-unusable": "water out of order",
    },
    districtRule: "Colour of the gravest thing in it; proposed grades",
    withoutDistrict: (count) => `${count} more name no district`,
    more: (count) => `and ${count} more districts`,
    moreOf: (count) => `and ${count} more`,
    cannotTell: (reason) => `Cannot tell: ${reason}`,
    working: "Being worked out…",
  },
};
