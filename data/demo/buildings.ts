import {
  type Area,
  areaGround,
  asPlace,
  type BuildingPlan,
  fillCentre,
  fillEstate,
  fillFactory,
  inner,
  type Place,
  type PlaceKind,
  parts,
  type Site,
} from "./block-fillers.ts";
import type { Point } from "./frame.ts";
import type { HazardSite } from "./hazard-sites.ts";
import { fillInstitution, fillInstitutions } from "./institution-fillers.ts";
import { createOccupancy, type Occupancy } from "./occupancy.ts";
import { fillNeighbour, fillPlant, fillStation } from "./plant-fillers.ts";
import { createRandom } from "./random.ts";
import { fillFarms, fillSettlement, type YardPlan } from "./settlement-fillers.ts";
import type { StationSite } from "./stations.ts";
import type { StreetPlan } from "./streets.ts";

export interface Built {
  readonly buildings: readonly BuildingPlan[];
  readonly places: readonly Place[];
  readonly yards: readonly YardPlan[];
  /** Per hazard source, the buildings of its plant; per hazard source, those of its planted neighbour. */
  readonly plants: readonly (readonly number[])[];
  readonly neighbours: readonly (readonly number[])[];
  /** Per station, its buildings; the first is where it has its address. */
  readonly stations: readonly (readonly number[])[];
}

/** Builds up the zone on what is left of the ground, street blocks first, villages last. */
export function raiseBuildings(
  streets: StreetPlan,
  hazards: readonly HazardSite[],
  stations: readonly StationSite[],
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
  const houses = stations.map((each) => collect(() => fillStation({ ...site, ground: createOccupancy() }, each)));
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
  return { buildings: site.buildings, places: site.places, yards, plants, neighbours, stations: houses };
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

/** Plots of one to four firms to a block. */
function fillWorks(site: Site, area: Area, small: boolean): void {
  for (const plot of parts(inner(area, 4), small ? 150 : site.random.pick([200, 290, 290, 400]), 10)) {
    if (site.random.chance(small ? 0.25 : 0.1)) continue;
    asPlace(site, "factory", plot, () => fillFactory(site, plot));
  }
}
