import type { Catalogue } from "./words.ts";

/** What stands around the map. */
interface PageWords {
  readonly product: string;
  readonly demo: string;
  readonly demoHint: string;
  readonly dataTo: (day: string) => string;
  readonly language: string;
  readonly otherLanguage: string;
  readonly dark: string;
  readonly light: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly disconnected: string;
  readonly lost: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly noPage: string;
  readonly toMap: string;
  readonly tools: string;
  readonly close: string;
  readonly unknown: string;
  readonly layers: string;
  readonly showLayers: string;
  readonly hideLayers: string;
  readonly tool: Readonly<Record<"detail" | "selection" | "rings" | "heat" | "measure" | "time", string>>;
  readonly openFailed: string;
  readonly places: string;
  readonly place: Readonly<Record<"map" | "planning" | "traffic" | "data", string>>;
  readonly placeHint: Readonly<Record<"map" | "planning" | "traffic" | "data", string>>;
}

export const PAGE_WORDS: Catalogue<PageWords> = {
  zh: {
    product: "安全风险一张图",
    demo: "演示数据",
    demoHint: "当前载入的是按固定种子生成的演示园区，名称和数字均为虚构",
    dataTo: (day) => `数据截至 ${day}`,
    language: "English",
    otherLanguage: "切换到英文界面",
    dark: "深色界面",
    light: "浅色界面",
    copyLink: "复制当前视图的链接",
    linkCopied: "链接已复制",
    loading: "正在读取台账…",
    failed: "读取台账失败",
    again: "重试",
    disconnected: "与服务器的连接已断开，显示的是断开前的数据",
    lost: "图形设备被系统收回，正在恢复…",
    empty: "还没有任何数据",
    emptyHint: "用 npm run import 导入台账后，这里会自动显示",
    noPage: "没有这个页面",
    toMap: "回到一张图",
    tools: "工具",
    close: "关闭",
    unknown: "未知",
    layers: "图层",
    showLayers: "显示图层面板",
    hideLayers: "收起图层面板",
    tool: { detail: "详情", selection: "选择", rings: "缓冲分析", heat: "热力", measure: "量测", time: "时间" },
    openFailed: "浏览器无法绘制地图：需要 WebGL 2",
    places: "页面",
    place: { map: "一张图", planning: "规划核查", traffic: "事故多发点段", data: "数据" },
    placeHint: {
      map: "台账、缓冲分析与热力",
      planning: "防火间距核查、积案、选址与规则",
      traffic: "排查、诊断、督办与治理成效",
      data: "台账导入与导出",
    },
  },
  en: {
    product: "Zone risk map",
    demo: "Demo data",
    demoHint: "A demonstration zone generated from a fixed seed is loaded: names and figures are invented",
    dataTo: (day) => `Data to ${day}`,
    language: "中文",
    otherLanguage: "Switch to Chinese",
    dark: "Dark",
    light: "Light",
    copyLink: "Copy a link to this view",
    linkCopied: "Link copied",
    loading: "Reading the ledgers…",
    failed: "The ledgers could not be read",
    again: "Try again",
    disconnected: "The line to the server is broken; what you see is from before",
    lost: "The graphics device was taken away; recovering…",
    empty: "There is no data yet",
    emptyHint: "Import a ledger with npm run import; it appears here by itself",
    noPage: "There is no such page",
    toMap: "To the map",
    tools: "Tools",
    close: "Close",
    unknown: "unknown",
    layers: "Layers",
    showLayers: "Show the layer panel",
    hideLayers: "Hide the layer panel",
    tool: {
      detail: "Details",
      selection: "Selection",
      rings: "Rings",
      heat: "Heat",
      measure: "Measure",
      time: "Time",
    },
    openFailed: "This browser cannot draw the map: WebGL 2 is needed",
    places: "Pages",
    place: { map: "Map", planning: "Planning", traffic: "Traffic", data: "Data" },
    placeHint: {
      map: "Ledgers, rings and heat",
      planning: "Spacing checks, backlog, siting and rules",
      traffic: "Black spots: finding, diagnosis, register and effect",
      data: "Deliveries in and out",
    },
  },
};
