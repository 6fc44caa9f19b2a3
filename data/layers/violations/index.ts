import { code, defineLayer, field } from "../define.ts";

const KINDS = [
  code("speeding", "超速行驶", "Speeding", { aliases: ["超速"] }),
  code("fatigue", "疲劳驾驶", "Driving tired", { aliases: ["疲劳"] }),
  code("overload", "超载超员", "Overloaded", { aliases: ["超载", "超员"] }),
  code("drink", "酒后驾驶", "Drink driving", { aliases: ["酒驾", "醉驾", "饮酒驾驶"] }),
  code("signal", "违反交通信号", "Against the signals", { aliases: ["闯红灯"] }),
  code("lane", "违法占道、变道或超车", "Lane, overtaking", { aliases: ["违法变道", "违法超车", "逆行"] }),
  code("route", "危货车辆违规通行", "Dangerous goods off their route", { aliases: ["不按规定路线行驶"] }),
  code("phone", "接打手持电话", "Hand-held phone", { aliases: ["打电话"] }),
  code("belt", "未系安全带", "No seat belt", { aliases: ["安全带"] }),
  code("unfit", "车辆逾期未检或机件不符", "Vehicle not fit", { aliases: ["逾期未检验", "逾期未报废"] }),
  code("other", "其他违法", "Other"),
];

/** Traffic violations of vehicles that a carrier answers for, one feature each. Drivers and plates are personal. */
export const violations = defineLayer({
  id: "violations",
  title: { zh: "运输车辆违法", en: "Carriers' violations" },
  description: {
    zh: "运输企业车辆的交通违法记录，一条违法一个要素；用于企业风险画像。",
    en: "Traffic violations of carriers' vehicles, one feature each; for the risk portraits of carriers.",
  },
  role: "support",
  geometry: "Point",
  attributes: {
    happenedAt: field.datetime({ zh: "违法时间", en: "Time" }),
    kind: field.code({ zh: "违法行为", en: "Violation" }, KINDS),
    carrier: field.text(
      { zh: "所属企业信用代码", en: "Credit code of the carrier" },
      { maxLength: 18, source: "GB 32100-2015" },
    ),
    carrierName: field.text({ zh: "所属企业", en: "Name of the carrier" }, { searchable: true }),
    points: field.integer({ zh: "记分", en: "Penalty points" }, { unit: "分", min: 0, max: 12 }),
    settled: field.boolean({ zh: "已处理", en: "Settled" }),
    roadCode: field.text({ zh: "路号", en: "Road number" }),
    roadName: field.text({ zh: "路名", en: "Road" }),
    plate: field.text({ zh: "号牌号码", en: "Plate" }, { personal: true }),
    driver: field.text({ zh: "驾驶人", en: "Driver" }, { personal: true }),
  },
  time: "happenedAt",
  totals: ["points"],
  symbol: { shape: "diamond", color: "#8c6bb1", minZoom: 14 },
  refreshDays: 30,
  refreshReason: {
    zh: "违法按月汇总；建议值，以主管单位约定为准",
    en: "Violations are summed up monthly; proposed, the office in charge decides",
  },
  importAliases: {
    code: ["违法编号", "决定书编号"],
    happenedAt: ["违法时间"],
    kind: ["违法行为", "违法代码名称"],
    carrier: ["所属企业信用代码", "企业信用代码"],
    carrierName: ["所属企业", "运输企业"],
    points: ["记分", "违法记分数"],
    plate: ["号牌号码", "车牌"],
    driver: ["驾驶人", "当事人"],
  },
});
