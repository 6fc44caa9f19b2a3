import { expect, test } from "vitest";
import { LINE_EM, linesThatFit } from "../../../../web/workspaces/screen/lines-that-fit.ts";

test("a list that fits is whole; of a longer one the last line says how many follow", () => {
  expect(linesThatFit(4 * LINE_EM, 4)).toBe(4);
  expect(linesThatFit(4 * LINE_EM, 5)).toBe(3);
  expect(linesThatFit(4.9 * LINE_EM, 5)).toBe(3);
  expect(linesThatFit(0.5, 5)).toBe(0);
});
