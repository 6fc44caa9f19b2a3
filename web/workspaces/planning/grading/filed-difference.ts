import type { HazardGradeSummary } from "#data/analyses/grade-results.ts";
import { ALPHAS, type HazardLevel, LEVEL_LIMITS } from "#data/standards/hazard-grade.ts";

/** People that would give the filed level with the substances of now; `to` null: any number above. */
export interface PeopleForLevel {
  readonly from: number;
  readonly to: number | null;
}

/** Sums of decimal fractions, as the grading itself allows for. */
const ROUNDING = 1e-9;

/**
 * How many people within 500 m the filed level stands for.
 *
 * @returns `null` when no number of people gives it: then the substances are what differs.
 */
export function peopleForLevel(
  { S, rRange, alphaRange }: Pick<HazardGradeSummary, "S" | "rRange" | "alphaRange">,
  filed: HazardLevel,
): PeopleForLevel | null {
  const weighted = rRange.least / alphaRange.least;
  const levelAt = (alpha: number): HazardLevel =>
    S < 1 - ROUNDING ? "none" : LEVEL_LIMITS.find(({ fromR }) => alpha * weighted >= fromR - ROUNDING)!.level;
  // From the most people to the fewest: the row above ends where the next begins.
  const fitting = ALPHAS.map(({ fromPeople, alpha }, i) => ({ fromPeople, above: ALPHAS[i - 1], alpha })).filter(
    ({ alpha }) => levelAt(alpha) === filed,
  );
  const [most, least] = [fitting[0], fitting.at(-1)];
  if (!most || !least) return null;
  return { from: least.fromPeople, to: most.above ? most.above.fromPeople - 1 : null };
}
