/** What the map itself says, beside what the panels around it say. */
export interface MapWords {
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly north: string;
  readonly noBase: string;
}

export const MAP_WORDS: Readonly<Record<"zh" | "en", MapWords>> = {
  zh: {
    map: "地图。方向键平移，加减键缩放。",
    zoomIn: "放大",
    zoomOut: "缩小",
    north: "上方为北，点击恢复正北",
    noBase: "尚无底图数据：仅显示经纬网",
  },
  en: {
    map: "Map. Arrow keys pan, plus and minus zoom.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    north: "North is up; click to reset",
    noBase: "No base map data: coordinate grid only",
  },
};
