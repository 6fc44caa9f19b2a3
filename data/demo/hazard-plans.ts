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

/** A hazard source before it has ground. */
export interface HazardPlan {
  readonly kind: HazardKind;
  readonly part: "chemical-park" | "industry" | "works" | "outskirts" | "roadside";
  readonly firm: string;
  readonly unit: string;
  readonly substances: readonly Substance[];
  readonly staff: number;
  readonly neighbour?: PlantedNeighbour;
}

const hazard = (
  part: HazardPlan["part"],
  kind: HazardKind,
  firm: string,
  unit: string,
  staff: number,
  held: Readonly<Record<string, number>>,
  neighbour?: PlantedNeighbour,
): HazardPlan => ({
  part,
  kind,
  firm,
  unit,
  staff,
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

const CLASS_A_STORE = "GB 50016-2014（2018年版）表3.5.1";

/**
 * The forty. Amounts are chosen so that the level does not hang on a few residents: in the chemical park nobody lives within
 * 500 m (α = 0.5), elsewhere the level is the same for every α of table 5.
 */
export const HAZARD_PLANS: readonly HazardPlan[] = [
  hazard("chemical-park", "tank-farm", "安澜氯碱化工", "液氯罐区", 26, { 氯: 280 }),
  hazard("chemical-park", "tank-farm", "远航丙烷脱氢", "液化烃球罐区", 32, { 液化石油气: 7200 }),
  hazard("chemical-park", "tank-farm", "丰泽合成氨", "液氨罐区", 24, { 氨: 620 }),
  hazard("chemical-park", "tank-farm", "启明煤化工", "甲醇罐区", 28, { 甲醇: 62_000 }),
  hazard("chemical-park", "tank-farm", "凌云合成橡胶", "丁二烯罐区", 22, { "1,3-丁二烯": 500 }),
  hazard("chemical-park", "production-unit", "永泰树脂", "氯乙烯聚合装置", 38, { 氯乙烯: 1200 }),
  hazard("chemical-park", "production-unit", "景和表面活性剂", "环氧乙烷衍生装置", 30, { 环氧乙烷: 90 }),
  hazard("chemical-park", "tank-farm", "鸿雁芳烃", "苯罐区", 20, { 苯: 1800, 甲苯: 900 }),
  hazard("chemical-park", "tank-farm", "金穗生物乙醇", "乙醇罐区", 26, { 乙醇: 14_000 }),
  hazard("chemical-park", "production-unit", "星河氢能", "制氢装置", 16, { 氢: 22 }),
  hazard("chemical-park", "warehouse", "北辰电石", "电石库", 14, { "碳化钙(电石)": 800 }),
  hazard("chemical-park", "production-unit", "安澜氯碱化工", "氯氢处理装置", 24, { 氯: 45, 氢: 4 }),
  hazard("chemical-park", "tank-farm", "嘉禾氨基酸", "液氨储罐", 18, { 氨: 260 }),
  hazard("chemical-park", "tank-farm", "瑞丰涂料", "溶剂罐区", 16, { 甲苯: 3000, 乙酸乙酯: 2500 }),
  hazard("chemical-park", "production-unit", "沃野复合肥", "硝酸装置", 22, { "硝酸(>70%)": 350, 氨: 6 }),
  hazard("chemical-park", "tank-farm", "同心尼龙", "环己烷罐区", 18, { 环己烷: 7000 }),
  hazard("chemical-park", "gas-holder", "启明煤化工", "煤气柜", 12, { 煤气: 60 }),
  hazard("chemical-park", "warehouse", "白云漂染助剂", "氯酸钠库", 10, { 氯酸钠: 260 }),
  hazard(
    "chemical-park",
    "tank-farm",
    "大成液化气",
    "液化烃罐组",
    18,
    { 液化石油气: 720 },
    tooNear("protection-targets", "village", 120, 150, "GB 50160-2008（2018年版）表4.1.9"),
  ),
  hazard(
    "chemical-park",
    "tank-farm",
    "长兴石化仓储",
    "汽油罐组",
    20,
    { 汽油: 4400 },
    tooNear("protection-targets", "elderly-care", 80, 100, "GB 50160-2008（2018年版）表4.1.9"),
  ),
  hazard(
    "industry",
    "warehouse",
    "宏远化工贸易",
    "甲类库房一",
    9,
    { 甲醇: 260, 乙醇: 400, 丙酮: 200 },
    tooNear("protection-targets", "school", 36, 50, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "彩虹油漆",
    "甲类库房二",
    8,
    { 乙酸乙酯: 500, 甲苯: 450 },
    tooNear("protection-targets", "residential", 41, 50, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "清泉日化",
    "乙醇库房",
    8,
    { 乙醇: 900 },
    tooNear("houses", "house", 22, 30, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "warehouse",
    "时雨试剂",
    "试剂库房",
    7,
    { 丙酮: 420, 乙醇: 300 },
    tooNear("buildings", "hall", 9, 15, CLASS_A_STORE),
  ),
  hazard(
    "industry",
    "production-unit",
    "逐日新材料",
    "加氢车间",
    26,
    { 氢: 12 },
    tooNear("protection-targets", "hospital", 40, 50, "GB 50016-2014（2018年版）3.4.2"),
  ),
  hazard(
    "industry",
    "production-unit",
    "金穗油脂",
    "浸出车间",
    22,
    { 正己烷: 1100 },
    tooNear("houses", "house", 18, 25, "GB 50016-2014（2018年版）表3.4.1"),
  ),
  hazard("industry", "ammonia-refrigeration", "牧歌肉业", "氨制冷机房", 36, { 氨: 18 }),
  hazard("industry", "ammonia-refrigeration", "草原乳业", "氨制冷机房", 44, { 氨: 22 }),
  hazard("works", "ammonia-refrigeration", "迎宾冷链", "氨制冷机房", 18, { 氨: 9 }),
  hazard(
    "works",
    "lpg-station",
    "安居燃气一站",
    "储配站",
    12,
    { 液化石油气: 75 },
    tooNear("protection-targets", "school", 35, 50, "GB 50016-2014（2018年版）4.4.1"),
  ),
  hazard(
    "outskirts",
    "lpg-station",
    "安居燃气二站",
    "储配站",
    10,
    { 液化石油气: 62 },
    tooNear("protection-targets", "village", 42, 50, "GB 50016-2014（2018年版）4.4.1"),
  ),
  hazard("outskirts", "lpg-station", "惠民燃气", "储配站", 11, { 液化石油气: 88 }),
  hazard("outskirts", "lng-station", "蓝天燃气", "调峰储配站", 14, { 天然气: 110 }),
  hazard("outskirts", "oil-depot", "骏马石油", "成品油库", 24, { 汽油: 4200, 柴油: 6000 }),
  hazard(
    "roadside",
    "fuel-station",
    "骏马石油一站",
    "加油站",
    6,
    { 汽油: 66, 柴油: 50 },
    tooNear("protection-targets", "school", 24, 35, "GB 50156-2021 4.0.4"),
  ),
  hazard(
    "roadside",
    "fuel-station",
    "骏马石油二站",
    "加油站",
    6,
    { 汽油: 58, 柴油: 42 },
    tooNear("protection-targets", "hospital", 20, 35, "GB 50156-2021 4.0.4"),
  ),
  hazard("roadside", "fuel-station", "骏马石油三站", "加油站", 5, { 汽油: 44, 柴油: 84 }),
  hazard("roadside", "fuel-station", "远航能源一站", "加油站", 5, { 汽油: 52, 柴油: 66 }),
  hazard("roadside", "fuel-station", "远航能源二站", "加油加气站", 8, { 汽油: 48, 天然气: 9 }),
  hazard("roadside", "fuel-station", "追风能源站", "加油站", 5, { 汽油: 60, 柴油: 60 }),
];
