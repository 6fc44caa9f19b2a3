import fc from "fast-check";
import { expect, test } from "vitest";
import { newScreenState, type ScreenCommand, ScreenCommandSchema, tellScreen } from "#data/wall/command.ts";
import { POINTED_MS, pointedAt } from "#data/wall/pointed-at.ts";
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
  fc.record({
    action: fc.constant("point" as const),
    figure: fc.option(
      fc.record({
        scene: fc.constantFrom(...PRESET_SCENES.map(({ id }) => id)),
        panel: fc.constant("attention"),
        figure: fc.constant("houses-in-use"),
      }),
    ),
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

const POINT = { scene: first!.id, panel: "attention", figure: "houses-in-use" };

test("a list opens on the scene of its figure only, and ends with the next scene, when it is closed, and with its time", () => {
  const pointed = tellScreen(fresh, { action: "point", figure: POINT }, moment(5));
  const at = (state: typeof fresh, seconds: number) => {
    const { now } = moment(seconds);
    return pointedAt(state, sceneAt(state, PRESET_SCENES, [], now), now);
  };
  expect(at(pointed, 6)).toMatchObject({ ...POINT, until: START + first!.dwellS * 1_000 });
  expect(at(pointed, first!.dwellS + 1)).toBeNull();
  expect(at(tellScreen(pointed, { action: "point", figure: null }, moment(7)), 7)).toBeNull();
  expect(at(tellScreen(pointed, { action: "show", scene: first!.id }, moment(7)), 7)).toBeNull();
  const paused = tellScreen(pointed, { action: "pause" }, moment(7));
  expect(at(paused, 5 + POINTED_MS / 1_000 - 1)?.until).toBe(START + 5_000 + POINTED_MS);
  expect(at(paused, 5 + POINTED_MS / 1_000)).toBeNull();
  expect(tellScreen(fresh, { action: "point", figure: { ...POINT, scene: second!.id } }, moment(5))).toEqual(fresh);
});

test("a frozen screen lists what is behind the figures that it keeps", () => {
  const frozen = tellScreen(fresh, { action: "freeze" }, moment(5));
  const pointed = tellScreen(frozen, { action: "point", figure: POINT }, moment(90));
  expect(pointedAt(pointed, sceneAt(pointed, PRESET_SCENES, [], START + 91_000), START + 91_000)).toMatchObject(POINT);
});

test("a state that an older version kept is read as one with no list open", () => {
  const { pointed: _, ...older } = fresh;
  expect(ScreenStateSchema.parse(older)).toEqual(fresh);
});

test.each([
  [{ action: "point" }, "figure"],
  [{ action: "explode" }, "action"],
  [{ action: "tour", scenes: [] }, "scenes"],
  [{ action: "look", extent: [Number.NaN, 0, 1, 1] }, "extent.0"],
  [{ action: "interrupt", interruptedBy: 5 }, "interruptedBy"],
])("%o is refused at %s", (command, field) => {
  expect(ScreenCommandSchema.safeParse(command).error?.issues[0]?.path.join(".")).toBe(field);
});
