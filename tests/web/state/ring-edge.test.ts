import { expect, test } from "vitest";
import { edgeCrossed } from "../../../web/state/ring-edge.ts";

const RADII = [100, 300];

test("a position error that reaches an edge from outside may bring the feature in", () => {
  expect(edgeCrossed({ distanceM: 104, positionErrorM: 5 }, RADII)).toEqual({ radiusM: 100, mayBe: "within" });
});

test("one that reaches it from inside may take the feature out", () => {
  expect(edgeCrossed({ distanceM: 296, positionErrorM: 5 }, RADII)).toEqual({ radiusM: 300, mayBe: "beyond" });
});

test("of two edges within reach the nearer one is named", () => {
  expect(edgeCrossed({ distanceM: 180, positionErrorM: 500 }, RADII)?.radiusM).toBe(100);
});

test.each([
  { distanceM: 105, positionErrorM: 5 },
  { distanceM: 200, positionErrorM: 50 },
  { distanceM: 100, positionErrorM: null },
])("$distanceM m ± $positionErrorM m crosses none", (finding) => {
  expect(edgeCrossed(finding, RADII)).toBeNull();
});
