import { expect, test } from "vitest";
import { CampaignFileProblem, readCampaign } from "#data/campaign/read-sectors.ts";

const target = {
  id: "s06-works-closed",
  title: { zh: "整治完成", en: "Works closed" },
  kind: "deadline",
  goal: { is: "exactly", value: 100, unit: "percent" },
  basis: "stated",
  start: null,
  due: { day: "2025-06-30", precision: "month-end" },
  period: null,
  subjects: ["house"],
  clause: "(三)2",
  confidence: "verified",
  needs: ["houses.state"],
};
const sector = {
  number: 6,
  id: "housing",
  title: { zh: "住建", en: "Housing" },
  plan: "住建实施方案",
  lead: "住建部门",
  targets: [target],
};
const words = {
  subjects: [{ id: "house", title: { zh: "自建房", en: "House" } }],
  columns: [{ id: "houses.state", title: { zh: "整治状态", en: "State" }, attribute: "state" }],
};
const read = (content: object, more: object = {}) =>
  readCampaign({ sectors: { "06-housing.json": content }, ...words, ...more });
const withTarget = (change: object) => ({ ...sector, targets: [target, { ...target, id: "s06-second", ...change }] });

function problemOf(call: () => unknown): CampaignFileProblem {
  try {
    call();
  } catch (error) {
    if (error instanceof CampaignFileProblem) return error;
    throw error;
  }
  throw new Error("was taken");
}

test("takes a file that is in order", () => {
  expect(read(withTarget({})).sectors[0]!.targets).toHaveLength(2);
});

test.each([
  ["a last day that the month does not have", { due: { day: "2025-06-31", precision: "day" } }, "no day"],
  ["a month's end before it ends", { due: { day: "2025-06-29", precision: "month-end" } }, "not the last"],
  ["a year's end in June", { due: { day: "2025-06-30", precision: "year-end" } }, "not the last"],
  ["the campaign's end a year early", { due: { day: "2025-12-31", precision: "campaign-end" } }, "not the last"],
  ["a precision that nobody knows", { due: { day: "2025-12-31", precision: "spring" } }, "precision"],
  ["a frequency without a period", { kind: "frequency" }, "period"],
  ["a deadline with a period", { period: { months: 3 } }, "period"],
  ["a period that does not fit a year", { kind: "frequency", period: { months: 5 } }, "period"],
  ["a goal without a number or direction", { goal: { is: "exactly", value: null, unit: "percent" } }, "goal"],
  ["a direction with a number", { goal: { is: "less", value: 3, unit: "percent" } }, "goal"],
  ["a direction called stated", { goal: { is: "less", value: null, unit: "percent" } }, "basis"],
  ["a unit that nobody knows", { goal: { is: "exactly", value: 1, unit: "bushels" } }, "unit"],
  ["a beginning after the end", { start: "2025-07-01" }, "start"],
  ["a number of ours called verified", { basis: "implied" }, "confidence"],
  ["a day of ours called verified", { due: { day: "2025-12-31", precision: "in-year" } }, "confidence"],
  ["a title in one language", { title: { zh: "整治" } }, "title"],
  ["a column more than there is", { colour: "red" }, "colour"],
  ["a subject that nobody explains", { subjects: ["tower"] }, "nobody explains tower"],
  ["a column that nobody explains", { needs: ["houses.colour"] }, "nobody explains houses.colour"],
  ["an id that is there already", { id: "s06-works-closed" }, "already"],
  ["an id of another plan", { id: "s07-works-closed" }, "does not begin with s06-"],
])("refuses %s, by file and row", (_, change, reason) => {
  const problem = problemOf(() => read(withTarget(change)));
  expect(problem.file).toBe("06-housing.json");
  expect(problem.row).toMatch(/^target 2 \(s0[67]-/);
  expect(problem.reason).toContain(reason);
});

test("refuses a row that is no row, two plans of one number, and words said twice", () => {
  expect(problemOf(() => read({ ...sector, targets: [target, 7] })).row).toBe("target 2");
  expect(problemOf(() => read({ ...sector, number: 23 })).reason).toContain("number");
  const twice = { sectors: { "06-housing.json": sector, "07-again.json": { ...sector, id: "again", targets: [] } } };
  expect(problemOf(() => readCampaign({ ...words, ...twice }))).toMatchObject({
    file: "07-again.json",
    reason: "plan 6 is there already",
  });
  const subjects = [...words.subjects, ...words.subjects];
  expect(problemOf(() => read(sector, { subjects }))).toMatchObject({
    file: "subjects.json",
    row: "subject 2 (house)",
  });
});
