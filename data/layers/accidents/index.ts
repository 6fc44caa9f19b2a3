import { ROAD_CLASSES } from "../codes.ts";
import { code, defineLayer, field } from "../define.ts";

const SEVERITIES = [
  code("fatal", "死亡事故", "Fatal", { color: "#a50026", mark: "亡", aliases: ["死亡", "Fatal"] }),
  code("injury", "伤人事故", "Injury", {
    color: "#f07c1f",
    mark: "伤",
    aliases: ["伤人", "Major", "Minor", "Minimal"],
  }),
  code("damage", "财产损失事故", "Damage only", { color: "#7a8699", mark: "损", aliases: ["财产损失", "None"] }),
];

const FORMS = [
  code("head-on", "正面碰撞", "Head-on"),
  code("rear-end", "追尾碰撞", "Rear-end"),
  code("angle", "侧面碰撞", "Angle"),
  code("sideswipe", "同向刮擦", "Sideswipe"),
  code("pedestrian", "碾压撞击行人", "Pedestrian struck"),
  code("non-motor", "撞非机动车", "Non-motor vehicle struck"),
  code("parked", "撞静止车辆", "Parked vehicle struck"),
  code("fixed-object", "撞固定物", "Fixed object"),
  code("rollover", "翻车", "Rollover"),
  code("run-off", "坠车或驶出路外", "Run off the road"),
  code("other", "其他", "Other"),
];

const WEATHERS = [
  code("clear", "晴", "Clear", { aliases: ["Clear"] }),
  code("cloudy", "阴", "Cloudy", { aliases: ["Cloudy", "多云"] }),
  code("rain", "雨", "Rain", { aliases: ["Rain"] }),
  code("snow", "雪", "Snow", { aliases: ["Snow", "Drifting Snow"] }),
  code("fog", "雾", "Fog", { aliases: ["Fog, Mist, Smoke, Dust"] }),
  code("wind", "大风沙尘", "Wind or dust", { aliases: ["Strong wind"] }),
  code("sleet", "雨夹雪、冻雨", "Sleet or freezing rain", { aliases: ["Freezing Rain"] }),
  code("other", "其他", "Other", { aliases: ["Other"] }),
];

const LIGHTS = [
  code("day", "白天", "Daylight"),
  code("dusk", "黎明黄昏", "Dawn or dusk"),
  code("night-lit", "夜间有照明", "Night, lit"),
  code("night-dark", "夜间无照明", "Night, unlit"),
];

const SURFACES = [
  code("dry", "干燥", "Dry", { aliases: ["Dry"] }),
  code("wet", "潮湿", "Wet", { aliases: ["Wet"] }),
  code("snow", "积雪", "Snow", { aliases: ["Loose Snow", "Packed Snow", "Slush"] }),
  code("ice", "结冰", "Ice", { aliases: ["Ice"] }),
  code("other", "其他", "Other", { aliases: ["Other", "Spilled liquid", "Loose Sand or Gravel"] }),
];

// The code list of GA 1082's 路口路段类型, read in a study that lists its items (standards.md, 6.6).
const PLACES = [
  code("1", "三枝分叉口", "Three-leg junction"),
  code("2", "四枝分叉口", "Four-leg junction"),
  code("3", "多枝分叉口", "Multi-leg junction"),
  code("4", "环行路口", "Roundabout"),
  code("5", "普通路段", "Ordinary section"),
  code("6", "路段变窄处", "Narrowing"),
  code("7", "路侧险要路段", "Dangerous roadside"),
  code("8", "匝道口", "Ramp"),
  code("9", "路段进出处", "Access"),
  code("10", "高架路段", "Elevated"),
  code("11", "桥梁", "Bridge"),
  code("12", "隧道", "Tunnel"),
];

const PLACINGS = [
  code("confirmed", "人工确认路线桩号", "Road and stake confirmed by a person"),
  code("off-road", "不在路网上", "Beside all roads"),
];

/** Road accidents, one feature a crash. Fields after GA 1082's general-procedure collection (standards.md, 6.6). */
export const accidents = defineLayer({
  id: "accidents",
  title: { zh: "道路交通事故", en: "Road accidents" },
  description: {
    zh: "按事故为单位的道路交通事故，死亡人数按交警统计口径（7日内）。",
    en: "Road crashes; deaths as police statistics count them (within 7 days).",
  },
  role: "ledger",
  geometry: "Point",
  attributes: {
    happenedAt: field.datetime({ zh: "事故时间", en: "Time" }),
    severity: field.code({ zh: "严重程度", en: "Severity" }, SEVERITIES, { ordered: true, source: "GA 1082" }),
    deaths: field.integer({ zh: "死亡人数", en: "Deaths" }, { unit: "人", min: 0, max: 500 }),
    injuries: field.integer({ zh: "受伤人数", en: "Injuries" }, { unit: "人", min: 0, max: 2_000 }),
    form: field.code({ zh: "事故形态", en: "Crash form" }, FORMS),
    weather: field.code({ zh: "天气", en: "Weather" }, WEATHERS),
    light: field.code({ zh: "照明", en: "Light" }, LIGHTS),
    surface: field.code({ zh: "路表情况", en: "Road surface" }, SURFACES),
    vehicles: field.integer({ zh: "机动车数量", en: "Motor vehicles" }, { unit: "辆", min: 0, max: 500 }),
    pedestrians: field.integer({ zh: "行人数", en: "Pedestrians" }, { unit: "人", min: 0, max: 500 }),
    nonMotor: field.integer({ zh: "非机动车数量", en: "Non-motor vehicles" }, { unit: "辆", min: 0, max: 500 }),
    place: field.code({ zh: "路口路段类型", en: "Junction or section" }, PLACES, { source: "GA 1082" }),
    roadCode: field.text({ zh: "路号", en: "Road number" }, { searchable: true }),
    roadName: field.text({ zh: "路名", en: "Road" }, { searchable: true }),
    roadClass: field.code({ zh: "道路等级", en: "Road class" }, ROAD_CLASSES),
    kilometre: field.integer({ zh: "公里数", en: "Kilometre" }, { unit: "km", min: 0, max: 9_999 }),
    metre: field.integer({ zh: "米数", en: "Metre" }, { unit: "m", min: 0, max: 999 }),
    placing: field.code({ zh: "定位核对", en: "Placing" }, PLACINGS),
    cause: field.text({ zh: "事故认定原因", en: "Cause found" }),
    roadFactor: field.boolean({ zh: "存在道路不安全因素", en: "Unsafe road factors found" }),
    dangerousGoods: field.boolean({ zh: "涉危险货物运输车辆", en: "Dangerous goods vehicle involved" }),
    // One party after another, `;` between them: kind, manoeuvre and course as data/traffic/parties.ts reads them.
    movements: field.text({ zh: "当事方行驶方向", en: "Movements of the parties" }, { maxLength: 400 }),
    carriers: field.text(
      { zh: "涉事运输企业信用代码", en: "Credit codes of the carriers involved" },
      { maxLength: 200 },
    ),
    lossYuan: field.number({ zh: "直接财产损失", en: "Direct loss" }, { unit: "元", min: 0 }),
    parties: field.text({ zh: "当事人", en: "Parties" }, { personal: true }),
  },
  time: "happenedAt",
  grade: "severity",
  totals: ["deaths", "injuries"],
  weights: [
    {
      id: "etan",
      title: { zh: "当量事故次数 N+2.0F+1.5J", en: "Equivalent accidents N+2.0F+1.5J" },
      factors: { count: 1, deaths: 2, injuries: 1.5 },
      source: {
        zh: "交通安全教材中的当量事故公式，凭记忆录入，待核实",
        en: "Textbook formula of equivalent accidents, entered from memory; to be verified",
      },
    },
    {
      id: "hsm-2010",
      title: { zh: "HSM 2010 三级权重 542/11/1", en: "HSM 2010, three levels 542/11/1" },
      by: "severity",
      byCode: { fatal: 542, injury: 11, damage: 1 },
      source: {
        zh: "美国《公路安全手册》（HSM 2010）三级权重",
        en: "Highway Safety Manual (HSM 2010), three levels",
      },
    },
    {
      id: "capped",
      title: { zh: "封顶权重 10/3/1", en: "Capped 10/3/1" },
      by: "severity",
      byCode: { fatal: 10, injury: 3, damage: 1 },
      source: {
        zh: "本系统建议值，避免一起死亡事故主导全图；不是官方标准",
        en: "Proposed here so that one death does not rule the map; no official standard",
      },
    },
  ],
  symbol: { shape: "circle", color: "#f07c1f", by: "severity", minZoom: 13 },
  refreshDays: 30,
  refreshReason: {
    zh: "事故按月汇总；建议值，以主管单位约定为准",
    en: "Accidents are summed up monthly; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["事故编号", "ACCNUM", "案件编号"],
    happenedAt: ["事故发生时间", "发生时间", "事故时间", "DATE"],
    severity: ["事故严重程度", "严重程度", "INJURY"],
    deaths: ["死亡人数"],
    injuries: ["受伤人数"],
    form: ["事故形态"],
    weather: ["天气", "WEATHER"],
    light: ["照明条件"],
    surface: ["路表情况", "路面状况", "ROAD_CONDITION"],
    place: ["路口路段类型"],
    roadCode: ["路号", "道路编号"],
    roadName: ["路名", "道路名称"],
    roadClass: ["公路行政等级", "道路类型", "ROAD_CLASS"],
    kilometre: ["公里数"],
    metre: ["米数"],
    dangerousGoods: ["是否涉危", "涉危险货物"],
    movements: ["行驶方向", "当事方动态"],
    carriers: ["运输企业", "所属企业信用代码"],
  },
});
