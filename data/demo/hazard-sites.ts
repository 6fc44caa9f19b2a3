import { distance, type Point } from "./frame.ts";
import { findSite, frameOnRoad } from "./ground.ts";
import { HAZARD_PLANS, type HazardKind, type HazardPlan, type PlantedNeighbour } from "./hazard-plans.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { RING } from "./plan.ts";
import type { Random } from "./random.ts";
import { centerOf, grown, overlaps, type Rectangle, rectangle, strip } from "./rectangle.ts";
import type { Route } from "./routes.ts";
import type { StationSite } from "./stations.ts";
import type { StreetPlan } from "./streets.ts";

/** A hazard source with its plant's ground. */
export interface HazardSite extends HazardPlan {
  readonly plant: Rectangle;
  readonly neighbourGround: Rectangle | null;
}

/** Length along the hazard's side and depth away from it of a planted neighbour's ground, metres. */
const NEIGHBOUR_SIZE: Readonly<Record<PlantedNeighbour["kind"], readonly [number, number]>> = {
  school: [130, 150],
  hospital: [90, 110],
  "elderly-care": [100, 80],
  residential: [130, 160],
  village: [150, 190],
  house: [9, 13],
  hall: [70, 42],
};

const PLANT_SIZE: Readonly<Record<HazardPlan["part"], readonly [number, number]>> = {
  "chemical-park": [240, 235],
  industry: [150, 150],
  works: [110, 110],
  outskirts: [110, 90],
  roadside: [52, 38],
};

/** Spots in the open country for what may not stand in town, far from the villages. */
const OUTSKIRTS: readonly Point[] = [
  [12600, 700],
  [-3000, -5200],
  [-7900, -600],
  [13200, -5700],
];

/** How far dwellings and meeting places keep away: more than any rule asks of that kind. */
export const clearanceM = (kind: HazardKind): number => (kind === "fuel-station" ? 55 : 210);

/** Free ground around a plant: what GB 50016, 3.4.1, 3.5.1, 4.3.1 and 4.4.1 ask towards works of the weakest fire rating, and more. */
const freeM = (kind: HazardKind): number => (kind === "lpg-station" ? 58 : kind === "gas-holder" ? 42 : 26);

/** What GB 50160-2008(2018), table 4.1.9 asks of a plant towards works that are not petrochemical, and a little for the survey. */
function fromOthersM({ figures, kind, substances }: HazardPlan): number {
  if (figures.designStandard !== "gb50160") return 0;
  if (kind === "production-unit" || figures.fireClass === "b") return 55;
  return substances.some(({ name }) => name === "液化石油气" || name === "1,3-丁二烯") ? 125 : 75;
}

/** Plants under GB 50160 are no neighbouring factories to each other; the others are to them. */
const keepApart = (one: HazardPlan, other: HazardPlan): number =>
  (one.figures.designStandard === "gb50160") === (other.figures.designStandard === "gb50160")
    ? 0
    : Math.max(fromOthersM(one), fromOthersM(other));

/** Beyond the carriageway of a highway: 100 m from its land (公路安全保护条例, art. 18), which may be 15 m wide, and a little more. */
const FROM_HIGHWAY_M = 122;

/** Filling stations are excepted, and where ammonia only cools nothing is made, stored or sold. */
const tradesGoods = (kind: HazardKind): boolean => kind !== "fuel-station" && kind !== "ammonia-refrigeration";

/** The strips along highways. */
function highwayStrips(routes: readonly Route[]): Occupancy {
  const strips = createOccupancy();
  for (const { class: roadClass, widthM, points } of routes) {
    if (!["motorway", "national", "provincial", "county"].includes(roadClass)) continue;
    for (let i = 1; i < points.length; i++) {
      const along = strip(points[i - 1]!, points[i]!, widthM / 2 + FROM_HIGHWAY_M);
      strips.take({ ...along, halfU: along.halfU + FROM_HIGHWAY_M });
    }
  }
  return strips;
}

/** Fire stations keep 300 m from what makes or stores hazardous chemicals (建标152-2017, art. 15). */
const FROM_FIRE_STATION_M = 305;

/** Ground on which no dangerous goods may be made or kept: along highways, and around fire stations. */
function barredGround(routes: readonly Route[], stations: readonly StationSite[]): Occupancy {
  const barred = highwayStrips(routes);
  for (const { kind, ground } of stations) if (kind === "fire-station") barred.take(grown(ground, FROM_FIRE_STATION_M));
  return barred;
}

/** Puts each hazard source and its planted neighbour on the ground and claims the ground around for works only. */
export function placeHazards(
  streets: StreetPlan,
  stations: readonly StationSite[],
  ground: Occupancy,
  random: Random,
): HazardSite[] {
  const sites: HazardSite[] = [];
  const barred = barredGround(streets.routes, stations);
  const outskirts = [...OUTSKIRTS];
  const grid = gridSpots(streets, random);
  const roads = roadsideSpots(streets.routes, random);
  // Pairs need more room, so they choose first.
  const order = [...HAZARD_PLANS].sort((a, b) => Number(Boolean(b.neighbour)) - Number(Boolean(a.neighbour)));
  for (const each of order) {
    const pair =
      each.part === "outskirts"
        ? inTheOpen(each, outskirts.shift()!, ground)
        : each.part === "roadside"
          ? firstFree(
              roads.map((spot) => pairAt(each, spot)),
              ground,
              barred,
              sites,
              each,
            )
          : firstFree(
              grid[each.part].filter((spot) => spot.outward || !each.neighbour).map((spot) => pairAt(each, spot)),
              ground,
              barred,
              sites,
              each,
            );
    sites.push({ ...each, plant: pair.plant, neighbourGround: pair.neighbour });
    ground.take(grown(pair.plant, freeM(each.kind)));
    if (pair.neighbour) ground.take(grown(pair.neighbour, 3));
  }
  for (const { plant, kind } of sites) ground.take(grown(plant, clearanceM(kind)), "dwellings");
  return HAZARD_PLANS.map((each) => sites.find((site) => site.unit === each.unit && site.firm === each.firm)!);
}

interface Pair {
  readonly plant: Rectangle;
  readonly neighbour: Rectangle | null;
}

/** A spot: the corner of the plant, and towards where a neighbour stands: `u` grows that way. */
interface Spot {
  readonly frame: Rectangle["frame"];
  readonly u: number;
  readonly v: number;
  /** 1: the neighbour's `u` is greater than the plant's; -1: less. */
  readonly side: 1 | -1;
  /** What stands beside it stands outside the park. */
  readonly outward: boolean;
}

function pairAt(each: HazardPlan, { frame, u, v, side }: Spot): Pair {
  const [length, depth] = PLANT_SIZE[each.part];
  const plant = rectangle(frame, side > 0 ? u : u - length, v, side > 0 ? u + length : u, v + depth);
  if (!each.neighbour) return { plant, neighbour: null };
  const [along, away] = NEIGHBOUR_SIZE[each.neighbour.kind];
  const near = (side > 0 ? u + length : u - length) + side * each.neighbour.distanceM;
  const low = v + Math.max(0, (depth - along) / 2);
  const far = near + side * away;
  return { plant, neighbour: rectangle(frame, Math.min(near, far), low, Math.max(near, far), low + along) };
}

/** The first pair on free ground that is clear of all hazards placed before. */
function firstFree(
  pairs: readonly Pair[],
  ground: Occupancy,
  barred: Occupancy,
  sites: readonly HazardSite[],
  each: HazardPlan,
): Pair {
  const found = pairs.find(({ plant, neighbour }) => {
    if (tradesGoods(each.kind) && !barred.isFree(plant, "works")) return false;
    if (sites.some((other) => overlaps(grown(other.plant, keepApart(each, other)), plant))) return false;
    if (!ground.isFree(plant, "works") || (neighbour && !ground.isFree(neighbour, "works"))) return false;
    return sites.every((other) => {
      const apart = distance(centerOf(other.plant), centerOf(neighbour ?? plant));
      if (neighbour && apart < clearanceM(other.kind) + 330) return false;
      // Nobody lives within 500 m of the chemical park's plants, except beside those that were given a neighbour.
      const clear = each.part === "chemical-park" ? 850 : clearanceM(each.kind) + 330;
      return !other.neighbourGround || distance(centerOf(other.neighbourGround), centerOf(plant)) > clear;
    });
  });
  if (!found) throw new RangeError(`no ground for ${each.firm} ${each.unit}`);
  return found;
}

function inTheOpen(each: HazardPlan, near: Point, ground: Occupancy): Pair {
  const [length, depth] = PLANT_SIZE.outskirts;
  const beside = each.neighbour ? each.neighbour.distanceM + NEIGHBOUR_SIZE[each.neighbour.kind][1] : 0;
  // Twice the clearance of free country around: roads, villages and other hazards stay away.
  const site = findSite(ground, near, 4, length + beside + 220, depth + 220, "works");
  return pairAt(each, {
    frame: site.frame,
    u: site.u - site.halfU + 110,
    v: site.v - site.halfV + 110,
    side: 1,
    outward: true,
  });
}

/**
 * From the edge of a block, which lies 7 m behind the kerb: plants stand 25 m from the road (GB 50160, table 4.1.9), class A stores
 * 20 m (GB 50016, 3.5.1), and as much more as a survey may be off.
 */
const PARK_SETBACK_M = 24;
const SETBACK_M = 18;

/** Corners of plots in the blocks of the parks, the edge that faces open country first for the chemical park. */
function gridSpots(streets: StreetPlan, random: Random): Record<"chemical-park" | "industry" | "works", Spot[]> {
  const spots = { "chemical-park": [] as Spot[], industry: [] as Spot[], works: [] as Spot[] };
  for (const block of random.shuffled(streets.blocks)) {
    const { frame, u0, v0, u1, v1 } = block;
    if (block.part === "chemical-park")
      for (const v of [v0 + PARK_SETBACK_M, v1 - PARK_SETBACK_M - PLANT_SIZE["chemical-park"][1]])
        for (const [u, side] of [
          [u0 + PARK_SETBACK_M + PLANT_SIZE["chemical-park"][0], -1],
          [u1 - PARK_SETBACK_M - PLANT_SIZE["chemical-park"][0], 1],
        ] as const)
          spots["chemical-park"].push({ frame, u, v, side, outward: side * u > 1150 });
    if (block.part === "industry")
      spots.industry.push({ frame, u: u0 + SETBACK_M, v: v0 + SETBACK_M, side: 1, outward: true });
    if (block.part === "core" && block.use === "works" && v0 > RING.south)
      spots.works.push({ frame, u: u0 + 10, v: v0 + 10, side: 1, outward: true });
  }
  return { "chemical-park": random.shuffled(spots["chemical-park"]), industry: spots.industry, works: spots.works };
}

function roadsideSpots(routes: readonly Route[], random: Random): Spot[] {
  const spots: Spot[] = [];
  for (const route of routes) {
    if (!["national", "provincial", "arterial"].includes(route.class)) continue;
    route.points.forEach((_, i) => {
      if (i === 0 || i + 2 >= route.points.length || !random.chance(0.5)) return;
      spots.push({ frame: frameOnRoad(route.points, i), u: 30, v: route.widthM / 2 + 12, side: 1, outward: true });
    });
  }
  return random.shuffled(spots);
}
