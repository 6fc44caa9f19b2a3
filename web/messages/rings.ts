import type { GeometryProblemCode } from "#data/geometry/validity.ts";
import type { Catalogue } from "./words.ts";

/** What the ring panel says. */
interface RingWords {
  readonly origin: string;
  readonly clickMap: string;
  readonly draw: Readonly<Record<"point" | "line" | "polygon", string>>;
  readonly drawHint: Readonly<Record<"point" | "line" | "polygon", string>>;
  readonly cancel: string;
  readonly fromSelection: string;
  readonly nothingSelected: string;
  readonly tooMany: (count: number, most: number) => string;
  readonly clear: string;
  readonly showOrigin: string;
  readonly originGone: string;
  readonly shapes: Readonly<Record<"Point" | "LineString" | "Polygon", string>>;
  readonly vertices: (count: number) => string;
  readonly several: (layer: string, count: number) => string;
  readonly radii: string;
  readonly radius: (place: number) => string;
  readonly radiusSlider: (place: number) => string;
  readonly addRadius: string;
  readonly removeRadius: (radius: string) => string;
  readonly presets: string;
  readonly mode: string;
  readonly modes: Readonly<Record<"merged" | "each", string>>;
  readonly modeHints: Readonly<Record<"merged" | "each", string>>;
  readonly layers: (count: number) => string;
  readonly layersAsked: string;
  readonly standardLayers: string;
  readonly pending: string;
  readonly tabs: Readonly<Record<"matrix" | "list" | "groups", string>>;
  readonly layer: string;
  readonly within: (radius: string) => string;
  readonly all: string;
  readonly cell: (count: number, band: number, uncertain: number) => string;
  readonly matrixHint: string;
  readonly details: (layer: string) => string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly unknown: (count: number) => string;
  readonly uncertain: string;
  readonly worst: string;
  readonly nearest: string;
  readonly none: string;
  readonly nothing: (radius: string) => string;
  readonly allLayers: string;
  readonly filterByLayer: string;
  readonly listed: (listed: number, found: number) => string;
  readonly list: string;
  readonly mayBeWithin: (error: string, radius: string) => string;
  readonly mayBeBeyond: (error: string, radius: string) => string;
  readonly groups: string;
  readonly countOf: string;
  readonly sortBy: (radius: string) => string;
  readonly moreOrigins: (count: number) => string;
  readonly fewerOrigins: string;
  readonly filtered: (layers: string) => string;
  readonly rule: string;
  readonly revisions: string;
  readonly revision: (layer: string, revision: number) => string;
  readonly refused: string;
  readonly refusedField: Readonly<Record<"geometry" | "ids" | "radiiM" | "filters", string>>;
  readonly problems: Readonly<Record<GeometryProblemCode, string>>;
  readonly idsGone: string;
  readonly allowed: (allowed: string) => string;
  readonly showPlace: string;
}

export const RING_WORDS: Catalogue<RingWords> = {
  zh: {
    origin: "起点",
    clickMap: "点击地图上的任意位置或要素，即以它为起点；也可以绘制，或取用所选要素。",
    draw: { point: "画点", line: "画线", polygon: "画面" },
    drawHint: {
      point: "在地图上点一下放置起点，Esc 取消",
      line: "依次点击折点，再点最后一点结束，Esc 取消",
      polygon: "依次点击顶点，点回第一点闭合，Esc 取消",
    },
    cancel: "取消绘制",
    fromSelection: "所选要素",
    nothingSelected: "还没有选中要素：用“选择”工具，或按住 Shift 点击地图",
    tooMany: (count, most) => `${count} 个，超过起点上限 ${most} 个`,
    clear: "清除起点",
    showOrigin: "定位到起点",
    originGone: "起点要素已不在台账中",
    shapes: { Point: "点", LineString: "线", Polygon: "多边形" },
    vertices: (count) => `${count} 个顶点`,
    several: (layer, count) => `${layer} ${count} 个要素`,
    radii: "半径",
    radius: (place) => `第 ${place} 个半径（米）`,
    radiusSlider: (place) => `调节第 ${place} 个半径`,
    addRadius: "添加半径",
    removeRadius: (radius) => `删除半径 ${radius}`,
    presets: "常用",
    mode: "多个起点",
    modes: { merged: "合并", each: "分别" },
    modeHints: { merged: "每个要素只按最近的起点计一次", each: "另外列出每个起点各自的数量" },
    layers: (count) => `参与图层 ${count} 个`,
    layersAsked: "参与图层",
    standardLayers: "恢复为台账和防护目标",
    pending: "计算中…",
    tabs: { matrix: "汇总", list: "清单", groups: "各起点" },
    layer: "图层",
    within: (radius) => `≤ ${radius}`,
    all: "合计",
    cell: (count, band, uncertain) =>
      `环内 ${count}，其中本环带 ${band}${uncertain > 0 ? `，可能在内或在外 ${uncertain}` : ""}`,
    matrixHint: "上行为环内累计数量；下行 + 为本环带内数量，± 为定位误差跨越环边界、可能在内或在外的数量。",
    details: (layer) => `${layer}的合计与最严重项`,
    openAll: "全部展开",
    closeAll: "全部收起",
    unknown: (count) => `${count} 项未知`,
    uncertain: "可能在内/外",
    worst: "最严重项",
    nearest: "最近项",
    none: "无",
    nothing: (radius) => `${radius} 以内没有参与图层的要素`,
    allLayers: "全部图层",
    filterByLayer: "按图层筛选清单",
    listed: (listed, found) => (listed === found ? `共 ${found} 项` : `列出最近 ${listed} 项，共 ${found} 项`),
    list: "环内要素清单，按距离排序",
    mayBeWithin: (error, radius) => `定位误差 ±${error}：可能在 ${radius} 以内`,
    mayBeBeyond: (error, radius) => `定位误差 ±${error}：可能在 ${radius} 以外`,
    groups: "各起点周围的数量",
    countOf: "统计图层",
    sortBy: (radius) => `按 ${radius} 内数量排序`,
    moreOrigins: (count) => `显示全部 ${count} 个起点`,
    fewerOrigins: "只显示前 20 个",
    filtered: (layers) => `图层面板的筛选在此同样生效：${layers}`,
    rule: "距离为轮廓到轮廓的最短水平距离（无轮廓的取点）；恰好等于半径的计入环内；起点本身不计。",
    revisions: "数据版本",
    revision: (layer, revision) => `${layer} 第 ${revision} 版`,
    refused: "无法计算",
    refusedField: { geometry: "起点图形", ids: "起点要素", radiiM: "半径", filters: "筛选条件" },
    problems: {
      empty: "图形没有任何位置",
      "too-many-vertices": "顶点过多",
      "too-few-vertices": "顶点太少",
      "not-closed": "多边形没有闭合",
      "zero-area": "多边形没有围出面积",
      "self-crossing": "多边形的边互相交叉，无法判断内外，请重新绘制",
      "too-wide": "图形跨度过大，无法在同一平面上量取",
    },
    idsGone: "有起点要素已不在台账中，请重新选择",
    allowed: (allowed) => `允许：${allowed}`,
    showPlace: "查看交叉处",
  },
  en: {
    origin: "Origin",
    clickMap: "Click any place or feature on the map to measure from it; or draw, or take the selected features.",
    draw: { point: "Point", line: "Line", polygon: "Area" },
    drawHint: {
      point: "Click where the point shall be; Esc cancels",
      line: "Click the bends, then the last one again to finish; Esc cancels",
      polygon: "Click the corners, then the first one again to close; Esc cancels",
    },
    cancel: "Stop drawing",
    fromSelection: "Selected",
    nothingSelected: "Nothing is selected: use the selection tool, or click features while holding Shift",
    tooMany: (count, most) => `${count} features, more than the ${most} that an origin can have`,
    clear: "Clear the origin",
    showOrigin: "Show the origin",
    originGone: "The origin is no longer in the ledger",
    shapes: { Point: "Point", LineString: "Line", Polygon: "Area" },
    vertices: (count) => `${count} vertices`,
    several: (layer, count) => `${layer}: ${count} features`,
    radii: "Radii",
    radius: (place) => `Radius ${place} in metres`,
    radiusSlider: (place) => `Move radius ${place}`,
    addRadius: "Add a radius",
    removeRadius: (radius) => `Remove the radius ${radius}`,
    presets: "Presets",
    mode: "Several origins",
    modes: { merged: "Together", each: "Each" },
    modeHints: {
      merged: "Every feature counts once, with its nearest origin",
      each: "Also lists the counts of each origin by itself",
    },
    layers: (count) => `${count} layers asked`,
    layersAsked: "Layers asked",
    standardLayers: "Back to ledgers and protection targets",
    pending: "Working…",
    tabs: { matrix: "Totals", list: "List", groups: "Each origin" },
    layer: "Layer",
    within: (radius) => `≤ ${radius}`,
    all: "All",
    cell: (count, band, uncertain) =>
      `${count} inside, ${band} of them in this band${uncertain > 0 ? `, ${uncertain} may be in or out` : ""}`,
    matrixHint:
      "Above: all inside the ring. Below: + in this band alone, ± may be in or out because the stated position error reaches across the edge.",
    details: (layer) => `Sums and worst item of ${layer}`,
    openAll: "Open all",
    closeAll: "Close all",
    unknown: (count) => `${count} unknown`,
    uncertain: "May be in or out",
    worst: "Worst",
    nearest: "Nearest",
    none: "none",
    nothing: (radius) => `Nothing of the layers asked lies within ${radius}`,
    allLayers: "All layers",
    filterByLayer: "Show one layer of the list",
    listed: (listed, found) => (listed === found ? `${found} in all` : `nearest ${listed} of ${found}`),
    list: "Features inside the rings, nearest first",
    mayBeWithin: (error, radius) => `position error ±${error}: may be within ${radius}`,
    mayBeBeyond: (error, radius) => `position error ±${error}: may be beyond ${radius}`,
    groups: "Counts around each origin",
    countOf: "Layer counted",
    sortBy: (radius) => `Sort by the count within ${radius}`,
    moreOrigins: (count) => `Show all ${count} origins`,
    fewerOrigins: "Show the first 20 only",
    filtered: (layers) => `The layer panel's filters apply here too: ${layers}`,
    rule: "Distances are the shortest horizontal ones, outline to outline (from the point where there is no outline). Exactly at a radius is inside; the origins themselves never count.",
    revisions: "Revisions",
    revision: (layer, revision) => `${layer} ${revision}`,
    refused: "This cannot be worked out",
    refusedField: { geometry: "Origin's shape", ids: "Origin", radiiM: "Radii", filters: "Filter" },
    problems: {
      empty: "the shape has no positions",
      "too-many-vertices": "too many vertices",
      "too-few-vertices": "too few vertices",
      "not-closed": "the area is not closed",
      "zero-area": "the area encloses nothing",
      "self-crossing": "its edges cross, so inside and outside cannot be told; please draw it again",
      "too-wide": "the shape is too wide to be measured on one plane",
    },
    idsGone: "an origin is no longer in its ledger; please choose again",
    allowed: (allowed) => `allowed: ${allowed}`,
    showPlace: "Show the crossing",
  },
};
