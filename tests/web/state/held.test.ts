import { afterEach, expect, test, vi } from "vitest";

// The page's modules read the address they were opened at.
vi.stubGlobal("location", { origin: "http://127.0.0.1", pathname: "/screen", search: "" });
const { announce, announceAll, useAnnouncements } = await import("../../../web/state/announcements.ts");
const { hold, isHeld, letGo, onLetGo, useHeld } = await import("../../../web/state/held.ts");

const AT = Date.parse("2026-11-26T08:00:00");
afterEach(letGo);

const heard = () => {
  const { alarm, conflicts, screen } = useAnnouncements.getState();
  return { alarm, conflicts, screen };
};

test("a page that holds hears of nothing but what it is told to show, and of all the rest when it follows again", () => {
  const before = heard();
  hold(AT);
  announce("alarm", null);
  announce("screen", null);
  announceAll();
  expect(heard()).toEqual({ ...before, screen: before.screen + 2 });
  letGo();
  expect(heard()).toEqual({ alarm: before.alarm + 1, conflicts: before.conflicts + 1, screen: before.screen + 3 });
  announce("alarm", null);
  expect(heard().alarm).toBe(before.alarm + 2);
});

test("the instant is that of the first holding, and its day stays after midnight", () => {
  hold(AT);
  hold(AT + 86_400_000);
  expect(useHeld.getState()).toEqual({ since: AT, day: "2026-11-26" });
  const follow = vi.fn();
  const end = onLetGo(follow);
  letGo();
  letGo();
  expect(follow).toHaveBeenCalledTimes(1);
  expect(isHeld()).toBe(false);
  end();
});
