import { expect, test } from "vitest";
import { addFeature, NO_SELECTION, removeArea, removeFeature } from "../../../web/state/selection-edit.ts";
import { type FeatureKey, MOST_IDS, parseView, type View } from "../../../web/state/view.ts";

const key = (n: number): FeatureKey => ({
  layer: "houses",
  id: `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
});
const AREA: View["selection"]["areas"][number] = [
  [122, 43],
  [123, 43],
  [123, 44],
];
const many = Array.from({ length: MOST_IDS }, (_, n) => key(n));

test("a feature is added once and taken out again", () => {
  const added = addFeature(addFeature(NO_SELECTION, key(1)), key(1));
  expect(added.plus).toEqual([key(1)]);
  expect(removeFeature(added, key(1))).toEqual(NO_SELECTION);
});

test("a feature that both an area and its name select is gone when it is removed", () => {
  const removed = removeFeature({ areas: [AREA], plus: [key(1)], minus: [] }, key(1));
  expect(removed).toEqual({ areas: [AREA], plus: [], minus: [key(1)] });
});

test("adding a removed feature brings it back", () => {
  expect(addFeature({ areas: [AREA], plus: [], minus: [key(1)] }, key(1))).toEqual({
    areas: [AREA],
    plus: [key(1)],
    minus: [],
  });
});

test("what was removed from areas is forgotten with the last area", () => {
  const two = { areas: [AREA, AREA], plus: [], minus: [key(1)] };
  expect(removeArea(two, 0).minus).toEqual([key(1)]);
  expect(removeArea(removeArea(two, 0), 0)).toEqual(NO_SELECTION);
});

test("no more are named than a link brings back", () => {
  const full = { areas: [AREA], plus: many, minus: many };
  const other = key(MOST_IDS + 1);
  expect(addFeature(full, other)).toBe(full);
  expect(removeFeature(full, other)).toBe(full);
  expect(parseView({ selection: full }).selection).toEqual(full);
});
