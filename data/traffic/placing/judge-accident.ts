import { codeIn } from "../../analyses/row-values.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import type { RouteNetwork, RoutePosition } from "../network/route.ts";
import {
  type CandidateFinder,
  findCandidatesIn,
  type PlaceCandidate,
  placeOfStake,
  type StatedPlace,
} from "./find-candidates.ts";
import { nearestJunctions } from "./nearest-junction.ts";
import { DOUBTFUL, PLACED, type PlacingReason, UNPLACED } from "./placed.ts";
import { agrees, CLEAR_MARGIN, SHARED_JUNCTION_M, STAKE_SLACK_M, SURE_SHARE } from "./placing-rule.ts";

/** What is made of one accident. */
export interface Judgement {
  readonly state: typeof PLACED | typeof DOUBTFUL | typeof UNPLACED;
  readonly reason: PlacingReason | null;
  /** Where it is, or where it is likeliest; `null` where unplaced. */
  readonly at: (RoutePosition & { readonly score: number }) | null;
  readonly stated: StatedPlace;
  /** Best first. */
  readonly candidates: readonly PlaceCandidate[];
}

type Verdict = Pick<Judgement, "state" | "reason"> & { readonly at: Judgement["at"] };

/** Places accidents one by one, with what a person needs to settle the doubtful ones. */
export interface AccidentJudge {
  judge(row: number): Judgement;
  /** The nearest junction of a place's route. */
  junctionNear: ReturnType<typeof nearestJunctions>;
}

const placed = (at: Judgement["at"]): Verdict => ({ state: PLACED, reason: null, at });
const doubtful = (reason: PlacingReason, at: Judgement["at"]): Verdict => ({ state: DOUBTFUL, reason, at });
const unplaced = (reason: PlacingReason): Verdict => ({ state: UNPLACED, reason, at: null });

/**
 * The stated road is taken when it passes within reach and its stake, where stated, is no farther than `STAKE_SLACK_M`; other roads may then be
 * nearer, as a bridge is. Without a stated road, the one that fits clearly best is taken. What a person confirmed is taken as said.
 *
 * @param toleranceM - metres from the axis, above 0.
 */
export function accidentJudge(accidents: Snapshot, network: RouteNetwork, toleranceM: number): AccidentJudge {
  const finder = findCandidatesIn(accidents, network, toleranceM);
  const junctionNear = nearestJunctions(network);
  const share = (a: PlaceCandidate, b: PlaceCandidate): boolean => {
    const near = junctionNear(a.route, a.stakeM, a.xy);
    if (!near || near.distanceM > SHARED_JUNCTION_M) return false;
    return network.junctions[near.junction]!.on.some(({ route }) => route === b.route);
  };

  const judge = (row: number): Judgement => {
    const stated = finder.stated(row);
    const person = codeIn(accidents, row, "placing");
    const candidates = finder.candidates(row, stated);
    const confirmed = person === "confirmed" ? confirmedPlace(finder, network, row, stated, candidates) : null;
    const { state, reason, at } =
      person === "off-road"
        ? unplaced("off-road")
        : confirmed
          ? placed({ ...confirmed, score: 1 })
          : stated.routes.length > 0
            ? judgeStated(stated, candidates, network, share)
            : judgeUnstated(stated, candidates, toleranceM, share);
    return { state, reason, at, stated, candidates };
  };
  return { judge, junctionNear };
}

/** What a person confirmed: the stake on the road, or without a stake the place of that road that is nearest. */
function confirmedPlace(
  finder: CandidateFinder,
  network: RouteNetwork,
  row: number,
  stated: StatedPlace,
  candidates: readonly PlaceCandidate[],
): RoutePosition | null {
  if (stated.stakeM !== null) return placeOfStake(network, stated, ...finder.position(row));
  const isNamed = stated.roadCode !== null || stated.roadName !== null;
  return candidates.find(({ isStatedRoad }) => (isNamed ? isStatedRoad === true : true)) ?? null;
}

type Share = (a: PlaceCandidate, b: PlaceCandidate) => boolean;

function judgeStated(
  { stakeM, routes }: StatedPlace,
  candidates: readonly PlaceCandidate[],
  network: RouteNetwork,
  share: Share,
): Verdict {
  const agreeing = candidates.filter((each) => each.isNear && agrees(each));
  const [best, second] = agreeing;
  if (best && second && second.route !== best.route && isClose(best, second) && !share(best, second))
    return doubtful("two-roads-fit", best);
  if (best) return placed(best);
  const onRoad = candidates.find(({ isNear, isStatedRoad }) => isNear && isStatedRoad === true);
  if (onRoad) {
    const hasStake = routes.some((route) => {
      const { fromM, toM } = network.routes[route]!;
      return stakeM !== null && stakeM >= fromM && stakeM <= toM;
    });
    return doubtful(hasStake ? "stake-disagrees" : "stake-beyond-end", onRoad);
  }
  return candidates[0] ? doubtful("stated-road-far", candidates[0]) : unplaced("stated-road-far");
}

function judgeUnstated(
  { roadCode, roadName }: StatedPlace,
  [best, second]: readonly PlaceCandidate[],
  toleranceM: number,
  share: Share,
): Verdict {
  if (!best) return unplaced("no-road-near");
  if (roadCode !== null || roadName !== null) return doubtful("stated-road-unknown", best);
  if (second && isClose(best, second) && !share(best, second)) return doubtful("two-roads-fit", best);
  const isSure = best.offsetM <= SURE_SHARE * toleranceM || isAtStake(best);
  return isSure ? placed(best) : doubtful("only-near", best);
}

const isClose = (a: PlaceCandidate, b: PlaceCandidate): boolean => a.score - b.score < CLEAR_MARGIN;

const isAtStake = ({ stakeApartM }: PlaceCandidate): boolean => stakeApartM !== null && stakeApartM <= STAKE_SLACK_M;
