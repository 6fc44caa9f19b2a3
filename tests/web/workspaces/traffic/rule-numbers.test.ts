import { describe, expect, test } from "vitest";
import { findRuleSet, RULE_SETS } from "#data/traffic/rule-sets/index.ts";
import { RuleSettingsSchema } from "#data/traffic/rule-sets/rule-set.ts";
import { LIMITS, readNumber } from "../../../../web/workspaces/traffic/screening/number-limits.ts";
import {
  changedCriterion,
  overridesOf,
  settingsOf,
  unitOfKind,
  withCriterion,
  withFittingStep,
} from "../../../../web/workspaces/traffic/screening/rule-numbers.ts";

const own = findRuleSet("proposed-500")!.settings;

describe("numbers set otherwise", () => {
  test("only what differs from the rule set is kept, and going back leaves nothing", () => {
    const longer = { ...own, unit: { kind: "window" as const, lengthM: 800, stepM: 50 } };
    expect(overridesOf(own, longer)).toEqual({ unit: longer.unit });
    expect(settingsOf(own, overridesOf(own, longer))).toEqual(longer);
    expect(overridesOf(own, { ...longer, unit: { ...longer.unit, lengthM: 500 } })).toEqual({});
  });

  test("a street window that is taken away again is no change", () => {
    const unit = { kind: "window" as const, lengthM: 500, stepM: 50 };
    expect(overridesOf(own, { ...own, unit: { ...unit, streetLengthM: undefined } })).toEqual({});
  });

  test("every rule set can be screened by the other kind of unit, with numbers that its schema takes", () => {
    for (const { settings } of RULE_SETS)
      for (const kind of ["window", "circle"] as const) {
        const unit = unitOfKind(kind, settings.unit);
        expect(RuleSettingsSchema.safeParse({ ...settings, unit }).success).toBe(true);
        expect(unit.kind).toBe(kind);
      }
  });

  test("a step goes along with a window that becomes shorter than it", () => {
    expect(withFittingStep({ kind: "window", lengthM: 100, stepM: 200 })).toMatchObject({ stepM: 100 });
    expect(withFittingStep({ kind: "window", lengthM: 500, streetLengthM: 60, stepM: 100 })).toMatchObject({
      stepM: 60,
    });
    expect(withFittingStep({ kind: "window", lengthM: 500, stepM: 50 })).toMatchObject({ stepM: 50 });
  });

  test("a condition that is added gets an id that none has, also after one was removed", () => {
    const three = withCriterion(withCriterion(withCriterion([])));
    const again = withCriterion(three.slice(1));
    expect(new Set(again.map(({ id }) => id)).size).toBe(3);
    expect(RuleSettingsSchema.safeParse({ ...own, criteria: again }).success).toBe(true);
  });

  test("nobody is asked for deaths among crashes that killed nobody", () => {
    const fatal = { id: "a", crashes: "fatal" as const, atLeast: 2, minDeaths: 3, regular: false };
    expect(changedCriterion(fatal, { crashes: "injury" })).not.toHaveProperty("minDeaths");
    expect(changedCriterion(fatal, { atLeast: 1 })).toMatchObject({ minDeaths: 3, atLeast: 1 });
  });
});

describe("a number in a field", () => {
  test("the bounds are those of the rule's schema", () => {
    expect(LIMITS.lengthM).toMatchObject({ least: 50, most: 5_000 });
    expect(LIMITS.junctionRadiusM).toMatchObject({ least: 20, most: 300 });
    expect(LIMITS.atLeast).toMatchObject({ least: 1, most: 1_000, isWhole: true });
  });

  test("at the bounds it counts, beyond them and for nonsense it does not", () => {
    expect(readNumber("50", LIMITS.lengthM)).toBe(50);
    expect(readNumber("49.9", LIMITS.lengthM)).toBeNull();
    expect(readNumber("5000", LIMITS.lengthM)).toBe(5_000);
    expect(readNumber("5000.1", LIMITS.lengthM)).toBeNull();
    for (const nonsense of ["", "-", "1e3", "0x64", "NaN", "500 m", "5,00", "∞"])
      expect(readNumber(nonsense, LIMITS.lengthM), nonsense).toBeNull();
  });

  test("full-width digits are digits, and a count is whole", () => {
    expect(readNumber("５００", LIMITS.lengthM)).toBe(500);
    expect(readNumber("2.5", LIMITS.periodYears)).toBe(2.5);
    expect(readNumber("2.5", LIMITS.atLeast)).toBeNull();
  });
});
