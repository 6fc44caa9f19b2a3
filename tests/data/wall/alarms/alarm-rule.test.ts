import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AlarmRule, checkAlarmRule, type Threshold } from "#data/wall/alarms/alarm-rule.ts";
import { newWatch, stepWatch } from "#data/wall/alarms/watch.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";

const high = (grade: AlarmGrade, at: number): Threshold => ({ grade, side: "high", at });
const low = (grade: AlarmGrade, at: number): Threshold => ({ grade, side: "low", at });
const rule = (thresholds: readonly Threshold[], hysteresis = 0): AlarmRule => ({
  thresholds: [...thresholds],
  hysteresis,
  holdS: 0,
});

describe("a rule is taken", () => {
  test("with limits that grow graver outwards on both sides, in any order", () => {
    expect(checkAlarmRule(rule([high(1, 50), high(3, 20), low(3, 8), low(1, 2)], 1), "%LEL")).toBeNull();
    expect(checkAlarmRule(rule([high(3, 20), high(1, 50)]), "%LEL")).toBeNull();
  });
  test("without any limit", () => expect(checkAlarmRule(rule([]), "ppm")).toBeNull());
  test("with limits below zero where the unit goes below zero", () => {
    expect(checkAlarmRule(rule([low(2, -30), high(2, 40)], 1), "°C")).toBeNull();
  });
});

describe("a rule is refused", () => {
  test("with a negative limit of something that cannot be negative", () => {
    expect(checkAlarmRule(rule([high(3, 20), high(1, -5)]), "%LEL")).toEqual({
      field: "thresholds[1].at",
      kind: "impossible",
    });
  });
  test("with a limit above what the unit has, or none at all", () => {
    for (const at of [100.1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(checkAlarmRule(rule([high(1, at)]), "%")).toMatchObject({ kind: "impossible" });
  });
  test("when a graver grade is reached first, or at the same value", () => {
    expect(checkAlarmRule(rule([high(1, 20), high(3, 50)]), "%LEL")).toMatchObject({ kind: "disordered" });
    expect(checkAlarmRule(rule([high(1, 20), high(3, 20)]), "%LEL")).toMatchObject({ kind: "disordered" });
    expect(checkAlarmRule(rule([low(1, 8), low(3, 2)]), "%LEL")).toMatchObject({ kind: "disordered" });
  });
  test("with two limits of one grade and side", () => {
    expect(checkAlarmRule(rule([high(1, 20), high(1, 30)]), "%LEL")).toMatchObject({ kind: "doubled" });
  });
  test("with a low limit that is not below a high one", () => {
    expect(checkAlarmRule(rule([high(1, 20), low(1, 20)]), "%LEL")).toMatchObject({ kind: "disordered" });
  });
  test("when the dead band leaves no value at which it clears", () => {
    expect(checkAlarmRule(rule([high(1, 5)], 6), "ppm")).toEqual({ field: "hysteresis", kind: "never-clears" });
    expect(checkAlarmRule(rule([low(2, 4), high(2, 6)], 1), "ppm")).toMatchObject({ kind: "never-clears" });
  });
});

test("every rule that is taken has a value at which all of its limits clear", () => {
  const threshold = fc.record({
    grade: fc.constantFrom<AlarmGrade>(1, 2, 3, 4),
    side: fc.constantFrom("high" as const, "low" as const),
    at: fc.integer({ min: -5, max: 105 }),
  });
  const rules = fc.record({
    thresholds: fc.array(threshold, { maxLength: 4 }),
    hysteresis: fc.integer({ min: 0, max: 20 }),
    holdS: fc.constant(0),
  });
  let taken = 0;
  fc.assert(
    fc.property(rules, (each) => {
      if (checkAlarmRule(each, "%LEL")) return;
      taken++;
      const raised = [0, 100].map((value) => stepWatch(newWatch(each), each, value, 0));
      const clears = Array.from({ length: 201 }, (_, i) => i / 2).some((value) =>
        raised.every((watch) => stepWatch(watch, each, value, 1).every(({ isActive }) => !isActive)),
      );
      expect(clears).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(50);
});
