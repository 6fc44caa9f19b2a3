import type { Catalogue } from "./words.ts";

/** What stands in exported files and on the button that makes them. */
interface ExportWords {
  readonly export: string;
  readonly formats: Readonly<Record<"xlsx" | "csv" | "geojson", string>>;
  readonly exported: (file: string) => string;
  readonly failed: string;
  readonly changed: string;
  readonly demo: string;
  readonly sheets: Readonly<Record<"list" | "parameters" | "totals", string>>;
  readonly fileRings: string;
  readonly fileSelection: string;
  readonly features: (count: number) => string;
  readonly columns: Readonly<
    Record<
      | "layer"
      | "code"
      | "name"
      | "grade"
      | "district"
      | "source"
      | "observedOn"
      | "positionErrorM"
      | "longitude"
      | "latitude"
      | "distanceM"
      | "ringM"
      | "edge"
      | "origin"
      | "item"
      | "content"
      | "measure"
      | "unit"
      | "value"
      | "unknown",
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly mayBeWithin: (radius: string) => string;
  readonly mayBeBeyond: (radius: string) => string;
  readonly measures: Readonly<Record<"area" | "count" | "bandCount" | "uncertainCount", string>>;
  readonly allOrigins: string;
  readonly parameters: Readonly<
    Record<
      | "kind"
      | "origin"
      | "originShape"
      | "originCodes"
      | "radii"
      | "mode"
      | "layers"
      | "listed"
      | "rule"
      | "gaps"
      | "datum"
      | "time"
      | "data"
      | "areas"
      | "single"
      | "removed",
      string
    >
  >;
  readonly rings: string;
  readonly selection: string;
  readonly modes: Readonly<Record<"merged" | "each", string>>;
  readonly shapes: Readonly<Record<"Point" | "LineString" | "Polygon", string>>;
  readonly filterOf: (layer: string) => string;
  readonly revisionOf: (layer: string) => string;
  readonly revision: (revision: number, dataDate: string | null) => string;
  readonly listed: (listed: number, found: number) => string;
  readonly rule: string;
  readonly gaps: string;
  readonly demoNote: string;
  readonly and: string;
}

export const EXPORT_WORDS: Catalogue<ExportWords> = {
  zh: {
    export: "导出",
    formats: {
      xlsx: "Excel 工作簿（清单、参数、分图层全部字段）",
      csv: "CSV 清单",
      geojson: "GeoJSON（图形与属性，WGS84）",
    },
    exported: (file) => `已导出 ${file}`,
    failed: "导出失败，文件没有生成",
    changed: "台账刚刚更新，请再导出一次",
    demo: "演示数据",
    sheets: { list: "清单", parameters: "参数", totals: "合计" },
    fileRings: "缓冲分析",
    fileSelection: "所选要素",
    features: (count) => `${count}个要素`,
    columns: {
      layer: "图层",
      code: "编号",
      name: "名称",
      grade: "等级",
      district: "镇街",
      source: "数据来源",
      observedOn: "数据日期",
      positionErrorM: "定位误差 (m)",
      longitude: "经度",
      latitude: "纬度",
      distanceM: "距离 (m)",
      ringM: "所在环 (m)",
      edge: "环边界",
      origin: "最近起点",
      item: "项目",
      content: "内容",
      measure: "指标",
      unit: "单位",
      value: "数值",
      unknown: "未知项数",
    },
    yes: "是",
    no: "否",
    mayBeWithin: (radius) => `可能在 ${radius} 以内`,
    mayBeBeyond: (radius) => `可能在 ${radius} 以外`,
    measures: { area: "环内面积", count: "数量", bandCount: "其中本环带内", uncertainCount: "可能在内或在外" },
    allOrigins: "全部起点合并",
    parameters: {
      kind: "内容",
      origin: "起点",
      originShape: "起点图形 (GeoJSON)",
      originCodes: "起点编号",
      radii: "半径 (m)",
      mode: "多个起点",
      layers: "参与图层",
      listed: "清单",
      rule: "量取规则",
      gaps: "空白单元格",
      datum: "坐标",
      time: "导出时间",
      data: "数据性质",
      areas: "选择范围",
      single: "逐个加选",
      removed: "逐个移除",
    },
    rings: "缓冲分析",
    selection: "所选要素",
    modes: { merged: "合并", each: "分别统计" },
    shapes: { Point: "点", LineString: "线", Polygon: "多边形" },
    filterOf: (layer) => `筛选：${layer}`,
    revisionOf: (layer) => `数据版本：${layer}`,
    revision: (revision, dataDate) => `第 ${revision} 版，数据截至 ${dataDate ?? "未知"}`,
    listed: (listed, found) =>
      listed === found ? `全部 ${found} 项` : `距离最近的 ${listed} 项，共 ${found} 项；数量与合计不受影响`,
    rule: "轮廓到轮廓的最短水平距离；无轮廓的要素以点量取。恰好等于半径的计入环内，起点本身不计。",
    gaps: "未知",
    demoNote: "演示数据：名称和数字均为虚构",
    and: "、",
  },
  en: {
    export: "Export",
    formats: {
      xlsx: "Excel workbook (list, parameters, all fields by layer)",
      csv: "CSV list",
      geojson: "GeoJSON (shapes and properties, WGS84)",
    },
    exported: (file) => `Exported ${file}`,
    failed: "The export failed; no file was made",
    changed: "The ledgers have just changed: please export again",
    demo: "demo-data",
    sheets: { list: "List", parameters: "Parameters", totals: "Totals" },
    fileRings: "rings",
    fileSelection: "selection",
    features: (count) => `${count}-features`,
    columns: {
      layer: "Layer",
      code: "Code",
      name: "Name",
      grade: "Grade",
      district: "District",
      source: "Source",
      observedOn: "Observed on",
      positionErrorM: "Position error (m)",
      longitude: "Longitude",
      latitude: "Latitude",
      distanceM: "Distance (m)",
      ringM: "Ring (m)",
      edge: "Ring's edge",
      origin: "Nearest origin",
      item: "Item",
      content: "Content",
      measure: "Measure",
      unit: "Unit",
      value: "Value",
      unknown: "Not known",
    },
    yes: "yes",
    no: "no",
    mayBeWithin: (radius) => `may be within ${radius}`,
    mayBeBeyond: (radius) => `may be beyond ${radius}`,
    measures: {
      area: "Area inside",
      count: "Count",
      bandCount: "Of these in this band",
      uncertainCount: "May be in or out",
    },
    allOrigins: "All origins together",
    parameters: {
      kind: "Content",
      origin: "Origin",
      originShape: "Origin's shape (GeoJSON)",
      originCodes: "Origins' codes",
      radii: "Radii (m)",
      mode: "Several origins",
      layers: "Layers asked",
      listed: "List",
      rule: "Measuring rule",
      gaps: "Empty cells",
      datum: "Coordinates",
      time: "Exported at",
      data: "Nature of the data",
      areas: "Selected areas",
      single: "Added one by one",
      removed: "Taken out one by one",
    },
    rings: "Rings",
    selection: "Selected features",
    modes: { merged: "Together", each: "Each by itself" },
    shapes: { Point: "Point", LineString: "Line", Polygon: "Polygon" },
    filterOf: (layer) => `Filter: ${layer}`,
    revisionOf: (layer) => `Revision: ${layer}`,
    revision: (revision, dataDate) => `revision ${revision}, data to ${dataDate ?? "unknown"}`,
    listed: (listed, found) =>
      listed === found ? `all ${found}` : `the nearest ${listed} of ${found}; counts and sums are complete`,
    rule: "Shortest horizontal distance, outline to outline; features without an outline are measured at their point. A feature at exactly a radius is inside; the origins themselves never count.",
    gaps: "not known",
    demoNote: "Demonstration data: names and figures are invented",
    and: ", ",
  },
};
