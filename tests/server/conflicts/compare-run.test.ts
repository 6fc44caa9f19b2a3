import { expect, test } from "vitest";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { compareRun, type KnownConflict } from "../../../server/conflicts/compare-run.ts";
import { differencesOf, factsOf, rankOf } from "../../../server/conflicts/facts.ts";
import { ruleOutcome, spacingFinding } from "../../support/spacing.ts";

const known = (finding: SpacingFinding, over: Partial<KnownConflict> = {}): KnownConflict => ({
  id: `id-${finding.hazard.code}`,
  hazardId: finding.hazard.id!,
  targetId: finding.target.id!,
  isGone: false,
  digest: "of before",
  facts: factsOf(finding),
  state: "open",
  decidedFacts: null,
  ...over,
});

const differences = (before: Partial<SpacingFinding>, after: Partial<SpacingFinding>) =>
  differencesOf(factsOf(spacingFinding(1, before)), factsOf(spacingFinding(1, after)));

test("names every fact that is another, and none that is the same", () => {
  const other = (rule: Parameters<typeof ruleOutcome>[0]) => ({ rules: [ruleOutcome(rule)] });
  expect(differences({}, {})).toEqual([]);
  expect(differences({}, { distanceM: 40.009 })).toEqual([]);
  expect(differences({}, { distanceM: 40.011 })).toEqual(["distance"]);
  expect(differences({}, other({ measuredM: 39.98 }))).toEqual(["distance"]);
  expect(differences({}, other({ requiredM: 61 }))).toEqual(["required"]);
  expect(differences({}, other({ requiredAtMostM: 61 }))).toEqual(["required"]);
  expect(differences({}, other({ ruleId: "another" }))).toEqual(["rule"]);
  expect(differences({}, { verdict: "cannot-tell", ...other({ verdict: "cannot-tell" }) })).toEqual(["verdict"]);
  expect(differences({}, { people: null })).toEqual(["people"]);
});

test("a rule that is kept is no fact of a conflict, wherever it stands", () => {
  const kept = ruleOutcome({ ruleId: "a-kept", verdict: "clear", shortfallM: -10 });
  expect(differences({}, { rules: [ruleOutcome(), kept] })).toEqual([]);
  const second = ruleOutcome({ ruleId: "b-second" });
  expect(differences({ rules: [ruleOutcome(), second] }, { rules: [second, ruleOutcome()] })).toEqual([]);
});

test("the shortfall of the first rule that is not kept ranks, times people; nobody is as one", () => {
  const rules = [
    ruleOutcome({ verdict: "clear", shortfallM: 99 }),
    ruleOutcome({ shortfallM: 25 }),
    ruleOutcome({ shortfallM: 20 }),
  ];
  expect(rankOf(spacingFinding(1, { rules, people: 10 }))).toBe(250);
  expect(rankOf(spacingFinding(1, { rules, people: null }))).toBe(25);
  expect(rankOf(spacingFinding(1, { rules, people: 0 }))).toBe(25);
  const unsure = ruleOutcome({ verdict: "cannot-tell", shortfallM: -0.4 });
  expect(rankOf(spacingFinding(1, { rules: [unsure] }))).toBe(0);
});

test("tells what came, what is another and what is gone", () => {
  const moved = spacingFinding(2, { distanceM: 30 });
  const found = compareRun([known(spacingFinding(2)), known(spacingFinding(3))], [spacingFinding(1), moved]);
  expect(found.fresh.map(({ finding }) => finding.hazard.code)).toEqual(["H1"]);
  expect(found.changed).toMatchObject([{ id: "id-H2", came: false, reasons: ["distance"], reopened: [] }]);
  expect(found.gone).toEqual(["id-H3"]);
});

test("a finding that is the same to the letter is not touched", () => {
  const [first] = compareRun([], [spacingFinding(1)]).fresh;
  const again = compareRun([known(spacingFinding(1), { digest: first!.digest })], [spacingFinding(1)]);
  expect(again).toEqual({ fresh: [], changed: [], gone: [] });
});

test("a pair that a run names twice is one, and the proposal itself is none", () => {
  const proposal = spacingFinding(2, { hazard: { layer: null, id: null, code: "", name: "" } });
  expect(compareRun([], [spacingFinding(1), spacingFinding(1), proposal]).fresh).toHaveLength(1);
});

test("facts that creep by millimetres are another as soon as they are a centimetre from what was last told", () => {
  let row = known(spacingFinding(1), { state: "accepted", decidedFacts: factsOf(spacingFinding(1)) });
  const told: number[] = [];
  for (let step = 1; step <= 10; step++) {
    const distanceM = 40 + step * 0.002;
    const [change] = compareRun([row], [spacingFinding(1, { distanceM })]).changed;
    if (change!.reasons.length > 0) {
      told.push(step);
      expect(change!.reopened).toEqual(["distance"]);
    }
    row = { ...row, facts: change!.facts };
    if (change!.reopened.length > 0) row = { ...row, state: "open", decidedFacts: null };
  }
  expect(told).toEqual([6]);
});

test("a decision holds when only people change, and when the pair comes back as it was", () => {
  const decided = { state: "accepted", decidedFacts: factsOf(spacingFinding(1)) } as const;
  const [crowd] = compareRun([known(spacingFinding(1), decided)], [spacingFinding(1, { people: 900 })]).changed;
  expect(crowd).toMatchObject({ reasons: ["people"], reopened: [] });
  const [back] = compareRun([known(spacingFinding(1), { ...decided, isGone: true })], [spacingFinding(1)]).changed;
  expect(back).toMatchObject({ came: true, reopened: [] });
  const nearer = spacingFinding(1, { distanceM: 10 });
  const [other] = compareRun([known(spacingFinding(1), { ...decided, isGone: true })], [nearer]).changed;
  expect(other).toMatchObject({ came: true, reopened: ["distance"] });
});
