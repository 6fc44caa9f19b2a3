import type { AccidentPlacement } from "#data/analyses/accident-placement-results.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import type { PlacingWords } from "../../../messages/traffic-placing.ts";
import { metres } from "../../../ui/quantities.ts";
import { roadText } from "./queue-rows.ts";

/** Why an accident is not placed, in plain words. */
export function doubtText(
  { reason, stated, candidates }: AccidentPlacement,
  toleranceM: number,
  words: PlacingWords,
): string {
  if (reason === null) return words.states.placed;
  const [first, second] = candidates;
  return words.why[reason]({
    tolerance: metres(toleranceM),
    road: roadText(stated.roadCode, stated.roadName),
    stake: stated.stakeM === null ? null : formatStake(stated.stakeM),
    first: first?.label ?? null,
    second: second?.label ?? null,
    offset: first ? metres(first.offsetM) : null,
    stakeApart: first?.stakeApartM == null ? null : metres(first.stakeApartM),
  });
}
