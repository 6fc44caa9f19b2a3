import { at, type Point } from "./frame.ts";
import { findSite } from "./ground.ts";
import type { Occupancy } from "./occupancy.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN } from "./plan.ts";
import { grown, type Rectangle } from "./rectangle.ts";
import type { StreetPlan } from "./streets.ts";

/** A fire, police or rescue station with a yard of its own. */
export interface StationPlan {
  readonly kind: "fire-station" | "police" | "traffic-police" | "rescue-team";
  readonly name: string;
  readonly near: Point;
  /** Direction of the streets around. */
  readonly bearingDeg: number;
  readonly staff: readonly [low: number, high: number];
  readonly vehicles: readonly [low: number, high: number];
}

export interface StationSite extends StationPlan {
  readonly ground: Rectangle;
}

type Crew = readonly [staff: StationPlan["staff"], vehicles: StationPlan["vehicles"]];

const station = (
  kind: StationPlan["kind"],
  name: string,
  near: Point,
  bearingDeg: number,
  [staff, vehicles]: Crew,
): StationPlan => ({ kind, name, near, bearingDeg, staff, vehicles });

const BRIGADE: Crew = [
  [28, 45],
  [6, 10],
];
const WARD: Crew = [
  [18, 40],
  [4, 8],
];

/** The special brigade stands 300 m and more from the chemical park's plants, on its upwind side (建标152-2017, article 15). */
const STATIONS: readonly StationPlan[] = [
  station("fire-station", "中心消防救援站", at(CORE, -380, -330), -6, BRIGADE),
  station("fire-station", "站前消防救援站", at(CORE, 1080, -2330), -6, BRIGADE),
  station("fire-station", "工业园消防救援站", at(INDUSTRY, -960, 330), 3, BRIGADE),
  station("fire-station", "化工园特勤消防救援站", at(CHEMICAL_PARK, 90, 1640), 8, [
    [55, 55],
    [14, 14],
  ]),
  station("fire-station", "北岸消防救援站", at(NEW_TOWN, 760, -760), -3, BRIGADE),
  station("police", "启明派出所", at(CORE, -1850, 900), -6, WARD),
  station("police", "和顺派出所", at(CORE, 1850, 1120), -6, WARD),
  station("police", "新站派出所", at(CORE, -1830, -1700), -6, WARD),
  station("police", "康宁派出所", at(CORE, 1830, -1050), -6, WARD),
  station("police", "创业派出所", at(CORE, 4000, 400), -6, WARD),
  station("traffic-police", "交警大队", at(CORE, 2560, 360), -6, [
    [64, 64],
    [18, 18],
  ]),
  station("traffic-police", "国道交警中队", [-6150, 1430], 0, [
    [22, 22],
    [7, 7],
  ]),
  station("traffic-police", "高速交警大队", [700, -5250], 0, [
    [30, 30],
    [9, 9],
  ]),
  station("rescue-team", "化工应急救援队", at(CHEMICAL_PARK, -160, 1640), 8, [
    [40, 40],
    [8, 8],
  ]),
  station("rescue-team", "综合应急救援队", at(CORE, 3300, -1650), -6, [
    [35, 35],
    [6, 6],
  ]),
];

const TOWN_POST: Crew = [
  [9, 18],
  [3, 3],
];

/** Gives every station a yard on free ground near its place, one in each town as well. */
export function claimStations({ settlements }: StreetPlan, ground: Occupancy): StationSite[] {
  const towns = settlements
    .filter((each) => each.kind === "town")
    .map(({ name, frame, extent }) =>
      station("police", `${name.slice(0, 2)}派出所`, at(frame, -40, extent[1] - 40), 0, TOWN_POST),
    );
  return [...STATIONS, ...towns].map((plan) => {
    const site = findSite(ground, plan.near, plan.bearingDeg, 64, 52, "works");
    ground.take(grown(site, 3));
    return { ...plan, ground: site };
  });
}
