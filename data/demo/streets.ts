import { at, distance, type Frame, frameAlong, frameAt, type Point, within } from "./frame.ts";
import { type Block, type GridLine, layGrid, layLanes, type StreetLine } from "./grid.ts";
import { createStreetNames, laneName, villageNames } from "./names.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import * as plan from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { grown, type Rectangle, rectangle, strip } from "./rectangle.ts";
import { joinLines, type Line, lengthsAlong, meetingsOf, pointKey, type Route, smoothThrough } from "./routes.ts";

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

/** What a grid's block belongs to. */
export type BlockPart = "core" | "new-town" | "industry" | "chemical-park";

export interface StreetPlan {
  readonly routes: readonly Route[];
  readonly blocks: readonly (Block & { readonly part: BlockPart; readonly use: CellUse })[];
  readonly settlements: readonly Settlement[];
  readonly railway: readonly Point[];
  readonly river: readonly Point[];
}

/** What the planner wants of a cell of the core. Cells of other grids are `plots`. */
export type CellUse =
  | "centre"
  | "housing"
  | "new-housing"
  | "old-town"
  | "urban-village"
  | "campus"
  | "park"
  | "works"
  | "vacant"
  | "plots";

const CORE_ACROSS: readonly GridLine[] = [
  [plan.RING.west, null],
  [-3600, "secondary"],
  [-2900, "arterial"],
  [-2200, "secondary"],
  [-1500, "arterial"],
  [-750, "secondary"],
  [0, "arterial"],
  [720, "secondary"],
  [1450, "arterial"],
  [2170, "secondary"],
  [2900, "arterial"],
  [3800, "secondary"],
  [plan.RING.east, null],
];
const CORE_ALONG: readonly GridLine[] = [
  [-2700, "secondary"],
  [-2000, "arterial"],
  [-1330, "secondary"],
  [-660, "secondary"],
  [0, "arterial"],
  [670, "secondary"],
  [1340, "secondary"],
  [2000, "arterial"],
  [plan.RING.north, null],
];

// The core's cells, north row first, west to east: c centre, h housing, n new housing, o old town, u urban village,
// s campus (school, hospital, offices), p park, w works, v vacant.
const CORE_CELLS = [
  "vooooppnnnvv",
  "unhhshphhnnv",
  "vhhshccshhnv",
  "nhshcccchhsn",
  "nshhpccchhnv",
  "vhhhhhcshhnu",
  "uuhshhphhhww",
  "vwwwwhhwwwwv",
];
const USES: Readonly<Record<string, CellUse>> = {
  c: "centre",
  h: "housing",
  n: "new-housing",
  o: "old-town",
  u: "urban-village",
  s: "campus",
  p: "park",
  w: "works",
  v: "vacant",
};

const coreUse = (column: number, row: number): CellUse => USES[CORE_CELLS[CORE_CELLS.length - 1 - row]![column]!]!;

/** Steps of equal length with the same class, main ones every `mainEvery`. */
const steps = (from: number, to: number, step: number, mainEvery: number): GridLine[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => [
    from + i * step,
    i % mainEvery === 0 ? "arterial" : "secondary",
  ]);

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

interface NamedLine extends Line {
  readonly name: string;
  readonly code: string | null;
  readonly class: plan.RoadClass;
  readonly startStakeM: number;
}

/** Lays all roads and streets, joins them, and says which blocks and yards lie between. */
export function layStreets(seed: number): StreetPlan {
  const random = createRandom(seed, "streets");
  const fixed = [...plan.ROADS, ...plan.LINKS];
  const names = createStreetNames(random, [...fixed.map((each) => each.name), "环城路"]);
  const lines: NamedLine[] = fixed.map((each) => ({
    name: each.name,
    code: each.code || null,
    class: each.class,
    startStakeM: each.startStakeM,
    separated: false,
    overshootM: each.overshootM,
    points: smoothThrough(each.through, 70),
  }));
  lines.push({
    name: "环城路",
    code: null,
    class: "arterial",
    startStakeM: 0,
    separated: false,
    overshootM: [0, 0],
    points: ringRoad(),
  });
  const addStreet = ({ class: roadClass, heading, points }: StreetLine) =>
    lines.push({
      name: heading === "lane" ? "" : names.street(heading, roadClass === "arterial"),
      code: null,
      class: roadClass,
      startStakeM: 0,
      separated: false,
      overshootM: [0, 0],
      points,
    });

  const blocks: StreetPlan["blocks"][number][] = [];
  const settlements: Settlement[] = [];
  const core = layGrid(
    {
      frame: plan.CORE,
      across: CORE_ACROSS,
      along: CORE_ALONG,
      cutShare: 0.52,
      isWhole: (column, row) => ["old-town", "urban-village", "park", "works", "vacant"].includes(coreUse(column, row)),
    },
    random,
  );
  core.streets.forEach(addStreet);
  let quarter = 0;
  for (const block of core.blocks) {
    const use = coreUse(block.column, block.row);
    blocks.push({ ...block, part: "core", use });
    if (use !== "old-town" && use !== "urban-village") continue;
    const name = `${use === "old-town" ? "旧城" : "城边"}${"一二三四五六七八九十"[quarter++ % 10]}${quarter > 10 ? "后" : ""}里`;
    // Villages that the city has grown around keep their old size; the rest of the cell waits for demolition or building.
    const [halfU, halfV] = use === "old-town" ? [Infinity, Infinity] : [170, 150];
    const [u, v] = [(block.u0 + block.u1) / 2, (block.v0 + block.v1) / 2];
    settlements.push(
      settle(
        name,
        use,
        block.frame,
        [
          Math.max(block.u0 + 6, u - halfU),
          Math.max(block.v0 + 6, v - halfV),
          Math.min(block.u1 - 6, u + halfU),
          Math.min(block.v1 - 6, v + halfV),
        ],
        58,
        3,
        lines,
      ),
    );
  }
  const grids: [BlockPart, Parameters<typeof layGrid>[0]][] = [
    [
      "new-town",
      {
        frame: plan.NEW_TOWN,
        across: steps(-1500, 1500, 500, 3),
        along: steps(-1000, 1000, 500, 2),
        cutShare: 0.5,
        isWhole: () => false,
      },
    ],
    [
      "industry",
      {
        frame: plan.INDUSTRY,
        across: steps(-2240, 2240, 640, 7),
        along: steps(-1650, 1650, 660, 5),
        cutShare: 0,
        isWhole: () => true,
      },
    ],
    [
      "chemical-park",
      {
        frame: plan.CHEMICAL_PARK,
        across: steps(-1500, 1500, 600, 5),
        along: steps(-1200, 1200, 600, 2),
        cutShare: 0,
        isWhole: () => true,
      },
    ],
  ];
  for (const [part, gridPlan] of grids) {
    const laid = layGrid(gridPlan, random);
    laid.streets.forEach(addStreet);
    for (const block of laid.blocks)
      blocks.push({ ...block, part, use: part === "new-town" ? newTownUse(block) : "plots" });
  }

  const railway = smoothThrough(plan.RAILWAY, 120);
  const river = Array.from({ length: 301 }, (_, i): Point => {
    const x = -15300 + i * 101;
    return [x, plan.riverMiddle(x)];
  });
  const ground = takenGround(lines, railway, river);
  settlements.push(...settleTowns(lines, ground), ...settleVillages(lines, ground, random));
  joinLines(lines);
  return { routes: toRoutes(lines, random), blocks, settlements, railway, river };
}

function newTownUse(block: Block): CellUse {
  if (block.column <= 1 && block.row >= 2) return "campus";
  if (block.column === 2 && block.row === 1) return "park";
  return block.column >= 4 ? "new-housing" : block.row === 1 ? "centre" : "new-housing";
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

function settle(
  name: string,
  kind: Settlement["kind"],
  frame: Frame,
  extent: Settlement["extent"],
  rowDepthM: number,
  acrossCount: number,
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
      separated: false,
      overshootM: [0, 0],
      points: lane.points,
    });
  });
  return { name, kind, frame, extent, rows, laneLevels, acrossAt };
}

/** Grids, roads, railway and river: where no village can be. */
function takenGround(lines: readonly NamedLine[], railway: readonly Point[], river: readonly Point[]): Occupancy {
  const ground = createOccupancy();
  const along = (points: readonly Point[], halfWidth: (point: Point) => number) => {
    for (let i = 1; i < points.length; i++) ground.take(strip(points[i - 1]!, points[i]!, halfWidth(points[i]!)));
  };
  for (const line of lines) if (line.code) along(line.points, () => (line.class === "county" ? 14 : 40));
  along(railway, () => 60);
  along(river, ([x]) => plan.riverHalfWidth(x) + 120);
  for (const canal of plan.CANALS) along(smoothThrough(canal.through, 120), () => 25);
  for (const pond of plan.PONDS)
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

function tie(name: string, settlement: Settlement, road: Point, lines: NamedLine[]): void {
  const [u, v] = within(settlement.frame, road);
  const [u0, v0, u1, v1] = settlement.extent;
  const { laneLevels: levels, acrossAt } = settlement;
  const nearest = (values: readonly number[], to: number) =>
    values.reduce((best, each) => (Math.abs(each - to) < Math.abs(best - to) ? each : best));
  const from =
    Math.abs(v) / (v1 - v0) > Math.abs(u) / (u1 - u0)
      ? at(settlement.frame, nearest(acrossAt, u), v > 0 ? v1 : v0)
      : at(settlement.frame, u > 0 ? u1 : u0, nearest(levels, v));
  const length = distance(from, road);
  const beyond: Point = [road[0] + ((road[0] - from[0]) / length) * 40, road[1] + ((road[1] - from[1]) / length) * 40];
  lines.push({
    name,
    code: null,
    class: "local",
    startStakeM: 0,
    separated: false,
    overshootM: [0, 70],
    points: [from, beyond],
  });
}

function settleTowns(lines: NamedLine[], ground: Occupancy): Settlement[] {
  return plan.TOWNS.map((town) => {
    const near = nearestSegment(lines, town.at);
    const site = besideRoad(near.point, near.along, town.side, town.wide, town.deep, 0);
    ground.take(grown(site.ground, 250));
    const settlement = settle(town.name, "town", site.frame, site.extent, 76, 4, lines);
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

const VILLAGES = 34;

/** Villages along the county and provincial roads, every two kilometres or so where there is room. */
function settleVillages(lines: NamedLine[], ground: Occupancy, random: Random): Settlement[] {
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
    const acrossCount = wide > 400 ? 3 : 2;
    const settlement = settle(name, "village", site.frame, site.extent, 72, acrossCount, lines);
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
      aadt: Math.round((aadt * random.between(0.65, 1.35)) / 10) * 10,
      points: line.points,
      alongM: lengthsAlong(line.points),
      meets: line.points.map((point) => (meets.get(pointKey(point)) ?? 1) - 1),
    };
  });
}
