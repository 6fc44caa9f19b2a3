import { expect, test } from "vitest";
import type { ShadePicture } from "../../../web/map/picture.ts";
import { shadePixels, toColor } from "../../../web/map/shade-pixels.ts";

const COLORS = { plain: [1, 0, 0], good: [2, 0, 0], unsure: [3, 0, 0], bad: [4, 0, 0] } as const;

const picture = (columns: number, rows: number, cells: number[], tones: ShadePicture["tones"]): ShadePicture => ({
  columns,
  rows,
  cells: Uint8Array.from(cells),
  tones,
  corners: [],
  opacity: 1,
});

test("the southernmost row of a raster is the last row of its image, and no tone is nothing", () => {
  const pixels = shadePixels(picture(1, 3, [0, 1, 2], ["good", null, "bad"]), COLORS, 1);
  expect([...pixels].filter((_, i) => i % 4 === 0)).toEqual([4, 0, 2]);
  expect(pixels[7]).toBe(0);
});

test("every tone has a pattern of its own", () => {
  const alphas = (["good", "plain", "unsure", "bad"] as const).map((tone) =>
    shadePixels(picture(8, 8, new Array(64).fill(0), [tone]), COLORS, 8)
      .filter((_, i) => i % 4 === 3)
      .join(),
  );
  expect(new Set(alphas).size).toBe(4);
});

test("a pattern that nobody could see is left out", () => {
  const pixels = shadePixels(picture(4, 1, [0, 0, 0, 0], ["bad"]), COLORS, 2);
  expect(new Set(pixels.filter((_, i) => i % 4 === 3)).size).toBe(1);
});

test("reads colours as style sheets write them", () => {
  expect(toColor("#cc1f2f")).toEqual([204, 31, 47]);
});
