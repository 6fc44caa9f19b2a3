import type { DatumReason, DatumVerdict } from "../api.ts";
import type { Catalogue } from "./words.ts";

/** Coordinate systems by name, and what speaks for and against them. */
export interface DatumWords {
  readonly title: string;
  readonly names: Readonly<
    Record<
      | "wgs84"
      | "cgcs2000"
      | "epsg:4326"
      | "epsg:4490"
      | "gcj02"
      | "bd09"
      | "gcj02-reversed"
      | "bd09-reversed"
      | "epsg:3857",
      string
    >
  >;
  readonly northFirst: (name: string) => string;
  readonly gaussKruger: (degrees: number, meridian: number, zone: number | null) => string;
  readonly ownMeridian: (meridian: string) => string;
  readonly from: Readonly<Record<"person" | "file" | "assumed", string>>;
  readonly now: (name: string, from: string) => string;
  readonly keeps: string;
  readonly ask: string;
  readonly verdicts: Readonly<Record<DatumVerdict, (stated: string, other: string) => string>>;
  readonly reasons: {
    readonly [Code in DatumReason["code"]]: (reason: Extract<DatumReason, { code: Code }>) => string;
  };
  readonly allCandidates: (count: number) => string;
  readonly columns: Readonly<Record<"datum" | "distance" | "onMap" | "inZone", string>>;
  readonly columnHints: Readonly<Record<"distance" | "onMap" | "inZone", string>>;
  readonly implausible: string;
  readonly suggested: string;
  readonly stated: string;
  readonly evidence: (sampled: string, features: string, layers: string) => string;
  readonly noReference: string;
  readonly elsewhere: (distance: string) => string;
  readonly choose: string;
  readonly other: string;
  readonly otherHint: string;
  readonly confirm: string;
  readonly confirmAs: (name: string) => string;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const DATUM_WORDS: Catalogue<DatumWords> = {
  zh: {
    title: "坐标系",
    names: {
      wgs84: "WGS84 经纬度（GPS）",
      cgcs2000: "CGCS2000 经纬度（国家 2000）",
      "epsg:4326": "WGS84 经纬度 (EPSG:4326)",
      "epsg:4490": "CGCS2000 经纬度 (EPSG:4490)",
      gcj02: "GCJ-02（高德、腾讯地图）",
      bd09: "BD-09（百度地图）",
      "gcj02-reversed": "WGS84 被误做过一次 GCJ-02 纠偏",
      "bd09-reversed": "WGS84 被误做过一次 BD-09 纠偏",
      "epsg:3857": "Web 墨卡托 (EPSG:3857)",
    },
    northFirst: (name) => `${name}，北坐标在前`,
    gaussKruger: (degrees, meridian, zone) =>
      `CGCS2000 ${degrees} 度带，中央经线 ${meridian}°${zone === null ? "，无带号" : `，第 ${zone} 带`}`,
    ownMeridian: (meridian) => `自定义横轴墨卡托，中央经线 ${meridian}°`,
    from: { person: "由人指定", file: "文件声明", assumed: "没有说明，暂按此理解" },
    now: (name, from) => `${name}（${from}）`,
    keeps: "无论选哪一种，文件里的原始坐标和坐标系都会随要素一起保留，可以追溯。",
    ask: "请确认坐标系：选错会让位置整体偏移 100–600 米。",
    verdicts: {
      fits: (stated) => `按“${stated}”落点与地图吻合。`,
      "another-fits-better": (stated, other) => `按“${stated}”落点与地图不符；按“${other}”明显更吻合。`,
      contradiction: (stated, other) =>
        `坐标数值与“${stated}”矛盾${other === "" ? "，没有找到吻合的坐标系" : `；数值像是“${other}”`}。`,
      "cannot-tell": () => "地图上没有足够的参照，无法判断坐标系，请向提供者核实。",
    },
    reasons: {
      "on-map": ({ share, byChance }) =>
        `${percent(share)} 的位置落在建筑或道路 30 米内，碰巧只会有 ${percent(byChance)}。`,
      "another-on-map": ({ share, statedShare }) =>
        `落在建筑或道路 30 米内的：${percent(statedShare)}，换用后 ${percent(share)}。`,
      "another-in-zone": ({ share, statedShare }) =>
        `落在园区内的：${percent(statedShare)}，换用后 ${percent(share)}。`,
      "numbers-outside-datum": ({ share }) => `${percent(share)} 的数值超出这种坐标系的范围。`,
      elsewhere: ({ distanceKm }) => `位置离园区约 ${distanceKm} km。`,
      "no-clear-difference": ({ share, byChance }) =>
        `${percent(share)} 的位置落在建筑或道路 30 米内，碰巧也会有 ${percent(byChance)}。`,
      "too-few-places": ({ places, needed }) => `只有 ${places} 个位置，至少需要 ${needed} 个才能判断。`,
      "no-reference": () => "地图上还没有足够的建筑或道路可比较。",
      "declared-unknown": () => "文件声明的坐标系无法识别。",
    },
    allCandidates: (count) => `显示全部 ${count} 种`,
    columns: { datum: "坐标系", distance: "距地图", onMap: "吻合", inZone: "在园区" },
    columnHints: {
      distance: "到最近建筑或道路的距离（中位数），越小越吻合",
      onMap: "距建筑或道路 30 米以内的比例",
      inZone: "落在园区范围内的比例",
    },
    implausible: "不可能",
    suggested: "更吻合",
    stated: "当前",
    evidence: (sampled, features, layers) => `抽查 ${sampled} 个位置，与地图上 ${features} 个要素（${layers}）比较`,
    noReference: "地图上还没有建筑或道路可比较",
    elsewhere: (distance) => `按当前坐标系，整个文件落在园区之外，相距约 ${distance} km`,
    choose: "选择坐标系",
    other: "其他",
    otherHint: "如 EPSG:4529，或“CGCS2000 3度带 中央经线123”",
    confirm: "确认坐标系",
    confirmAs: (name) => `确认坐标系：${name}`,
  },
  en: {
    title: "Coordinates",
    names: {
      wgs84: "WGS84 longitude and latitude (GPS)",
      cgcs2000: "CGCS2000 longitude and latitude",
      "epsg:4326": "WGS84 longitude and latitude (EPSG:4326)",
      "epsg:4490": "CGCS2000 longitude and latitude (EPSG:4490)",
      gcj02: "GCJ-02 (AMap, Tencent)",
      bd09: "BD-09 (Baidu)",
      "gcj02-reversed": "WGS84 from which GCJ-02 was taken off by mistake",
      "bd09-reversed": "WGS84 from which BD-09 was taken off by mistake",
      "epsg:3857": "Web Mercator (EPSG:3857)",
    },
    northFirst: (name) => `${name}, north first`,
    gaussKruger: (degrees, meridian, zone) =>
      `CGCS2000 ${degrees}-degree zone${zone === null ? "" : ` ${zone}`}, meridian ${meridian}°${zone === null ? ", no zone number" : ""}`,
    ownMeridian: (meridian) => `own transverse Mercator, meridian ${meridian}°`,
    from: { person: "stated by a person", file: "declared by the file", assumed: "nobody said: taken for now" },
    now: (name, from) => `${name} (${from})`,
    keeps: "Whichever you choose, the coordinates as delivered and their datum are kept with each feature.",
    ask: "Confirm the coordinates: a wrong choice moves everything by 100 to 600 m.",
    verdicts: {
      fits: (stated) => `Taken as ${stated}, the places fit the map.`,
      "another-fits-better": (stated, other) =>
        `Taken as ${stated}, the places do not fit the map; taken as ${other}, they fit clearly better.`,
      contradiction: (stated, other) =>
        `The numbers contradict ${stated}${other === "" ? ", and fit nothing that is known" : `; they look like ${other}`}.`,
      "cannot-tell": () => "There is too little on the map to tell: ask whoever delivered the file.",
    },
    reasons: {
      "on-map": ({ share, byChance }) =>
        `${percent(share)} of the places lie within 30 m of a building or road; by chance it would be ${percent(byChance)}.`,
      "another-on-map": ({ share, statedShare }) =>
        `Within 30 m of a building or road: ${percent(statedShare)}, the other way ${percent(share)}.`,
      "another-in-zone": ({ share, statedShare }) =>
        `In the zone: ${percent(statedShare)}, the other way ${percent(share)}.`,
      "numbers-outside-datum": ({ share }) =>
        `${percent(share)} of the numbers are beyond what these coordinates reach.`,
      elsewhere: ({ distanceKm }) => `The places are some ${distanceKm} km from the zone.`,
      "no-clear-difference": ({ share, byChance }) =>
        `${percent(share)} of the places lie within 30 m of a building or road; by chance it would be ${percent(byChance)} as well.`,
      "too-few-places": ({ places, needed }) => `There are ${places} places; ${needed} are needed to tell.`,
      "no-reference": () => "There are not enough buildings or roads on the map to compare with.",
      "declared-unknown": () => "What the file declares is not known.",
    },
    allCandidates: (count) => `Show all ${count}`,
    columns: { datum: "Coordinates", distance: "To map", onMap: "On map", inZone: "In zone" },
    columnHints: {
      distance: "Median distance to the nearest building or road: the smaller the better",
      onMap: "Share within 30 m of a building or road",
      inZone: "Share within the zone",
    },
    implausible: "impossible",
    suggested: "fits better",
    stated: "now",
    evidence: (sampled, features, layers) =>
      `${sampled} places compared with ${features} features on the map (${layers})`,
    noReference: "There are no buildings or roads on the map to compare with",
    elsewhere: (distance) => `Taken like this, the whole file lies outside the zone, some ${distance} km away`,
    choose: "Choose the coordinates",
    other: "Other",
    otherHint: "such as EPSG:4529",
    confirm: "Confirm the coordinates",
    confirmAs: (name) => `Confirm: ${name}`,
  },
};
