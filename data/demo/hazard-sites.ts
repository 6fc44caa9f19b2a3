import { distance, type Point } from "./frame.ts";
import { findSite, frameOnRoad } from "./ground.ts";
import { HAZARD_PLANS, type HazardKind, type HazardPlan, type PlantedNeighbour } from "./hazard-plans.ts";
import type { Occupancy } from "./occupancy.ts";
import { RING } from "./plan.ts";
import type { Random } from "./random.ts";
import { centerOf, grown, type Rectangle, rectangle } from "./rectangle.ts";
import type { Route } from "./routes.ts";
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

/** Puts each hazard source and its planted neighbour on the ground and claims the ground around for works only. */
export function placeHazards(streets: StreetPlan, ground: Occupancy, random: Random): HazardSite[] {
  const sites: HazardSite[] = [];
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
              sites,
              each,
            )
          : firstFree(
              grid[each.part].filter((spot) => spot.outward || !each.neighbour).map((spot) => pairAt(each, spot)),
              ground,
              sites,
              each,
            );
    sites.push({ ...each, plant: pair.plant, neighbourGround: pair.neighbour });
    ground.take(grown(pair.plant, 26));
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
function firstFree(pairs: readonly Pair[], ground: Occupancy, sites: readonly HazardSite[], each: HazardPlan): Pair {
  const found = pairs.find(({ plant, neighbour }) => {
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

/** Corners of plots in the blocks of the parks, the edge that faces open country first for the chemical park. */
function gridSpots(streets: StreetPlan, random: Random): Record<"chemical-park" | "industry" | "works", Spot[]> {
  const spots = { "chemical-park": [] as Spot[], industry: [] as Spot[], works: [] as Spot[] };
  for (const block of random.shuffled(streets.blocks)) {
    const { frame, u0, v0, u1 } = block;
    if (block.part === "chemical-park")
      for (const v of [v0 + 8, v0 + 16 + PLANT_SIZE["chemical-park"][1]])
        for (const [u, side] of [
          [u0 + 8 + PLANT_SIZE["chemical-park"][0], -1],
          [u1 - 8 - PLANT_SIZE["chemical-park"][0], 1],
        ] as const)
          spots["chemical-park"].push({ frame, u, v, side, outward: side * u > 1150 });
    if (block.part === "industry") spots.industry.push({ frame, u: u0 + 10, v: v0 + 10, side: 1, outward: true });
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
