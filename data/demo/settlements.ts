import { at, distance, type Frame, frameAlong, frameAt, type Point, within } from "./frame.ts";
import { layLanes } from "./grid.ts";
import { laneName, villageNames } from "./names.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import * as plan from "./plan.ts";
import type { Random } from "./random.ts";
import { grown, type Rectangle, rectangle, strip } from "./rectangle.ts";
import { type Line, lengthsAlong, smoothThrough } from "./routes.ts";
import { CANALS, GAS_PIPELINES, PONDS, POWER_LINES } from "./utility-plan.ts";

/** Where yards with self-built houses stand in rows between lanes. */
export interface Settlement {
  readonly name: string;
  readonly kind: "village" | "town" | "urban-village" | "old-town";
  readonly frame: Frame;
  /** The ground in the frame: `u0, v0, u1, v1`. */
  readonly extent: readonly [number, number, number, number];
  readonly rows: readonly { v0: number; v1: number }[];
  /** Where its lanes run: the `v` of those along, the `u` of those across. */
  readonly laneLevels: readonly number[];
  readonly acrossAt: readonly number[];
}

/** A line with what its route will be called. */
export interface NamedLine extends Line {
  readonly name: string;
  readonly code: string | null;
  readonly class: plan.RoadClass;
  readonly startStakeM: number;
}

/**
 * Lays the lanes of a settlement and adds them to the lines.
 *
 * @param beyondM - how far lanes run on beyond the yards, to be cut back at the street that they reach; 0 ends them there.
 */
export function settle(
  name: string,
  kind: Settlement["kind"],
  frame: Frame,
  extent: Settlement["extent"],
  rowDepthM: number,
  acrossCount: number,
  beyondM: number,
  lines: NamedLine[],
): Settlement {
  const { lanes, rows, laneLevels, acrossAt } = layLanes(frame, extent, rowDepthM, acrossCount);
  lanes.forEach((lane, i) => {
    const across = i >= laneLevels.length;
    lines.push({
      name: laneName(name, across ? i - laneLevels.length : i, across),
      code: null,
      class: "service",
      startStakeM: 0,
      level: "ground",
      overshootM: [beyondM, beyondM],
      points: beyond(lane.points, beyondM),
    });
  });
  return { name, kind, frame, extent, rows, laneLevels, acrossAt };
}

/** The line drawn out at both ends. */
function beyond(points: readonly Point[], lengthM: number): Point[] {
  if (lengthM === 0) return [...points];
  const out = (end: Point, inner: Point) => at(frameAlong(inner, end), distance(inner, end) + lengthM, 0);
  return [
    out(points[0]!, points[1]!),
    ...points.slice(1, -1),
    out(points[points.length - 1]!, points[points.length - 2]!),
  ];
}

/** Grids, roads, railway and river: where no village can be. */
export function takenGround(
  lines: readonly NamedLine[],
  railway: readonly Point[],
  river: readonly Point[],
): Occupancy {
  const ground = createOccupancy();
  const along = (points: readonly Point[], halfWidth: (point: Point) => number) => {
    for (let i = 1; i < points.length; i++) ground.take(strip(points[i - 1]!, points[i]!, halfWidth(points[i]!)));
  };
  for (const line of lines)
    if (line.class !== "service") along(line.points, () => (line.code && line.class !== "county" ? 40 : 16));
  along(railway, () => 60);
  along(river, ([x]) => plan.riverHalfWidth(x) + 120);
  for (const pipeline of GAS_PIPELINES) along(pipeline.through, () => 40);
  for (const power of POWER_LINES) along(power.through, () => 25);
  for (const canal of CANALS) along(smoothThrough(canal.through, 120), () => 25);
  for (const pond of PONDS)
    ground.take(rectangle(frameAt(pond.at, 0), -1.3 * pond.radiusM, -pond.radiusM, 1.3 * pond.radiusM, pond.radiusM));
  const { west, east, south, north } = plan.RING;
  ground.take(rectangle(plan.CORE, west - 150, south - 150, east + 150, north + 150));
  ground.take(rectangle(plan.INDUSTRY, -2500, -1950, 2500, 1950));
  ground.take(rectangle(plan.CHEMICAL_PARK, -2400, -2000, 2400, 1900));
  ground.take(rectangle(plan.NEW_TOWN, -1700, -1200, 1700, 1200));
  return ground;
}

/** A settlement beside a road: its ground, and the lane that ties it to the road. */
function besideRoad(at0: Point, along: Frame, side: 1 | -1, wide: number, deep: number, turnDeg: number) {
  const reach = (wide * Math.abs(along.sin) + deep * Math.abs(along.cos)) / 2 + 45;
  const center: Point = [at0[0] - side * along.sin * reach, at0[1] + side * along.cos * reach];
  const turn = (turnDeg * Math.PI) / 180;
  const frame: Frame = { x: center[0], y: center[1], cos: Math.cos(turn), sin: Math.sin(turn) };
  const extent = [-wide / 2, -deep / 2, wide / 2, deep / 2] as const;
  return { frame, extent, ground: rectangle(frame, ...extent) };
}

/** The lane that ties a settlement to a point on a road. */
export function tie(name: string, settlement: Settlement, road: Point, lines: NamedLine[]): void {
  const [u, v] = within(settlement.frame, road);
  const [u0, v0, u1, v1] = settlement.extent;
  const { laneLevels: levels, acrossAt } = settlement;
  const [du, dv] = [u - (u0 + u1) / 2, v - (v0 + v1) / 2];
  const nearest = (values: readonly number[], to: number) =>
    values.reduce((best, each) => (Math.abs(each - to) < Math.abs(best - to) ? each : best));
  const from =
    Math.abs(dv) / (v1 - v0) > Math.abs(du) / (u1 - u0)
      ? at(settlement.frame, nearest(acrossAt, u), dv > 0 ? v1 : v0)
      : at(settlement.frame, du > 0 ? u1 : u0, nearest(levels, v));
  const length = distance(from, road);
  const past: Point = [road[0] + ((road[0] - from[0]) / length) * 40, road[1] + ((road[1] - from[1]) / length) * 40];
  lines.push({
    name,
    code: null,
    class: "local",
    startStakeM: 0,
    level: "ground",
    overshootM: [0, 70],
    points: [from, past],
  });
}

/** The towns of the plan. */
export function settleTowns(lines: NamedLine[], ground: Occupancy): Settlement[] {
  return plan.TOWNS.map((town) => {
    const near = nearestSegment(lines, town.at);
    const site = besideRoad(near.point, near.along, town.side, town.wide, town.deep, 0);
    ground.take(grown(site.ground, 250));
    const settlement = settle(town.name, "town", site.frame, site.extent, 76, 3, 0, lines);
    tie(`${town.name}大街`, settlement, near.point, lines);
    return settlement;
  });
}

function nearestSegment(lines: readonly NamedLine[], point: Point): { point: Point; along: Frame } {
  let best = { point, along: frameAlong([0, 0], [1, 0]), off: Infinity };
  for (const line of lines)
    if (line.code)
      line.points.forEach((each, i) => {
        const off = distance(each, point);
        const next = line.points[i + 1] ?? line.points[i - 1]!;
        if (off < best.off) best = { point: each, along: frameAlong(each, next), off };
      });
  return best;
}

const VILLAGES = 31;

/** Villages along the county and provincial roads, every two kilometres or so where there is room. */
export function settleVillages(lines: NamedLine[], ground: Occupancy, random: Random): Settlement[] {
  const names = villageNames(random, VILLAGES);
  const rural = lines.filter(
    (line) => line.class === "county" || line.class === "provincial" || line.class === "national",
  );
  const sites: { line: NamedLine; index: number }[] = [];
  for (const line of rural) {
    const stepM = line.class === "county" ? 900 : 1500;
    let next = random.between(300, 800);
    lengthsAlong(line.points).forEach((alongM, index) => {
      if (alongM < next || index + 1 >= line.points.length) return;
      sites.push({ line, index });
      next = alongM + stepM * random.between(0.85, 1.3);
    });
  }
  const settled: Settlement[] = [];
  for (const { line, index } of random.shuffled(sites)) {
    if (settled.length >= VILLAGES) break;
    const at0 = line.points[index]!;
    const along = frameAlong(at0, line.points[index + 1]!);
    const [wide, deep] = [random.between(290, 500), random.between(210, 360)];
    const site = besideRoad(at0, along, random.chance(0.5) ? 1 : -1, wide, deep, random.normal(0, 5));
    if (!ground.isFree(grown(site.ground, 16), "dwelling") || !isInsideZone(site.ground)) continue;
    ground.take(grown(site.ground, 320));
    const name = names[settled.length]!;
    const acrossCount = wide > 380 ? 2 : 1;
    const settlement = settle(name, "village", site.frame, site.extent, 72, acrossCount, 0, lines);
    tie(`${name}路`, settlement, at0, lines);
    settled.push(settlement);
  }
  return settled;
}

/** Far enough from the zone's edge, which follows its corners within 500 m. */
function isInsideZone(rect: Rectangle): boolean {
  const { x, y } = rect.frame;
  return x > -14300 && x < 14000 && y > -11500 && y < 10600;
}
