/**
 * What became of an accident: `placed` on one road beyond doubt; `doubtful`, with a best candidate that a person should look at;
 * `unplaced`, on no road. Each accident is exactly one of them.
 */
export const PLACED = 0;
export const DOUBTFUL = 1;
export const UNPLACED = 2;

/** Why an accident is doubtful or unplaced; {@link PlacedAccidents.reason} is 1 + the index here. */
export const PLACING_REASONS = [
  /** No road within the tolerance. */
  "no-road-near",
  /** Two roads fit about as well: parallel roads, a bridge over another road, a crossing. */
  "two-roads-fit",
  /** The road of its record exists and lies too far from its position. */
  "stated-road-far",
  /** Its record names a road that the ledger of roads does not have; the nearest one is only near. */
  "stated-road-unknown",
  /** Its stake lies beyond the ends of the road. */
  "stake-beyond-end",
  /** Its stake and its position are far apart. */
  "stake-disagrees",
  /** It names no road at all and there is one candidate only by distance, beyond the sure reach. */
  "only-near",
  /** A person said that it happened beside all roads. */
  "off-road",
] as const;
export type PlacingReason = (typeof PLACING_REASONS)[number];

/** Where every accident of a snapshot lies on the routes. Row `i` of each array is row `i` of the accidents. */
export interface PlacedAccidents {
  /** {@link PLACED}, {@link DOUBTFUL} or {@link UNPLACED}. */
  readonly state: Uint8Array;
  /** Index of the route; for a doubtful one the best candidate's; -1 where unplaced. */
  readonly route: Int32Array;
  /** Metres; NaN where unplaced. */
  readonly stakeM: Float64Array;
  /** From the recorded position to the axis, metres; NaN where unplaced. */
  readonly offsetM: Float32Array;
  /** 0 to 1: how well road name or number, stake and distance agree. */
  readonly score: Float32Array;
  /** 0, or 1 + index in {@link PLACING_REASONS}. */
  readonly reason: Uint8Array;
  /** Nearest junction of its route within {@link JUNCTION_REACH_M}; -1 when none is. */
  readonly junction: Int32Array;
  /** Straight metres from its stake on the first carriageway to that junction; NaN when none is near. */
  readonly junctionM: Float32Array;
}

/** Nobody calls an accident farther from a junction one of the junction. */
export const JUNCTION_REACH_M = 300;

/** How far from a road's axis an accident may be recorded when nothing else is said: metres. */
export const DEFAULT_TOLERANCE_M = 50;
