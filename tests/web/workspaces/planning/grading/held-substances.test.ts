import { expect, test } from "vitest";
import {
  heldOf,
  NEW_LINE,
  offerNames,
  toHeld,
} from "../../../../../web/workspaces/planning/grading/held-substances.ts";

const line = (over: Partial<typeof NEW_LINE>) => ({ ...NEW_LINE, name: "氯", ...over });

test.each([null, 0, -1, 10_000_001, Number.NaN, Number.POSITIVE_INFINITY])("tonnes of %s are none", (tonnes) => {
  expect(toHeld(line({ tonnes }))).toBeNull();
});

test("a line without a name is left out, and empty fields are not sent", () => {
  expect(heldOf([line({ tonnes: 5 }), line({ name: " ", tonnes: 5 })])).toEqual([{ name: "氯", tonnes: 5 }]);
  expect(toHeld(line({ tonnes: 2, cas: " 7782-50-5 ", category: "J3" }))).toEqual({
    name: "氯",
    tonnes: 2,
    cas: "7782-50-5",
    category: "J3",
  });
});

test("offers what begins with the typed text before what only holds it, by name, alias and number", () => {
  expect(offerNames("氯")[0]).toBe("氯");
  expect(offerNames("7782-50-5")).toEqual(["氯"]);
  expect(offerNames("车用柴油")).toEqual(["柴油"]);
  expect(offerNames("不存在的东西")).toEqual([]);
  expect(offerNames("  ")).toEqual([]);
});
