import { code, defineLayer, field } from "../define.ts";

const KINDS = [
  code("hydrant-above", "地上消火栓", "Pillar hydrant", {
    color: "#c8102e",
    mark: "栓",
    aliases: ["pillar", "地上式", "市政消火栓", "fire_hydrant"],
  }),
  code("hydrant-below", "地下消火栓", "Underground hydrant", {
    color: "#8a1538",
    mark: "地",
    aliases: ["underground", "地下式"],
  }),
  code("water-crane", "消防水鹤", "Water crane", { color: "#0057b8", mark: "鹤" }),
  code("pool-intake", "消防水池取水口", "Pool intake", { color: "#0097a9", mark: "池", aliases: ["消防水池", "pond"] }),
  code("natural-intake", "天然水源取水口", "Natural intake", { color: "#00847e", mark: "天", aliases: ["天然水源"] }),
  code("wharf", "人工取水码头", "Suction wharf", { color: "#4b5fa8", mark: "码" }),
  code("wall-hydrant", "墙壁消火栓", "Wall hydrant", { color: "#b5485d", mark: "墙", aliases: ["wall"] }),
];

const STATES = [
  code("broken", "损坏", "Broken", { aliases: ["故障"] }),
  code("out-of-service", "停用", "Out of service"),
  code("buried", "埋压圈占", "Buried or blocked"),
  code("frozen", "冻结", "Frozen"),
  code("ok", "完好", "In order", { aliases: ["正常"] }),
];

/** Fire-water sources. Limits after GB 50974-2014 (standards.md, 4.1). */
export const waterSources = defineLayer({
  id: "water-sources",
  title: { zh: "消防水源", en: "Fire-water sources" },
  description: {
    zh: "消火栓、消防水鹤、消防水池取水口和天然水源取水口。",
    en: "Hydrants, water cranes, pool intakes and natural intakes.",
  },
  role: "ledger",
  geometry: "Point",
  attributes: {
    kind: field.code({ zh: "类型", en: "Kind" }, KINDS),
    state: field.code({ zh: "状态", en: "State" }, STATES, { ordered: true }),
    flowLps: field.number({ zh: "流量", en: "Flow" }, { unit: "L/s", min: 0, max: 500 }),
    pressureMPa: field.number({ zh: "静压", en: "Static pressure" }, { unit: "MPa", min: 0, max: 3 }),
    pipeMm: field.integer({ zh: "管径", en: "Pipe diameter" }, { unit: "mm", min: 0, max: 3_000 }),
    main: field.code({ zh: "管网形状", en: "Main" }, [
      code("ring", "环状", "Ring"),
      code("branch", "枝状", "Dead end"),
    ]),
    volumeM3: field.number({ zh: "蓄水量", en: "Volume" }, { unit: "m³", min: 0, max: 10_000_000 }),
    suctionHeightM: field.number(
      { zh: "取水高度", en: "Suction lift" },
      { unit: "m", min: 0, max: 20, source: "GB 50974-2014, 4.3.7: ≤ 6 m" },
    ),
    truckAccess: field.boolean({ zh: "消防车可达", en: "Truck access" }),
    winterUsable: field.boolean({ zh: "冬季可用", en: "Usable in winter" }),
    servicedOn: field.date({ zh: "最近维护日期", en: "Last serviced" }),
    nextServiceOn: field.date({ zh: "下次维护日期", en: "Next service" }),
    roadName: field.text({ zh: "道路", en: "Road" }, { searchable: true }),
    address: field.text({ zh: "地址", en: "Address" }, { searchable: true }),
    ownerUnit: field.text({ zh: "权属单位", en: "Owning unit" }),
    fault: field.text({ zh: "故障说明", en: "Fault" }),
    caretaker: field.text({ zh: "管护人", en: "Caretaker" }, { personal: true }),
    phone: field.text({ zh: "联系电话", en: "Phone" }, { personal: true }),
  },
  grade: "state",
  totals: ["flowLps", "volumeM3"],
  symbol: { shape: "drop", color: "#0057b8", by: "kind", minZoom: 13 },
  refreshDays: 365,
  refreshReason: {
    zh: "消防水源每年普查一次；建议值，以主管单位约定为准",
    en: "Water sources are surveyed every year; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["水源编号", "消火栓编号", "设施编号"],
    kind: ["类型", "水源类型", "fire_hydrant:type", "emergency"],
    state: ["状态", "完好情况"],
    flowLps: ["流量(L/s)", "流量"],
    pressureMPa: ["压力(MPa)", "静压"],
    pipeMm: ["管径(mm)", "DN", "fire_hydrant:diameter"],
    servicedOn: ["维护日期", "检查日期", "最近检查日期"],
    address: ["地址", "位置"],
  },
});
