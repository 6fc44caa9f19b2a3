import { ROAD_CLASSES } from "../codes.ts";
import { defineLayer, field } from "../define.ts";

/** Road sections. The stake of the first vertex is `startStakeM`; stakes grow along the line. */
export const roads = defineLayer({
  id: "roads",
  title: { zh: "道路", en: "Roads" },
  description: { zh: "道路中心线、等级和里程桩。", en: "Road centre lines with class and kilometre stakes." },
  role: "support",
  geometry: "LineString",
  attributes: {
    class: field.code({ zh: "等级", en: "Class" }, ROAD_CLASSES, { ordered: true }),
    roadCode: field.text({ zh: "路号", en: "Road number" }, { searchable: true }),
    startStakeM: field.number({ zh: "起点桩号", en: "Start stake" }, { unit: "m", min: 0 }),
    widthM: field.number({ zh: "路宽", en: "Width" }, { unit: "m", min: 0, max: 200 }),
    lanes: field.integer({ zh: "车道数", en: "Lanes" }, { unit: "条", min: 0, max: 20 }),
    speedKmh: field.integer({ zh: "限速", en: "Speed limit" }, { unit: "km/h", min: 0, max: 200 }),
    aadt: field.integer({ zh: "年平均日交通量", en: "AADT" }, { unit: "辆/日", min: 0 }),
    dangerousGoodsRoute: field.boolean({ zh: "危险货物运输通行路线", en: "Route for dangerous goods" }),
  },
  grade: "class",
  totals: [],
  symbol: { shape: "circle", color: "#9aa5b5", minZoom: 9 },
  refreshDays: 365,
  refreshReason: {
    zh: "道路和里程桩随改造变化，每年更新一次；建议值",
    en: "Roads and stakes change with building works, so once a year; proposed",
  },
  importAliases: {
    code: ["道路编号", "路段编号"],
    class: ["highway", "等级", "道路等级"],
    roadCode: ["ref", "路号"],
    name: ["路名", "道路名称"],
  },
});
