import { expect, test } from "vitest";
import { nextCode } from "../../../../web/panels/edit/next-code.ts";

test.each([
  [["DEMO-W-00001", "DEMO-W-00900", "DEMO-W-00899"], "DEMO-W-00901"],
  [["9"], "10"],
  [["A-99", "A-100"], "A-101"],
  [["甲-1", "乙-7", "甲-2"], "甲-3"],
  [["消火栓A", ""], null],
  [[], null],
  // A number longer than any running number is an identity of another kind.
  [["91150500MA0ABC1234567890"], null],
])("after %j comes %j", (codes, next) => {
  expect(nextCode(codes)).toBe(next);
});
