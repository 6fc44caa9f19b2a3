import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";
import type { Conflict } from "../../../api.ts";

/** What the page itself sifts of a list that the server has made. */
export interface ConflictSieve {
  readonly standard: string | null;
  readonly hazardClass: string | null;
}

/** Rules that are not surely kept; only these make a conflict. */
export const brokenRules = ({ rules }: SpacingFinding): readonly RuleOutcome[] =>
  rules.filter(({ verdict }) => verdict !== "clear");

/** The greatest demand that is not surely met; `undefined` when all are. */
export const bindingRule = (finding: SpacingFinding): RuleOutcome | undefined => brokenRules(finding)[0];

export const siftConflicts = (
  conflicts: readonly Conflict[],
  { standard, hazardClass }: ConflictSieve,
): readonly Conflict[] =>
  standard === null && hazardClass === null
    ? conflicts
    : conflicts.filter(({ finding }) =>
        brokenRules(finding).some(
          (rule) =>
            (standard === null || rule.standard === standard) &&
            (hazardClass === null || rule.hazardClass === hazardClass),
        ),
      );

/** Standards and classes of hazards that some conflict is about, in the order of their conflicts. */
export function offeredOf(conflicts: readonly Conflict[]) {
  const rules = conflicts.flatMap(({ finding }) => brokenRules(finding));
  return {
    standards: [...new Set(rules.map(({ standard }) => standard))].sort(),
    hazardClasses: [...new Set(rules.map(({ hazardClass }) => hazardClass))],
  };
}

/**
 * How far a pair is short: surely (`shortM`), or at the worst (`mayBeM`) where facts, errors or the number are open.
 * Both 0: nothing is short even then.
 */
export function shortfallOf(finding: SpacingFinding): { readonly shortM: number; readonly mayBeM: number } {
  const rule = bindingRule(finding);
  if (!rule) return { shortM: 0, mayBeM: 0 };
  const worst = rule.requiredAtMostM - (rule.measuredM - rule.uncertaintyM);
  return rule.verdict === "too-near"
    ? { shortM: Math.max(0, rule.shortfallM), mayBeM: Math.max(0, worst) }
    : { shortM: 0, mayBeM: Math.max(0, worst) };
}
