import { code, defineLayer, field } from "../define.ts";

/** Lines and sites that rules measure to: water, rail, power, pipelines. */
export const infrastructure = defineLayer({
  id: "infrastructure",
  title: { zh: "基础设施", en: "Infrastructure" },
  description: {
    zh: "河流、铁路、电力、管线等规则涉及的设施。",
    en: "Rivers, railways, power lines, pipelines and the like.",
  },
  role: "support",
  geometry: "Mixed",
  attributes: {
    kind: field.code({ zh: "类型", en: "Kind" }, [
      code("river", "河流", "River", { color: "#3a86c8", mark: "河" }),
      code("canal", "渠道", "Canal", { color: "#5aa0d0", mark: "渠" }),
      code("pond", "水面", "Pond or lake", { color: "#3a86c8", mark: "湖" }),
      code("park", "绿地", "Green space", { color: "#5f9e5a", mark: "绿" }),
      code("railway", "铁路", "Railway", { color: "#5a5f66", mark: "铁" }),
      code("power-line", "架空电力线", "Overhead power line", { color: "#8a6d1f", mark: "电" }),
      code("substation", "变电站", "Substation", { color: "#8a6d1f", mark: "变" }),
      code("gas-pipeline", "燃气管道", "Gas pipeline", { color: "#b05a00", mark: "气" }),
      code("water-works", "水厂泵站", "Water works", { color: "#2a7f9e", mark: "水" }),
    ]),
    voltageKv: field.number({ zh: "电压等级", en: "Voltage" }, { unit: "kV", min: 0, max: 1_500 }),
    pressureMPa: field.number({ zh: "设计压力", en: "Design pressure" }, { unit: "MPa", min: 0, max: 50 }),
    diameterMm: field.integer({ zh: "管径", en: "Diameter" }, { unit: "mm", min: 0, max: 5_000 }),
  },
  totals: [],
  symbol: { shape: "square", color: "#8a6d1f", by: "kind", minZoom: 9 },
  refreshDays: 365,
  refreshReason: {
    zh: "管线、电力走廊每年核实一次；建议值，以主管单位约定为准",
    en: "Pipelines and power lines are confirmed every year; proposed, the office in charge decides",
  },
  importAliases: { code: ["设施编号"], kind: ["类型"] },
});
