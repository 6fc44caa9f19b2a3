import { expect, test } from "vitest";
import { newScreenState } from "#data/wall/command.ts";
import { readKeptState } from "#data/wall/kept-state.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";

const AT = Date.UTC(2026, 10, 1);
const fresh = newScreenState(PRESET_SCENES, AT);
const told = { ...fresh, program: { kind: "scene", scene: "houses" }, interruptedBy: 1 } as const;

test("what this version wrote is read as it is", () => {
  expect(readKeptState(told, 0)).toEqual(told);
});

test("a word that an older version did not know is as on a new screen", () => {
  const { pointed: _, ...older } = told;
  expect(readKeptState(older, AT)).toEqual(told);
  const { layers: __, ...oldest } = older;
  expect(readKeptState(oldest, AT)).toEqual(told);
});

test("a word that only a newer version knows is left out, and one that it says otherwise is as on a new screen", () => {
  expect(readKeptState({ ...told, brightness: 3, extent: "north" }, AT)).toEqual(told);
  expect(readKeptState({ ...told, program: { kind: "playlist" } }, AT)).toEqual({ ...told, program: fresh.program });
});

test.each([null, undefined, 7, "tour", []])("%j is a screen that nobody has told anything", (kept) => {
  expect(readKeptState(kept, AT)).toEqual(fresh);
});
