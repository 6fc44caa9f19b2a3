import type { Snapshot } from "../../snapshot/snapshot.ts";
import { pointAt } from "../network/linear-reference.ts";
import type { RouteNetwork } from "../network/route.ts";
import { accidentJudge } from "./judge-accident.ts";
import { PLACING_REASONS, type PlacedAccidents, UNPLACED } from "./placed.ts";

const kept = new WeakMap<Snapshot, WeakMap<RouteNetwork, Map<number, PlacedAccidents>>>();

/** Settings that a page moves through: of more tolerances the oldest is worked out again. */
const MOST_KEPT = 8;

/**
 * Puts every accident on the road that its record names or that it lies on, and says of which it is not sure. Kept for the snapshots and
 * the tolerance.
 *
 * @param toleranceM - metres from the axis, above 0.
 * @see placing-rule.ts for how well road, stake and distance must agree
 */
export function placeAccidents(accidents: Snapshot, network: RouteNetwork, toleranceM: number): PlacedAccidents {
  const ofAccidents = kept.get(accidents) ?? new WeakMap<RouteNetwork, Map<number, PlacedAccidents>>();
  kept.set(accidents, ofAccidents);
  const byTolerance = ofAccidents.get(network) ?? new Map<number, PlacedAccidents>();
  ofAccidents.set(network, byTolerance);
  let placed = byTolerance.get(toleranceM);
  if (!placed) {
    placed = placeAll(accidents, network, toleranceM);
    if (byTolerance.size >= MOST_KEPT) byTolerance.delete(byTolerance.keys().next().value!);
    byTolerance.set(toleranceM, placed);
  }
  return placed;
}

function placeAll(accidents: Snapshot, network: RouteNetwork, toleranceM: number): PlacedAccidents {
  if (!(toleranceM > 0)) throw new RangeError(`a tolerance must be above 0, not ${toleranceM}`);
  const { count } = accidents;
  const placed = {
    state: new Uint8Array(count).fill(UNPLACED),
    route: new Int32Array(count).fill(-1),
    stakeM: new Float64Array(count).fill(Number.NaN),
    offsetM: new Float32Array(count).fill(Number.NaN),
    score: new Float32Array(count),
    reason: new Uint8Array(count),
    junction: new Int32Array(count).fill(-1),
    junctionM: new Float32Array(count).fill(Number.NaN),
  };
  const { judge, junctionNear } = accidentJudge(accidents, network, toleranceM);
  for (let row = 0; row < count; row++) {
    const { state, reason, at } = judge(row);
    placed.state[row] = state;
    placed.reason[row] = reason === null ? 0 : 1 + PLACING_REASONS.indexOf(reason);
    if (!at) continue;
    placed.route[row] = at.route;
    placed.stakeM[row] = at.stakeM;
    placed.offsetM[row] = at.offsetM;
    placed.score[row] = at.score;
    // From the first carriageway, wherever it happened: one stake is one distance from the junction.
    const onAxis = at.carriageway === 0 ? at.xy : (pointAt(network, at.route, at.stakeM) ?? at.xy);
    const near = junctionNear(at.route, at.stakeM, onAxis);
    if (!near) continue;
    placed.junction[row] = near.junction;
    placed.junctionM[row] = near.distanceM;
  }
  return placed;
}
