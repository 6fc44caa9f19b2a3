import type { Catalogue } from "./words.ts";

/** What the search box says. */
interface SearchWords {
  readonly label: string;
  readonly placeholder: string;
  readonly clear: string;
  readonly clearMarker: string;
  readonly results: string;
  readonly places: string;
  readonly position: string;
  readonly stake: string;
  readonly code: string;
  readonly layerOff: string;
  readonly filtered: string;
  readonly filteredHint: string;
  readonly sections: (count: number) => string;
  readonly more: (count: number) => string;
  readonly cut: (count: number) => string;
  readonly found: (count: number) => string;
  readonly nothing: (query: string) => string;
  readonly can: string;
  readonly examples: readonly (readonly [string, string])[];
}

export const SEARCH_WORDS: Catalogue<SearchWords> = {
  zh: {
    label: "搜索",
    placeholder: "名称、编号、地址、桩号或经纬度",
    clear: "清除搜索",
    clearMarker: "清除标记",
    results: "搜索结果",
    places: "位置",
    position: "经纬度",
    stake: "里程桩",
    code: "编号",
    layerOff: "图层未开",
    filtered: "已被筛选",
    filteredHint: "当前筛选或时间范围不显示它",
    sections: (count) => `${count} 段`,
    more: (count) => `再显示 ${count} 条`,
    cut: (count) => `只列出最相近的 ${count} 条，请输入更多字`,
    found: (count) => `${count} 条结果`,
    nothing: (query) => `没有找到“${query}”`,
    can: "可以搜索：",
    examples: [
      ["名称、编号、地址", "多个词用空格分开"],
      ["路名或路号加桩号", "G111 K812+300"],
      ["经纬度（WGS84）", "122.26, 43.62"],
      ["度分秒", "43°37′12″N 122°15′36″E"],
    ],
  },
  en: {
    label: "Search",
    placeholder: "Name, address, stake, position",
    clear: "Clear the search",
    clearMarker: "Remove the marker",
    results: "Search results",
    places: "Places",
    position: "Position",
    stake: "Kilometre stake",
    code: "Code",
    layerOff: "layer off",
    filtered: "filtered out",
    filteredHint: "The present filter or period does not show it",
    sections: (count) => `${count} sections`,
    more: (count) => `Show ${count} more`,
    cut: (count) => `Only the ${count} best are listed: type more`,
    found: (count) => (count === 1 ? "1 result" : `${count} results`),
    nothing: (query) => `Nothing found for “${query}”`,
    can: "You can search for:",
    examples: [
      ["names, codes, addresses", "several words with spaces"],
      ["a road's name or number with a stake", "G111 K812+300"],
      ["a position (WGS84)", "122.26, 43.62"],
      ["degrees, minutes, seconds", "43°37′12″N 122°15′36″E"],
    ],
  },
};
