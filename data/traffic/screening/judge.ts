import type { CrashPattern, CriterionOutcome } from "../../analyses/black-spot-results.ts";
import type { Crashes } from "../crashes.ts";
import { lastMade } from "../last-made.ts";
import type { Criterion, RuleSettings } from "../rule-sets/rule-set.ts";
import { type CrashMarks, markCrashes } from "./crash-marks.ts";
import { type Patterns, patternsOf } from "./patterns.ts";

/** How some crashes stand to a rule. */
export interface Verdict {
  /** One for each criterion, in its order. */
  readonly criteria: readonly CriterionOutcome[];
  /** The surest of them. */
  readonly outcome: CriterionOutcome["outcome"];
  /** Times the count goes into the criterion that it exceeds most, of those with the surest outcome; 0 where none is met. */
  readonly strength: number;
}

/** Crashes counted for each criterion, as a window moves over them. */
export interface Running {
  readonly counted: Int32Array;
  readonly sure: Int32Array;
}

/** Judges crashes by the criteria of a rule. `rows` with `first` and `last` (inclusive) say which: neighbours along a route, or a list. */
export interface Judge {
  readonly criteria: readonly Criterion[];
  readonly marks: CrashMarks;
  readonly patterns: Patterns;
  running(): Running;
  /** Counts a crash in, or out again. */
  add(running: Running, row: number): void;
  remove(running: Running, row: number): void;
  /** Whether any criterion has its number: without it nothing is met, and nearly all windows end here. */
  hasEnough(running: Running): boolean;
  /** The verdict where a criterion is met or suspected; else `null`. */
  findHit(running: Running, rows: ArrayLike<number>, first: number, last: number): Verdict | null;
  judge(running: Running, rows: ArrayLike<number>, first: number, last: number): Verdict;
  countAll(rows: ArrayLike<number>): Running;
  /** Judges a list as one place. */
  judgeAll(rows: ArrayLike<number>): Verdict;
  /** Whether so many crashes of so many make a pattern: two at least. */
  isRegular(crashes: number, of: number): boolean;
}

const RANKS = { met: 2, suspected: 1, "not-met": 0 } as const;

/** Shares are compared in whole crashes, so that a third of three is one whatever 1/3 is in binary. */
const SHARE_SLACK = 1e-9;

const lastMarks = lastMade<Crashes, CrashMarks>();

export function createJudge(crashes: Crashes, settings: RuleSettings): Judge {
  const { criteria, patternHours, patternMinShare } = settings;
  const marks = lastMarks(crashes, JSON.stringify(criteria), () => markCrashes(crashes, criteria));
  const patterns = patternsOf(crashes, patternHours);
  const needed = Int32Array.from(criteria, ({ atLeast }) => atLeast);
  const isRegular = (shared: number, of: number) => shared >= 2 && shared >= patternMinShare * of - SHARE_SLACK;

  const shift = ({ counted, sure }: Running, row: number, by: 1 | -1) => {
    const mark = marks.counted[row]!;
    if (mark === 0) return;
    const sureMark = marks.sure[row]!;
    for (let c = 0; mark >> c > 0; c++) {
      if ((mark >> c) & 1) counted[c]! += by;
      if ((sureMark >> c) & 1) sure[c]! += by;
    }
  };

  /** Of each regular criterion that has its number, while one place is judged. */
  const found: (CrashPattern | null)[] = criteria.map(() => null);
  const findPatterns = ({ counted }: Running, rows: ArrayLike<number>, first: number, last: number) => {
    for (let c = 0; c < needed.length; c++) {
      const isAsked = criteria[c]!.regular && counted[c]! >= needed[c]!;
      found[c] = isAsked ? patterns.find(rows, [first, last], marks.counted, c, isRegular) : null;
    }
  };
  const isMet = ({ counted }: Running, c: number) =>
    counted[c]! >= needed[c]! && (!criteria[c]!.regular || found[c] !== null);
  const outcomeOf = (running: Running, c: number): CriterionOutcome => ({
    id: criteria[c]!.id,
    counted: running.counted[c]!,
    needed: needed[c]!,
    pattern: found[c]!,
    outcome: !isMet(running, c) ? "not-met" : running.sure[c]! >= needed[c]! ? "met" : "suspected",
  });

  const judge: Judge = {
    criteria,
    marks,
    patterns,
    isRegular,
    running: () => ({ counted: new Int32Array(criteria.length), sure: new Int32Array(criteria.length) }),
    add: (running, row) => shift(running, row, 1),
    remove: (running, row) => shift(running, row, -1),
    hasEnough({ counted }) {
      for (let c = 0; c < needed.length; c++) if (counted[c]! >= needed[c]!) return true;
      return false;
    },
    judge(running, rows, first, last) {
      findPatterns(running, rows, first, last);
      return verdictOf(criteria.map((_, c) => outcomeOf(running, c)));
    },
    findHit(running, rows, first, last) {
      if (!judge.hasEnough(running)) return null;
      findPatterns(running, rows, first, last);
      for (let c = 0; c < needed.length; c++)
        if (isMet(running, c)) return verdictOf(criteria.map((_, each) => outcomeOf(running, each)));
      return null;
    },
    countAll(rows) {
      const running = judge.running();
      for (let i = 0; i < rows.length; i++) judge.add(running, rows[i]!);
      return running;
    },
    judgeAll: (rows) => judge.judge(judge.countAll(rows), rows, 0, rows.length - 1),
  };
  return judge;
}

/** Plain loops: every window that meets the rule passes here. */
function verdictOf(criteria: readonly CriterionOutcome[]): Verdict {
  let surest: CriterionOutcome["outcome"] = "not-met";
  for (const { outcome } of criteria) if (RANKS[outcome] > RANKS[surest]) surest = outcome;
  let strength = 0;
  if (surest !== "not-met")
    for (const { outcome, counted, needed } of criteria)
      if (outcome === surest) strength = Math.max(strength, counted / needed);
  return { criteria, outcome: surest, strength };
}

/** Of two verdicts on parts of one place, the better outcome of each criterion; of equals, the one that counts more. */
export function betterOf(a: Verdict, b: Verdict): Verdict {
  const isBetter = (other: CriterionOutcome, one: CriterionOutcome) =>
    RANKS[other.outcome] - RANKS[one.outcome] || other.counted - one.counted;
  if (!b.criteria.some((other, c) => isBetter(other, a.criteria[c]!) > 0)) return a;
  return verdictOf(a.criteria.map((one, c) => (isBetter(b.criteria[c]!, one) > 0 ? b.criteria[c]! : one)));
}

/** The surer outcome first, then the stronger. */
export const bySureness = (a: Verdict, b: Verdict): number =>
  RANKS[b.outcome] - RANKS[a.outcome] || b.strength - a.strength;
