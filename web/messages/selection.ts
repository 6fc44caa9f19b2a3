import type { GeometryProblemCode } from "#data/geometry/validity.ts";
import type { Catalogue } from "./words.ts";

/** What the selection panel says. */
interface SelectionWords {
  readonly hint: string;
  readonly box: string;
  readonly polygon: string;
  readonly boxHint: string;
  readonly polygonHint: string;
  readonly cancel: string;
  readonly mostAreas: (most: number) => string;
  readonly mostSingle: (most: number) => string;
  readonly areas: (count: number) => string;
  readonly removeArea: (place: number) => string;
  readonly refused: Partial<Readonly<Record<GeometryProblemCode, string>>> & { readonly other: string };
  readonly clear: string;
  readonly zoom: string;
  readonly selected: (count: number) => string;
  readonly nothing: string;
  readonly nothingInAreas: string;
  readonly asOrigin: string;
  readonly asOriginOf: (layer: string) => string;
  readonly tooMany: (count: number, most: number) => string;
  readonly unknown: (count: number) => string;
  readonly list: string;
  readonly collapse: (layer: string) => string;
  readonly remove: (name: string) => string;
  readonly shownOnly: string;
}

export const SELECTION_WORDS: Catalogue<SelectionWords> = {
  zh: {
    hint: "点击要素选中一个，按住 Shift 或 Ctrl 点击加选或取消；也可以框选或画多边形。",
    box: "框选",
    polygon: "多边形选",
    boxHint: "拖出一个矩形，Esc 取消",
    polygonHint: "依次点击顶点，点回第一点闭合，Esc 取消",
    cancel: "取消绘制",
    mostAreas: (most) => `最多 ${most} 个范围，请先移除一个`,
    mostSingle: (most) => `逐个加选或移除各最多 ${most} 个，更多请用范围选择`,
    areas: (count) => `${count} 个范围`,
    removeArea: (place) => `移除范围 ${place}`,
    refused: {
      "self-crossing": "多边形的边互相交叉，无法判断内外，请重新绘制",
      "zero-area": "范围没有围出面积，请重新绘制",
      "too-wide": "范围过大，请缩小后再选",
      other: "这个范围无法使用，请重新绘制",
    },
    clear: "全部清除",
    zoom: "缩放到所选",
    selected: (count) => `已选 ${count} 个要素`,
    nothing: "还没有选中要素。",
    nothingInAreas: "范围内没有显示中的要素。",
    asOrigin: "作为起点",
    asOriginOf: (layer) => `以所选${layer}为缓冲分析的起点`,
    tooMany: (count, most) => `${count} 个要素超过起点上限 ${most} 个，请缩小选择`,
    unknown: (count) => `${count} 项未知`,
    list: "所选要素清单",
    collapse: (layer) => `展开或收起${layer}`,
    remove: (name) => `移除 ${name}`,
    shownOnly: "范围只选取已打开图层中通过筛选的要素。",
  },
  en: {
    hint: "Click a feature to select it; hold Shift or Ctrl to add or take out; or draw a box or an area.",
    box: "Box",
    polygon: "Area",
    boxHint: "Drag a box; Esc cancels",
    polygonHint: "Click the corners, then the first one again to close; Esc cancels",
    cancel: "Stop drawing",
    mostAreas: (most) => `At most ${most} areas: remove one first`,
    mostSingle: (most) => `At most ${most} features one by one: use areas for more`,
    areas: (count) => (count === 1 ? "1 area" : `${count} areas`),
    removeArea: (place) => `Remove area ${place}`,
    refused: {
      "self-crossing": "Its edges cross, so inside and outside cannot be told; please draw it again",
      "zero-area": "The area encloses nothing; please draw it again",
      "too-wide": "The area is too large; please draw a smaller one",
      other: "This area cannot be used; please draw it again",
    },
    clear: "Clear all",
    zoom: "Zoom to it",
    selected: (count) => (count === 1 ? "1 feature selected" : `${count} features selected`),
    nothing: "Nothing is selected yet.",
    nothingInAreas: "No feature shown lies in the areas.",
    asOrigin: "As origin",
    asOriginOf: (layer) => `Measure rings from the selected features of ${layer}`,
    tooMany: (count, most) => `${count} features are more than the ${most} that an origin can have: select fewer`,
    unknown: (count) => `${count} unknown`,
    list: "Selected features",
    collapse: (layer) => `Open or close ${layer}`,
    remove: (name) => `Take out ${name}`,
    shownOnly: "Areas select only features of layers that are on, and only those that pass the filters.",
  },
};
