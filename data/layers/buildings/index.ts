import { FIRE_RATINGS } from "../codes.ts";
import { code, defineLayer, field } from "../define.ts";

/** Building outlines: the walls that legal distances are measured from. */
export const buildings = defineLayer({
  id: "buildings",
  title: { zh: "建筑物", en: "Buildings" },
  description: {
    zh: "建筑轮廓，外墙距离由此量取。",
    en: "Building outlines, from whose walls distances are measured.",
  },
  role: "support",
  geometry: "Polygon",
  attributes: {
    use: field.code({ zh: "用途", en: "Use" }, [
      code("residential", "住宅", "Residential", { aliases: ["apartments", "house", "residential"] }),
      code("industrial", "厂房仓库", "Industrial or store", { aliases: ["industrial", "warehouse", "hangar"] }),
      code("commercial", "商业", "Commercial", { aliases: ["commercial", "retail", "hotel"] }),
      code("public", "公共建筑", "Public", { aliases: ["school", "hospital", "public", "church", "chapel"] }),
      code("other", "其他", "Other", { aliases: ["yes", "roof"] }),
    ]),
    storeys: field.integer({ zh: "层数", en: "Storeys" }, { unit: "层", min: 0, max: 200 }),
    heightM: field.number({ zh: "高度", en: "Height" }, { unit: "m", min: 0, max: 1_000 }),
    fireRating: field.code({ zh: "耐火等级", en: "Fire rating" }, FIRE_RATINGS, { source: "GB 50016-2014 (2018)" }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
  },
  totals: [],
  symbol: { shape: "square", color: "#8c96a8", minZoom: 16 },
  refreshDays: 365,
  refreshReason: {
    zh: "新建、拆除建筑会改变外墙距离，每年更新一次；建议值",
    en: "New and demolished buildings change distances, so once a year; proposed",
  },
  importAliases: {
    code: ["建筑编号", "楼栋编号"],
    use: ["building", "用途"],
    storeys: ["building:levels", "层数"],
    heightM: ["height", "高度"],
  },
});
