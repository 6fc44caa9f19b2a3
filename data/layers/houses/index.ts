import { code, defineLayer, field } from "../define.ts";

const GRADES = [
  code("D", "D级 整幢危房", "D, whole house dangerous", { color: "#a50026", mark: "D", aliases: ["D级"] }),
  code("C", "C级 局部危房", "C, partly dangerous", { color: "#f07c1f", mark: "C", aliases: ["C级"] }),
  code("B", "B级 个别危险构件", "B, single members", { color: "#e0b400", mark: "B", aliases: ["B级"] }),
  code("A", "A级 安全", "A, safe", { color: "#4c9f70", mark: "A", aliases: ["A级"] }),
  code("none", "未鉴定", "Not appraised", { color: "#7a8699", mark: "?", aliases: ["未鉴定", "无"] }),
];

const USES = [
  code("own", "自住", "Own use"),
  code("business", "经营", "Business"),
  code("rent", "出租", "Rented"),
  code("public", "公益", "Public benefit"),
  code("empty", "闲置", "Empty"),
];

const STRUCTURES = [
  code("brick-concrete", "砖混", "Brick and concrete"),
  code("brick-wood", "砖木", "Brick and wood"),
  code("frame", "框架", "Concrete frame"),
  code("steel", "钢结构", "Steel"),
  code("wood", "木", "Wood"),
  code("earth-wood", "土木", "Earth and wood"),
  code("stone", "石", "Stone"),
  code("mixed", "混杂", "Mixed"),
  code("other", "其他", "Other"),
];

const BUILT_BANDS = [
  code("-1980", "1980年及以前", "to 1980"),
  code("1981-1990", "1981-1990年", "1981-1990"),
  code("1991-2000", "1991-2000年", "1991-2000"),
  code("2001-2010", "2001-2010年", "2001-2010"),
  code("2011-2015", "2011-2015年", "2011-2015"),
  code("2016-", "2016年及以后", "since 2016"),
];

const AREAS = [
  code("urban", "城市建成区", "Built-up area"),
  code("urban-village", "城中村", "Urban village"),
  code("fringe", "城乡结合部", "Urban fringe"),
  code("near-school", "学校医院周边", "Around schools and hospitals"),
  code("industrial-park", "工业园区", "Industrial park"),
  code("town", "镇区", "Township"),
  code("village", "村庄", "Village"),
];

const SELF_CHECKS = [
  code("serious", "严重隐患", "Serious danger"),
  code("ordinary", "一般隐患", "Ordinary danger"),
  code("none", "暂无隐患", "None found"),
];

const STATES = [
  code("open", "未整治", "Not started"),
  code("working", "整治中", "Under way"),
  code("done", "已完成", "Done"),
  code("closed", "已销号", "Closed"),
];

/** Self-built houses. The letter A-D is the appraiser's (JGJ 125-2016, 6.1.4): it is stored, never computed. */
export const houses = defineLayer({
  id: "houses",
  title: { zh: "自建房", en: "Self-built houses" },
  description: {
    zh: "自建房安全专项整治台账。等级为鉴定机构出具，本系统不推算。",
    en: "Self-built houses under the special campaign. Grades are the appraiser's.",
  },
  role: "ledger",
  geometry: "Mixed",
  attributes: {
    grade: field.code({ zh: "鉴定等级", en: "Grade" }, GRADES, { ordered: true, source: "JGJ 125-2016, 6.1.4" }),
    use: field.code({ zh: "用途", en: "Use" }, USES),
    business: field.text({ zh: "经营业态", en: "Business" }),
    people: field.integer({ zh: "人数", en: "People" }, { unit: "人", min: 0, max: 5_000 }),
    storeysAbove: field.integer({ zh: "地上层数", en: "Storeys above ground" }, { unit: "层", min: 0, max: 60 }),
    storeysBelow: field.integer({ zh: "地下层数", en: "Storeys below ground" }, { unit: "层", min: 0, max: 10 }),
    floorAreaM2: field.number({ zh: "建筑面积", en: "Floor area" }, { unit: "m²", min: 0, max: 1_000_000 }),
    structure: field.code({ zh: "结构类型", en: "Structure" }, STRUCTURES),
    builtBand: field.code({ zh: "建造年代", en: "Built" }, BUILT_BANDS),
    area: field.code({ zh: "区域类型", en: "Kind of area" }, AREAS),
    altered: field.boolean({ zh: "改扩建", en: "Altered or extended" }),
    selfCheck: field.code({ zh: "自查结果", en: "Self-check" }, SELF_CHECKS),
    appraisedOn: field.date({ zh: "鉴定日期", en: "Appraised on" }),
    state: field.code({ zh: "整治状态", en: "Remediation" }, STATES),
    closedOn: field.date({ zh: "销号日期", en: "Closed on" }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
    owner: field.text({ zh: "产权人", en: "Owner" }, { personal: true }),
    user: field.text({ zh: "使用人", en: "User" }, { personal: true }),
    phone: field.text({ zh: "联系电话", en: "Phone" }, { personal: true }),
  },
  grade: "grade",
  totals: ["people", "floorAreaM2"],
  symbol: { shape: "diamond", color: "#e0b400", by: "grade", minZoom: 14 },
  refreshDays: 180,
  refreshReason: {
    zh: "自建房每半年复查一次；建议值，以主管单位约定为准",
    en: "Houses are looked at again every half year; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["房屋编码", "房屋编号", "自建房编号"],
    grade: ["鉴定等级", "房屋等级"],
    use: ["用途", "房屋用途"],
    people: ["人数", "居住人数"],
    storeysAbove: ["地上层数", "层数"],
    floorAreaM2: ["建筑面积", "建筑面积(m2)", "建筑面积(㎡)"],
    structure: ["结构类型"],
    address: ["地址", "坐落"],
    owner: ["产权人", "户主"],
  },
});
