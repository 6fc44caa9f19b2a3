import { frameAt, type Point } from "./frame.ts";

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

export const onRiver = (x: number): Point => [x, riverMiddle(x)];

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

/** Points as text, `x y, x y`, to keep the plan readable. */
export const path = (text: string): Point[] =>
  text.split(", ").map((pair): Point => {
    const [x = 0, y = 0] = pair.split(" ").map(Number);
    return [x, y];
  });

export type RoadClass =
  | "motorway"
  | "national"
  | "provincial"
  | "arterial"
  | "secondary"
  | "county"
  | "local"
  | "service";

/** Towns outside the core: a point on a road above, and on which side of it the town stands. */
export const TOWNS: readonly { name: string; at: Point; side: 1 | -1; wide: number; deep: number }[] = [
  { name: "西甸镇区", at: [-9450, 930], side: 1, wide: 780, deep: 520 },
  { name: "南桥镇区", at: [2280, -9900], side: 1, wide: 680, deep: 500 },
  { name: "沙窝镇区", at: [-7750, 7350], side: -1, wide: 640, deep: 460 },
  { name: "东甸苏木", at: [9100, 7420], side: -1, wide: 600, deep: 420 },
  { name: "龙湾镇区", at: [-7450, -9550], side: 1, wide: 620, deep: 460 },
];
