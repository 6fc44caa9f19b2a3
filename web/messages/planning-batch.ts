import type { BatchView, ParcelResult } from "../api-batches.ts";
import type { Catalogue } from "./words.ts";

type State = BatchView["state"];
type ParcelProblemCode = NonNullable<ParcelResult["problem"]>["code"];

/** Why a file of parcels as a whole is not checked; what else keeps a file from being read is in `REMARK_WORDS`. */
export type BatchProblemCode = "no-boundaries" | "no-table" | "no-column" | "too-many-parcels" | "no-parcels";

/** Whole plans, parcel by parcel. */
interface BatchWords {
  readonly file: string;
  readonly pick: string;
  readonly dropHint: string;
  readonly tooLarge: string;
  readonly ways: Readonly<Record<"one" | "column", string>>;
  readonly wayLabel: string;
  readonly useNow: string;
  readonly asked: (questions: string) => string;
  readonly column: string;
  readonly columnHint: string;
  readonly code: string;
  readonly addCode: string;
  readonly removeCode: (code: string) => string;
  readonly codes: string;
  readonly noCodes: string;
  readonly datum: string;
  readonly datums: Readonly<Record<"declared" | "wgs84" | "cgcs2000" | "gcj02" | "bd09" | "other", string>>;
  readonly otherDatum: string;
  readonly positionError: string;
  readonly by: string;
  readonly start: string;
  readonly sending: string;
  readonly newBatch: string;
  readonly earlier: string;
  readonly batchName: (file: string, at: string, parcels: string) => string;
  readonly states: Readonly<Record<State, string>>;
  readonly progress: (done: string, of: string) => string;
  readonly cancel: string;
  readonly failed: string;
  readonly problems: Readonly<Record<BatchProblemCode, string>>;
  readonly parcelProblems: Readonly<Record<ParcelProblemCode, string>>;
  readonly unchecked: string;
  readonly showing: string;
  readonly columns: Readonly<Record<"parcel" | "demand" | "margin" | "why", string>>;
  readonly demand: (required: string) => string;
  readonly nearest: (neighbour: string, clause: string) => string;
  readonly nothingNear: string;
  readonly show: (name: string) => string;
  readonly place: (number: number) => string;
  readonly none: string;
  readonly downloads: Readonly<Record<"xlsx" | "geojson", string>>;
  readonly footer: (edition: string, datum: string) => string;
  readonly revisions: string;
  readonly took: (seconds: string) => string;
  readonly unverified: (count: number) => string;
}

export const BATCH_WORDS: Catalogue<BatchWords> = {
  zh: {
    file: "地块文件",
    pick: "选择文件…",
    dropHint: "或拖到这里。GeoJSON、Shapefile（zip）、GeoPackage 或 KML，最多 1,000 个地块。",
    tooLarge: "文件超过 100 MB",
    ways: { one: "全部同一用途", column: "按列中代码" },
    wayLabel: "用途的给法",
    useNow: "用途（与“核查”当前方案相同）",
    asked: (questions) => `还须填写：${questions}`,
    column: "用途所在列",
    columnHint: "列名，如 用途",
    code: "代码",
    addCode: "此代码即上面的用途",
    removeCode: (code) => `删除代码 ${code}`,
    codes: "代码的含义",
    noCodes: "逐个说明列中的代码：在上面选好用途，写下代码，加入。",
    datum: "坐标系",
    datums: {
      declared: "以文件声明为准（未声明按 WGS84）",
      wgs84: "WGS84 经纬度",
      cgcs2000: "CGCS2000 经纬度",
      gcj02: "GCJ-02（高德、腾讯地图）",
      bd09: "BD-09（百度地图）",
      other: "其他…",
    },
    otherDatum: "如 EPSG:4549",
    positionError: "边界中误差（σ）",
    by: "核查人",
    start: "开始核查",
    sending: "上传中…",
    newBatch: "新的一批",
    earlier: "已核查的批次",
    batchName: (file, at, parcels) => `${file} · ${at} · ${parcels} 个地块`,
    states: {
      receiving: "等待文件",
      reading: "读取文件",
      checking: "核查中",
      done: "已完成",
      failed: "未能核查",
      cancelled: "已取消",
    },
    progress: (done, of) => `${done} / ${of} 个地块`,
    cancel: "取消",
    failed: "这个文件不能核查",
    problems: {
      "no-boundaries": "文件里没有边界",
      "no-table": "没有这个图层",
      "no-column": "没有这一列",
      "too-many-parcels": "一次最多核查 1,000 个地块",
      "no-parcels": "文件里没有地块",
    },
    parcelProblems: {
      "unreadable-row": "该行无法读取",
      "no-geometry": "没有边界",
      geometry: "边界有误",
      "no-use": "没有用途",
      "unknown-use": "用途代码未说明",
    },
    unchecked: "未核查",
    showing: "按结论筛选",
    columns: { parcel: "地块", demand: "要求最高的条文", margin: "最小余量", why: "对象与原因" },
    demand: (required) => `应 ≥ ${required}`,
    nearest: (neighbour, clause) => `${neighbour}（${clause}）`,
    nothingNear: "规则所及范围内没有对象",
    show: (name) => `在地图上定位 ${name}`,
    place: (number) => `第 ${number} 个`,
    none: "没有符合筛选的地块。",
    downloads: { xlsx: "XLSX", geojson: "GeoJSON" },
    footer: (edition, datum) => `规则版本 ${edition} · 坐标系 ${datum}`,
    revisions: "所用图层及其版次",
    took: (seconds) => `用时 ${seconds} s`,
    unverified: (count) => `${count} 条规则待核实`,
  },
  en: {
    file: "File of parcels",
    pick: "Choose a file…",
    dropHint: "or drop it here. GeoJSON, zipped Shapefile, GeoPackage or KML, up to 1,000 parcels.",
    tooLarge: "The file is larger than 100 MB",
    ways: { one: "One use for all", column: "Codes in a column" },
    wayLabel: "How the use is given",
    useNow: "Use (the same as of the variant under Check)",
    asked: (questions) => `Still to be answered: ${questions}`,
    column: "Column of the use",
    columnHint: "its name, such as use",
    code: "Code",
    addCode: "This code means the use above",
    removeCode: (code) => `Remove code ${code}`,
    codes: "What the codes mean",
    noCodes: "Explain each code of the column: choose the use above, write the code, add it.",
    datum: "Coordinates",
    datums: {
      declared: "As the file declares (else WGS84)",
      wgs84: "WGS84 degrees",
      cgcs2000: "CGCS2000 degrees",
      gcj02: "GCJ-02 (Amap, Tencent)",
      bd09: "BD-09 (Baidu)",
      other: "Other…",
    },
    otherDatum: "such as EPSG:4549",
    positionError: "Error of boundaries (σ)",
    by: "Checked by",
    start: "Start the check",
    sending: "Sending…",
    newBatch: "New batch",
    earlier: "Earlier batches",
    batchName: (file, at, parcels) => `${file} · ${at} · ${parcels} parcels`,
    states: {
      receiving: "waiting for the file",
      reading: "reading the file",
      checking: "checking",
      done: "done",
      failed: "not checked",
      cancelled: "cancelled",
    },
    progress: (done, of) => `${done} of ${of} parcels`,
    cancel: "Cancel",
    failed: "This file cannot be checked",
    problems: {
      "no-boundaries": "The file holds no boundaries",
      "no-table": "There is no such layer",
      "no-column": "There is no such column",
      "too-many-parcels": "At most 1,000 parcels are checked at a time",
      "no-parcels": "The file holds no parcel",
    },
    parcelProblems: {
      "unreadable-row": "The row cannot be read",
      "no-geometry": "No boundary",
      geometry: "The boundary is faulty",
      "no-use": "No use",
      "unknown-use": "Use code not explained",
    },
    unchecked: "not checked",
    showing: "Filter by verdict",
    columns: { parcel: "Parcel", demand: "Most demanding rule", margin: "Least margin", why: "Neighbour and reasons" },
    demand: (required) => `≥ ${required}`,
    nearest: (neighbour, clause) => `${neighbour} (${clause})`,
    nothingNear: "Nothing within the reach of the rules",
    show: (name) => `Show ${name} on the map`,
    place: (number) => `no. ${number}`,
    none: "No parcel passes the filter.",
    downloads: { xlsx: "XLSX", geojson: "GeoJSON" },
    footer: (edition, datum) => `Rules ${edition} · ${datum}`,
    revisions: "Layers and their revisions",
    took: (seconds) => `took ${seconds} s`,
    unverified: (count) => `${count} rules to be verified`,
  },
};
