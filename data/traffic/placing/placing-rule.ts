/**
 * How well an accident fits a place on a road, 0 to 1: half of it the road that its record names, two tenths the stake, three tenths the
 * distance. What a record does not say counts half. Proposed here; no rule gives it.
 */
export const SCORE_WEIGHTS = { road: 0.5, stake: 0.2, distance: 0.3 } as const;
const NOT_SAID = 0.5;

/** A stated stake may lie so far from the place that the position gives, metres: stakes are estimated from the nearest post. */
export const STAKE_SLACK_M = 200;

/** Two roads fit about as well when their scores are closer. */
export const CLEAR_MARGIN = 0.1;

/** Without any road in the record, a road within this share of the tolerance is sure enough; farther only with a stake that agrees. */
export const SURE_SHARE = 0.6;

/** Roads that meet so near an accident share it: it is one of their junction, whichever has it. */
export const SHARED_JUNCTION_M = 30;

/** How far a road that the record names is looked for, so that a person has a candidate: metres. */
export const FAR_M = 1000;

/** A stated error of a position widens the tolerance by twice as much, up to this error. */
const MOST_ERROR_M = 100;

/** How far from a road an accident with this stated error (NaN: none) may be recorded. */
export const reachM = (toleranceM: number, errorM: number): number =>
  toleranceM + 2 * Math.min(MOST_ERROR_M, Number.isNaN(errorM) ? 0 : errorM);

/** What is compared between a record and a place on a road. */
export interface Agreement {
  /** Whether the record names this road; `null` when it names none that the ledger has. */
  readonly isStatedRoad: boolean | null;
  /** Metres between the stated stake and the place's; `null` when there is none to compare. */
  readonly stakeApartM: number | null;
  readonly offsetM: number;
}

/** Whether it is the stated road, and the stated stake is where it should be. */
export const agrees = ({ isStatedRoad, stakeApartM }: Agreement): boolean =>
  isStatedRoad === true && (stakeApartM === null || stakeApartM <= STAKE_SLACK_M);

/** The score of {@link SCORE_WEIGHTS}; by distance it falls as a normal density whose spread is half the tolerance and the stated error. */
export function scoreOf({ isStatedRoad, stakeApartM, offsetM }: Agreement, toleranceM: number, errorM: number): number {
  const road = isStatedRoad === null ? NOT_SAID : isStatedRoad ? 1 : 0;
  const stake = stakeApartM === null ? NOT_SAID : Math.max(0, 1 - stakeApartM / STAKE_SLACK_M);
  const variance = (toleranceM / 2) ** 2 + (Number.isNaN(errorM) ? 0 : Math.min(errorM, MOST_ERROR_M) ** 2);
  const distance = Math.exp(-(offsetM * offsetM) / (2 * variance));
  return SCORE_WEIGHTS.road * road + SCORE_WEIGHTS.stake * stake + SCORE_WEIGHTS.distance * distance;
}
