import fc from "fast-check";
import { expect, test } from "vitest";
import { reachedOn, reaches } from "#data/campaign/goal.ts";
import type { Judgement } from "#data/campaign/measures/measure.ts";
import { intervalOf, scopeOf, tallyRows, unknownRows } from "#data/campaign/tally.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

const rowsOf = (count: number) =>
  makeSnapshot(
    "houses",
    Array.from({ length: count }, () => ({ geometry: point(122.26, 43.62) })),
  );
const tallyOf = (judgements: readonly Judgement[]) => tallyRows(rowsOf(judgements.length), (row) => judgements[row]!);

const judgement: fc.Arbitrary<Judgement> = fc.record({
  scope: fc.constantFrom("in", "out", "unknown"),
  met: fc.constantFrom(true, false, null),
  onMs: fc.constantFrom(Number.NaN, 1, 2, 3),
});
const judgements = fc.array(judgement, { minLength: 1, maxLength: 6 });

/** Every way in which what is not known may turn out. */
function everyTruth(all: readonly Judgement[]): boolean[][] {
  return all.reduce<boolean[][]>(
    (truths, { scope, met }) => {
      const answers = met === null ? [true, false] : [met];
      return truths.flatMap((truth) => [
        ...(scope === "in" ? [] : [truth]),
        ...(scope === "out" ? [] : answers.map((answer) => [...truth, answer])),
      ]);
    },
    [[]],
  );
}

const goal = (value: number, unit: "percent" | "houses") => ({ is: "exactly", value, unit }) as const;

test("a value's interval is that of all ways in which the unknown may turn out", () => {
  fc.assert(
    fc.property(judgements, (all) => {
      const tally = tallyOf(all);
      const truths = everyTruth(all);
      const ends = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
      expect(scopeOf(tally)).toEqual(ends(truths.map(({ length }) => length)));
      expect(intervalOf(tally, "met")).toEqual(ends(truths.map((truth) => truth.filter(Boolean).length)));
      expect(intervalOf(tally, "unmet")).toEqual(ends(truths.map((truth) => truth.filter((met) => !met).length)));
      const share = intervalOf(tally, "share");
      if (!all.some(({ scope }) => scope === "in")) expect(share).toBeNull();
      else expect(share).toEqual(ends(truths.map((truth) => truth.filter(Boolean).length / truth.length)));
    }),
  );
});

test("a goal is reached, or not, when it is in every way; else nobody can tell", () => {
  fc.assert(
    fc.property(judgements, fc.constantFrom(50, 80, 100), fc.integer({ min: 0, max: 3 }), (all, percent, number) => {
      const tally = tallyOf(all);
      const truths = everyTruth(all);
      const sure = (answers: readonly boolean[]) => (new Set(answers).size === 1 ? answers[0] : null);
      const met = (truth: readonly boolean[]) => truth.filter(Boolean).length;
      const ask = (counts: "met" | "unmet") => reaches(intervalOf(tally, counts), goal(number, "houses"), counts);
      expect(ask("met")).toBe(sure(truths.map((truth) => met(truth) >= number)));
      expect(ask("unmet")).toBe(sure(truths.map((truth) => truth.length - met(truth) <= number)));
      if (!all.some(({ scope }) => scope === "in")) return;
      const share = reaches(intervalOf(tally, "share"), goal(percent, "percent"), "share");
      expect(share).toBe(sure(truths.map((truth) => met(truth) * 100 >= percent * truth.length)));
    }),
  );
});

test("only what is neither known to be met nor known to be outside can move a value", () => {
  const tally = tallyOf([
    { scope: "unknown", met: true },
    { scope: "in", met: null },
    { scope: "unknown", met: false },
    { scope: "out", met: null },
    { scope: "unknown", met: null },
  ]);
  expect(unknownRows(tally)).toEqual([1, 2, 4]);
});

test("a goal of all is reached between the ends that the days which are not kept leave open", () => {
  fc.assert(
    fc.property(judgements, (all) => {
      const tally = tallyOf(all);
      fc.pre(reaches(intervalOf(tally, "share"), null, "share") === true);
      const { earliestMs, latestMs } = reachedOn(tally, null, "share");
      for (const truth of everyTruthOfDays(all)) {
        const last = Math.max(...truth);
        expect(earliestMs === null || earliestMs <= last).toBe(true);
        expect(latestMs === null || last <= latestMs).toBe(true);
      }
    }),
  );
});

test("a number is reached between the ends that the days which are not kept leave open", () => {
  fc.assert(
    fc.property(judgements, fc.integer({ min: 1, max: 3 }), (all, number) => {
      const tally = tallyOf(all);
      fc.pre(reaches(intervalOf(tally, "met"), goal(number, "houses"), "met") === true);
      const { earliestMs, latestMs } = reachedOn(tally, goal(number, "houses"), "met");
      for (const truth of everyTruthOfDays(all)) {
        const reached = truth.sort((one, other) => one - other)[number - 1]!;
        expect(earliestMs === null || earliestMs <= reached).toBe(true);
        expect(latestMs === null || reached <= latestMs).toBe(true);
      }
    }),
  );
});

/** The days of the features that are met, for every way in which scope, answer and day may turn out. */
function everyTruthOfDays(all: readonly Judgement[]): number[][] {
  return all.reduce<number[][]>(
    (truths, { scope, met, onMs = Number.NaN }) => {
      const ways = scope === "out" || met === false ? [] : Number.isNaN(onMs) ? [0, 2, 9] : [onMs];
      const isSure = scope === "in" && met === true;
      return truths.flatMap((truth) => [
        ...(isSure ? [] : [truth]),
        // An open answer has no day of its own that would be kept.
        ...(met === null && ways.length > 0 ? [0, 2, 9] : ways).map((day) => [...truth, day]),
      ]);
    },
    [[]],
  );
}
