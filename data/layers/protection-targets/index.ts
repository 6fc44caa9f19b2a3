import { SECTORS } from "../codes.ts";
import { code, defineLayer, field } from "../define.ts";

const CLASSES = [
  code("high-sensitive", "高敏感防护目标", "Highly sensitive", { color: "#a50026", mark: "高" }),
  code("important", "重要防护目标", "Important", { color: "#d7191c", mark: "重" }),
  code("general-1", "一般防护目标一类", "General, class 1", { color: "#f07c1f", mark: "一" }),
  code("general-2", "一般防护目标二类", "General, class 2", { color: "#e0b400", mark: "二" }),
  code("general-3", "一般防护目标三类", "General, class 3", { color: "#2b83ba", mark: "三" }),
];

const KINDS = [
  code("school", "中小学", "School"),
  code("kindergarten", "幼儿园", "Kindergarten"),
  code("college", "高等院校", "College"),
  code("hospital", "医疗卫生机构", "Hospital or clinic"),
  code("elderly-care", "养老机构", "Elderly care home"),
  code("residential", "住宅小区", "Housing estate"),
  code("village", "嘎查(村)屯", "Village"),
  code("hotel", "宾馆住宿", "Hotel"),
  code("mall", "大型商业综合体", "Shopping complex"),
  code("market", "集贸市场", "Market"),
  code("culture", "文化场馆", "Cultural venue"),
  code("sports-venue", "体育场馆", "Sports venue"),
  code("office", "行政办公", "Public office"),
  code("transport-hub", "交通枢纽", "Transport hub"),
  code("religious", "宗教场所", "Religious site"),
  code("park", "公园广场", "Park or square"),
];

/** Places where people live, gather or are cared for. Classes after GB 36894-2018, 3.1. */
export const protectionTargets = defineLayer({
  id: "protection-targets",
  title: { zh: "防护目标", en: "Protection targets" },
  description: {
    zh: "学校、医院、养老机构、住宅小区等人员聚集场所。",
    en: "Schools, hospitals, care homes, housing estates and other places where people gather.",
  },
  role: "support",
  geometry: "Mixed",
  attributes: {
    class: field.code({ zh: "防护目标分类", en: "Class" }, CLASSES, { ordered: true, source: "GB 36894-2018, 3.1" }),
    kind: field.code({ zh: "类型", en: "Kind" }, KINDS),
    people: field.integer({ zh: "人数", en: "People" }, { unit: "人", min: 0, max: 200_000 }),
    households: field.integer({ zh: "户数", en: "Households" }, { unit: "户", min: 0, max: 100_000 }),
    beds: field.integer({ zh: "床位", en: "Beds" }, { unit: "张", min: 0, max: 20_000 }),
    floorAreaM2: field.number({ zh: "建筑面积", en: "Floor area" }, { unit: "m²", min: 0 }),
    sector: field.code({ zh: "行业方案", en: "Sector plan" }, SECTORS),
    drillOn: field.date({ zh: "最近疏散演练", en: "Last drill" }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
    contact: field.text({ zh: "联系人", en: "Contact" }, { personal: true }),
    phone: field.text({ zh: "联系电话", en: "Phone" }, { personal: true }),
  },
  grade: "class",
  totals: ["people", "beds"],
  symbol: { shape: "star", color: "#7b4fb5", by: "class", minZoom: 11.5 },
  firm: { name: "name", address: "address" },
  refreshDays: 365,
  refreshReason: {
    zh: "学校、医院人数按学年和年度变化",
    en: "Numbers of pupils and beds change with the school year and the year",
  },
  importAliases: {
    code: ["目标编号", "场所编号", "单位编号"],
    class: ["分类", "防护目标分类"],
    kind: ["类型"],
    people: ["人数", "学生人数"],
    address: ["地址"],
  },
});
