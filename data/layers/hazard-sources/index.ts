import { FIRE_RATINGS } from "../codes.ts";
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

const DESIGN_STANDARDS = [
  code("gb50016", "GB 50016 建筑设计防火规范", "GB 50016, buildings", { aliases: ["GB50016", "建规"] }),
  code("gb50160", "GB 50160 石油化工企业设计防火标准", "GB 50160, petrochemical plants", {
    aliases: ["GB50160", "石化规"],
  }),
  code("gb50156", "GB 50156 汽车加油加气加氢站技术标准", "GB 50156, filling stations", { aliases: ["GB50156"] }),
  code("gb51142", "GB 51142 液化石油气供应工程设计规范", "GB 51142, LPG supply", { aliases: ["GB51142"] }),
  code("gb50074", "GB 50074 石油库设计规范", "GB 50074, oil depots", { aliases: ["GB50074"] }),
];

const FIRE_CLASSES = [
  code("a", "甲类", "Class A", { aliases: ["甲", "A"] }),
  code("b", "乙类", "Class B", { aliases: ["乙", "B"] }),
  code("c", "丙类", "Class C", { aliases: ["丙", "C"] }),
  code("d", "丁类", "Class D", { aliases: ["丁", "D"] }),
  code("e", "戊类", "Class E", { aliases: ["戊", "E"] }),
];

const ITEMS = [
  code("34", "甲类3、4项", "Class A, items 3 and 4", { aliases: ["3、4项", "3,4"] }),
  code("1256", "甲类1、2、5、6项", "Class A, items 1, 2, 5 and 6", { aliases: ["1、2、5、6项", "1,2,5,6"] }),
  code("6", "乙类6项", "Class B, item 6", { aliases: ["6项"] }),
  code("12345", "乙类1至5项", "Class B, items 1 to 5", { aliases: ["1-5项"] }),
];

const OUTLINES = [
  code("unit", "单元（装置、罐组、库房）", "The unit itself", { aliases: ["单元", "装置", "罐组", "库房"] }),
  code("plant-boundary", "厂区（库区、站区）边界", "The plant's boundary", {
    aliases: ["厂区", "厂界", "围墙", "站区"],
  }),
];

const DEPOT_GROUPS = [
  code("1", "甲B、乙类地上罐组等", "Class AB or B above-ground tanks"),
  code("2", "丙类地上罐组等", "Class C above-ground tanks"),
  code("3", "覆土卧式罐等", "Earth-covered horizontal tanks"),
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
    designStandard: field.code({ zh: "设计所依标准", en: "Designed after" }, DESIGN_STANDARDS, {
      source: "竣工验收或安全评价文件",
    }),
    fireClass: field.code({ zh: "火灾危险性类别", en: "Fire class" }, FIRE_CLASSES, {
      source: "GB 50016-2014 (2018), 3.1.1, 3.1.3",
    }),
    items: field.code({ zh: "储存物品项别", en: "Items stored" }, ITEMS, { source: "GB 50016-2014 (2018), 3.1.3" }),
    fireRating: field.code({ zh: "耐火等级", en: "Fire rating" }, FIRE_RATINGS, {
      source: "GB 50016-2014 (2018), 3.2.1",
    }),
    volumeM3: field.number(
      { zh: "总容积", en: "Total volume" },
      { unit: "m³", min: 0, max: 5_000_000, source: "GB 50016-2014 (2018), 4.2.1, 4.3.1, 4.4.1" },
    ),
    largestTankM3: field.number(
      { zh: "最大单罐容积", en: "Largest tank" },
      { unit: "m³", min: 0, max: 1_000_000, source: "GB 51142-2015, 5.2.8" },
    ),
    petrolM3: field.number(
      { zh: "汽油罐容积", en: "Petrol tanks" },
      { unit: "m³", min: 0, max: 1_000, source: "GB 50156-2021, 3.0.9" },
    ),
    dieselM3: field.number(
      { zh: "柴油罐容积", en: "Diesel tanks" },
      { unit: "m³", min: 0, max: 1_000, source: "GB 50156-2021, 3.0.9" },
    ),
    lngM3: field.number(
      { zh: "LNG罐容积", en: "LNG tanks" },
      { unit: "m³", min: 0, max: 1_000, source: "GB 50156-2021, 3.0.12" },
    ),
    vapourRecovery: field.boolean(
      { zh: "卸油和加油油气回收", en: "Both vapour recoveries" },
      { source: "GB 50156-2021, 4.0.4" },
    ),
    depotGroup: field.code({ zh: "石油库设施分组", en: "Group of depot facilities" }, DEPOT_GROUPS, {
      source: "GB 50074-2014, 4.0.10",
    }),
    outlineOf: field.code({ zh: "轮廓所指", en: "Outline is of" }, OUTLINES),
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
    designStandard: ["设计标准", "设计规范"],
    fireClass: ["火灾危险性", "火灾危险性分类"],
    items: ["储存物品分项", "物品项别"],
    volumeM3: ["总容积(m3)", "总容积(m³)", "储罐总容积"],
    largestTankM3: ["最大单罐容积(m3)", "最大单罐容积(m³)", "单罐容积"],
    petrolM3: ["汽油罐容积(m3)", "汽油总容积"],
    dieselM3: ["柴油罐容积(m3)", "柴油总容积"],
    vapourRecovery: ["油气回收"],
    outlineOf: ["轮廓类型", "边界类型"],
  },
});
