import type { Catalogue } from "./words.ts";

/** What the line at the map's foot says. */
interface StatusWords {
  readonly label: string;
  readonly pointer: string;
  readonly center: string;
  readonly degrees: string;
  readonly dms: string;
  readonly copy: string;
  readonly zoom: (level: string) => string;
  readonly zoomHint: string;
  readonly inView: (count: string) => string;
  readonly inViewHint: string;
  readonly offline: string;
  readonly loading: string;
}

export const STATUS_WORDS: Catalogue<StatusWords> = {
  zh: {
    label: "地图状态",
    pointer: "指针",
    center: "中心",
    degrees: "改为十进制度",
    dms: "改为度分秒",
    copy: "复制经纬度（C）",
    zoom: (level) => `级别 ${level}`,
    zoomHint: "地图缩放级别",
    inView: (count) => `视野内 ${count}`,
    inViewHint: "已打开图层中，通过筛选且在视野内的要素数",
    offline: "连接已断开",
    loading: "读取中…",
  },
  en: {
    label: "Map status",
    pointer: "Pointer",
    center: "Centre",
    degrees: "Show decimal degrees",
    dms: "Show degrees, minutes, seconds",
    copy: "Copy the position (C)",
    zoom: (level) => `Zoom ${level}`,
    zoomHint: "Zoom level of the map",
    inView: (count) => `${count} in view`,
    inViewHint: "Features of the layers that are on, within the filters and the view",
    offline: "Disconnected",
    loading: "Reading…",
  },
};
