import { expect, test } from "vitest";
import { markMatches } from "../../../../web/panels/search/mark-matches.ts";

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map(({ part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join("");

test("marks what was searched for, whatever its case and width", () => {
  expect(marked("DEMO-H-00001", "demo")).toBe("[DEMO]-H-00001");
  expect(marked("Ｇ111线", "g111")).toBe("[Ｇ111]线");
});

test("marks every word, everywhere", () => {
  expect(marked("北街北口", "北 口")).toBe("[北]街[北口]");
});

test("a letter that folds into several does not shift the marks", () => {
  expect(marked("№5 ﬁ北街", "北街")).toBe("№5 ﬁ[北街]");
});

test("marks nothing without a query", () => {
  expect(marked("北街", " ")).toBe("北街");
});
