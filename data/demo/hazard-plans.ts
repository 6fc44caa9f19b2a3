import type { Substance } from "../layers/define.ts";
import { substance } from "./critical-quantities.ts";

export type HazardKind =
  | "tank-farm"
  | "warehouse"
  | "production-unit"
  | "lpg-station"
  | "lng-station"
  | "fuel-station"
  | "oil-depot"
  | "ammonia-refrigeration"
  | "gas-holder";

/** A neighbour that stands too near on purpose. */
export interface PlantedNeighbour {
  readonly layer: "protection-targets" | "houses" | "buildings";
  readonly kind: "school" | "hospital" | "elderly-care" | "residential" | "village" | "house" | "hall";
  readonly distanceM: number;
  readonly requiredM: number;
  readonly clause: string;
}

/** What the tables ask of a hazard source beyond its substances, as its acceptance papers have it. */
export interface HazardFigures {
  readonly designStandard: "gb50016" | "gb50160" | "gb50156" | "gb51142" | "gb50074";
  readonly fireClass?: "a" | "b";
  readonly items?: "1256" | "12345";
  readonly volumeM3?: number;
  readonly largestTankM3?: number;
  readonly petrolM3?: number;
  readonly dieselM3?: number;
  readonly lngM3?: number;
  readonly depotGroup?: "1" | "2" | "3";
}

/** A hazard source before it has ground. */
export interface HazardPlan {
  readonly kind: HazardKind;
  readonly part: "chemical-park" | "industry" | "works" | "outskirts" | "roadside";
  readonly firm: string;
  readonly unit: string;
  readonly substances: readonly Substance[];
  readonly staff: number;
  readonly figures: HazardFigures;
  readonly neighbour?: PlantedNeighbour;
}

const hazard = (
  part: HazardPlan["part"],
  kind: HazardKind,
  firm: string,
  unit: string,
  staff: number,
  held: Readonly<Record<string, number>>,
  figures: HazardFigures,
  neighbour?: PlantedNeighbour,
): HazardPlan => ({
  part,
  kind,
  firm,
  unit,
  staff,
  figures,
  substances: Object.entries(held).map(([name, tonnes]) => substance(name, tonnes)),
  ...(neighbour && { neighbour }),
});

const tooNear = (
  layer: PlantedNeighbour["layer"],
  kind: PlantedNeighbour["kind"],
  distanceM: number,
  requiredM: number,
  clause: string,
): PlantedNeighbour => ({ layer, kind, distanceM, requiredM, clause });

const CLASS_A_STORE = "GB 50016-2014(2018) 表3.5.1";
const PETROCHEMICAL = "GB 50160-2008(2018) 表4.1.9";
const LPG_BASE = "GB 50016-2014(2018) 表4.4.1";
const FILLING_STATION = "GB 50156-2021 表4.0.4";

const petrochemical = (volumeM3?: number): HazardFigures => ({
  designStandard: "gb50160",
  fireClass: "a",
  ...(volumeM3 !== undefined && { volumeM3 }),
});
const classB: HazardFigures = { designStandard: "gb50160", fireClass: "b" };
const store: HazardFigures = { designStandard: "gb50016", fireClass: "a", items: "1256" };
const works = (fireClass: "a" | "b"): HazardFigures => ({ designStandard: "gb50016", fireClass });
const gas = (tanks: number, tankM3: number): HazardFigures => ({
  designStandard: "gb51142",
  volumeM3: tanks * tankM3,
  largestTankM3: tankM3,
});
const station = (petrolM3: number, dieselM3: number, lngM3?: number): HazardFigures => ({
  designStandard: "gb50156",
  petrolM3,
  dieselM3,
  ...(lngM3 !== undefined && { lngM3 }),
});

/**
 * The forty. Amounts are chosen so that the level does not hang on a few residents: in the chemical park nobody lives within
 * 500 m (α = 0.5), elsewhere the level is the same for every α of table 5.
 */
export const HAZARD_PLANS: readonly HazardPlan[] = [
  hazard("chemical-park", "tank-farm", "安澜氯碱化工", "液氯罐区", 26, { 氯: 280 }, classB),
  hazard("chemical-park", "tank-farm", "远航丙烷脱氢", "液化烃球罐区", 32, { 液化石油气: 7200 }, petrochemical(16_000)),
  hazard("chemical-park", "tank-farm", "丰泽合成氨", "液氨罐区", 24, { 氨: 620 }, classB),
  hazard("chemical-park", "tank-farm", "启明煤化工", "甲醇罐区", 28, { 甲醇: 62_000 }, petrochemical(100_000)),
  hazard("chemical-park", "tank-farm", "凌云合成橡胶", "丁二烯罐区", 22, { "1,3-丁二烯": 500 }, petrochemical(1000)),
  hazard("chemical-park", "production-unit", "永泰树脂", "氯乙烯聚合装置", 38, { 氯乙烯: 1200 }, petrochemical()),
  hazard(
    "chemical-park",
    "production-unit",
    "景和表面活性剂",
    "环氧乙烷衍生装置",
    30,
    { 环氧乙烷: 90 },
    petrochemical(),
  ),
  hazard("chemical-park", "tank-farm", "鸿雁芳烃", "苯罐区", 20, { 苯: 1800, 甲苯: 900 }, petrochemical(4000)),
  hazard("chemical-park", "tank-farm", "金穗生物乙醇", "乙醇罐区", 26, { 乙醇: 14_000 }, petrochemical(20_000)),
  hazard("chemical-park", "production-unit", "星河氢能", "制氢装置", 16, { 氢: 22 }, petrochemical()),
  hazard("chemical-park", "warehouse", "北辰电石", "电石库", 14, { "碳化钙(电石)": 800 }, store),
  hazard("chemical-park", "production-unit", "安澜氯碱化工", "氯氢处理装置", 24, { 氯: 45, 氢: 4 }, petrochemical()),
  hazard("chemical-park", "tank-farm", "嘉禾氨基酸", "液氨储罐", 18, { 氨: 260 }, classB),
  hazard("chemical-park", "tank-farm", "瑞丰涂料", "溶剂罐区", 16, { 甲苯: 3000, 乙酸乙酯: 2500 }, petrochemical(8000)),
  hazard("chemical-park", "production-unit", "沃野复合肥", "硝酸装置", 22, { "硝酸(>70%)": 350, 氨: 6 }, classB),
  hazard("chemical-park", "tank-farm", "同心尼龙", "环己烷罐区", 18, { 环己烷: 7000 }, petrochemical(12_000)),
  hazard(
    "chemical-park",
    "gas-holder",
    "启明煤化工",
    "煤气柜",
    12,
    { 煤气: 60 },
    { designStandard: "gb50016", volumeM3: 100_000 },
  ),
  hazard("chemical-park", "warehouse", "白云漂染助剂", "氯酸钠库", 10, { 氯酸钠: 260 }, store),
  hazard(
    "chemical-park",
    "tank-farm",
    "大成液化气",
    "液化烃罐组",
    18,
    { 液化石油气: 720 },
    petrochemical(2000),
    tooNear("protection-targets", "village", 120, 150, PETROCHEMICAL),
  ),
  hazard(
    "chemical-park",
    "tank-farm",
    "长兴石化仓储",
    "汽油罐组",
    20,
    { 汽油: 4400 },
    petrochemical(8000),
    tooNear("protection-targets", "elderly-care", 80, 100, PETROCHEMICAL),
  ),
  hazard(
    "industry",
    "warehouse",
    "宏远化工贸易",
    "甲类库房一",
    9,
    { 甲醇: 260, 乙醇: 400, 丙酮: 200 },
    store,
    tooNear("protection-targets", "school", 36, 50, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "彩虹油漆",
    "甲类库房二",
    8,
    { 乙酸乙酯: 500, 甲苯: 450 },
    store,
    tooNear("protection-targets", "residential", 41, 50, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "清泉日化",
    "乙醇库房",
    8,
    { 乙醇: 900 },
    store,
    tooNear("houses", "house", 22, 30, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "时雨试剂",
    "试剂库房",
    7,
    { 丙酮: 420, 乙醇: 300 },
    store,
    tooNear("buildings", "hall", 9, 15, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "production-unit",
    "逐日新材料",
    "加氢车间",
    26,
    { 氢: 12 },
    works("a"),
    tooNear("protection-targets", "hospital", 40, 50, "GB 50016-2014(2018) 3.4.2"),
  ),
  hazard(
    "industry",
    "production-unit",
    "金穗油脂",
    "浸出车间",
    22,
    { 正己烷: 1100 },
    works("a"),
    tooNear("houses", "house", 18, 25, "GB 50016-2014(2018) 表3.4.1"),
  ),
  hazard("industry", "ammonia-refrigeration", "牧歌肉业", "氨制冷机房", 36, { 氨: 18 }, works("b")),
  hazard("industry", "ammonia-refrigeration", "草原乳业", "氨制冷机房", 44, { 氨: 22 }, works("b")),
  hazard("works", "ammonia-refrigeration", "迎宾冷链", "氨制冷机房", 18, { 氨: 9 }, works("b")),
  hazard(
    "works",
    "lpg-station",
    "安居燃气一站",
    "储配站",
    12,
    { 液化石油气: 75 },
    gas(3, 50),
    tooNear("protection-targets", "school", 35, 50, LPG_BASE),
  ),
  hazard(
    "outskirts",
    "lpg-station",
    "安居燃气二站",
    "储配站",
    10,
    { 液化石油气: 62 },
    gas(3, 50),
    tooNear("protection-targets", "village", 40, 45, LPG_BASE),
  ),
  hazard("outskirts", "lpg-station", "惠民燃气", "储配站", 11, { 液化石油气: 88 }, gas(4, 50)),
  hazard("outskirts", "lng-station", "蓝天燃气", "调峰储配站", 14, { 天然气: 110 }, { designStandard: "gb50016" }),
  hazard(
    "outskirts",
    "oil-depot",
    "骏马石油",
    "成品油库",
    24,
    { 汽油: 4200, 柴油: 6000 },
    { designStandard: "gb50074", volumeM3: 15_000, depotGroup: "1" },
  ),
  hazard(
    "roadside",
    "fuel-station",
    "骏马石油一站",
    "加油站",
    6,
    { 汽油: 66, 柴油: 50 },
    station(90, 60),
    tooNear("protection-targets", "school", 24, 35, FILLING_STATION),
  ),
  hazard(
    "roadside",
    "fuel-station",
    "骏马石油二站",
    "加油站",
    6,
    { 汽油: 58, 柴油: 42 },
    station(90, 60),
    tooNear("protection-targets", "hospital", 20, 35, FILLING_STATION),
  ),
  hazard("roadside", "fuel-station", "骏马石油三站", "加油站", 5, { 汽油: 44, 柴油: 84 }, station(60, 120)),
  hazard("roadside", "fuel-station", "远航能源一站", "加油站", 5, { 汽油: 52, 柴油: 66 }, station(90, 90)),
  hazard("roadside", "fuel-station", "远航能源二站", "加油加气站", 8, { 汽油: 48, 天然气: 9 }, station(90, 0, 30)),
  hazard("roadside", "fuel-station", "追风能源站", "加油站", 5, { 汽油: 60, 柴油: 60 }, station(90, 90)),
];
