import { expect, test } from "vitest";
import { createRevivalPause } from "../../../web/map/revival-pause.ts";

test("losses that follow at once wait no longer than the first while every surface has drawn", () => {
  const pauseMs = createRevivalPause();
  const pauses = Array.from({ length: 20 }, () => pauseMs(true));
  expect(new Set(pauses)).toEqual(new Set([100]));
});

test("surfaces that never draw are tried ever more rarely, twice a minute at the least, and the first that draws forgives it", () => {
  const pauseMs = createRevivalPause();
  const pauses = Array.from({ length: 12 }, () => pauseMs(false));
  expect(pauses.slice(0, 3)).toEqual([200, 400, 800]);
  expect(pauses.at(-1)).toBe(30_000);
  expect(pauseMs(true)).toBe(100);
  expect(pauseMs(false)).toBe(200);
});
