import { at, frameAt, type Point } from "./frame.ts";

/**
 * The hand of the planner: what lies where. Metres east and north of the centre. Everything else is grown from this.
 *
 * A prefecture city's development zone on the northern plain: a core with a slightly turned grid inside a ring road, an old
 * town by the river, industry to the east, a chemical park far downwind (winter wind is north-west), towns and villages along
 * the county roads. National road 111 exists; its stakes and its course here are invented, as is every other road.
 */
export const ZONE_NAME = "北原经济技术开发区（演示）";

export const CORE = frameAt([0, 700], -6);
export const INDUSTRY = frameAt([8350, -350], 3);
export const CHEMICAL_PARK = frameAt([10600, -8300], 8);
export const NEW_TOWN = frameAt([-400, 7150], -3);

/** Half side lengths in the core's frame: the ring road runs here. */
export const RING = { west: -4300, east: 4700, south: -3900, north: 2750, cornerM: 420 };

/** Northing of the river's middle. Wavelengths of a meandering lowland river 150 m wide. */
export const riverMiddle = (x: number): number =>
  4820 + 330 * Math.sin(x / 960 + 0.4) + 300 * Math.sin(x / 2700 + 1.3) + 70 * Math.sin(x / 410);

export const riverHalfWidth = (x: number): number => 72 + 22 * Math.sin(x / 1300) + 9 * Math.sin(x / 330);

/** The corners of the zone, clockwise from the north-west; `west` and `east` are where the river enters and leaves. */
export const CORNERS = {
  nw: [-14900, 11300],
  n1: [-6500, 12400],
  n2: [5000, 11900],
  ne: [14900, 10600],
  east: [14700, riverMiddle(14700)],
  e2: [15200, -3600],
  se: [12600, -12300],
  s1: [5600, -11900],
  s2: [-5800, -12300],
  sw: [-14800, -12200],
  w2: [-15300, -4400],
  west: [-15000, riverMiddle(-15000)],
} as const satisfies Record<string, Point>;

export type RoadClass =
  | "motorway"
  | "national"
  | "provincial"
  | "arterial"
  | "secondary"
  | "county"
  | "local"
  | "service";

export interface RoadPlan {
  readonly code: string;
  readonly name: string;
  readonly class: RoadClass;
  readonly startStakeM: number;
  /** Metres of overshoot at the start and the end, cut back to the crossing that they reach. */
  readonly overshootM: readonly [number, number];
  readonly through: readonly Point[];
}

const road = (
  code: string,
  name: string,
  roadClass: RoadClass,
  startStakeM: number,
  overshootM: readonly [number, number],
  through: readonly Point[],
): RoadPlan => ({ code, name, class: roadClass, startStakeM, overshootM, through });

/** The roads outside the grids. `G111 K812+300` lies in the zone; codes above 900 and 9111 are not in use. */
export const ROADS: readonly RoadPlan[] = [
  road(
    "G9111",
    "北原绕城高速",
    "motorway",
    214_000,
    [0, 0],
    [
      [-15150, -6700],
      [-9500, -8000],
      [-4500, -7300],
      [300, -5500],
      [4800, -4800],
      [8800, -4700],
      [12400, -4000],
      [15000, -4500],
    ],
  ),
  road(
    "G111",
    "国道G111线",
    "national",
    796_500,
    [0, 0],
    [
      [-14850, -9900],
      [-11500, -8100],
      [-9000, -6200],
      [-6900, -3000],
      [-6300, 1000],
      [-5750, 3300],
      [-5150, 5000],
      [-4350, 6400],
      [-3100, 7900],
      [-900, 9500],
      [1500, 10700],
      [3300, 11950],
    ],
  ),
  road(
    "S987",
    "省道S987线",
    "provincial",
    41_000,
    [0, 120],
    [
      [-15050, 1700],
      [-12600, 1050],
      [-10000, 900],
      [-6250, 1500],
      [-4180, 1420],
    ],
  ),
  road(
    "S986",
    "省道S986线",
    "provincial",
    0,
    [120, 0],
    [
      [4600, 650],
      [6200, 1500],
      [8300, 2150],
      [12000, 2700],
      [15000, 3300],
    ],
  ),
  road(
    "S985",
    "省道S985线",
    "provincial",
    0,
    [0, 0],
    [at(CORE, 0, RING.south), [300, -4600], [700, -6500], [2200, -9500], [2000, -11000], [1400, -12050]],
  ),
  road(
    "S984",
    "省道S984线",
    "provincial",
    0,
    [0, 0],
    [at(CORE, 1750, RING.north), [2600, 4800], [3300, 6600], [4500, 8500], [7800, 10300], [9300, 11400]],
  ),
  road(
    "X901",
    "龙湾线",
    "county",
    0,
    [0, 0],
    [
      [-9000, -6200],
      [-8000, -8900],
      [-6600, -10500],
      [-6200, -12200],
    ],
  ),
  road(
    "X902",
    "南苇线",
    "county",
    0,
    [150, 0],
    [
      [-4000, -2700],
      [-5000, -6000],
      [-3600, -9300],
      [-2700, -12100],
    ],
  ),
  road(
    "X903",
    "安化线",
    "county",
    0,
    [0, 0],
    [
      [700, -6500],
      [4200, -6100],
      [8300, -6350],
      [12300, -6300],
      [14300, -7300],
    ],
  ),
  road(
    "X904",
    "平桥线",
    "county",
    0,
    [0, 0],
    [
      [2200, -9500],
      [5600, -10500],
      [9300, -10900],
      [12700, -11500],
    ],
  ),
  road(
    "X905",
    "西甸线",
    "county",
    0,
    [0, 0],
    [
      [-11500, -8100],
      [-11900, -4600],
      [-10700, -1300],
      [-10000, 900],
      [-10300, 3400],
    ],
  ),
  road(
    "X906",
    "北沿线",
    "county",
    0,
    [0, 0],
    [
      [-4350, 6400],
      [-7500, 6900],
      [-11400, 6500],
      [-14750, 7300],
    ],
  ),
  road(
    "X907",
    "沙窝线",
    "county",
    0,
    [0, 0],
    [
      [-7500, 6900],
      [-8400, 9300],
      [-7700, 12100],
    ],
  ),
  road(
    "X908",
    "东甸线",
    "county",
    0,
    [0, 0],
    [
      [4500, 8500],
      [8600, 7400],
      [12000, 7700],
      [14700, 7200],
    ],
  ),
  road(
    "X909",
    "工业园东线",
    "county",
    0,
    [150, 0],
    [
      [10500, -500],
      [12800, -900],
      [15000, -400],
    ],
  ),
  road(
    "X910",
    "河桥线",
    "county",
    0,
    [0, 120],
    [
      [8600, 7400],
      [7900, 5600],
      [8000, 2000],
    ],
  ),
  road(
    "X911",
    "柳林线",
    "county",
    0,
    [0, 0],
    [
      [8600, 7400],
      [9700, 9200],
      [12500, 10500],
    ],
  ),
  road(
    "X912",
    "西苇线",
    "county",
    0,
    [0, 0],
    [
      [-11900, -4600],
      [-14900, -5100],
    ],
  ),
  road(
    "X913",
    "沙坨线",
    "county",
    0,
    [0, 0],
    [
      [-8000, -8900],
      [-11000, -10600],
      [-14500, -11400],
    ],
  ),
  road(
    "X915",
    "园区南线",
    "county",
    0,
    [0, 250],
    [
      [9300, -10900],
      [9900, -9900],
      [10400, -9400],
    ],
  ),
];

/** Streets that tie the grids to the roads around them. */
export const LINKS: readonly RoadPlan[] = [
  road(
    "",
    "北桥大路",
    "arterial",
    0,
    [0, 0],
    [at(CORE, 0, RING.north), [310, 4400], [-60, 5500], at(NEW_TOWN, 0, -1000)],
  ),
  road("", "新区东街", "secondary", 0, [0, 250], [at(NEW_TOWN, 1500, 0), [2500, 7030], [3650, 6950]]),
  road("", "新区西街", "secondary", 0, [0, 250], [at(NEW_TOWN, -1500, 0), [-2700, 7270], [-3750, 7350]]),
  road("", "产业大街", "arterial", 0, [0, 250], [at(INDUSTRY, -2240, 0), [5400, -430], [4480, -330]]),
  road("", "工联街", "secondary", 0, [0, 250], [at(INDUSTRY, -2240, -1100), [5300, -1650], [4350, -1700]]),
  road("", "产业北路", "secondary", 0, [0, 250], [at(INDUSTRY, 0, 1650), [8250, 2350]]),
  road("X916", "园区联络线", "county", 0, [0, 250], [at(INDUSTRY, 560, -1650), [9050, -4000], [8850, -6560]]),
  road("", "化工大路", "secondary", 0, [0, 250], [at(CHEMICAL_PARK, 0, 1200), [10400, -6150]]),
  road("", "站南东路", "secondary", 0, [0, 0], [at(CORE, 2900, -2700), at(CORE, 2900, RING.south)]),
  road("", "站南中路", "secondary", 0, [0, 0], [at(CORE, 0, -2700), at(CORE, 0, RING.south)]),
  road("", "站南西路", "secondary", 0, [0, 0], [at(CORE, -2900, -2700), at(CORE, -2900, RING.south)]),
];

/** The railway's axis, west to east, and the spur into the freight yard. */
export const RAILWAY: readonly Point[] = [
  [-15250, -1700],
  [-8000, -1950],
  [-4300, -2200],
  [0, -2420],
  [4700, -2780],
  [8500, -3020],
  [15050, -2500],
];

export const CANALS: readonly { name: string; through: readonly Point[] }[] = [
  {
    name: "北总干渠",
    through: [
      [-14700, 5950],
      [-10500, 5700],
      [-7400, 6050],
      [-5200, 5900],
    ],
  },
  {
    name: "东总干渠",
    through: [
      [3700, 6200],
      [7000, 6350],
      [10500, 6150],
      [14500, 5750],
    ],
  },
  {
    name: "西分干渠",
    through: [
      [-13400, 4500],
      [-12900, 2400],
      [-13300, -900],
      [-13000, -3900],
    ],
  },
  {
    name: "南排干",
    through: [
      [3300, -7300],
      [5700, -8300],
      [6700, -9600],
      [7300, -11700],
    ],
  },
];

export const PONDS: readonly { name: string; at: Point; radiusM: number }[] = [
  { name: "月牙湖", at: [-8900, 3500], radiusM: 260 },
  { name: "北泡子", at: [-12900, 10100], radiusM: 330 },
  { name: "芦苇泡", at: [-6500, -4900], radiusM: 210 },
  { name: "东湿地", at: [11200, 4300], radiusM: 300 },
  { name: "园区氧化塘", at: [13000, -9700], radiusM: 160 },
  { name: "南泡子", at: [-1300, -10400], radiusM: 240 },
  { name: "鸿雁湖", at: [6900, 8900], radiusM: 220 },
];

/** Overhead lines; 66 kV is the distribution voltage of the north-east. */
export const POWER_LINES: readonly { name: string; voltageKv: number; through: readonly Point[] }[] = [
  {
    name: "北原甲线",
    voltageKv: 220,
    through: [
      [-14900, -7900],
      [-6000, -8600],
      [2900, -4700],
      [6700, -3500],
    ],
  },
  {
    name: "北原乙线",
    voltageKv: 220,
    through: [
      [6700, -3500],
      [13300, -3300],
      [14700, 1200],
    ],
  },
  {
    name: "园区线",
    voltageKv: 66,
    through: [
      [6700, -3500],
      [7400, -5300],
      [8450, -7100],
    ],
  },
  {
    name: "城西线",
    voltageKv: 66,
    through: [
      [2900, -4700],
      [-1000, -4300],
      [-5200, -3400],
      [-5300, 2700],
    ],
  },
  {
    name: "北岸线",
    voltageKv: 66,
    through: [
      [-5300, 2700],
      [-4700, 3900],
      [-2800, 5750],
      [-2450, 8500],
    ],
  },
  {
    name: "工业线",
    voltageKv: 66,
    through: [
      [6700, -3500],
      [5600, -2300],
      [5450, 900],
    ],
  },
];

export const SUBSTATIONS: readonly { name: string; at: Point; voltageKv: number; sideM: number }[] = [
  { name: "北原220千伏变电站", at: [6700, -3640], voltageKv: 220, sideM: 170 },
  { name: "化工园66千伏变电站", at: [8450, -7250], voltageKv: 66, sideM: 80 },
  { name: "城西66千伏变电站", at: [-5380, 500], voltageKv: 66, sideM: 70 },
  { name: "北岸66千伏变电站", at: [-2450, 8600], voltageKv: 66, sideM: 70 },
  { name: "工业66千伏变电站", at: [5400, 1050], voltageKv: 66, sideM: 75 },
  { name: "南郊66千伏变电站", at: [-1000, -4450], voltageKv: 66, sideM: 65 },
];

export const GAS_PIPELINES: readonly {
  name: string;
  pressureMPa: number;
  diameterMm: number;
  through: readonly Point[];
}[] = [
  {
    name: "北原天然气支线",
    pressureMPa: 6.3,
    diameterMm: 508,
    through: [
      [-14900, -3200],
      [-9000, -2900],
      [-5500, -3900],
      [1200, -4000],
      [5600, -3900],
      [9300, -5500],
      [9300, -7000],
    ],
  },
  {
    name: "城区次高压管",
    pressureMPa: 1.6,
    diameterMm: 325,
    through: [
      [-5500, -3900],
      [-4700, -2300],
      [-4900, 2500],
    ],
  },
  {
    name: "工业区次高压管",
    pressureMPa: 1.6,
    diameterMm: 273,
    through: [
      [5600, -3900],
      [5750, -2300],
      [5800, 1400],
    ],
  },
];

export const WATER_WORKS: readonly { name: string; at: Point; sideM: number }[] = [
  { name: "第一水厂", at: [-5100, 4000], sideM: 160 },
  { name: "第二水厂", at: [5600, 3300], sideM: 150 },
  { name: "污水处理厂", at: [12200, 3600], sideM: 200 },
  { name: "化工园污水处理站", at: [12900, -9000], sideM: 130 },
];

/** Towns outside the core: a point on a road above, and on which side of it the town stands. */
export const TOWNS: readonly { name: string; at: Point; side: 1 | -1; wide: number; deep: number }[] = [
  { name: "西甸镇区", at: [-9750, 930], side: 1, wide: 780, deep: 520 },
  { name: "南桥镇区", at: [2280, -9900], side: 1, wide: 680, deep: 500 },
  { name: "沙窝镇区", at: [-7750, 7350], side: -1, wide: 640, deep: 460 },
  { name: "东甸苏木", at: [9100, 7420], side: -1, wide: 600, deep: 420 },
  { name: "龙湾镇区", at: [-8050, -8750], side: 1, wide: 620, deep: 460 },
];
