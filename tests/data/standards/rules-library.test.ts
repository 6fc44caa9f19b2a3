import { describe, expect, test } from "vitest";
import { HAZARD_CLASSES, MEASURE_POINTS, TARGET_CLASSES } from "#data/standards/classes.ts";
import { LIBRARY } from "#data/standards/library.ts";
import { ReductionSchema, type SpacingRule, SpacingRuleSchema } from "#data/standards/rule.ts";
import { SOURCES } from "#data/standards/sources.ts";

const { rules, reductions } = LIBRARY;

/** The standards have no distance of their own for it in what was read. */
const UNUSED_HAZARDS = ["store-b-6"];

test("every row is whole, and its id is its own", () => {
  for (const rule of rules) expect(SpacingRuleSchema.parse(rule)).toEqual(rule);
  for (const reduction of reductions) expect(ReductionSchema.parse(reduction)).toEqual(reduction);
  const ids = [...rules, ...reductions].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every row names a source that is in the list, and no source is listed for nothing", () => {
  const named = new Set([...rules, ...reductions].map(({ source }) => source));
  expect([...named].sort()).toEqual(Object.keys(SOURCES).sort());
});

test("what is from memory does not call itself read", () => {
  const own = [...rules, ...reductions].filter(({ source }) => source === "memory");
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter(({ confidence }) => confidence === "verified")).toEqual([]);
});

test("each class is used by a row, or is unused on purpose", () => {
  const hazards = new Set<string>(rules.map(({ hazard }) => hazard));
  const targets = new Set<string>(rules.flatMap((rule) => rule.targets));
  expect(HAZARD_CLASSES.map(({ id }) => id).filter((id) => !hazards.has(id))).toEqual(UNUSED_HAZARDS);
  expect(TARGET_CLASSES.map(({ id }) => id).filter((id) => !targets.has(id))).toEqual([]);
});

test("each point of measuring is used by a row", () => {
  const used = new Set<string>(rules.flatMap(({ measuredFrom, measuredTo }) => [measuredFrom, measuredTo]));
  expect(MEASURE_POINTS.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

test("lines are measured at their own edge or centre, never at an outer wall", () => {
  const ends: Record<string, readonly string[]> = {
    "rail-national": ["rail-centre"],
    "rail-works": ["rail-centre"],
    motorway: ["road-edge", "road-land-edge"],
    "street-main": ["road-edge"],
    "power-line": ["line-centre"],
    "gas-pipeline": ["pipe-centre"],
  };
  for (const [target, points] of Object.entries(ends)) {
    const rows = rules.filter(({ targets }) => (targets as readonly string[]).includes(target));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ measuredTo }) => !points.includes(measuredTo))).toEqual([]);
  }
});

describe("uncertain numbers", () => {
  test("are told apart: the oil depots wholly, of others the doubtful rows", () => {
    const uncertain = rules.filter(({ confidence }) => confidence === "uncertain");
    const depots = rules.filter(({ standard }) => standard.startsWith("GB 50074"));
    expect(depots.filter(({ confidence }) => confidence !== "uncertain")).toEqual([]);
    expect(uncertain.length).toBeGreaterThan(depots.length);
    expect(uncertain.length).toBeLessThan(rules.length / 5);
  });
});

/** The rows of one line of a table in the order of their bands. */
function tableLines(): [string, SpacingRule[]][] {
  const lines = new Map<string, SpacingRule[]>();
  for (const rule of rules.filter(({ band }) => band !== null)) {
    const { standard, clause, hazard, band, targets, id } = rule;
    const key = [standard, clause, hazard, band!.quantity, targets.join(), id.split(".").at(-1)].join(" ");
    lines.set(key, [...(lines.get(key) ?? []), rule]);
  }
  return [...lines].map(([key, line]) => [key, line.sort((one, other) => lowestOf(one) - lowestOf(other))]);
}

const lowestOf = ({ band }: SpacingRule): number => band!.from ?? band!.above ?? 0;

test("a larger quantity never needs less to the same target", () => {
  for (const [key, line] of tableLines()) {
    const growing = line.map(({ distanceM }) => distanceM);
    expect(growing, key).toEqual([...growing].sort((one, other) => one - other));
  }
});

test("the bands of a line leave no gap between them", () => {
  const lines = tableLines().filter(([, line]) => line.length > 1);
  expect(lines.length).toBeGreaterThan(50);
  for (const [key, line] of lines) {
    for (const [at, { band }] of line.slice(1).entries()) {
      const before = line[at]!.band!;
      const closes = band!.above === undefined ? [before.below, band!.from] : [before.upTo, band!.above];
      expect(closes[0], key).toBe(closes[1]);
    }
  }
});

describe("reliefs", () => {
  test("leave a distance that is less than some row's they are about, and more than nothing", () => {
    for (const { id, hazards, targets, factor, leastM } of reductions) {
      const about = rules.filter(
        (rule) =>
          (hazards as readonly string[]).includes(rule.hazard) &&
          (targets === null || rule.targets.some((target) => targets.includes(target))),
      );
      const lessened = about.filter(({ distanceM }) => Math.max(leastM, distanceM * factor) < distanceM);
      expect(lessened.length, id).toBeGreaterThan(0);
      expect(about.every(({ distanceM }) => Math.max(leastM, distanceM * factor) > 0)).toBe(true);
    }
  });

  test.each([
    ["gb50016-4.2.1-buried", 20, 10],
    ["gb50016-4.2.1-floating-roof", 20, 15],
    ["gb50016-4.4.1-buried", 45, 22.5],
    ["gb50016-3.4.1-higher-fire-wall", 12, 4],
    ["gb50016-3.4.1-lower-fire-wall-ab", 12, 6],
    ["gb50016-3.4.1-closed-walls", 12, 9],
    ["gb50074-4.0.10-class-1-bracket", 100, 75],
    ["gb50074-4.0.10-class-2-bracket", 90, 45],
    ["gb50074-4.0.10-class-5-bracket", 50, 35],
  ])("%s makes %d m %d m", (id, fullM, reducedM) => {
    const { factor, leastM } = reductions.find((reduction) => reduction.id === id)!;
    expect(Math.max(leastM, fullM * factor)).toBe(reducedM);
  });
});
