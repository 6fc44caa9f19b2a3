import { expect, test } from "vitest";
import { placeLabels, placesAlong, textWidthMm } from "../../../../../web/workspaces/planning/opinion/place-labels.ts";

test("Chinese letters are as wide as high, Latin ones about half", () => {
  expect(textWidthMm("规划", 3)).toBe(6);
  expect(textWidthMm("12 m", 3)).toBeCloseTo(6.72);
});

test("a label moves to its next place where another one stands", () => {
  const places = [
    [10, 10],
    [10, 20],
  ] as const;
  const [first, second] = placeLabels(
    [
      { text: "abc", places },
      { text: "abd", places },
    ],
    3,
  );
  expect([first!.x, first!.y]).toEqual([10, 10]);
  expect([second!.x, second!.y]).toEqual([10, 20]);
});

test("a label that fits nowhere keeps its first place", () => {
  const wish = { text: "abc", places: [[5, 5]] as const };
  expect(placeLabels([wish, wish], 3).map(({ x, y }) => [x, y])).toEqual([
    [5, 5],
    [5, 5],
  ]);
});

test("places beside a line keep off it, whichever way it runs", () => {
  const [width, height] = [20, 3];
  for (const to of [
    [30, 0],
    [0, 30],
    [20, 20],
    [-5, 9],
    [0, 0],
  ] as const) {
    const length = Math.hypot(...to) || 1;
    const [nx, ny] = Math.hypot(...to) > 0 ? [-to[1] / length, to[0] / length] : [0, 1];
    const [x, y] = placesAlong([0, 0], to, width, height)[0]!;
    const offTheLine = Math.abs(x * nx + y * ny);
    expect(offTheLine).toBeGreaterThanOrEqual((Math.abs(nx) * width) / 2 + (Math.abs(ny) * height) / 2);
  }
});
