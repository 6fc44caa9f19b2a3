import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  gradeHazard,
  type HazardGradeInput,
  HazardGradeInputSchema,
  type HeldSubstance,
} from "#data/standards/hazard-grade.ts";

const held = (tonnes: Readonly<Record<string, number>>): HeldSubstance[] =>
  Object.entries(tonnes).map(([name, amount]) => ({ name, tonnes: amount }));

const grade = (tonnes: Readonly<Record<string, number>>, people: HazardGradeInput["people"]) =>
  gradeHazard({ substances: held(tonnes), people });

describe("S, R and level", () => {
  test.each([
    [{ 氨: 20, 甲醇: 250 }, 120, 2.5, 9, "4"],
    [{ 氯: 50 }, 120, 10, 80, "2"],
    [{ 氯: 50 }, 80, 10, 60, "2"],
    [{ 氯: 50 }, 40, 10, 48, "3"],
    [{ 氯: 50 }, 10, 10, 40, "3"],
    [{ 氯: 50 }, 0, 10, 20, "3"],
    [{ 液化石油气: 500, 汽油: 400 }, 120, 12, 34, "3"],
    [{ 液化石油气: 500, 汽油: 400 }, 10, 12, 17, "3"],
    [{ 液化石油气: 500, 汽油: 400 }, 0, 12, 8.5, "4"],
    [{ 氨: 9.99 }, 0, 0.999, 0.999, "none"],
    [{ 氨: 10 }, 0, 1, 1, "4"],
  ])("of %o with %d people are S %d, R %d, level %s", (tonnes, people, S, R, level) => {
    const found = grade(tonnes, people);
    expect(found.S).toBeCloseTo(S, 12);
    expect(found.R).toBeCloseTo(R, 12);
    expect(found.level).toBe(level);
  });

  test.each([
    [0, 0.5],
    [1, 1],
    [29, 1],
    [30, 1.2],
    [49, 1.2],
    [50, 1.5],
    [99, 1.5],
    [100, 2],
  ])("take α for %d people as %d", (people, alpha) => {
    expect(grade({ 氯: 50 }, people).alpha).toBe(alpha);
  });

  test.each([
    [49.999, "3"],
    [50, "2"],
    [99.999, "2"],
    [100, "1"],
  ])("grade R = %d as %s", (R, level) => {
    // One gas with β 1.5 and Q 50 under α 1: R = 1.5 q / 50.
    const found = grade({ 天然气: (R * 50) / 1.5 }, 1);
    expect(found.R).toBeCloseTo(R, 9);
    expect(found.level).toBe(level);
  });

  test("reach the threshold by shares whose sum in floating point falls short of 1", () => {
    expect(0.7 + 0.2 + 0.1).toBeLessThan(1);
    expect(grade({ 氨: 7, 环氧乙烷: 2, 溴甲烷: 1 }, 0).level).toBe("4");
  });

  test("do not hang on the order of the substances, and grow with people", () => {
    const names = fc.constantFrom("氨", "氯", "甲醇", "汽油", "柴油", "液化石油气", "硫化氢", "苯");
    const substances = fc.array(fc.record({ name: names, tonnes: fc.double({ min: 0.01, max: 1e5, noNaN: true }) }), {
      minLength: 1,
      maxLength: 12,
    });
    const counts = fc.tuple(fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(substances, counts, (list, [a, b]) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const one = gradeHazard({ substances: list, people: few });
        const turned = gradeHazard({ substances: list.toReversed(), people: few });
        expect(turned.S).toBeCloseTo(one.S, 6);
        expect(gradeHazard({ substances: list, people: many }).R!).toBeGreaterThanOrEqual(one.R!);
      }),
    );
  });
});

describe("people that nobody counted", () => {
  test("leave the level open between what α 0.5 and α 2 give", () => {
    expect(grade({ 氯: 50 }, null)).toMatchObject({
      alpha: null,
      R: null,
      level: null,
      levelRange: { least: "3", most: "2" },
      rRange: { least: 20, most: 80 },
    });
  });

  test("do not matter where every α gives the same level", () => {
    expect(grade({ 氨: 10 }, null).level).toBe("4");
    expect(grade({ 氨: 9 }, null).level).toBe("none");
    expect(grade({ 氯: 500 }, null).level).toBe("1");
  });

  test("are at least those counted", () => {
    expect(grade({ 氯: 50 }, { least: 60 }).level).toBe("2");
    expect(grade({ 氯: 50 }, { least: 10 }).levelRange).toEqual({ least: "3", most: "2" });
    expect(grade({ 氯: 50 }, { least: 100 })).toMatchObject({ alpha: 2, R: 80 });
  });
});

describe("a substance that the tables do not hold", () => {
  test("is named, adds nothing, and leaves the level open upwards", () => {
    const found = grade({ 氨: 10, 三氯氢硅: 40 }, 0);
    expect(found.S).toBe(1);
    expect(found.unknown).toEqual([{ name: "三氯氢硅", tonnes: 40, why: "not-listed", nearest: expect.any(Array) }]);
    expect(found).toMatchObject({ R: null, level: null, levelRange: { least: "4", most: "1" } });
    expect(found.rRange).toEqual({ least: 1, most: null });
  });

  test("is reckoned by the category that a person gives", () => {
    const found = gradeHazard({ substances: [{ name: "三氯氢硅", tonnes: 40, category: "W5.1" }], people: 0 });
    expect(found.unknown).toEqual([]);
    expect(found).toMatchObject({ S: 4, R: 3, level: "4" });
    expect(found.terms[0]).toMatchObject({ Q: 10, beta: 1.5, categoryGiven: true, listedAs: null });
  });
});

describe("where β comes from", () => {
  const termOf = (substance: HeldSubstance) => gradeHazard({ substances: [substance], people: 0 }).terms[0]!;

  test("a gas of table 3 keeps its β whatever category is given", () => {
    expect(termOf({ name: "液氯", tonnes: 1, category: "J1" })).toMatchObject({ Q: 5, beta: 4, categoryGiven: false });
  });

  test("a given category changes β of a substance of table 1 and not its Q", () => {
    expect(termOf({ name: "甲醇", tonnes: 1 })).toMatchObject({ Q: 500, beta: 1, confidence: "memory" });
    expect(termOf({ name: "甲醇", tonnes: 1, category: "W5.1" })).toMatchObject({ Q: 500, beta: 1.5 });
  });

  test("a category of which two could be meant is uncertain until a person gives it", () => {
    expect(termOf({ name: "砷化氢", tonnes: 1 })).toMatchObject({ beta: 4, confidence: "uncertain" });
    expect(termOf({ name: "砷化氢", tonnes: 1, category: "J3" })).toMatchObject({ beta: 2, confidence: "memory" });
  });

  test("diesel is W5.4 from memory", () => {
    expect(termOf({ name: "0#柴油", cas: "68334-30-5", tonnes: 1 })).toMatchObject({
      Q: 5000,
      beta: 1,
      confidence: "memory",
      listedAs: "柴油",
    });
  });
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 10_000_001, "5"])("refuses %s tonnes", (tonnes) => {
  const parsed = HazardGradeInputSchema.safeParse({ substances: [{ name: "氨", tonnes }], people: 0 });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["substances.0.tonnes"]);
});

test.each([-1, 1.5, Number.NaN])("refuses %s people", (people) => {
  expect(HazardGradeInputSchema.safeParse({ substances: [{ name: "氨", tonnes: 1 }], people }).success).toBe(false);
});
