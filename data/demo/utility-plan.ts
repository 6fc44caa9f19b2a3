import type { Point } from "./frame.ts";
import { onRiver, path } from "./plan.ts";

/** The railway's axis, west to east. Like every line here it may end beyond the zone's edge, where it is cut. */
export const RAILWAY: readonly Point[] = path(
  "-15800 -1690, -8000 -1950, -4300 -2200, 0 -2420, 4700 -2780, 8500 -3020, 15800 -2450",
);

/** Head canals leave the river and come back to it; branches end in the fields. */
export const CANALS: readonly { name: string; through: readonly Point[] }[] = [
  {
    name: "北总干渠",
    through: [onRiver(-14600), ...path("-14200 5500, -10500 5700, -7400 6050, -5900 5650"), onRiver(-5600)],
  },
  {
    name: "东总干渠",
    through: [onRiver(3500), ...path("4100 5700, 7000 6350, 10500 6150, 13800 5800"), onRiver(14300)],
  },
  {
    name: "西分干渠",
    through: [onRiver(-13400), ...path("-12900 2400, -13300 -900, -13000 -3900")],
  },
  {
    name: "南排干",
    through: path("3300 -7300, 5700 -8300, 6700 -9600, 7300 -11700, 7700 -13000"),
  },
];

export const PONDS: readonly { name: string; at: Point; radiusM: number }[] = [
  { name: "月牙湖", at: [-8900, 3500], radiusM: 260 },
  { name: "北泡子", at: [-12900, 10100], radiusM: 330 },
  { name: "芦苇泡", at: [-6500, -4900], radiusM: 210 },
  { name: "东湿地", at: [10300, 3500], radiusM: 230 },
  { name: "园区氧化塘", at: [13000, -9700], radiusM: 160 },
  { name: "南泡子", at: [-1300, -10400], radiusM: 240 },
  { name: "鸿雁湖", at: [6900, 8900], radiusM: 220 },
];

/** Overhead lines; 66 kV is the distribution voltage of the north-east. */
export const POWER_LINES: readonly { name: string; voltageKv: number; through: readonly Point[] }[] = [
  {
    name: "北原甲线",
    voltageKv: 220,
    through: path("-15800 -7830, -6000 -8600, 2900 -4700, 6700 -3500"),
  },
  {
    name: "北原乙线",
    voltageKv: 220,
    through: path("6700 -3500, 13300 -3300, 15800 -2950"),
  },
  {
    name: "园区线",
    voltageKv: 66,
    through: path("6700 -3500, 7400 -5300, 8450 -7100"),
  },
  {
    name: "城西线",
    voltageKv: 66,
    through: path("2900 -4700, -1000 -4300, -5200 -3400, -5300 2700"),
  },
  {
    name: "北岸线",
    voltageKv: 66,
    through: path("-5300 2700, -4700 3900, -2800 5750, -2450 8500"),
  },
  {
    name: "工业线",
    voltageKv: 66,
    through: path("6700 -3500, 5600 -2300, 5450 900"),
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
    through: path("-15800 -3250, -9000 -2900, -5500 -3900, 1200 -4000, 5600 -3900, 9300 -5500, 9300 -7000"),
  },
  {
    name: "城区次高压管",
    pressureMPa: 1.6,
    diameterMm: 325,
    through: path("-5500 -3900, -4700 -2300, -4900 2500"),
  },
  {
    name: "工业区次高压管",
    pressureMPa: 1.6,
    diameterMm: 273,
    through: path("5600 -3900, 5750 -2300, 5800 1400"),
  },
];

export const WATER_WORKS: readonly { name: string; at: Point; sideM: number }[] = [
  { name: "第一水厂", at: [-5100, 4000], sideM: 160 },
  { name: "第二水厂", at: [5600, 3300], sideM: 150 },
  { name: "污水处理厂", at: [12200, 3600], sideM: 200 },
  { name: "化工园污水处理站", at: [12900, -9000], sideM: 130 },
];
