import { expect, test } from "vitest";
import { describeDifference, findDifferences } from "../../../server/opinion/differences.ts";
import type { OpinionResult } from "../../../server/opinion/opinion.ts";
import { ruleOutcome, spacingFinding } from "../../support/spacing.ts";

const resultOf = (over: Partial<OpinionResult> = {}): OpinionResult => ({
  name: "spacing",
  findings: [spacingFinding(1), spacingFinding(2)],
  summary: { verdict: "too-near", counts: { "too-near": 2 } },
  inputs: { revisions: { houses: 1 }, ruleEdition: "a", parameters: {} },
  ...over,
});
const differences = (again: Partial<OpinionResult>) => findDifferences([resultOf()], [resultOf(again)]);

test("the same is the same, and the name of the edition is not part of the answer", () => {
  expect(differences({ inputs: { revisions: { houses: 1 }, ruleEdition: "b", parameters: {} } })).toEqual([]);
});

test("a number within a nanometre is the same; one a micrometre off is not", () => {
  const moved = (byM: number) => [spacingFinding(1, { distanceM: 40 + byM }), spacingFinding(2)];
  expect(differences({ findings: moved(1e-10) })).toEqual([]);
  expect(differences({ findings: moved(1e-6) })).toMatchObject([{ pair: "H1 → T1", ruleId: null, field: "distanceM" }]);
});

test("a rule's field is named by pair and rule, with both values", () => {
  const [found] = differences({
    findings: [spacingFinding(1, { rules: [ruleOutcome({ requiredM: 50 })] }), spacingFinding(2)],
  });
  expect(found).toEqual({
    analysis: "spacing",
    pair: "H1 → T1",
    ruleId: ruleOutcome().ruleId,
    field: "requiredM",
    recorded: 60,
    again: 50,
  });
  expect(describeDifference(found!)).toBe(
    `spacing, H1 → T1, rule ${ruleOutcome().ruleId}, requiredM: 60 in the bundle, 50 now`,
  );
});

test("a finding that is missing makes none of those after it differ", () => {
  const found = differences({ findings: [spacingFinding(2)] });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ pair: "H1 → T1", again: undefined });
  expect(describeDifference(found[0]!)).toMatch(/ in the bundle, absent now$/);
});

test("another order is another answer: the first is the worst", () => {
  expect(differences({ findings: [spacingFinding(2), spacingFinding(1)] })).toMatchObject([
    { field: "findings.order" },
  ]);
});

test("an analysis that is missing, a summary and a revision are named", () => {
  expect(findDifferences([resultOf()], [])).toMatchObject([{ analysis: "spacing", again: undefined }]);
  expect(differences({ summary: { verdict: "clear", counts: { "too-near": 2 } } })).toMatchObject([
    { field: "summary.verdict", recorded: "too-near", again: "clear" },
  ]);
  expect(differences({ inputs: { revisions: { houses: 2 }, ruleEdition: "a", parameters: {} } })).toMatchObject([
    { field: "revisions.houses" },
  ]);
});

test("the same analysis asked twice is compared each with its own", () => {
  const [one, two] = [resultOf({ summary: 1 }), resultOf({ summary: 2 })];
  expect(findDifferences([one, two], [one, two])).toEqual([]);
  expect(findDifferences([one, two], [one, one])).toMatchObject([{ field: "summary", recorded: 2, again: 1 }]);
});

test("lists without names are compared place by place", () => {
  const line = spacingFinding(1).line;
  const moved = spacingFinding(1, { line: [line[0], [122.27, 43.62]] });
  expect(differences({ findings: [moved, spacingFinding(2)] })).toMatchObject([
    { pair: "H1 → T1", field: "line[1][0]" },
  ]);
});
