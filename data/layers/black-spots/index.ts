import { code, defineLayer, field } from "../define.ts";

const STATES = [
  code("listed", "挂牌督办", "Listed for supervision", { color: "#a50026", mark: "督" }),
  code("confirmed", "已确认", "Confirmed", { color: "#d7191c", mark: "确" }),
  code("treating", "治理中", "Under treatment", { color: "#f07c1f", mark: "治" }),
  code("candidate", "待确认", "Candidate", { color: "#e0b400", mark: "候" }),
  code("closed", "已销号", "Closed", { color: "#4c9f70", mark: "销" }),
  code("evaluated", "已评估", "Evaluated", { color: "#2b83ba", mark: "评" }),
  code("rejected", "已排除", "Not a black spot", { color: "#7a8699", mark: "否" }),
];

const LEVELS = [
  code("ministry", "部级", "Ministry"),
  code("region", "自治区级", "Region"),
  code("city", "市级", "City"),
  code("county", "旗县区级", "County"),
];

/** Accident-prone spots and segments that the traffic police have taken into their register. */
export const blackSpots = defineLayer({
  id: "black-spots",
  title: { zh: "事故多发点段", en: "Accident black spots" },
  description: {
    zh: "公安交管部门登记在册的事故多发点、段。",
    en: "Accident-prone spots and segments in the register of the traffic police.",
  },
  role: "ledger",
  geometry: "Mixed",
  attributes: {
    state: field.code({ zh: "状态", en: "State" }, STATES, { ordered: true }),
    level: field.code({ zh: "督办级别", en: "Listing level" }, LEVELS),
    roadCode: field.text({ zh: "路号", en: "Road number" }, { searchable: true }),
    roadName: field.text({ zh: "路名", en: "Road" }, { searchable: true }),
    fromStakeM: field.number({ zh: "起点桩号", en: "From stake" }, { unit: "m", min: 0 }),
    toStakeM: field.number({ zh: "止点桩号", en: "To stake" }, { unit: "m", min: 0 }),
    accidents: field.integer({ zh: "事故起数", en: "Accidents" }, { unit: "起", min: 0 }),
    deaths: field.integer({ zh: "死亡人数", en: "Deaths" }, { unit: "人", min: 0 }),
    injuries: field.integer({ zh: "受伤人数", en: "Injuries" }, { unit: "人", min: 0 }),
    periodFrom: field.date({ zh: "统计起", en: "Period from" }),
    periodTo: field.date({ zh: "统计止", en: "Period to" }),
    listedOn: field.date({ zh: "挂牌日期", en: "Listed on" }),
    dueOn: field.date({ zh: "治理期限", en: "Due on" }),
    closedOn: field.date({ zh: "销号日期", en: "Closed on" }),
    basis: field.text({ zh: "认定依据", en: "Basis" }),
    radiusM: field.number({ zh: "路口半径", en: "Radius of the junction" }, { unit: "m", min: 10, max: 2_000 }),
    documentNumber: field.text({ zh: "督办文号", en: "Document number" }, { searchable: true }),
    supervisor: field.text({ zh: "责任单位", en: "Office in charge" }, { searchable: true }),
    treatment: field.text({ zh: "治理措施", en: "Treatment" }),
    treatedOn: field.date({ zh: "治理完成日期", en: "Treated on" }),
    evaluatedOn: field.date({ zh: "评估日期", en: "Evaluated on" }),
    nextOn: field.date({ zh: "下次办理日期", en: "Next date" }),
  },
  grade: "state",
  totals: ["accidents", "deaths", "injuries"],
  symbol: { shape: "triangle", color: "#d7191c", by: "state", minZoom: 10 },
  refreshDays: 180,
  refreshReason: {
    zh: "多发点段每半年排查一次；建议值，以主管单位约定为准",
    en: "Black spots are reviewed every half year; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["点段编号", "隐患点编号"],
    state: ["状态", "治理状态"],
    level: ["督办级别", "挂牌级别"],
    roadName: ["路名", "道路名称"],
    roadCode: ["路号"],
    listedOn: ["挂牌日期"],
    dueOn: ["治理期限", "整改期限"],
    documentNumber: ["督办文号", "文号"],
    supervisor: ["责任单位", "整改单位"],
    treatedOn: ["治理完成日期", "完工日期"],
  },
});
