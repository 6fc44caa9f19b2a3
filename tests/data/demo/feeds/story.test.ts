import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STORY_S } from "#data/demo/feeds/course.ts";
import {
  accidentsBetween,
  announcementsOf,
  readingsAt,
  rosterEndOf,
  rosterOf,
  SCENARIOS,
  type Scenario,
  type Story,
  weatherBetween,
} from "#data/demo/feeds/story.ts";
import { gradeOf } from "#data/wall/alarms/watch.ts";
import { parseMessage } from "#data/wall/feeds/parse-message.ts";
import { announceSensor, readSensor, type SensorState } from "#data/wall/feeds/sensor-state.ts";

const START = Date.parse("2026-05-01T00:00:00Z");
const SITES = [
  ["tank-farm", "甲醇"],
  ["lpg-station", "液化石油气"],
  ["ammonia-refrigeration", "氨"],
  ["tank-farm", "氯"],
  ["warehouse", "氯酸钠"],
  [null, "苯"],
] as const;
const story = (scenario: Scenario, more: Partial<Story> = {}): Story => ({
  scenario,
  seed: 7,
  sites: SITES.map(([kind, substance], i) => ({ code: `Z00${i}`, name: `演示${i}`, kind, substances: [substance] })),
  center: [122.26, 43.62],
  startedAt: START,
  speed: 1,
  ...more,
});

/** The grades that each sensor went through, told every second. */
function gradesOf(told: Story): Map<string, (number | null)[]> {
  const states = new Map<string, SensorState>();
  const grades = new Map<string, (number | null)[]>();
  for (const message of announcementsOf(told)) {
    const step = announceSensor(null, message);
    if (step.outcome !== "accepted") throw new Error(JSON.stringify(step));
    states.set(message.sensor, step.state);
  }
  for (let atS = 0; atS <= STORY_S; atS++)
    for (const message of readingsAt(told, atS)) {
      const step = readSensor(states.get(message.sensor)!, message, Date.parse(message.observedAt));
      if (step.outcome !== "accepted") throw new Error(JSON.stringify(step));
      states.set(message.sensor, step.state);
      const own = grades.get(message.sensor) ?? [];
      grades.set(message.sensor, [...own, gradeOf(step.state.watch)]);
    }
  return grades;
}

describe("a leak", () => {
  const grades = gradesOf(story("leak"));
  const leaking = [...grades].filter(([, each]) => each.some((grade) => grade !== null));

  test("is at one sensor, raised within ten seconds, and grave at its worst", () => {
    expect(leaking).toHaveLength(1);
    const [, each] = leaking[0]!;
    expect(each.findIndex((grade) => grade !== null)).toBeLessThanOrEqual(10);
    expect(Math.min(...each.map((grade) => grade ?? 9))).toBe(1);
  });
  test("has cleared when the story ends, after one alarm", () => {
    const [, each] = leaking[0]!;
    expect(each.at(-1)).toBeNull();
    const raised = each.filter((grade, i) => grade !== null && (each[i - 1] ?? null) === null);
    expect(raised).toHaveLength(1);
  });
  test.each([
    ["氨", "ammonia"],
    ["氯", "chlorine"],
    ["汽油", "gas"],
  ])("of %s is where that is measured", (substance, detector) => {
    const sites = [
      { code: "Y", name: "仓库", kind: "warehouse", substances: ["氯酸钠"] },
      { code: "Z", name: "罐区", kind: "tank-farm", substances: [substance] },
    ];
    expect(gradesOf(story("leak", { sites })).get(`Z-${detector}`)).toContain(1);
  });
});

test("where nothing happens nothing is raised, whatever the seed", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom<Scenario>("storm", "crash", "calm"), (seed, scenario) => {
      const all = [...gradesOf(story(scenario, { seed })).values()].flat();
      expect(all.every((grade) => grade === null)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test("every message of every story is of the form that feeds take, and no two share an id", () => {
  for (const scenario of SCENARIOS) {
    const told = story(scenario);
    const byKind = {
      sensors: [...announcementsOf(told), ...readingsAt(told, 0), ...readingsAt(told, 1)],
      weather: weatherBetween(told, 0, STORY_S),
      accidents: accidentsBetween(told, 0, STORY_S, "2026-05-01T08:00"),
      roster: [...rosterOf(told), ...rosterEndOf(told, START)],
    } as const;
    for (const kind of ["sensors", "weather", "accidents", "roster"] as const) {
      for (const message of byKind[kind]) expect(parseMessage(kind, message), message.id).toHaveProperty("message");
      const ids = byKind[kind].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  }
});

test("a storm warns, warns more, and ends; told in steps or at once it is the same", () => {
  const told = story("storm");
  const whole = weatherBetween(told, 0, STORY_S);
  expect(whole.map((each) => (each.type === "cancel" ? "cancel" : each.level))).toEqual(["yellow", "orange", "cancel"]);
  const steps = Array.from({ length: STORY_S }, (_, i) => weatherBetween(told, i, i + 1)).flat();
  expect(steps).toEqual(whole);
});

test("the same seed tells the same values, another seed others", () => {
  const values = (seed: number) => readingsAt(story("calm", { seed }), 5).map(({ value }) => value);
  expect(values(1)).toEqual(values(1));
  expect(values(1)).not.toEqual(values(2));
});
