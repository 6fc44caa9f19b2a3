import fc from "fast-check";
import { expect, test } from "vitest";
import { newScreenState, type ScreenCommand, ScreenCommandSchema, tellScreen } from "#data/wall/command.ts";
import { sceneAt } from "#data/wall/scene-at.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import { ScreenStateSchema } from "#data/wall/screen-state.ts";

const START = Date.parse("2026-11-26T08:00:00Z");
const moment = (seconds: number) => ({ scenes: PRESET_SCENES, alarms: [], now: START + seconds * 1_000 });
const fresh = newScreenState(PRESET_SCENES, START);
const [first, second] = PRESET_SCENES;

const commands: fc.Arbitrary<ScreenCommand> = fc.oneof(
  fc.record({ action: fc.constant("show" as const), scene: fc.constantFrom(...PRESET_SCENES.map(({ id }) => id)) }),
  fc.record({
    action: fc.constant("tour" as const),
    scenes: fc.array(fc.constantFrom(...PRESET_SCENES.map(({ id }) => id)), { minLength: 1, maxLength: 4 }),
  }),
  fc.constantFrom("pause", "resume", "freeze", "thaw").map((action) => ({ action }) as ScreenCommand),
  fc.record({
    action: fc.constant("interrupt" as const),
    interruptedBy: fc.constantFrom(1 as const, 4 as const, null),
  }),
  fc.record({
    action: fc.constant("look" as const),
    extent: fc.option(fc.constant([122.2, 43.6, 122.3, 43.7] as [number, number, number, number])),
  }),
);

test("whatever is said in whatever order, the state is one that a screen can read, and one scene stands", () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 20 }), (said) => {
      const state = said.reduce((before, command, second) => tellScreen(before, command, moment(second * 7)), fresh);
      expect(ScreenStateSchema.parse(state)).toEqual(state);
      expect(PRESET_SCENES.map(({ id }) => id)).toContain(sceneAt(state, PRESET_SCENES, [], START + 200_000).scene);
    }),
  );
});

test("a frozen screen holds the scene of that moment, and thawed stands where its tour has come to", () => {
  const later = first!.dwellS + 1;
  const frozen = tellScreen(fresh, { action: "freeze" }, moment(later));
  expect(sceneAt(frozen, PRESET_SCENES, [], START + 3_600_000).scene).toBe(second!.id);
  expect(tellScreen(frozen, { action: "freeze" }, moment(later + 5))).toEqual(frozen);
  expect(tellScreen(frozen, { action: "thaw" }, moment(later + 9))).toEqual(fresh);
});

test("a new scene brings its own place, time and layers; what is not named otherwise stays", () => {
  const looked = tellScreen(fresh, { action: "look", extent: [1, 2, 3, 4] }, moment(1));
  expect(looked).toEqual({ ...fresh, extent: [1, 2, 3, 4] });
  const shown = tellScreen(looked, { action: "show", scene: "houses" }, moment(2));
  expect(shown).toEqual({ ...fresh, program: { kind: "scene", scene: "houses" } });
  expect(tellScreen(shown, { action: "pause" }, moment(3))).toEqual(shown);
});

test.each([
  [{ action: "explode" }, "action"],
  [{ action: "tour", scenes: [] }, "scenes"],
  [{ action: "look", extent: [Number.NaN, 0, 1, 1] }, "extent.0"],
  [{ action: "interrupt", interruptedBy: 5 }, "interruptedBy"],
])("%o is refused at %s", (command, field) => {
  expect(ScreenCommandSchema.safeParse(command).error?.issues[0]?.path.join(".")).toBe(field);
});
