import { RISK_COLORS, SECTORS } from "../codes.ts";
import { code, defineLayer, field } from "../define.ts";

const TRANSPORTS = [
  code("dangerous-goods", "危险货物道路运输", "Dangerous goods by road", { aliases: ["危货运输", "危运"] }),
  code("passenger", "道路旅客运输", "Passengers by road", { aliases: ["客运", "旅游客运"] }),
  code("freight", "道路货物运输", "Freight by road", { aliases: ["货运", "普货"] }),
  code("bus-taxi", "公交与出租", "Buses and taxis", { aliases: ["公交", "出租"] }),
];

/** Enterprises and other units under safety supervision, one feature a site. */
export const enterprises = defineLayer({
  id: "enterprises",
  title: { zh: "企业", en: "Enterprises" },
  description: {
    zh: "纳入安全监管的企业和单位，按22个行业方案归口，按四色风险分级。",
    en: "Supervised enterprises and units, by sector plan and four-colour risk grade.",
  },
  role: "ledger",
  geometry: "Mixed",
  attributes: {
    risk: field.code({ zh: "风险等级", en: "Risk grade" }, RISK_COLORS, { ordered: true, source: "四色图" }),
    sector: field.code({ zh: "行业方案", en: "Sector plan" }, SECTORS),
    creditCode: field.text(
      { zh: "统一社会信用代码", en: "Credit code" },
      { maxLength: 18, searchable: true, source: "GB 32100-2015" },
    ),
    employees: field.integer({ zh: "从业人员", en: "Employees" }, { unit: "人", min: 0, max: 200_000 }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
    business: field.text({ zh: "主营业务", en: "Business" }),
    hazardousChemicals: field.boolean({ zh: "涉危险化学品", en: "Hazardous chemicals" }),
    dustExplosion: field.boolean({ zh: "涉爆粉尘", en: "Explosive dust" }),
    confinedSpace: field.boolean({ zh: "有限空间", en: "Confined space" }),
    transport: field.code({ zh: "道路运输类别", en: "Transport by road" }, TRANSPORTS),
    vehicles: field.integer({ zh: "营运车辆", en: "Vehicles in service" }, { unit: "辆", min: 0, max: 100_000 }),
    openDangers: field.integer({ zh: "未销号重大隐患", en: "Open major dangers" }, { unit: "项", min: 0 }),
    headCheckOn: field.date({ zh: "主要负责人最近带队检查", en: "Last check led by the head" }),
    drillOn: field.date({ zh: "最近应急演练", en: "Last drill" }),
    inspectedOn: field.date({ zh: "最近执法检查", en: "Last inspection" }),
    safetyManager: field.text({ zh: "安全负责人", en: "Safety manager" }, { personal: true }),
    phone: field.text({ zh: "联系电话", en: "Phone" }, { personal: true }),
  },
  grade: "risk",
  totals: ["employees", "openDangers"],
  symbol: { shape: "square", color: "#5b8ff9", by: "risk", mark: "企", minZoom: 12.5 },
  firm: { name: "name", creditCode: "creditCode", address: "address" },
  refreshDays: 90,
  refreshReason: {
    zh: "专项行动方案要求企业负责人每季度检查",
    en: "The sector plans ask for a check by the head every quarter",
  },
  importAliases: {
    code: ["企业编号", "单位编号", "企业编码", "企业代码"],
    name: ["企业名称", "单位名称"],
    risk: ["风险等级", "风险颜色", "四色等级"],
    sector: ["行业", "所属行业", "行业领域"],
    creditCode: ["统一社会信用代码", "信用代码", "credit_code"],
    employees: ["从业人数", "员工人数"],
    address: ["地址", "住所", "addr"],
  },
});
