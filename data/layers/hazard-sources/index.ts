import { code, defineLayer, field } from "../define.ts";

const LEVELS = [
  code("1", "一级", "Level 1", { color: "#a50026", mark: "1", aliases: ["一级重大危险源", "I"] }),
  code("2", "二级", "Level 2", { color: "#d7191c", mark: "2", aliases: ["二级重大危险源", "II"] }),
  code("3", "三级", "Level 3", { color: "#f07c1f", mark: "3", aliases: ["三级重大危险源", "III"] }),
  code("4", "四级", "Level 4", { color: "#e0b400", mark: "4", aliases: ["四级重大危险源", "IV"] }),
  code("none", "不构成重大危险源", "Below the threshold", { color: "#7a8699", mark: "–", aliases: ["不构成"] }),
];

const KINDS = [
  code("tank-farm", "储罐区", "Tank farm"),
  code("warehouse", "危险品库房", "Hazardous goods store"),
  code("production-unit", "生产装置", "Production unit"),
  code("lpg-station", "液化石油气站", "LPG station"),
  code("lng-station", "液化天然气站", "LNG station"),
  code("fuel-station", "加油加气站", "Filling station", { aliases: ["fuel"] }),
  code("oil-depot", "石油库", "Oil depot"),
  code("ammonia-refrigeration", "涉氨制冷", "Ammonia refrigeration"),
  code("gas-holder", "可燃气体柜", "Gas holder"),
  code("other", "其他", "Other"),
];

/** Major hazard sources and other sites with dangerous substances; the outline is the plant boundary where surveyed. */
export const hazardSources = defineLayer({
  id: "hazard-sources",
  title: { zh: "重大危险源", en: "Major hazard sources" },
  description: {
    zh: "危险化学品单元及厂区边界。等级为企业备案值，人口变化后须按GB 18218重新核算。",
    en: "Units with dangerous substances and their plant boundary. The level is the filed one.",
  },
  role: "ledger",
  geometry: "Mixed",
  attributes: {
    level: field.code({ zh: "重大危险源等级", en: "Level" }, LEVELS, { ordered: true, source: "GB 18218-2018" }),
    kind: field.code({ zh: "单元类型", en: "Kind" }, KINDS),
    substances: field.substances(
      { zh: "危险物质及最大量", en: "Substances at design maximum" },
      { source: "GB 18218-2018, 4.2.2" },
    ),
    totalTonnes: field.number({ zh: "最大总量", en: "Total at maximum" }, { unit: "t", min: 0, max: 10_000_000 }),
    ratioS: field.number({ zh: "辨识指标S", en: "Ratio S" }, { min: 0, source: "GB 18218-2018, 4.2.1" }),
    enterpriseName: field.text({ zh: "所属单位", en: "Enterprise" }, { searchable: true }),
    creditCode: field.text({ zh: "统一社会信用代码", en: "Credit code" }, { maxLength: 18, searchable: true }),
    filingNumber: field.text({ zh: "备案编号", en: "Filing number" }, { searchable: true }),
    filedOn: field.date({ zh: "备案日期", en: "Filed on" }),
    assessedOn: field.date({ zh: "安全评估日期", en: "Assessed on" }),
    monitored: field.boolean({ zh: "在线监测联网", en: "Monitored online" }),
    staff: field.integer({ zh: "当班最多人数", en: "Largest shift" }, { unit: "人", min: 0 }),
    builtOn: field.date({ zh: "建成日期", en: "Built on" }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
    contact: field.text({ zh: "包保责任人", en: "Responsible person" }, { personal: true }),
    phone: field.text({ zh: "联系电话", en: "Phone" }, { personal: true }),
  },
  grade: "level",
  totals: ["totalTonnes", "staff"],
  symbol: { shape: "hexagon", color: "#d7191c", by: "level", minZoom: 9 },
  firm: { name: "enterpriseName", creditCode: "creditCode", address: "address" },
  refreshDays: 90,
  refreshReason: {
    zh: "每季度由包保责任人检查更新（危险化学品专项行动方案）",
    en: "Checked every quarter by the responsible persons (sector plan for hazardous chemicals)",
  },
  importAliases: {
    code: ["危险源编号", "重大危险源编号", "危险源编码"],
    name: ["重大危险源名称", "危险源名称"],
    level: ["等级", "危险源等级"],
    enterpriseName: ["企业名称", "所属企业"],
    creditCode: ["统一社会信用代码"],
    totalTonnes: ["最大总量(t)", "总量"],
    filingNumber: ["备案编号"],
    filedOn: ["备案日期"],
  },
});
