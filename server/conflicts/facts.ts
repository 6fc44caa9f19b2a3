import type { RuleOutcome, SpacingFinding, Verdict } from "#data/analyses/spacing-results.ts";

/** What a person has said should become of a conflict; `open`: nobody has, or it is to be said again. */
export const CONFLICT_STATES = ["open", "accepted", "to-rectify", "false"] as const;
export type ConflictState = (typeof CONFLICT_STATES)[number];

export const CONFLICT_EVENT_KINDS = ["seen", "changed", "gone", "reopened", "decision"] as const;
export type ConflictEventKind = (typeof CONFLICT_EVENT_KINDS)[number];

/** Which fact is another than before. */
export const CONFLICT_REASONS = ["verdict", "distance", "rule", "required", "people"] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

/** What a decision hangs on. */
export interface ConflictFacts {
  readonly verdict: Verdict;
  readonly distanceM: number;
  readonly people: number | null;
  /** Those that are not kept, by id. */
  readonly rules: readonly Pick<RuleOutcome, "ruleId" | "verdict" | "requiredM" | "requiredAtMostM" | "measuredM">[];
}

/** Places closer than this are the same place. */
const SAME_PLACE_M = 0.01;

export const factsOf = ({ verdict, distanceM, people, rules }: SpacingFinding): ConflictFacts => ({
  verdict,
  distanceM,
  people,
  rules: rules
    .filter((rule) => rule.verdict !== "clear")
    .map(({ ruleId, verdict, requiredM, requiredAtMostM, measuredM }) => ({
      ruleId,
      verdict,
      requiredM,
      requiredAtMostM,
      measuredM,
    }))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)),
});

/** How two findings of one pair differ; empty when they are the same for whoever decides. */
export function differencesOf(before: ConflictFacts, after: ConflictFacts): ConflictReason[] {
  const moved = (a: number, b: number) => Math.abs(a - b) > SAME_PLACE_M;
  const sameRules = before.rules.length === after.rules.length;
  const pairs = before.rules.map((rule, i) => [rule, after.rules[i]] as const);
  const isOther = (differs: (a: (typeof before.rules)[number], b: (typeof before.rules)[number]) => boolean) =>
    pairs.some(([a, b]) => b !== undefined && a.ruleId === b.ruleId && differs(a, b));
  const found: Record<ConflictReason, boolean> = {
    verdict: before.verdict !== after.verdict || isOther((a, b) => a.verdict !== b.verdict),
    distance: moved(before.distanceM, after.distanceM) || isOther((a, b) => moved(a.measuredM, b.measuredM)),
    rule: !sameRules || pairs.some(([a, b]) => a.ruleId !== b?.ruleId),
    required: isOther((a, b) => a.requiredM !== b.requiredM || a.requiredAtMostM !== b.requiredAtMostM),
    people: before.people !== after.people,
  };
  return (Object.keys(found) as ConflictReason[]).filter((reason) => found[reason]);
}

/** More or fewer people change how urgent a conflict is, and not whether a decision on its distances holds. */
export const reopens = (reasons: readonly ConflictReason[]): boolean => reasons.some((reason) => reason !== "people");

/** The greatest demand that is not met, as the finding's own order has it. */
export const bindingRule = ({ rules }: SpacingFinding): RuleOutcome | null =>
  rules.find(({ verdict }) => verdict !== "clear") ?? null;

export const shortfallOf = (finding: SpacingFinding): number => Math.max(0, bindingRule(finding)?.shortfallM ?? 0);

/** Metres short times people. Where nobody stays, or nobody has counted, it is as if one person did: a road is no less near. */
export const rankOf = (finding: SpacingFinding): number => shortfallOf(finding) * Math.max(1, finding.people ?? 1);
