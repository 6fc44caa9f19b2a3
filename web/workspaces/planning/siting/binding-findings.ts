import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";

/** The rule of a pair that leaves the least room, counted against the most that may be asked. */
export const tightestRule = ({ rules }: SpacingFinding): RuleOutcome | undefined =>
  rules.toSorted((a, b) => marginOf(a) - marginOf(b))[0];

const marginOf = ({ measuredM, requiredAtMostM }: RuleOutcome): number => measuredM - requiredAtMostM;

/** What decides at a place: all pairs that are not surely kept, worst first; where all are kept, the one with the least margin. */
export function bindingFindings(findings: readonly SpacingFinding[]): readonly SpacingFinding[] {
  const broken = findings.filter(({ verdict }) => verdict !== "clear");
  if (broken.length > 0) return broken;
  const margins = findings.flatMap((finding) => {
    const rule = tightestRule(finding);
    return rule ? [{ finding, margin: marginOf(rule) }] : [];
  });
  return margins
    .toSorted((a, b) => a.margin - b.margin)
    .slice(0, 1)
    .map(({ finding }) => finding);
}
