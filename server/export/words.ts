import type { Title } from "#data/layers/define.ts";

export type Language = keyof Title;

/** What stands in files that the server writes. Column titles are those of the page's own exports, and the importer knows them. */
interface ExportWords {
  readonly columns: Readonly<
    Record<"code" | "name" | "districtCode" | "source" | "observedOn" | "positionErrorM" | "wkt", string>
  >;
  readonly places: Readonly<
    Record<"degrees" | "gcj02" | "projected", readonly [longitudeOrEast: string, latitudeOrNorth: string]>
  >;
  readonly yes: string;
  readonly no: string;
  readonly sheets: { readonly facts: string };
  readonly item: string;
  readonly content: string;
  readonly facts: Readonly<
    Record<
      | "layer"
      | "description"
      | "rows"
      | "sources"
      | "dataDate"
      | "revision"
      | "asOf"
      | "filter"
      | "box"
      | "selection"
      | "crs"
      | "personal"
      | "gaps"
      | "licence"
      | "madeAt"
      | "demo"
      | "remark",
      string
    >
  >;
  readonly rows: (count: number) => string;
  readonly moreSources: string;
  readonly unknown: string;
  readonly present: string;
  readonly none: string;
  readonly selection: (asked: number) => string;
  readonly personalLeftOut: (titles: string) => string;
  readonly noPersonal: string;
  readonly gaps: string;
  readonly licence: string;
  readonly demo: string;
  readonly gcj02: string;
  readonly axes: string;
  readonly longOutlines: (count: number, codes: string) => string;
  readonly leftOut: (count: number, codes: string) => string;
  readonly fileEmpty: string;
  readonly fileDemo: string;
  readonly and: string;
}

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  zh: {
    columns: {
      code: "编号",
      name: "名称",
      districtCode: "行政区划代码",
      source: "数据来源",
      observedOn: "数据日期",
      positionErrorM: "定位误差 (m)",
      wkt: "图形(WKT)",
    },
    places: {
      degrees: ["经度", "纬度"],
      gcj02: ["经度(GCJ-02)", "纬度(GCJ-02)"],
      projected: ["东坐标(m)", "北坐标(m)"],
    },
    yes: "是",
    no: "否",
    sheets: { facts: "说明" },
    item: "项目",
    content: "内容",
    facts: {
      layer: "图层",
      description: "图层说明",
      rows: "记录数",
      sources: "数据来源",
      dataDate: "数据日期",
      revision: "数据版本",
      asOf: "截至",
      filter: "筛选条件",
      box: "范围（西,南,东,北）",
      selection: "选择",
      crs: "坐标系",
      personal: "个人信息",
      gaps: "空白",
      licence: "使用须知",
      madeAt: "导出时间",
      demo: "数据性质",
      remark: "注意",
    },
    rows: (count) => (count === 0 ? "0（没有符合条件的记录）" : String(count)),
    moreSources: "等",
    unknown: "未知",
    present: "当前",
    none: "无",
    selection: (asked) => `指定的 ${asked} 个要素`,
    personalLeftOut: (titles) => `未导出：${titles}`,
    noPersonal: "该图层没有个人信息字段",
    gaps: "未知",
    licence: "数据归数据来源单位所有，仅供安全监管工作使用；转发、公开须经其同意。",
    demo: "演示数据：名称和数字均为虚构",
    gcj02: "坐标为 GCJ-02（火星坐标），只用于在国内互联网地图上显示，不可用于量距、缓冲分析，也不可当作 WGS84 使用",
    axes: "第一坐标向东（横坐标），第二坐标向北（纵坐标）",
    longOutlines: (count, codes) =>
      `${count} 个要素的图形超过单元格 32767 个字符的上限，未写入：${codes}。完整图形请导出 GeoJSON、GeoPackage 或 Shapefile`,
    leftOut: (count, codes) => `${count} 个要素的图形无法读取，未导出：${codes}`,
    fileEmpty: "无记录",
    fileDemo: "演示数据",
    and: "、",
  },
  en: {
    columns: {
      code: "Code",
      name: "Name",
      districtCode: "District code",
      source: "Source",
      observedOn: "Observed on",
      positionErrorM: "Position error (m)",
      wkt: "Outline (WKT)",
    },
    places: {
      degrees: ["Longitude", "Latitude"],
      gcj02: ["Longitude (GCJ-02)", "Latitude (GCJ-02)"],
      projected: ["Easting (m)", "Northing (m)"],
    },
    yes: "yes",
    no: "no",
    sheets: { facts: "About" },
    item: "Item",
    content: "Content",
    facts: {
      layer: "Layer",
      description: "What the layer is",
      rows: "Rows",
      sources: "Sources",
      dataDate: "Data date",
      revision: "Revision",
      asOf: "As of",
      filter: "Filter",
      box: "Box (west, south, east, north)",
      selection: "Selection",
      crs: "Coordinates",
      personal: "Personal data",
      gaps: "Empty cells",
      licence: "Terms",
      madeAt: "Exported at",
      demo: "Nature of the data",
      remark: "Note",
    },
    rows: (count) => (count === 0 ? "0 (nothing meets the conditions)" : String(count)),
    moreSources: "and others",
    unknown: "unknown",
    present: "now",
    none: "none",
    selection: (asked) => `${asked} named features`,
    personalLeftOut: (titles) => `left out: ${titles}`,
    noPersonal: "the layer has no personal fields",
    gaps: "not known",
    licence:
      "The data belongs to the offices named as its sources and serves safety supervision; passing it on needs their consent.",
    demo: "Demonstration data: names and figures are invented",
    gcj02:
      "Coordinates are GCJ-02, for display on Chinese web maps only: not for measuring or buffers, and not to be taken for WGS84",
    axes: "The first coordinate is the easting, the second the northing",
    longOutlines: (count, codes) =>
      `The outlines of ${count} features are longer than the 32,767 characters of a cell and were left out: ${codes}. Export GeoJSON, GeoPackage or Shapefile for whole outlines`,
    leftOut: (count, codes) => `${count} features whose geometry cannot be read were left out: ${codes}`,
    fileEmpty: "no-records",
    fileDemo: "demo-data",
    and: ", ",
  },
};
