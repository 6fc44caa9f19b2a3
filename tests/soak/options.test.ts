import { expect, test } from "vitest";
import { createRandom } from "#data/demo/random.ts";
import { OptionError, parseOptions } from "./options.ts";
import { endlessPlan, planOf, USUAL_MIX } from "./plan.ts";

test("counts are done as told, and what is not named not at all", () => {
  const { counts, minutes } = parseOptions(["--switches", "2000", "--losses", "100"]);
  expect(counts).toEqual({ switches: 2000, updates: 0, losses: 100, drops: 0, restarts: 0 });
  expect(minutes).toBeNull();
});

test("a run that is told its minutes takes the usual mixture", () => {
  expect(parseOptions(["--minutes", "30"])).toMatchObject({ minutes: 30, counts: null, screens: 1 });
});

test.each([
  [["--minutes", "0"], /--minutes takes a whole number from 1 to 43200, not "0"/],
  [["--minutes", "1e3"], /--minutes takes a whole number/],
  [["--switches", "-5"], /--switches/],
  [["--switches", "1.5"], /--switches takes a whole number from 0 to 1000000/],
  [["--minutes", "5", "--screens", "200"], /--screens takes a whole number from 1 to 8, not "200"/],
  [["--minutes", "5", "--size", "big"], /--size takes 640x360 to 7680x4320/],
  [["--minutes", "5", "--size", "100x100"], /--size/],
  [["--hours", "5"], /--hours/],
  [["5"], /Unexpected argument/],
  [["--switches", "0"], /nothing would happen/],
  [[], /say for how long, or how often/],
])("refuses %j with a line that names the option", (args, line) => {
  expect(() => parseOptions(args)).toThrow(OptionError);
  expect(() => parseOptions(args)).toThrow(line);
});

test("the same seed makes the same weeks, another one others", () => {
  const plan = (seed: number) => planOf(USUAL_MIX, createRandom(seed, "soak"));
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
  expect(plan(1).filter((action) => action === "losses")).toHaveLength(USUAL_MIX.losses);
});

test("a run without counts goes on after its first mixture", () => {
  const plan = endlessPlan(createRandom(1, "soak"));
  const two = Array.from({ length: 234 }, () => plan.next().value);
  expect(two.filter((action) => action === "restarts")).toHaveLength(2);
});
