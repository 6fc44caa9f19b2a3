import type { FactorFinding, SuggestedCountermeasure } from "../../analyses/site-diagnosis-results.ts";
import type { Countermeasure, FactorCondition, ROAD_KINDS } from "./countermeasure.ts";

/** What kind of site it is: a stretch through a junction is both. Empty lists: it may be anything. */
export interface SiteKind {
  readonly sites: readonly ("segment" | "junction")[];
  readonly roads: readonly (typeof ROAD_KINDS)[number][];
}

/** A value that is not sure to be over-represented still calls for treatment when half of the site has it, and three crashes at least. */
export const FREQUENT_SHARE = 0.5;
export const FREQUENT_CRASHES = 3;

type Scope = Pick<Countermeasure, "sites" | "roads">;

export const fitsSite = ({ sites, roads }: Scope, kind: SiteKind): boolean =>
  (sites === undefined || kind.sites.length === 0 || kind.sites.some((site) => sites.includes(site))) &&
  (roads === undefined || kind.roads.length === 0 || kind.roads.some((road) => roads.includes(road)));

export const meets = (
  condition: FactorCondition,
  { factor, value }: Pick<FactorFinding, "factor" | "value">,
): boolean =>
  condition.factor === factor &&
  ("contains" in condition
    ? condition.contains.some((word) => value.includes(word))
    : condition.values.includes(value));

/** Why a value of a factor counts; `null`: it does not. */
export function basisOf({ isOver, share, atSite }: FactorFinding): "over" | "frequent" | null {
  if (isOver) return "over";
  return share >= FREQUENT_SHARE && atSite >= FREQUENT_CRASHES ? "frequent" : null;
}

/**
 * Treatments that the findings call for: first those for something over-represented, then by how many findings call for them.
 *
 * @param factors - tested factors of the site, surest first; none calls for nothing.
 */
export function suggestCountermeasures(
  library: readonly Countermeasure[],
  factors: readonly FactorFinding[],
  kind: SiteKind,
): SuggestedCountermeasure[] {
  const calling = factors.filter((each) => basisOf(each) !== null && !isOrdinary(each));
  return library
    .filter((each) => fitsSite(each, kind))
    .map(({ id, title, reason, when, reduction }) => ({
      id,
      title,
      reason,
      because: calling
        .filter((each) => when.some((condition) => meets(condition, each)))
        .map((each) => ({
          factor: each.factor,
          value: each.value,
          basis: basisOf(each)!,
          atSite: each.atSite,
          siteKnown: each.siteKnown,
        })),
      reduction,
    }))
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => overOf(b) - overOf(a) || b.because.length - a.because.length);
}

const overOf = ({ because }: SuggestedCountermeasure): number => because.filter(({ basis }) => basis === "over").length;

/** Values that say nothing when they are merely frequent: most crashes happen on working days. */
const isOrdinary = ({ factor, value, isOver }: FactorFinding): boolean =>
  !isOver && (factor === "weekday" || value === "day" || value === "dry" || value === "clear");
