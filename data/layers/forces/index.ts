import { code, defineLayer, field } from "../define.ts";

/** Those who respond: fire stations, hospitals with emergency rooms, police. */
export const forces = defineLayer({
  id: "forces",
  title: { zh: "应急力量", en: "Response forces" },
  description: { zh: "消防站、急救医院、公安派出所和交警队。", en: "Fire stations, emergency hospitals, police." },
  role: "support",
  geometry: "Point",
  attributes: {
    kind: field.code({ zh: "类型", en: "Kind" }, [
      code("fire-station", "消防救援站", "Fire station", { color: "#c8102e", mark: "消", aliases: ["fire_station"] }),
      code("micro-fire-station", "微型消防站", "Micro fire station", { color: "#e06a4c", mark: "微" }),
      code("hospital", "急救医院", "Emergency hospital", { color: "#1a7f5a", mark: "医" }),
      code("police", "公安派出所", "Police station", { color: "#1f4e9c", mark: "警" }),
      code("traffic-police", "交警队", "Traffic police", { color: "#3b6fb6", mark: "交" }),
      code("rescue-team", "应急救援队", "Rescue team", { color: "#8a5a00", mark: "救" }),
    ]),
    staff: field.integer({ zh: "人数", en: "Staff" }, { unit: "人", min: 0 }),
    vehicles: field.integer({ zh: "车辆", en: "Vehicles" }, { unit: "辆", min: 0 }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
  },
  totals: ["staff", "vehicles"],
  symbol: { shape: "cross", color: "#1a7f5a", by: "kind", minZoom: 10 },
  refreshDays: 365,
  refreshReason: {
    zh: "站点、车辆、人员每年核实一次；建议值，以主管单位约定为准",
    en: "Stations, vehicles and staff are confirmed every year; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["力量编号", "单位编号"],
    kind: ["类型", "amenity"],
    staff: ["人数"],
    vehicles: ["车辆数"],
    address: ["地址"],
  },
});
