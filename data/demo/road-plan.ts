import type { Point } from "./frame.ts";
import { at } from "./frame.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN, path, RING, type RoadClass } from "./plan.ts";

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

/**
 * The roads outside the grids, some ending beyond the zone's edge, where they are cut. `G111 K812+300` lies in the zone; every
 * other number is invented.
 */
export const ROADS: readonly RoadPlan[] = [
  road(
    "G9990",
    "北原高速",
    "motorway",
    214_000,
    [0, 0],
    path("-15500 -6600, -9500 -8000, -4500 -7300, 300 -5500, 4800 -4800, 8800 -4700, 12400 -4000, 15600 -4500"),
  ),
  road(
    "G111",
    "国道G111线",
    "national",
    796_500,
    [0, 0],
    path(
      "-15150 -10050, -11500 -8100, -9000 -6200, -6900 -3000, -6300 1000, -5750 3300, -5150 5000, -4350 6400, -3100 7900, -900 9500, 1500 10700, 3700 12300",
    ),
  ),
  road(
    "S987",
    "省道S987线",
    "provincial",
    41_000,
    [0, 120],
    path("-15500 1850, -12600 1050, -10000 900, -6250 1500, -4180 1420"),
  ),
  road("S986", "省道S986线", "provincial", 0, [120, 0], path("4600 650, 6200 1500, 8300 2150, 12000 2700, 15500 3400")),
  road(
    "S985",
    "省道S985线",
    "provincial",
    0,
    [0, 0],
    [at(CORE, 0, RING.south), [300, -4600], [700, -6500], [2200, -9500], [2000, -11000], [1100, -12800]],
  ),
  road(
    "S984",
    "省道S984线",
    "provincial",
    0,
    [0, 0],
    [at(CORE, 1750, RING.north), [2600, 4800], [3300, 6600], [4500, 8500], [7800, 10300], [9900, 11800]],
  ),
  road("X901", "龙湾线", "county", 0, [0, 0], path("-9000 -6200, -8000 -8900, -6600 -10500, -6100 -12800")),
  road("X902", "南苇线", "county", 0, [150, 0], path("-4000 -2700, -5000 -6000, -3600 -9300, -2500 -12800")),
  road("X903", "安化线", "county", 0, [0, 0], path("700 -6500, 4200 -6100, 8300 -6350, 12300 -6300, 14800 -7500")),
  road("X904", "平桥线", "county", 0, [0, 0], path("2200 -9500, 5600 -10500, 9300 -10900, 13500 -11700")),
  road("X905", "西甸线", "county", 0, [0, 0], path("-11500 -8100, -11900 -4600, -10700 -1300, -10000 900")),
  road("X906", "北沿线", "county", 0, [0, 0], path("-4350 6400, -7500 6900, -11400 6500, -15500 7450")),
  road("X907", "沙窝线", "county", 0, [0, 0], path("-7500 6900, -8400 9300, -7500 12800")),
  road("X908", "东甸线", "county", 0, [0, 0], path("4500 8500, 8600 7400, 12000 7700, 15500 7050")),
  road("X909", "工业园东线", "county", 0, [150, 0], path("10500 -500, 12800 -900, 15600 -300")),
  road("X910", "河桥线", "county", 0, [0, 120], path("8600 7400, 7900 5600, 8000 2000")),
  road("X911", "柳林线", "county", 0, [0, 0], path("8600 7400, 9700 9200, 13200 11400")),
  road("X912", "西苇线", "county", 0, [0, 0], path("-11900 -4600, -15700 -5300")),
  road("X913", "沙坨线", "county", 0, [0, 0], path("-8000 -8900, -11000 -10600, -15400 -11700")),
  road("X915", "园区南线", "county", 0, [0, 250], path("9300 -10900, 9900 -9900, 10400 -9400")),
];

/** Where the motorway can be left: the road that it crosses there. */
export const INTERCHANGES: readonly { readonly name: string; readonly roadCode: string }[] = [
  { name: "龙湾互通", roadCode: "G111" },
  { name: "南郊互通", roadCode: "S985" },
  { name: "园区互通", roadCode: "X916" },
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
