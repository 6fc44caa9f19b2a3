import { codeIn, numberIn, textIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { findRoutes, nearestPositions, pointAt } from "../network/linear-reference.ts";
import type { RouteNetwork, RoutePosition } from "../network/route.ts";
import { nearestJunctions } from "./nearest-junction.ts";
import { DOUBTFUL, PLACED, PLACING_REASONS, type PlacedAccidents, type PlacingReason, UNPLACED } from "./placed.ts";

/** A stated stake may lie so far from the place that the position gives, metres: stakes are estimated, positions have an error. */
const STAKE_SLACK_M = 200;
/** Two roads fit about as well when their distances differ by less than this, or than twice the stated error of the position. */
const ALIKE_M = 10;
/** Without any road in the record, one road within this share of the tolerance is sure enough. */
const SURE_SHARE = 0.6;
/** How far a road that the record names is looked for, in tolerances, to have a candidate for a person. */
const FAR_TOLERANCES = 10;

/** What was made of one accident. */
export interface Placing {
  readonly state: typeof PLACED | typeof DOUBTFUL | typeof UNPLACED;
  readonly reason: PlacingReason | null;
  readonly route: number;
  readonly stakeM: number;
  readonly offsetM: number;
  /** On the axis, plane metres of the roads; `null` where unplaced. */
  readonly xy: readonly [number, number] | null;
  /** 0 to 1: half of it road, three tenths stake, two tenths distance. */
  readonly score: number;
}

const NOWHERE = { route: -1, stakeM: Number.NaN, offsetM: Number.NaN, xy: null, score: 0 } as const;

const kept = new WeakMap<Snapshot, WeakMap<Snapshot, Map<number, PlacedAccidents>>>();

/**
 * Puts every accident on the road that its record names, or that it lies on, and says of which it is not sure. Kept for the snapshots
 * and the tolerance.
 *
 * A stated road is trusted when it passes within the tolerance and its stake, where stated, is within 200 m. Without a stated road, one
 * that lies clearly nearer than any other is taken, and at a junction of both the nearer one. What a person confirmed is taken as said.
 *
 * @param toleranceM - metres from the axis, above 0.
 */
export function placeAccidents(accidents: Snapshot, network: RouteNetwork, toleranceM: number): PlacedAccidents {
  const ofAccidents = kept.get(accidents) ?? new WeakMap<Snapshot, Map<number, PlacedAccidents>>();
  kept.set(accidents, ofAccidents);
  const ofRoads = ofAccidents.get(network.roads) ?? new Map<number, PlacedAccidents>();
  ofAccidents.set(network.roads, ofRoads);
  const placed = ofRoads.get(toleranceM) ?? placeAll(accidents, network, toleranceM);
  ofRoads.set(toleranceM, placed);
  return placed;
}

function placeAll(accidents: Snapshot, network: RouteNetwork, toleranceM: number): PlacedAccidents {
  const { count } = accidents;
  const placed = {
    state: new Uint8Array(count),
    route: new Int32Array(count).fill(-1),
    stakeM: new Float64Array(count).fill(Number.NaN),
    offsetM: new Float32Array(count).fill(Number.NaN),
    score: new Float32Array(count),
    reason: new Uint8Array(count),
    junction: new Int32Array(count).fill(-1),
    junctionM: new Float32Array(count).fill(Number.NaN),
  };
  const findJunction = nearestJunctions(network);
  for (let row = 0; row < count; row++) {
    const { state, reason, route, stakeM, offsetM, score, xy } = placeAccident(accidents, network, toleranceM, row);
    placed.state[row] = state;
    placed.reason[row] = reason === null ? 0 : 1 + PLACING_REASONS.indexOf(reason);
    placed.route[row] = route;
    placed.stakeM[row] = stakeM;
    placed.offsetM[row] = offsetM;
    placed.score[row] = score;
    const near = xy && findJunction(route, stakeM, xy);
    if (!near) continue;
    placed.junction[row] = near.junction;
    placed.junctionM[row] = near.distanceM;
  }
  return placed;
}

/** Places one accident. */
export function placeAccident(accidents: Snapshot, network: RouteNetwork, toleranceM: number, row: number): Placing {
  const judged = codeIn(accidents, row, "placing");
  if (judged === "off-road") return { ...NOWHERE, state: UNPLACED, reason: "off-road" };
  const [x, y] = positionOn(network, accidents, row);
  const texts = [textIn(accidents, row, "roadCode"), textIn(accidents, row, "roadName")].filter((text) => text?.trim());
  const routes = texts.map((text) => findRoutes(network, text!)).find((found) => found.length > 0) ?? [];
  const stakeM = statedStake(accidents, row);
  const near = nearestPositions(network, x, y, toleranceM);
  const scored = (at: RoutePosition, isStated: boolean, stakeFits: boolean | null) => ({
    route: at.route,
    stakeM: at.stakeM,
    offsetM: at.offsetM,
    xy: at.xy,
    score:
      (isStated ? 0.5 : 0.2) +
      (stakeFits === null ? 0.15 : stakeFits ? 0.3 : 0) +
      0.2 * Math.max(0, 1 - at.offsetM / toleranceM),
  });
  if (routes.length === 0) {
    if (near.length === 0) return { ...NOWHERE, state: UNPLACED, reason: "no-road-near" };
    const best = scored(near[0]!, false, null);
    if (texts.length > 0) return { ...best, state: DOUBTFUL, reason: "stated-road-unknown" };
    return { ...best, ...judgeByPosition(accidents, network, near, toleranceM, row) };
  }
  const stated = stakeM === null ? null : positionAtStake(network, routes, stakeM, x, y);
  if (judged === "confirmed" && stated) return { ...scored(stated, true, true), state: PLACED, reason: null };
  const here = near.find(({ route }) => routes.includes(route));
  if (here) {
    const hasStakes = stakeM !== null && network.routes[here.route]!.stakes === "given";
    if (!hasStakes) return { ...scored(here, true, null), state: PLACED, reason: null };
    if (Math.abs(here.stakeM - stakeM) <= STAKE_SLACK_M)
      return { ...scored(here, true, true), state: PLACED, reason: null };
    const reason = stated ? "stake-disagrees" : "stake-beyond-end";
    return { ...scored(here, true, false), state: DOUBTFUL, reason };
  }
  const far = nearestPositions(network, x, y, toleranceM * FAR_TOLERANCES).find(({ route }) => routes.includes(route));
  const candidate = stated ?? far ?? near[0];
  if (!candidate) return { ...NOWHERE, state: UNPLACED, reason: "no-road-near" };
  return { ...scored(candidate, candidate !== near[0], null), state: DOUBTFUL, reason: "stated-road-far" };
}

/** Where the record puts it, on the plane of the roads. */
function positionOn({ roads }: RouteNetwork, accidents: Snapshot, row: number): readonly [number, number] {
  if (accidents.plane === roads.plane) return [accidents.xy[row * 2]!, accidents.xy[row * 2 + 1]!];
  return roads.plane.toPlane(accidents.lonLat[row * 2]!, accidents.lonLat[row * 2 + 1]!);
}

/** Kilometres and metres of the record; `null` without kilometres. */
function statedStake(accidents: Snapshot, row: number): number | null {
  const kilometre = numberIn(accidents, row, "kilometre");
  return kilometre === null ? null : kilometre * 1000 + (numberIn(accidents, row, "metre") ?? 0);
}

/** The stated stake on the first of the routes that has it. */
function positionAtStake(
  network: RouteNetwork,
  routes: readonly number[],
  stakeM: number,
  x: number,
  y: number,
): RoutePosition | null {
  for (const route of routes) {
    const xy = network.routes[route]!.stakes === "given" ? pointAt(network, route, stakeM) : null;
    if (xy) return { route, stakeM, carriageway: 0, offsetM: Math.hypot(xy[0] - x, xy[1] - y), xy };
  }
  return null;
}

/** Whether one road lies clearly nearest. */
function judgeByPosition(
  accidents: Snapshot,
  network: RouteNetwork,
  near: readonly RoutePosition[],
  toleranceM: number,
  row: number,
): Pick<Placing, "state" | "reason"> {
  const [first] = near;
  const second = near.find(({ route }) => route !== first!.route);
  const errorM = accidents.positionErrorM[row]!;
  const alikeM = Math.max(ALIKE_M, Number.isNaN(errorM) ? 0 : 2 * errorM);
  if (second && second.offsetM - first!.offsetM < alikeM && !meetNear(network, first!, second))
    return { state: DOUBTFUL, reason: "two-roads-fit" };
  if (first!.offsetM > toleranceM * SURE_SHARE) return { state: DOUBTFUL, reason: "only-near" };
  return { state: PLACED, reason: null };
}

/** At a junction of both, either road may have it: its circle counts it once. */
function meetNear({ junctions }: RouteNetwork, a: RoutePosition, b: RoutePosition): boolean {
  const reach = (at: RoutePosition, x: number, y: number) => Math.hypot(at.xy[0] - x, at.xy[1] - y);
  return junctions.some(
    ({ x, y, on }) =>
      reach(a, x, y) <= ALIKE_M * 3 &&
      reach(b, x, y) <= ALIKE_M * 3 &&
      on.some(({ route }) => route === a.route) &&
      on.some(({ route }) => route === b.route),
  );
}
