import { describe, expect, test } from "vitest";
import { TARGET_KINDS, type TargetDescription } from "#data/standards/proposal.ts";
import {
  CLASS_RULES,
  classifyProtection,
  PROTECTION_CLASSES,
  riskLimitOf,
  SOCIETAL_LINES,
  societalRegion,
} from "#data/standards/protection-class.ts";

const target = (kind: TargetDescription["kind"], facts: Partial<TargetDescription> = {}): TargetDescription => ({
  kind,
  people: null,
  households: null,
  beds: null,
  floorAreaM2: null,
  heightM: null,
  storeys: null,
  fireRating: null,
  ...facts,
});

describe("the class of a target", () => {
  test("is asked of every kind that the form knows, by exactly one rule", () => {
    const ruled = CLASS_RULES.flatMap(({ kinds }) => kinds);
    expect([...ruled].sort()).toEqual([...TARGET_KINDS].sort());
  });

  test.each([
    ["school", {}, ["high-sensitive"]],
    ["hospital", {}, ["high-sensitive"]],
    ["culture", {}, ["high-sensitive", "important"]],
    ["religious", {}, ["important"]],
    ["residential", { households: 30, people: 10 }, ["general-1"]],
    ["residential", { households: 29, people: 99 }, ["general-2"]],
    ["residential", { households: 9, people: 100 }, ["general-1"]],
    ["residential", { households: 10, people: 29 }, ["general-2"]],
    ["residential", { households: 9, people: 29 }, ["general-3"]],
    ["residential", {}, ["general-1", "general-2", "general-3"]],
    ["residential", { households: 12 }, ["general-1", "general-2"]],
    ["office", { people: 100 }, ["general-1"]],
    ["office", { people: 99 }, ["general-1", "general-2"]],
    ["sports-venue", { floorAreaM2: 5000 }, ["general-1"]],
    ["sports-venue", { floorAreaM2: 4999 }, ["general-2"]],
    ["mall", { floorAreaM2: 5000 }, ["general-1"]],
    ["mall", { floorAreaM2: 1500 }, ["general-2"]],
    ["market", { floorAreaM2: 1499 }, ["general-3"]],
    ["hotel", { beds: 100 }, ["general-1"]],
    ["hotel", { beds: 99 }, ["general-2"]],
    ["transport-hub", { people: 100 }, ["general-1"]],
    ["transport-hub", { people: 99 }, ["general-2"]],
    ["park", { floorAreaM2: 1500 }, ["general-2"]],
    ["factory", { people: 100 }, ["general-2"]],
    ["factory", { people: 99 }, ["general-3"]],
    ["factory", {}, ["general-2", "general-3"]],
  ] as const)("%s %o is %j", (kind, facts, classes) => {
    expect(classifyProtection(target(kind, facts))).toEqual(classes);
  });

  test("of a dwelling whose households nobody counted is decided where there cannot be more households than people", () => {
    expect(classifyProtection(target("dwelling", { people: 9 }))).toEqual(["general-3"]);
    expect(classifyProtection(target("dwelling", { people: 29 }))).toEqual(["general-2", "general-3"]);
    expect(classifyProtection(target("dwelling", { people: 30 }))).toEqual(["general-1", "general-2"]);
  });
});

test("individual risk limits are the six numbers of the standard", () => {
  expect(PROTECTION_CLASSES.map((each) => [riskLimitOf(each, "new"), riskLimitOf(each, "in-service")])).toEqual([
    [3e-7, 3e-6],
    [3e-7, 3e-6],
    [3e-7, 3e-6],
    [3e-6, 1e-5],
    [1e-5, 3e-5],
  ]);
});

describe("the F-N diagram", () => {
  test.each([
    [1, 1e-3, "alarp"],
    [1, 1.1e-3, "unacceptable"],
    [10, 1e-4, "alarp"],
    [10, 1.1e-4, "unacceptable"],
    [10, 1e-6, "acceptable"],
    [100, 1e-7, "acceptable"],
    [100, 1.1e-7, "alarp"],
    [999, 1e-7, "alarp"],
    [1000, 1e-7, "unacceptable"],
    [1000, 1e-8, "acceptable"],
  ])("%d deaths at %d a year are %s", (deaths, perYear, region) => {
    expect(societalRegion(deaths, perYear)).toBe(region);
  });

  test("rests on lines that are not verified, and says so", () => {
    expect([SOCIETAL_LINES.unacceptable.confidence, SOCIETAL_LINES.acceptable.confidence]).toEqual([
      "uncertain",
      "uncertain",
    ]);
  });

  test.each([
    [0, 1e-3],
    [Number.NaN, 1e-3],
    [1, -1],
  ])("has no point at %d deaths, %d a year", (deaths, perYear) => {
    expect(() => societalRegion(deaths, perYear)).toThrow(RangeError);
  });
});
