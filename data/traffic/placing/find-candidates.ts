import { numberIn, textIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { findRoutes, nearestPositions, pointAt } from "../network/linear-reference.ts";
import type { RouteNetwork, RoutePosition } from "../network/route.ts";
import { agrees, FAR_M, reachM, scoreOf } from "./placing-rule.ts";

/** What a record says of where it happened. */
export interface StatedPlace {
  readonly roadCode: string | null;
  readonly roadName: string | null;
  /** Metres; `null` without kilometres. */
  readonly stakeM: number | null;
  /** Routes of that number, or else of that name; empty when it names none, or one that the ledger does not have. */
  readonly routes: readonly number[];
}

/** A place on a road where an accident may have happened. */
export interface PlaceCandidate extends RoutePosition {
  readonly isStatedRoad: boolean | null;
  readonly stakeApartM: number | null;
  readonly score: number;
  /** Within the reach of the recorded position; the others are only where the record's words point. */
  readonly isNear: boolean;
}

/** Reads records and finds candidates of one layer of accidents on one network. */
export interface CandidateFinder {
  /** Where the record puts it, on the plane of the roads. */
  position(row: number): [number, number];
  stated(row: number): StatedPlace;
  /** Best first; at most one for each route, and the place of the stated stake. */
  candidates(row: number, stated: StatedPlace): PlaceCandidate[];
}

export function findCandidatesIn(accidents: Snapshot, network: RouteNetwork, toleranceM: number): CandidateFinder {
  const { plane } = network.roads;
  const isSamePlane = plane.center.join() === accidents.plane.center.join();
  const xy = isSamePlane ? accidents.xy : plane.projectAll(accidents.lonLat);
  const routesOf = rememberRoutes(network);

  const position = (row: number): [number, number] => [xy[row * 2]!, xy[row * 2 + 1]!];
  const stated = (row: number): StatedPlace => {
    const roadCode = textIn(accidents, row, "roadCode")?.trim() || null;
    const roadName = textIn(accidents, row, "roadName")?.trim() || null;
    const kilometre = numberIn(accidents, row, "kilometre");
    const stakeM = kilometre === null ? null : kilometre * 1000 + (numberIn(accidents, row, "metre") ?? 0);
    return { roadCode, roadName, stakeM, routes: statedRoutes(roadCode, roadName, routesOf) };
  };

  const candidates = (row: number, stated: StatedPlace): PlaceCandidate[] => {
    const [x, y] = position(row);
    const asked = { network, stated, toleranceM, errorM: accidents.positionErrorM[row]! };
    const nearM = reachM(toleranceM, asked.errorM);
    const found: PlaceCandidate[] = [];
    for (const at of bestOfRoutes(nearestPositions(network, x, y, nearM))) found.push(weigh(at, true, asked));
    if (stated.routes.length > 0 && !found.some(agrees))
      for (const at of placesOfWords(network, stated, found, x, y)) found.push(weigh(at, at.offsetM <= nearM, asked));
    if (found.length > 1) found.sort(byScore);
    return found;
  };
  return { position, stated, candidates };
}

const byScore = (a: PlaceCandidate, b: PlaceCandidate): number =>
  b.score - a.score || a.offsetM - b.offsetM || a.route - b.route;

interface Asked {
  readonly network: RouteNetwork;
  readonly stated: StatedPlace;
  readonly toleranceM: number;
  readonly errorM: number;
}

function weigh(at: RoutePosition, isNear: boolean, { network, stated, toleranceM, errorM }: Asked): PlaceCandidate {
  const { route, stakeM, carriageway, offsetM, xy } = at;
  const isStatedRoad = stated.routes.length === 0 ? null : stated.routes.includes(route);
  const isComparable = stated.stakeM !== null && isStatedRoad !== false && network.routes[route]!.stakes === "given";
  const stakeApartM = isComparable ? stakesApart(network, at, stated.stakeM!) : null;
  const score = scoreOf({ isStatedRoad, stakeApartM, offsetM }, toleranceM, errorM);
  // Field by field: a hundred thousand records with a few candidates each are weighed while somebody waits.
  return { route, stakeM, carriageway, offsetM, xy, isStatedRoad, stakeApartM, isNear, score };
}

/** Where the stated stake stands; without one, the nearest place of the stated road when none is near. */
function placesOfWords(
  network: RouteNetwork,
  stated: StatedPlace,
  near: readonly PlaceCandidate[],
  x: number,
  y: number,
): readonly RoutePosition[] {
  const ofStake = placesOfStake(network, stated, x, y, "given");
  if (ofStake.length > 0 || near.some(({ isStatedRoad }) => isStatedRoad === true)) return ofStake;
  return bestOfRoutes(nearestPositions(network, x, y, FAR_M).filter(({ route }) => stated.routes.includes(route)));
}

/** The routes that a record names: those of its number, or where there are none those of its name. */
export function statedRoutes(
  roadCode: string | null,
  roadName: string | null,
  routesOf: (text: string | null) => readonly number[],
): readonly number[] {
  const byCode = routesOf(roadCode);
  return byCode.length > 0 ? byCode : routesOf(roadName);
}

/** Records repeat the same few roads: each text is looked up once. */
function rememberRoutes(network: RouteNetwork): (text: string | null) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    if (text === null) return [];
    let routes = known.get(text);
    if (!routes) {
      routes = findRoutes(network, text);
      known.set(text, routes);
    }
    return routes;
  };
}

/** The nearest position of each route, whichever its carriageway. */
function bestOfRoutes(positions: readonly RoutePosition[]): readonly RoutePosition[] {
  if (positions.length < 2) return positions;
  return positions.filter(({ route }, i) => positions.findIndex((other) => other.route === route) === i);
}

/** On a loop the way round may be shorter. */
function stakesApart({ routes }: RouteNetwork, { route, stakeM }: RoutePosition, statedM: number): number {
  const { isLoop, fromM, toM } = routes[route]!;
  const apartM = Math.abs(stakeM - statedM);
  return isLoop && apartM <= toM - fromM ? Math.min(apartM, toM - fromM - apartM) : apartM;
}

/**
 * Where the stated stake stands on the stated roads.
 *
 * @param stakes - `given`: only on roads whose ledger has stakes. `any`: also where stakes are measured here.
 */
function placesOfStake(
  network: RouteNetwork,
  { routes, stakeM }: StatedPlace,
  x: number,
  y: number,
  stakes: "given" | "any",
): RoutePosition[] {
  if (stakeM === null) return [];
  return routes.flatMap((route): RoutePosition[] => {
    if (isBeyond(network, route, stakeM) || (stakes === "given" && network.routes[route]!.stakes !== "given"))
      return [];
    const xy = pointAt(network, route, stakeM);
    return xy ? [{ route, stakeM, carriageway: 0, offsetM: Math.hypot(xy[0] - x, xy[1] - y), xy }] : [];
  });
}

/** Where a record is placed whose road and stake a person confirmed: of several roads of that name, on the nearest that has the stake. */
export const placeOfStake = (network: RouteNetwork, stated: StatedPlace, x: number, y: number): RoutePosition | null =>
  placesOfStake(network, stated, x, y, "any").sort((a, b) => a.offsetM - b.offsetM)[0] ?? null;

/** `pointAt` goes round a loop; a record that says more than one turn is mistaken. */
const isBeyond = ({ routes }: RouteNetwork, route: number, stakeM: number): boolean =>
  stakeM < routes[route]!.fromM - 1 || stakeM > routes[route]!.toM + 1;
