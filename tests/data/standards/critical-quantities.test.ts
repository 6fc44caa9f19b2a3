import { describe, expect, test } from "vitest";
import { HAZARD_CATEGORIES } from "#data/standards/critical-quantities/categories.ts";
import { findSubstance } from "#data/standards/critical-quantities/find-substance.ts";
import { NAMED_GASES } from "#data/standards/critical-quantities/named-gases.ts";
import { NAMED_SUBSTANCES } from "#data/standards/critical-quantities/named-substances.ts";

/** Q of rows 1 to 85 in order, tonnes. */
const TABLE_1 = [
  10, 1, 1, 20, 1, 0.3, 10, 5, 1, 5, 20, 5, 20, 1, 1, 1, 10, 20, 20, 1, 20, 20, 100, 1, 1, 75, 20, 20, 20, 0.75, 0.5,
  0.5, 0.5, 5, 5, 1, 1, 1, 10, 50, 50, 50, 5, 50, 200, 1000, 5, 50, 50, 50, 5, 50, 5, 1, 50, 200, 50, 500, 500, 50, 50,
  500, 10, 500, 500, 200, 500, 10, 500, 500, 10, 10, 50, 1, 1, 20, 20, 100, 100, 20, 100, 50, 100, 1, 10,
];

describe("table 1", () => {
  test("has the 85 rows with the critical quantities of the standard", () => {
    expect(NAMED_SUBSTANCES.map(({ row }) => row)).toEqual(Array.from({ length: 85 }, (_, i) => i + 1));
    expect(NAMED_SUBSTANCES.map(({ tonnes }) => tonnes)).toEqual(TABLE_1);
  });

  test("has CAS numbers whose check digit is right", () => {
    const numbers = NAMED_SUBSTANCES.flatMap(({ forms }) => forms.flatMap(({ cas }) => cas ?? []));
    expect(numbers.length).toBeGreaterThan(80);
    expect(numbers.filter((cas) => !isCas(cas))).toEqual([]);
    expect(isCas("7664-41-8")).toBe(false);
  });

  test("has no name twice, in any spelling", () => {
    const names = NAMED_SUBSTANCES.flatMap(({ forms }) => forms.flatMap((form) => form.names));
    const spelled = names.map((name) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, ""));
    expect(spelled.filter((name, i) => spelled.indexOf(name) !== i)).toEqual([]);
  });

  test("is found by each of its names, with and without the number", () => {
    for (const row of NAMED_SUBSTANCES)
      for (const form of row.forms)
        for (const name of form.names) {
          expect(findSubstance(name), name).toMatchObject({ kind: "row", row: { row: row.row } });
          expect(findSubstance(name, form.cas ?? undefined), name).toMatchObject({
            kind: "row",
            form: { cas: form.cas },
          });
        }
  });
});

test("table 2 and table 4 hold 24 categories", () => {
  const shown = HAZARD_CATEGORIES.map(({ symbol, tonnes, beta }) => `${symbol} ${tonnes} ${beta}`);
  expect(shown).toEqual([
    "J1 5 4",
    "J2 50 1",
    "J3 50 2",
    "J4 50 2",
    "J5 500 1",
    "W1.1 1 2",
    "W1.2 10 2",
    "W1.3 50 2",
    "W2 10 1.5",
    "W3 150 1",
    "W4 50 1",
    "W5.1 10 1.5",
    "W5.2 50 1",
    "W5.3 1000 1",
    "W5.4 5000 1",
    "W6.1 10 1.5",
    "W6.2 50 1",
    "W7.1 10 1.5",
    "W7.2 50 1",
    "W8 50 1",
    "W9.1 50 1",
    "W9.2 200 1",
    "W10 200 1",
    "W11 200 1",
  ]);
});

test("table 3 names the 14 gases with their β, each on its row of table 1", () => {
  expect(NAMED_GASES.map(({ name, beta }) => `${name} ${beta}`)).toEqual([
    "一氧化碳 2",
    "二氧化硫 2",
    "氨 2",
    "环氧乙烷 2",
    "氯化氢 3",
    "溴甲烷 3",
    "氯 4",
    "硫化氢 5",
    "氟化氢 5",
    "二氧化氮 10",
    "氰化氢 10",
    "碳酰氯 20",
    "磷化氢 20",
    "异氰酸甲酯 20",
  ]);
  for (const { name, row } of NAMED_GASES) expect(findSubstance(name)).toMatchObject({ kind: "row", row: { row } });
});

describe("finding a substance", () => {
  test.each([
    ["液氨", 1],
    ["液氯", 12],
    ["LPG", 52],
    ["lng", 49],
    ["天然气", 49],
    ["甲烷", 49],
    [" 氨 ", 1],
    ["硝酸（＞70%）", 81],
    ["ＴＮＴ", 35],
    ["1，3-丁二烯", 47],
  ])("%s is row %d", (name, row) => {
    expect(findSubstance(name)).toMatchObject({ kind: "row", row: { row } });
  });

  test("a CAS number finds a trade name", () => {
    expect(findSubstance("冷冻机用氨", "7664-41-7")).toMatchObject({ kind: "row", row: { row: 1 } });
    expect(findSubstance("某牌车用油品", "68334-30-5")).toMatchObject({
      kind: "category",
      substance: { category: "W5.4", confidence: "memory" },
    });
  });

  test.each([
    ["盐酸", "7647-01-0"],
    ["氢氟酸", "7664-39-3"],
    ["氨水", "7664-41-7"],
    ["氨溶液(10%)", "7664-41-7"],
    ["福尔马林", "50-00-0"],
    ["硝酸", "7697-37-2"],
  ])("%s shares the number %s with a row and is not it", (name, cas) => {
    expect(findSubstance(name, cas).kind).toBe("unknown");
    expect(findSubstance(name).kind).toBe("unknown");
  });

  test("what could be several rows is asked", () => {
    const nitrate = { kind: "unknown", why: "several" };
    expect(findSubstance("硝酸铵")).toMatchObject(nitrate);
    expect(findSubstance("硝酸铵", "6484-52-2")).toMatchObject({
      ...nitrate,
      nearest: ["硝酸铵(可燃物>0.2%)", "硝酸铵(可燃物≤0.2%)"],
    });
    const cellulose = findSubstance("硝化棉", "9004-70-0");
    expect(cellulose).toMatchObject(nitrate);
    expect(cellulose.kind === "unknown" && cellulose.nearest).toHaveLength(6);
  });

  test("a name and a number of different rows disagree", () => {
    expect(findSubstance("甲醇", "64-17-5")).toEqual({ kind: "unknown", why: "disagree", nearest: ["甲醇", "乙醇"] });
  });

  test("a number that the tables do not hold leaves the name to decide", () => {
    expect(findSubstance("甲醇", "000-00-0")).toMatchObject({ kind: "row", row: { row: 65 } });
  });

  test.each(["煤油", "三氯氢硅", "", "水"])("%s is unknown", (name) => {
    expect(findSubstance(name)).toMatchObject({ kind: "unknown", why: "not-listed" });
  });

  test("a slip of the pen is offered the name that it means, and not taken for it", () => {
    expect(findSubstance("液化石油汽")).toMatchObject({
      kind: "unknown",
      nearest: expect.arrayContaining(["液化石油气"]),
    });
  });
});

/** The last digit is the sum of the others, each times its place from the right, modulo 10. */
function isCas(cas: string): boolean {
  const digits = cas.replaceAll("-", "");
  const body = [...digits.slice(0, -1)].reverse();
  const sum = body.reduce((total, digit, i) => total + Number(digit) * (i + 1), 0);
  return sum % 10 === Number(digits.at(-1));
}
