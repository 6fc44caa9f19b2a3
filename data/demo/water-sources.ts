import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import type { Place } from "./block-fillers.ts";
import { type Context, draftOf } from "./context.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt } from "./draft.ts";
import { distance, type Point, roundTo } from "./frame.ts";
import { personName, phoneNumber } from "./names.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN, RING } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { corners, distanceTo, grown, rectangle } from "./rectangle.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";
import type { Settlement } from "./settlements.ts";
import { PONDS } from "./utility-plan.ts";
import { bankOf, shoreOf } from "./water-bodies.ts";

const WATER_SOURCES = 900;
const CRANES = 48;
const POOLS = 46;

interface Spot {
  readonly point: Point;
  readonly roadName: string | null;
}

/** Hydrants along the streets of the core, sparser outside; cranes on main roads; pools in works; intakes on river and ponds. */
export function waterSources(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "water-sources");
  const drafts: FeatureDraft[] = [];
  const add = (kind: string, name: string, spot: Spot, attributes: Record<string, AttributeValue>) => {
    const state = random.weighted([
      ["ok", 925],
      ["broken", 28],
      ["buried", 18],
      ["frozen", 12],
      ["out-of-service", 17],
    ]);
    // Most were serviced in the two campaigns of the year; one in eleven is overdue.
    const servicedDaysAgo = random.chance(0.09) ? random.integer(370, 900) : random.integer(15, 350);
    drafts.push(
      draftOf(context, random, {
        code: demoCode("W", drafts.length + 1),
        name,
        geometry: pointAt(spot.point),
        at: spot.point,
        attributes: {
          kind,
          state,
          truckAccess: state !== "buried",
          winterUsable: state !== "frozen",
          servicedOn: daysBefore(context.today, servicedDaysAgo),
          nextServiceOn: daysBefore(context.today, servicedDaysAgo - 365),
          roadName: spot.roadName,
          address: `${context.districts.find(spot.point)?.name ?? ""}${spot.roadName ?? ""}`,
          ownerUnit: "北原供水公司（演示）",
          fault:
            { broken: "阀杆断裂", buried: "被停车位圈占", frozen: "栓体冻结", "out-of-service": "管网改造停水" }[
              state
            ] ?? null,
          caretaker: personName(random),
          phone: phoneNumber(random),
          ...attributes,
        },
      }),
    );
  };

  const cranes = craneSpots(context).slice(0, CRANES);
  const intakes = intakeSpots(context);
  const pools = random
    .shuffled(context.built.places.filter((place) => place.kind === "factory" || place.kind === "plant"))
    .map((place) => intakeOf(context, place))
    .filter((point) => point !== null)
    .slice(0, POOLS);
  const villages = context.streets.settlements.filter((each) => each.kind === "village" || each.kind === "town");
  const hydrants = spread(
    hydrantSpots(context, random),
    WATER_SOURCES - cranes.length - intakes.length - pools.length - villages.length,
  );
  hydrants.forEach((spot, i) => {
    add(
      random.chance(0.78) ? "hydrant-above" : "hydrant-below",
      `${spot.roadName ?? ""}${i + 1}号消火栓`,
      spot,
      pressed(random, [100, 150, 200, 300], 0.75),
    );
  });
  cranes.forEach((spot, i) => {
    add("water-crane", `${spot.roadName}${i + 1}号消防水鹤`, spot, {
      ...pressed(random, [200, 300], 0.9),
      flowLps: roundTo(random.between(30, 46), 1),
    });
  });
  pools.forEach((point, i) => {
    add(
      "pool-intake",
      `企业消防水池取水口${i + 1}`,
      { point, roadName: null },
      { volumeM3: random.integer(3, 30) * 50, suctionHeightM: roundTo(random.between(2, 6.4), 1) },
    );
  });
  intakes.forEach((spot, i) => {
    add(i % 5 === 4 ? "wharf" : "natural-intake", `天然水源取水口${i + 1}`, spot, {
      suctionHeightM: roundTo(random.between(1.5, 6.8), 1),
      winterUsable: random.chance(0.3),
    });
  });
  for (const village of villages) {
    const spot = { point: cornerOf(context, village), roadName: `${village.name}路` };
    add(
      random.chance(0.6) ? "hydrant-above" : "pool-intake",
      `${village.name}消防水源`,
      spot,
      pressed(random, [80, 100], 0.1),
    );
  }
  return drafts;
}

/** Pressure and flow of a hydrant on a main: a wide pipe in a ring gives more. */
function pressed(random: Random, pipes: readonly number[], ringShare: number): Record<string, AttributeValue> {
  const pipeMm = random.pick(pipes);
  const isRing = random.chance(ringShare);
  const pressureMPa = roundTo(Math.max(0.06, random.normal(isRing ? 0.24 : 0.17, 0.05)), 2);
  const flowLps = roundTo(Math.min(40, 9 + pipeMm / 20 + random.between(-2, 3)) * (isRing ? 1 : 0.75), 1);
  return { pipeMm, main: isRing ? "ring" : "branch", pressureMPa, flowLps };
}

/** A corner of a works from which a fire engine can draw: 15 m and more from its buildings (GB 50974-2014, 4.3.7). */
function intakeOf({ built }: Context, place: Place): Point | null {
  const walls = place.buildings.map((index) => built.buildings[index]!.ground);
  const spots = corners(grown(place.ground, -1.5));
  return spots.find((spot) => walls.every((wall) => distanceTo(wall, spot) >= 15)) ?? null;
}

/** Just outside a village, beside the end of its first or last lane. */
function cornerOf({ finder }: Context, { frame, extent: [u0, v0, u1, v1] }: Settlement): Point {
  const spots = corners(grown(rectangle(frame, u0, v0, u1, v1), 5));
  return spots.find((spot) => !finder.isOnRoad(spot, 1)) ?? spots[0];
}

/** In the core every 112 m, in the parks every 150 m, alternately on both sides at the kerb. */
function hydrantSpots({ streets, finder }: Context, random: Random): Spot[] {
  const spots: Spot[] = [];
  for (const route of streets.routes) {
    if (route.code || !["arterial", "secondary", "local"].includes(route.class)) continue;
    const stepM = isCentral(pointAlong(route, lengthOf(route) / 2).point) ? random.between(100, 118) : 190;
    if (route.class === "local" && stepM > 150) continue;
    for (let alongM = stepM / 2, side = 1; alongM < lengthOf(route); alongM += stepM, side = -side) {
      const spot = beside(route, alongM, (route.widthM / 2 + 1.2) * side);
      // Half a metre from every kerb (GB 50974-2014, 7.2.6); at a junction the nearest one may be the other street's.
      if (finder.isOnRoad(spot.point, 0.5) || spots.some((other) => distance(other.point, spot.point) < 70)) continue;
      spots.push(spot);
    }
  }
  return spots;
}

const isCentral = ([x, y]: Point): boolean => distance([x, y], [CORE.x, CORE.y]) < 2600;

/** Every k-th of the spots outside the centre is left out, so that the total is right and the centre stays dense. */
function spread(spots: readonly Spot[], count: number): Spot[] {
  const central = spots.filter((spot) => isCentral(spot.point));
  const outer = spots.filter((spot) => !isCentral(spot.point));
  const kept = Math.max(0, count - central.length);
  const chosen = outer.filter(
    (_, i) => Math.floor(((i + 1) * kept) / outer.length) > Math.floor((i * kept) / outer.length),
  );
  return [...central, ...chosen].slice(0, count);
}

function beside(route: Route, alongM: number, offsetM: number): Spot {
  const { point, cos, sin } = pointAlong(route, alongM);
  return { point: [point[0] - sin * offsetM, point[1] + cos * offsetM], roadName: route.name };
}

/** Every kilometre on the main roads. */
function craneSpots({ streets, finder }: Context): Spot[] {
  const spots: Spot[] = [];
  for (const route of streets.routes)
    if (route.class === "arterial" || route.code === "G111")
      for (let alongM = 500; alongM < lengthOf(route); alongM += 1000) {
        const spot = beside(route, alongM, route.widthM / 2 + 3);
        if (finder.isOnRoad(spot.point, 0.5)) continue;
        const near = [CORE, INDUSTRY, CHEMICAL_PARK, NEW_TOWN].some(
          (frame) => distance([frame.x, frame.y], spot.point) < 5200,
        );
        if (near && !spots.some((other) => distance(other.point, spot.point) < 800)) spots.push(spot);
      }
  return spots;
}

/** On the south bank within the ring's length, and on the southern shores of the ponds, a few metres from the water. */
function intakeSpots({ seed, streets }: Context): Spot[] {
  const bank = bankOf(streets.river, "south", 5);
  const beside = [RING.west, -2600, -900, 1900, 3600, 6900, 9800].map((wanted) =>
    bank.reduce((best, point) => (Math.abs(point[0] - wanted) < Math.abs(best[0] - wanted) ? point : best)),
  );
  const shores = PONDS.map((pond): Point => {
    const [x, y] = shoreOf(pond, seed).reduce((south, point) => (point[1] < south[1] ? point : south));
    return [x, y - 5];
  });
  return [...beside, ...shores].map((point) => ({ point, roadName: null }));
}
