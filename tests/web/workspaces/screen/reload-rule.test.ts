import { expect, test } from "vitest";
import {
  GIVE_UP_MAP_MS,
  mayReload,
  RELOAD_WITHIN_MS,
  type ReloadMoment,
} from "../../../../web/workspaces/screen/reload-rule.ts";

const at = (moment: Partial<ReloadMoment>) =>
  mayReload({ because: "tour", isBetweenScenes: false, newerForMs: null, mapAwayForMs: null, ...moment });

test("a page that is up to date stays, whatever happens on it", () => {
  expect(at({ isBetweenScenes: true })).toBe(false);
  expect(at({ mapAwayForMs: GIVE_UP_MAP_MS - 1 })).toBe(false);
});

test("a newer page is taken between two scenes, not in the middle of one", () => {
  expect(at({ newerForMs: 1 })).toBe(false);
  expect(at({ newerForMs: 1, isBetweenScenes: true })).toBe(true);
});

test("a scene that nothing follows gives way after a while", () => {
  expect(at({ because: "scene", newerForMs: RELOAD_WITHIN_MS - 1 })).toBe(false);
  expect(at({ because: "scene", newerForMs: RELOAD_WITHIN_MS })).toBe(true);
  expect(at({ because: "pause", newerForMs: RELOAD_WITHIN_MS })).toBe(true);
});

test("an alarm is not interrupted for a newer page, but for a map that is lost for good", () => {
  expect(at({ because: "alarm", newerForMs: RELOAD_WITHIN_MS, isBetweenScenes: true })).toBe(false);
  expect(at({ because: "alarm", mapAwayForMs: GIVE_UP_MAP_MS })).toBe(true);
});

test("a frozen screen keeps what it was frozen with", () => {
  expect(at({ because: "freeze", newerForMs: RELOAD_WITHIN_MS, isBetweenScenes: true })).toBe(false);
  expect(at({ because: "freeze", mapAwayForMs: GIVE_UP_MAP_MS })).toBe(false);
});
