import type { Place } from "./block-fillers.ts";
import type { Context } from "./context.ts";
import { distance, type Point } from "./frame.ts";
import { CHEMICAL_PARK, CORE, INDUSTRY, NEW_TOWN, RING } from "./plan.ts";
import type { Random } from "./random.ts";
import { corners, distanceTo, grown, rectangle } from "./rectangle.ts";
import { lengthOf, pointAlong, type Route } from "./routes.ts";
import type { Settlement } from "./settlements.ts";
import { thinned } from "./thinned.ts";
import { PONDS } from "./utility-plan.ts";
import { bankOf, shoreOf } from "./water-bodies.ts";

/** Where a source of fire water stands, and on which street. */
export interface WaterSpot {
  readonly point: Point;
  readonly roadName: string | null;
}

/** Mains are laid by stretches: where there is one, hydrants stand every 100 to 118 m. */
const STRETCH_M = 560;

/**
 * Hydrants at the kerb, alternately on both sides, on whole stretches of street: nearly all in the old centre, the better part in
 * the chemical park, some elsewhere. Where the others are missing is what a coverage map shows.
 *
 * @param count - so many, or fewer when the streets have no more places.
 */
export function hydrantSpots(context: Context, count: number, random: Random): WaterSpot[] {
  const stretches = context.streets.routes
    .filter((route) => route.code === null && ["arterial", "secondary", "local"].includes(route.class))
    .flatMap((route) =>
      Array.from({ length: Math.ceil(lengthOf(route) / STRETCH_M) }, (_, i) => {
        const { point } = pointAlong(route, (i + 0.5) * STRETCH_M);
        return {
          route,
          fromM: i * STRETCH_M,
          rank: random.next() * equipmentAt(point),
          stepM: random.between(100, 118),
        };
      }),
    )
    .sort((a, b) => b.rank - a.rank);
  const spots: WaterSpot[] = [];
  for (const { route, fromM, stepM } of stretches) {
    const toM = Math.min(fromM + STRETCH_M, lengthOf(route));
    for (let alongM = fromM + stepM / 2, side = 1; alongM < toM; alongM += stepM, side = -side) {
      if (spots.length === count) return spots;
      const spot = beside(route, alongM, (route.widthM / 2 + 1.2) * side);
      // Half a metre from every kerb (GB 50974-2014, 7.2.6); at a junction the nearest one may be the other street's.
      if (context.finder.isOnRoad(spot.point, 0.5)) continue;
      if (!spots.some((other) => distance(other.point, spot.point) < 70)) spots.push(spot);
    }
  }
  return spots;
}

/** How likely a street has a main with hydrants, relative to the rest of the town. */
function equipmentAt(point: Point): number {
  if (distance(point, [CORE.x, CORE.y]) < 1900) return 8;
  return distance(point, [CHEMICAL_PARK.x, CHEMICAL_PARK.y]) < 2100 ? 2.2 : 1;
}

function beside(route: Route, alongM: number, offsetM: number): WaterSpot {
  const { point, cos, sin } = pointAlong(route, alongM);
  return { point: [point[0] - sin * offsetM, point[1] + cos * offsetM], roadName: route.name };
}

/** Every kilometre on the main roads; when that is more than the count, evenly thinned. */
export function craneSpots({ streets, finder }: Context, count: number): WaterSpot[] {
  const spots: WaterSpot[] = [];
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
  return thinned(spots, count);
}

/** On the south bank within the ring's length, and on the southern shores of the ponds, a few metres from the water. */
export function intakeSpots({ seed, streets }: Context): WaterSpot[] {
  const bank = bankOf(streets.river, "south", 5);
  const banks = [RING.west, -2600, -900, 1900, 3600, 6900, 9800].map((wanted) =>
    bank.reduce((best, point) => (Math.abs(point[0] - wanted) < Math.abs(best[0] - wanted) ? point : best)),
  );
  const shores = PONDS.map((pond): Point => {
    const [x, y] = shoreOf(pond, seed).reduce((south, point) => (point[1] < south[1] ? point : south));
    return [x, y - 5];
  });
  return [...banks, ...shores].map((point) => ({ point, roadName: null }));
}

/** A corner of a works from which a fire engine can draw: 15 m and more from its buildings (GB 50974-2014, 4.3.7). */
export function intakeOf({ built }: Context, place: Place): Point | null {
  const walls = place.buildings.map((index) => built.buildings[index]!.ground);
  const spots = corners(grown(place.ground, -1.5));
  return spots.find((spot) => walls.every((wall) => distanceTo(wall, spot) >= 15)) ?? null;
}

/** Just outside a village, beside the end of its first or last lane. */
export function cornerOf({ finder }: Context, { frame, extent: [u0, v0, u1, v1] }: Settlement): Point {
  const spots = corners(grown(rectangle(frame, u0, v0, u1, v1), 5));
  return spots.find((spot) => !finder.isOnRoad(spot, 1)) ?? spots[0];
}
