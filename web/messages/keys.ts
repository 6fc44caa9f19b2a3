import type { Catalogue } from "./words.ts";

/** The dialog that says which keys there are, and the link that skips to the map. */
interface KeyWords {
  readonly toMap: string;
  readonly title: string;
  readonly open: string;
  readonly groups: readonly {
    readonly title: string;
    readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
  }[];
}

export const KEY_WORDS: Catalogue<KeyWords> = {
  zh: {
    toMap: "跳到地图",
    title: "键盘操作",
    open: "键盘操作说明（?）",
    groups: [
      {
        title: "任何地方",
        keys: [
          [["/"], "搜索"],
          [["M"], "焦点移到地图"],
          [["C"], "复制指针处（指针不在地图上时为地图中心）的经纬度"],
          [["Esc"], "依次：取消绘制，清除标记，关闭右侧面板"],
          [["Tab", "Shift Tab"], "下一个、上一个控件"],
          [["?"], "打开本说明"],
        ],
      },
      {
        title: "焦点在地图上",
        keys: [
          [["←", "↑", "→", "↓"], "平移"],
          [["+", "−"], "缩放"],
          [["N", "Shift N"], "由近及远逐个指向十字周围的要素"],
          [["Enter"], "打开所指的要素；没有单个符号时放大"],
        ],
      },
      {
        title: "绘制和量测时",
        keys: [
          [["Space"], "在十字处加点"],
          [["Enter"], "结束"],
          [["Esc"], "取消"],
        ],
      },
      {
        title: "搜索框中",
        keys: [
          [["↑", "↓"], "选择结果"],
          [["Enter"], "前往所选结果"],
          [["Esc"], "收起结果，再按清除，再按回到地图"],
        ],
      },
    ],
  },
  en: {
    toMap: "Skip to the map",
    title: "Keyboard",
    open: "Keys (?)",
    groups: [
      {
        title: "Anywhere",
        keys: [
          [["/"], "Search"],
          [["M"], "Go to the map"],
          [["C"], "Copy the position of the pointer, or of the map's middle when the pointer is elsewhere"],
          [["Esc"], "In turn: cancel drawing, remove the marker, close the right panel"],
          [["Tab", "Shift Tab"], "Next and previous control"],
          [["?"], "Open this list"],
        ],
      },
      {
        title: "On the map",
        keys: [
          [["←", "↑", "→", "↓"], "Pan"],
          [["+", "−"], "Zoom"],
          [["N", "Shift N"], "Point at the features around the cross, one after the other"],
          [["Enter"], "Open the feature pointed at; zoom in where there are only counts"],
        ],
      },
      {
        title: "While drawing or measuring",
        keys: [
          [["Space"], "Add a point at the cross"],
          [["Enter"], "End"],
          [["Esc"], "Cancel"],
        ],
      },
      {
        title: "In the search box",
        keys: [
          [["↑", "↓"], "Choose a result"],
          [["Enter"], "Go to it"],
          [["Esc"], "Fold the results, then clear, then back to the map"],
        ],
      },
    ],
  },
};
