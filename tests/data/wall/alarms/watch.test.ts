import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AlarmRule } from "#data/wall/alarms/alarm-rule.ts";
import { carryWatch, gradeOf, isMoving, newWatch, stepWatch, type Watch, waitWatch } from "#data/wall/alarms/watch.ts";

const RULE: AlarmRule = {
  thresholds: [
    { grade: 3, side: "high", at: 20 },
    { grade: 1, side: "high", at: 50 },
    { grade: 2, side: "low", at: 5 },
  ],
  hysteresis: 2,
  holdS: 10,
};
const AT_ONCE: AlarmRule = { ...RULE, holdS: 0 };

/** Values one second apart. */
const watched = (rule: AlarmRule, values: readonly number[], watch: Watch = newWatch(rule)): Watch =>
  values.reduce((present, value, i) => stepWatch(present, rule, value, i * 1_000), watch);

describe("without a hold time", () => {
  test("a value at exactly the limit has reached it", () => {
    expect(gradeOf(watched(AT_ONCE, [19.999]))).toBeNull();
    expect(gradeOf(watched(AT_ONCE, [20]))).toBe(3);
    expect(gradeOf(watched(AT_ONCE, [5]))).toBe(2);
  });
  test("the gravest of the limits that are reached counts", () => {
    expect(gradeOf(watched(AT_ONCE, [60]))).toBe(1);
  });
  test("it clears at the limit less the dead band, not before", () => {
    expect(gradeOf(watched(AT_ONCE, [25, 18.001]))).toBe(3);
    expect(gradeOf(watched(AT_ONCE, [25, 18]))).toBeNull();
    expect(gradeOf(watched(AT_ONCE, [4, 6.999]))).toBe(2);
    expect(gradeOf(watched(AT_ONCE, [4, 7]))).toBeNull();
  });
  test("a graver grade that is left gives the lesser one", () => {
    expect(gradeOf(watched(AT_ONCE, [55, 48]))).toBe(3);
  });
});

describe("with a hold time", () => {
  test("a limit counts once it has been reached for as long, and not a moment before", () => {
    const rising = stepWatch(newWatch(RULE), RULE, 30, 0);
    expect(gradeOf(stepWatch(rising, RULE, 30, 9_999))).toBeNull();
    expect(gradeOf(stepWatch(rising, RULE, 30, 10_000))).toBe(3);
  });
  test("a peak that is shorter raises nothing", () => {
    expect(gradeOf(watched(RULE, [30, 30, 30, 10, 30, 10]))).toBeNull();
  });
  test("a graver grade has a hold time of its own", () => {
    const values = [...Array(8).fill(30), 60, 60, 60];
    expect(gradeOf(watched(RULE, values))).toBe(3);
    expect(gradeOf(watched(RULE, [...values, ...Array(8).fill(60)]))).toBe(1);
  });
  test("time alone raises what has been reached, and clears nothing", () => {
    const reached = stepWatch(newWatch(RULE), RULE, 30, 0);
    expect(isMoving(reached)).toBe(true);
    const raised = waitWatch(reached, RULE, 10_000);
    expect(gradeOf(raised)).toBe(3);
    const left = stepWatch(raised, RULE, 10, 11_000);
    expect(gradeOf(waitWatch(left, RULE, 99_000))).toBe(3);
    expect(gradeOf(stepWatch(left, RULE, 10, 21_000))).toBeNull();
  });
});

test("a limit that stays in a new rule goes on as it stood, a new one begins", () => {
  const raised = watched(AT_ONCE, [30]);
  const next: AlarmRule = {
    ...AT_ONCE,
    thresholds: [
      { grade: 3, side: "high", at: 29 },
      { grade: 2, side: "high", at: 40 },
    ],
  };
  expect(gradeOf(carryWatch(raised, next))).toBe(3);
  expect(gradeOf(stepWatch(carryWatch(raised, next), next, 26, 1_000))).toBeNull();
});

test("a value that dances inside the dead band changes the grade at most once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 18.001, max: 21.999, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0, 1, 5, 30),
      (values, holdS) => {
        const rule = { ...RULE, holdS };
        let watch = newWatch(rule);
        const grades = values.map((value, i) => {
          watch = stepWatch(watch, rule, value, i * 1_000);
          return gradeOf(watch);
        });
        const changes = [null, ...grades].filter((grade, i, all) => i > 0 && grade !== all[i - 1]);
        expect(changes.length).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("without dead band and hold time a grade is what its limits say of the last value alone", () => {
  const rule = { ...RULE, hysteresis: 0, holdS: 0 };
  const slow = (value: number) => (value >= 50 ? 1 : value <= 5 ? 2 : value >= 20 ? 3 : null);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), (values) => {
      expect(gradeOf(watched(rule, values))).toBe(slow(values.at(-1)!));
    }),
  );
});
