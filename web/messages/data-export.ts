import type { ExportFormatId } from "../api.ts";
import type { Catalogue } from "./words.ts";

/** How positions are written. */
export type ExportCrs = "wgs84" | "cgcs2000-gk" | "gcj02";

/** The form that hands a layer out as a file. */
interface DataExportWords {
  readonly title: string;
  readonly exportLayer: string;
  readonly layer: string;
  readonly chooseLayer: string;
  readonly format: string;
  readonly formats: Readonly<Record<ExportFormatId, string>>;
  readonly crs: string;
  readonly crses: Readonly<Record<ExportCrs, string>>;
  readonly crsHints: Readonly<Record<ExportCrs, string>>;
  readonly kmlOnly: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly filterProblem: string;
  readonly asOf: string;
  readonly asOfHint: string;
  readonly language: string;
  readonly languages: Readonly<Record<"zh" | "en", string>>;
  readonly button: string;
  readonly working: string;
  readonly stop: string;
  readonly done: (file: string, size: string) => string;
  readonly personal: string;
}

export const DATA_EXPORT_WORDS: Catalogue<DataExportWords> = {
  zh: {
    title: "导出",
    exportLayer: "导出为文件…",
    layer: "图层",
    chooseLayer: "选择图层",
    format: "格式",
    formats: {
      xlsx: "Excel 工作簿（.xlsx）",
      csv: "CSV 文本表格",
      geojson: "GeoJSON",
      gpkg: "GeoPackage（.gpkg）",
      shp: "Shapefile（.zip，附字段对照）",
      kml: "KML",
    },
    crs: "坐标系",
    crses: { wgs84: "WGS84 经纬度", "cgcs2000-gk": "CGCS2000 高斯-克吕格（园区所在 3 度带）", gcj02: "GCJ-02" },
    crsHints: {
      wgs84: "与台账一致，数值原样写出。",
      "cgcs2000-gk": "单位为米，东坐标带带号，用于测绘和规划图。",
      gcj02: "⚠ 仅供在高德、腾讯地图上显示。坐标已偏移 100–600 米，不可用于量距、缓冲分析或移交其他单位。",
    },
    kmlOnly: "KML 只能使用 WGS84",
    filter: "筛选条件",
    filterHint: "CQL2 文本，如 risk = 'red'；不填则导出全部。带有地图上当前的筛选。",
    filterProblem: "筛选条件有误",
    asOf: "截至日期",
    asOfHint: "不填为当前",
    language: "表头和代码的语言",
    languages: { zh: "中文", en: "English" },
    button: "导出文件",
    working: "正在生成文件…",
    stop: "停止",
    done: (file, size) => `已导出 ${file}（${size}）`,
    personal: "个人信息不会写入文件；导出的文件可以再导入，不会产生变化。",
  },
  en: {
    title: "Export",
    exportLayer: "Export as a file…",
    layer: "Layer",
    chooseLayer: "Choose a layer",
    format: "Format",
    formats: {
      xlsx: "Excel workbook (.xlsx)",
      csv: "CSV table",
      geojson: "GeoJSON",
      gpkg: "GeoPackage (.gpkg)",
      shp: "Shapefile (.zip, with a legend of its fields)",
      kml: "KML",
    },
    crs: "Coordinates",
    crses: {
      wgs84: "WGS84 longitude and latitude",
      "cgcs2000-gk": "CGCS2000 Gauss-Kruger (3-degree zone here)",
      gcj02: "GCJ-02",
    },
    crsHints: {
      wgs84: "As in the ledger, to the last digit.",
      "cgcs2000-gk": "Metres, the zone's number before the easting: for surveys and plans.",
      gcj02:
        "⚠ For display on AMap and Tencent maps only. Places are 100 to 600 m off: not for distances, buffers or other offices.",
    },
    kmlOnly: "KML is always in WGS84",
    filter: "Filter",
    filterHint: "CQL2 text such as risk = 'red'; empty: all. Begins with the map's filter.",
    filterProblem: "The filter has an error",
    asOf: "As of",
    asOfHint: "Empty: now",
    language: "Language of headers and codes",
    languages: { zh: "中文", en: "English" },
    button: "Export",
    working: "Writing the file…",
    stop: "Stop",
    done: (file, size) => `Exported ${file} (${size})`,
    personal: "Personal fields are left out. What is exported and imported again changes nothing.",
  },
};
