import { code, defineLayer, field } from "../define.ts";

/** Townships and sub-districts of the zone. */
export const districts = defineLayer({
  id: "districts",
  title: { zh: "镇街", en: "Districts" },
  description: { zh: "镇、街道和苏木的辖区范围。", en: "Townships and sub-districts." },
  role: "support",
  geometry: "Polygon",
  attributes: {
    kind: field.code({ zh: "类型", en: "Kind" }, [
      code("subdistrict", "街道", "Sub-district"),
      code("town", "镇", "Town"),
      code("sumu", "苏木", "Sumu"),
    ]),
    population: field.integer({ zh: "常住人口", en: "Residents" }, { unit: "人", min: 0 }),
  },
  totals: ["population"],
  symbol: { shape: "square", color: "#5d7fa3", minZoom: 0 },
  importAliases: { code: ["镇街编号"], kind: ["类型"], population: ["人口", "常住人口"] },
});
