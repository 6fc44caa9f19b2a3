import {
  type Area,
  areaGround,
  asPlace,
  type BuildingPlan,
  build,
  fillCampus,
  fillCentre,
  fillCompound,
  fillEstate,
  fillFactory,
  fillShops,
  inner,
  type Place,
  type PlaceKind,
  parts,
  type Site,
} from "./block-fillers.ts";
import { outline } from "./building-shapes.ts";
import { isInside } from "./districts.ts";
import { at, type Point } from "./frame.ts";
import type { HazardSite } from "./hazard-sites.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { createRandom } from "./random.ts";
import { centerOf, type Rectangle, rectangle } from "./rectangle.ts";
import type { Settlement } from "./settlements.ts";
import type { StreetPlan } from "./streets.ts";

/** A yard with a dwelling that the family built itself. */
export interface YardPlan {
  readonly settlement: Settlement;
  readonly building: number;
  /** Running number in its settlement. */
  readonly number: number;
}

export interface Built {
  readonly buildings: readonly BuildingPlan[];
  readonly places: readonly Place[];
  readonly yards: readonly YardPlan[];
  /** Per hazard source, the buildings of its plant; per hazard source, those of its planted neighbour. */
  readonly plants: readonly (readonly number[])[];
  readonly neighbours: readonly (readonly number[])[];
}

/** Builds up the zone on what is left of the ground, street blocks first, villages last. */
export function raiseBuildings(
  streets: StreetPlan,
  hazards: readonly HazardSite[],
  ground: Occupancy,
  seed: number,
  outlineOfZone: readonly Point[],
): Built {
  const random = createRandom(seed, "buildings");
  const site: Site = { ground, random, buildings: [], places: [] };
  const plants: number[][] = [];
  const neighbours: number[][] = [];
  const collect = (fill: () => void): number[] => {
    const first = site.buildings.length;
    fill();
    return Array.from({ length: site.buildings.length - first }, (_, i) => first + i);
  };
  for (const each of hazards) {
    plants.push(collect(() => fillPlant({ ...site, ground: createOccupancy() }, each)));
    neighbours.push(collect(() => fillNeighbour({ ...site, ground: createOccupancy() }, each)));
  }
  for (const block of streets.blocks) {
    const area = inner(block, 2);
    if (block.part === "industry" || block.part === "chemical-park" || block.use === "works")
      fillWorks(site, area, block.use === "works");
    else if (block.use === "housing" || block.use === "new-housing")
      fillHousing(site, area, block.use === "new-housing");
    else if (block.use === "centre") for (const part of parts(area, 330, 16)) fillCentre(site, part);
    else if (block.use === "campus") fillInstitutions(site, area);
    else if (block.use === "park") site.places.push({ kind: "park", ground: areaGround(area), buildings: [] });
    else if (block.use === "vacant" && random.chance(0.5)) fillWorks(site, parts(area, 240, 20)[0]!, true);
  }
  const yards = streets.settlements.flatMap((settlement) => fillSettlement(site, settlement));
  fillFarms(site, streets, outlineOfZone);
  return { buildings: site.buildings, places: site.places, yards, plants, neighbours };
}

function fillHousing(site: Site, area: Area, isNew: boolean): void {
  const { random } = site;
  for (const part of parts(area, 330, 18)) {
    const kind = random.weighted<PlaceKind>([
      ["estate", isNew ? 74 : 80],
      ["school", 9],
      ["hospital", 3],
      ["market", 3],
      ["elderly-care", 3],
      ["office", 3],
    ]);
    if (isNew && random.chance(0.22)) continue;
    const storeys = isNew
      ? random.integer(11, 18)
      : random.weighted([
          [6, 48],
          [7, 10],
          [11, 22],
          [17, 20],
        ]);
    const whole = part.u1 - part.u0 < 190 || part.v1 - part.v0 < 170;
    if (kind === "estate" || whole) {
      asPlace(site, "estate", part, () => fillEstate(site, part, storeys));
      continue;
    }
    // An institution takes the south part; housing stands behind it.
    const middle = part.v0 + Math.min(150, (part.v1 - part.v0) * 0.5);
    const south = { ...part, v1: middle - 8 };
    const north = { ...part, v0: middle + 4 };
    asPlace(site, kind, south, () => fillInstitution(site, south, kind));
    asPlace(site, "estate", north, () => fillEstate(site, north, storeys));
  }
}

function fillInstitution(site: Site, area: Area, kind: PlaceKind): void {
  const { random } = site;
  if (kind === "school" || kind === "college") fillCampus(site, area, kind === "college" ? 6 : 4);
  else if (kind === "hospital") fillCompound(site, area, "public", random.integer(6, 12));
  else if (kind === "elderly-care") fillCompound(site, inner(area, 14), "public", 4);
  else if (kind === "market") {
    for (const hall of parts(inner(area, 8), 70, 14)) build(site, areaGround(hall), "commercial", 1);
  } else if (kind === "sports-venue") {
    const round = areaGround(inner(area, Math.min(area.u1 - area.u0, area.v1 - area.v0) * 0.2));
    build(site, round, "public", 3, "round");
  } else fillCompound(site, area, "public", random.integer(4, 10));
}

function fillInstitutions(site: Site, area: Area): void {
  for (const part of parts(area, 330, 18)) {
    const kind = site.random.weighted<PlaceKind>([
      ["school", 36],
      ["college", 16],
      ["hospital", 18],
      ["office", 16],
      ["sports-venue", 8],
      ["culture", 10],
    ]);
    asPlace(site, kind, part, () => fillInstitution(site, inner(part, 8), kind));
  }
}

/** Plots of one to four firms to a block. */
function fillWorks(site: Site, area: Area, small: boolean): void {
  for (const plot of parts(inner(area, 4), small ? 150 : site.random.pick([200, 290, 290, 400]), 10)) {
    if (site.random.chance(small ? 0.25 : 0.1)) continue;
    asPlace(site, "factory", plot, () => fillFactory(site, plot));
  }
}

const asArea = ({ frame, u, v, halfU, halfV }: Rectangle): Area => ({
  frame,
  u0: u - halfU,
  v0: v - halfV,
  u1: u + halfU,
  v1: v + halfV,
});

/** Tanks, halls and an office inside the plant's fence. */
function fillPlant(site: Site, { kind, plant }: HazardSite): void {
  const area = inner(asArea(plant), 9);
  const { frame } = area;
  asPlace(site, "plant", asArea(plant), () => {
    if (kind === "fuel-station") {
      build(site, rectangle(frame, area.u0, area.v1 - 9, area.u0 + 20, area.v1), "commercial", 1);
      build(site, rectangle(frame, area.u0 + 8, area.v0, area.u1 - 4, area.v0 + 8), "other", 1);
      return;
    }
    build(site, rectangle(frame, area.u0, area.v0, area.u0 + 30, area.v0 + 12), "industrial", 2);
    const tanks =
      kind.endsWith("farm") || kind.endsWith("depot") || kind.endsWith("holder") || kind.endsWith("station");
    if (!tanks) {
      for (const hall of parts({ ...area, v0: area.v0 + 24 }, 84, 14)) build(site, areaGround(hall), "industrial", 1);
      return;
    }
    const size = plant.halfU > 100 ? 26 : 13;
    for (let v = area.v0 + 26; v + size <= area.v1; v += size * 1.7)
      for (let u = area.u0 + 4; u + size <= area.u1; u += size * 1.6)
        if (site.random.chance(0.8)) build(site, rectangle(frame, u, v, u + size, v + size), "other", 1, "round");
  });
}

/** What stands too near on purpose. A hamlet's houses stand at its far end, so that only its edge is too near. */
function fillNeighbour(site: Site, { neighbour, neighbourGround, plant }: HazardSite): void {
  if (!neighbour || !neighbourGround) return;
  const area = asArea(neighbourGround);
  switch (neighbour.kind) {
    case "house":
      site.buildings.push({
        outline: outline(neighbourGround, "bar"),
        ground: neighbourGround,
        use: "residential",
        storeys: 1,
      });
      return;
    case "hall":
      site.buildings.push({
        outline: outline(neighbourGround, "bar"),
        ground: neighbourGround,
        use: "industrial",
        storeys: 1,
      });
      return;
    case "residential":
      fillEstate(site, area, 12);
      return;
    case "village": {
      const away = neighbourGround.u > plant.u;
      const far = away ? { ...area, u0: area.u0 + 70 } : { ...area, u1: area.u1 - 70 };
      for (let v = far.v0 + 6; v + 8 <= far.v1; v += 26)
        for (let u = far.u0 + 4; u + 12 <= far.u1; u += 22)
          build(site, rectangle(far.frame, u, v, u + 12, v + 8), "residential", 1);
      return;
    }
    default:
      fillInstitution(site, area, neighbour.kind);
  }
}

/** Yards in rows; in towns shops along the first lane. */
function fillSettlement(site: Site, settlement: Settlement): YardPlan[] {
  const { random } = site;
  const { frame, kind, rows } = settlement;
  const [u0, v0, u1, v1] = settlement.extent;
  const yards: YardPlan[] = [];
  const lot = { village: 20, town: 24, "urban-village": 17, "old-town": 19 }[kind];
  if (kind === "town") fillShops(site, { frame, u0, v0: v0 + 3, u1, v1 }, "south");
  if (kind === "town" || kind === "village") {
    const edge = { frame, u0: u0 + 6, v0: v1 + 5, u1: u0 + 96, v1: v1 + 85 };
    if (kind === "town" || random.chance(0.3)) asPlace(site, "school", edge, () => fillCampus(site, edge, 2));
  }
  for (const row of rows) {
    const half = (row.v1 - row.v0) / 2;
    for (const line of [row.v0 + 3.5, row.v0 + half + 2])
      for (let u = u0 + 4 + random.between(0, 4); u + 12 < u1; u += lot * random.between(0.92, 1.12)) {
        if (random.chance(kind === "village" ? 0.13 : 0.06)) continue;
        const length = random.between(9.5, lot * 0.72);
        const depth = random.between(6.8, 9.2);
        const v = line + random.between(0, kind === "village" ? 7 : 3);
        const storeys =
          kind === "village"
            ? 1
            : random.weighted([
                [1, 50],
                [2, 32],
                [3, 13],
                [4, 5],
              ]);
        const shape = random.chance(0.22) ? "l" : "bar";
        const ground = rectangle(frame, u, v, u + length, v + (shape === "l" ? depth + 5 : depth));
        if (build(site, ground, "residential", storeys, shape, Math.min(6.5, depth)))
          yards.push({ settlement, building: site.buildings.length - 1, number: yards.length + 1 });
      }
  }
  return yards;
}

/** Barns and pump houses out in the fields, in loose groups. */
function fillFarms(site: Site, streets: StreetPlan, outlineOfZone: readonly Point[]): void {
  const { random } = site;
  for (const route of streets.routes) {
    if (route.class !== "county" && route.class !== "provincial") continue;
    route.points.forEach((point, i) => {
      if (i === 0 || !random.chance(0.16)) return;
      const away = random.between(60, 380) * (random.chance(0.5) ? 1 : -1);
      const angle = random.between(-0.15, 0.15);
      const frame = { x: point[0] + away * 0.3, y: point[1] + away, cos: Math.cos(angle), sin: Math.sin(angle) };
      if (!isInside([frame.x, frame.y], outlineOfZone)) return;
      const count = random.integer(1, 4);
      asPlace(site, "factory", { frame, u0: -4, v0: -6, u1: count * 20, v1: 70 }, () => {
        for (let k = 0; k < count; k++) {
          const long = random.between(24, 62);
          build(site, rectangle(frame, k * 20, 0, k * 20 + 12, long), "industrial", 1);
        }
      });
    });
  }
}

/** The middle of a building's ground. */
export const middleOf = (building: BuildingPlan): Point => centerOf(building.ground);

/** A point in a place, for symbols and sites without an outline. */
export const placePoint = (place: Place, shareU: number, shareV: number): Point =>
  at(
    place.ground.frame,
    place.ground.u + (shareU - 0.5) * place.ground.halfU,
    place.ground.v + (shareV - 0.5) * place.ground.halfV,
  );
