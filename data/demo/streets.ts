import { at, type Point } from "./frame.ts";
import { type Block, layGrid, type StreetLine } from "./grid.ts";
import {
  type BlockPart,
  type CellUse,
  CORE_GRID,
  coreUse,
  newTownUse,
  OUTER_GRIDS,
  SOUTH_STRIP,
} from "./grid-plans.ts";
import { layInterchanges } from "./interchanges.ts";
import { createStreetNames } from "./names.ts";
import * as plan from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { distanceTo, type Rectangle, rectangle } from "./rectangle.ts";
import { cutAt } from "./rings.ts";
import { LINKS, ROADS } from "./road-plan.ts";
import { joinLines, lengthsAlong, meetingsOf, pointKey, type Route, smoothThrough } from "./routes.ts";
import {
  type NamedLine,
  type Settlement,
  settle,
  settleTowns,
  settleVillages,
  takenGround,
  tie,
} from "./settlements.ts";
import { RAILWAY } from "./utility-plan.ts";

export interface StreetPlan {
  readonly routes: readonly Route[];
  readonly blocks: readonly (Block & { readonly part: BlockPart; readonly use: CellUse })[];
  readonly settlements: readonly Settlement[];
  /** Where roads meet the motorway. */
  readonly interchanges: readonly Point[];
  readonly railway: readonly Point[];
  readonly river: readonly Point[];
}

/** Width, lanes, limit and traffic of a road class; the ledger's values vary around these. */
const CLASS_VALUES: Readonly<
  Record<plan.RoadClass, readonly [widthM: number, lanes: number, speedKmh: number, aadt: number]>
> = {
  motorway: [26, 4, 120, 21_000],
  national: [15, 2, 80, 12_500],
  provincial: [12, 2, 80, 7_800],
  arterial: [32, 6, 60, 19_000],
  secondary: [20, 4, 50, 8_600],
  county: [7, 2, 60, 2_300],
  local: [9, 2, 40, 2_100],
  service: [4, 1, 20, 180],
};

/**
 * Lays all roads and streets, joins them, and says which blocks and yards lie between.
 *
 * @param outline - the zone's, closed; roads are cut there.
 */
export function layStreets(seed: number, outline: readonly Point[]): StreetPlan {
  const random = createRandom(seed, "streets");
  const fixed = [...ROADS, ...LINKS];
  const names = createStreetNames(random, [...fixed.map((each) => each.name), "环城路"]);
  const lines: NamedLine[] = fixed.map((each) => ({
    name: each.name,
    code: each.code || null,
    class: each.class,
    startStakeM: each.startStakeM,
    level: each.class === "motorway" ? "motorway" : "ground",
    overshootM: each.overshootM,
    points: longest(cutAt(smoothThrough(each.through, 70), outline)),
  }));
  const interchanges = layInterchanges(lines);
  lines.push(...interchanges.flatMap(({ ramps }) => ramps));
  lines.push({
    name: "环城路",
    code: null,
    class: "arterial",
    startStakeM: 0,
    level: "ground",
    overshootM: [0, 0],
    points: ringRoad(),
  });
  const addStreet = ({ class: roadClass, heading, points }: StreetLine) =>
    lines.push({
      name: heading === "lane" ? "" : names.street(heading, roadClass === "arterial"),
      code: null,
      class: roadClass,
      startStakeM: 0,
      level: "ground",
      overshootM: [0, 0],
      points,
    });

  const blocks: StreetPlan["blocks"][number][] = [];
  const settlements: Settlement[] = [];
  const core = layGrid(CORE_GRID, random);
  core.streets.forEach(addStreet);
  for (const block of core.blocks) {
    const use = coreUse(block.column, block.row);
    blocks.push({ ...block, part: "core", use });
    if (use === "old-town" || use === "urban-village")
      settlements.push(settleQuarter(block, use, settlements.length, lines));
  }
  for (const [u0, v0, u1, v1] of SOUTH_STRIP)
    blocks.push({ frame: plan.CORE, u0, v0, u1, v1, column: -1, row: -1, part: "core", use: "works" });
  for (const [part, gridPlan] of OUTER_GRIDS) {
    const laid = layGrid(gridPlan, random);
    laid.streets.forEach(addStreet);
    for (const block of laid.blocks)
      blocks.push({ ...block, part, use: part === "new-town" ? newTownUse(block) : "plots" });
  }

  const railway = longest(cutAt(smoothThrough(RAILWAY, 120), outline));
  const [west, east] = [plan.CORNERS.west[0], plan.CORNERS.east[0]];
  const river = Array.from({ length: 301 }, (_, i) => plan.onRiver(west + ((east - west) * i) / 300));
  const ground = takenGround(lines, railway, river);
  settlements.push(...settleTowns(lines, ground), ...settleVillages(lines, ground, random));
  joinLines(lines);
  return {
    routes: toRoutes(lines, random),
    blocks,
    settlements,
    interchanges: interchanges.map(({ center }) => center),
    railway,
    river,
  };
}

/** A quarter of lanes in a cell of the core. Villages that the city has grown around keep their size; around them is waste land. */
function settleQuarter(
  block: Block,
  kind: "old-town" | "urban-village",
  index: number,
  lines: NamedLine[],
): Settlement {
  const name = `${kind === "old-town" ? "旧城" : "城边"}${"一二三四五六七八九十"[index % 10]}里`;
  const [u, v] = [(block.u0 + block.u1) / 2, (block.v0 + block.v1) / 2];
  if (kind === "old-town") {
    const extent = [block.u0 + 6, block.v0 + 6, block.u1 - 6, block.v1 - 6] as const;
    return settle(name, kind, block.frame, extent, 58, 2, 42, lines);
  }
  const village = settle(name, kind, block.frame, [u - 170, v - 150, u + 170, v + 150], 58, 3, 0, lines);
  tie(`${name}大道`, village, at(block.frame, village.acrossAt[1]!, block.v0 - 18), lines);
  return village;
}

/** The ring road: a rectangle in the core's frame with rounded corners, closed. */
function ringRoad(): Point[] {
  const { west, east, south, north, cornerM } = plan.RING;
  const turns: [u: number, v: number, from: number][] = [
    [east - cornerM, south + cornerM, -90],
    [east - cornerM, north - cornerM, 0],
    [west + cornerM, north - cornerM, 90],
    [west + cornerM, south + cornerM, 180],
  ];
  const points: Point[] = [at(plan.CORE, 0, south)];
  for (const [u, v, from] of turns)
    for (let i = 0; i <= 6; i++) {
      const angle = ((from + i * 15) * Math.PI) / 180;
      points.push(at(plan.CORE, u + cornerM * Math.cos(angle), v + cornerM * Math.sin(angle)));
    }
  points.push(at(plan.CORE, 0, south));
  return points;
}

const longest = (parts: readonly Point[][]): Point[] =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), []);

/** Traffic on a street relative to one of its class in the core. */
const TRAFFIC: readonly (readonly [ground: Rectangle, share: number])[] = [
  [rectangle(plan.CHEMICAL_PARK, -1600, -1300, 1600, 1300), 0.25],
  [rectangle(plan.INDUSTRY, -2300, -1750, 2300, 1750), 0.55],
  [rectangle(plan.NEW_TOWN, -1600, -1100, 1600, 1100), 0.6],
];

const trafficAt = (point: Point): number => TRAFFIC.find(([ground]) => distanceTo(ground, point) === 0)?.[1] ?? 1;

function toRoutes(lines: readonly NamedLine[], random: Random): Route[] {
  const meets = meetingsOf(lines.map((line) => line.points));
  return lines.map((line) => {
    const [widthM, lanes, speedKmh, aadt] = CLASS_VALUES[line.class];
    return {
      code: line.code,
      name: line.name,
      class: line.class,
      startStakeM: line.startStakeM,
      widthM,
      lanes,
      speedKmh,
      aadt:
        Math.round((aadt * trafficAt(line.points[line.points.length >> 1]!) * random.between(0.65, 1.35)) / 10) * 10,
      points: line.points,
      alongM: lengthsAlong(line.points),
      meets: line.points.map((point) => (meets.get(pointKey(point)) ?? 1) - 1),
    };
  });
}
