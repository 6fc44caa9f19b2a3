import type { Title } from "../layers/define.ts";

/** A word of the movements notation: written as `code` or as its Chinese title, read under its aliases too. */
export interface PartyWord<Code extends string = string> {
  readonly code: Code;
  readonly title: Title;
  readonly aliases: readonly string[];
}

const word = <Code extends string>(code: Code, zh: string, en: string, ...aliases: string[]): PartyWord<Code> => ({
  code,
  title: { zh, en },
  aliases,
});

/** What stands for a kind where there is room for a sign only. */
export const PARTY_MARKS: Readonly<Record<PartyKind, Title>> = {
  car: { zh: "轿", en: "C" },
  truck: { zh: "货", en: "T" },
  bus: { zh: "客", en: "B" },
  motorcycle: { zh: "摩", en: "M" },
  "dangerous-goods-truck": { zh: "危", en: "DG" },
  tractor: { zh: "农", en: "Tr" },
  "e-bike": { zh: "电", en: "Eb" },
  bicycle: { zh: "自", en: "Bi" },
  pedestrian: { zh: "人", en: "P" },
  other: { zh: "他", en: "O" },
};

/** Who takes part in a crash. */
export const PARTY_KINDS = [
  word("car", "小客车", "Car", "小型客车", "小型普通客车", "轿车", "小汽车", "面包车"),
  word("truck", "货车", "Truck", "重型货车", "轻型货车", "半挂牵引车", "半挂车", "lorry"),
  word("bus", "大客车", "Bus", "客车", "公交车", "校车", "coach"),
  word("motorcycle", "摩托车", "Motorcycle", "二轮摩托车", "motorbike"),
  word("dangerous-goods-truck", "危货车", "Dangerous goods truck", "危险货物运输车", "危化品运输车", "危运车"),
  word("tractor", "三轮车或拖拉机", "Three-wheeler or tractor", "三轮汽车", "三轮摩托车", "三轮车", "拖拉机", "农用车"),
  word("e-bike", "电动自行车", "E-bike", "电动车", "电瓶车", "ebike"),
  word("bicycle", "自行车", "Bicycle", "单车", "bike"),
  word("pedestrian", "行人", "Pedestrian"),
  word("other", "动物或其他", "Animal or other", "动物", "牲畜", "其他", "animal"),
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number]["code"];

/** What a party was doing. */
export const MANOEUVRES = [
  word("straight", "直行", "Straight on"),
  word("left", "左转", "Turning left", "左转弯"),
  word("right", "右转", "Turning right", "右转弯"),
  word("u-turn", "掉头", "U-turn", "调头"),
  word("reversing", "倒车", "Reversing", "backing"),
  word("changing-lane", "变道", "Changing lane", "变更车道", "并线"),
  word("overtaking", "超车", "Overtaking"),
  word("parked", "停驶", "Parked", "停放", "驻车"),
  word("stopped", "停车", "Stopped", "停车等候", "临时停车"),
  word("crossing", "横穿", "Crossing", "横过道路", "横过"),
  word("walking-along", "顺行", "Walking along", "沿路行走", "walking"),
  word("run-off", "驶出路外", "Running off the road", "冲出路外"),
] as const;
export type Manoeuvre = (typeof MANOEUVRES)[number]["code"];

/** The eight points, clockwise from north. */
export const COMPASS = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
export type Compass = (typeof COMPASS)[number];

export const COMPASS_ZH: Readonly<Record<Compass, string>> = {
  N: "北",
  NE: "东北",
  E: "东",
  SE: "东南",
  S: "南",
  SW: "西南",
  W: "西",
  NW: "西北",
};
