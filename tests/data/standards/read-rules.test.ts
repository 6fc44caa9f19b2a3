import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBand, inBand } from "#data/standards/bands.ts";
import { RuleFileProblem, readRules } from "#data/standards/read-rules.ts";
import gb50016 from "../../../data/standards/rules/gb50016.json" with { type: "json" };

const column = { id: "small", hazard: "store-a-34", band: { quantity: "tonnes", upTo: 5 } };
const large = { id: "large", hazard: "store-a-34", band: { quantity: "tonnes", above: 5 } };
const row = { id: "low", targets: ["civil-low-12", "civil-low-3"], distancesM: [30, 40] };
const table = {
  id: "9",
  clause: "表9",
  confidence: "memory",
  source: "S08",
  columns: [column, large],
  rows: [row],
};
const file = {
  id: "local",
  standard: "DB 15/T 1-2026",
  validFrom: "2026-01-01",
  measuredFrom: "outer-wall",
  measuredTo: "outer-wall",
  tables: [table],
};

const withTable = (change: object) => ({ ...file, tables: [{ ...table, ...change }] });
const withRow = (change: object) => withTable({ rows: [{ ...row, ...change }] });
const withColumn = (change: object) => withTable({ columns: [column, { ...large, ...change }] });

function problemOf(content: unknown, taken?: ReadonlySet<string>): RuleFileProblem {
  try {
    readRules({ "local.json": content }, taken);
  } catch (error) {
    if (error instanceof RuleFileProblem) return error;
    throw error;
  }
  throw new Error("was taken");
}

test("a table becomes one row for each number, with what was stated once", () => {
  const { rules } = readRules({ "local.json": file });
  expect(rules.map(({ id, distanceM }) => [id, distanceM])).toEqual([
    ["local-9-small.low", 30],
    ["local-9-large.low", 40],
  ]);
  expect(rules[1]).toEqual({
    id: "local-9-large.low",
    standard: "DB 15/T 1-2026",
    clause: "表9",
    validFrom: "2026-01-01",
    validTo: null,
    hazard: "store-a-34",
    band: { quantity: "tonnes", above: 5 },
    targets: ["civil-low-12", "civil-low-3"],
    distanceM: 40,
    timesHeight: null,
    measuredFrom: "outer-wall",
    measuredTo: "outer-wall",
    strength: "must",
    confidence: "memory",
    source: "S08",
    note: null,
  });
});

test("the nearest statement holds: of the number, the row, the column, the table, the file", () => {
  const said = (source: string) => ({ source });
  const levels = (cell: object, ofRow: object, ofColumn: object) =>
    readRules({
      "local.json": withTable({
        columns: [{ ...column, ...ofColumn }],
        rows: [{ ...row, ...ofRow, distancesM: [{ distanceM: 30, ...cell }] }],
      }),
    }).rules[0]!.source;
  expect(levels({}, {}, {})).toBe("S08");
  expect(levels({}, {}, said("S09"))).toBe("S09");
  expect(levels({}, said("S10"), said("S09"))).toBe("S10");
  expect(levels(said("S11"), said("S10"), said("S09"))).toBe("S11");
});

test("notes add up from the table to the number", () => {
  const note = (zh: string) => ({ note: { zh, en: `${zh}.` } });
  const { rules } = readRules({
    "local.json": withTable({ ...note("甲"), rows: [{ ...row, ...note("乙"), distancesM: [30, null] }] }),
  });
  expect(rules.map((rule) => rule.note)).toEqual([{ zh: "甲乙", en: "甲. 乙." }]);
});

test("a dash of the standard is no row, and one number may stand for all columns", () => {
  expect(readRules({ "local.json": withRow({ distancesM: [null, 40] }) }).rules).toHaveLength(1);
  expect(readRules({ "local.json": withRow({ distancesM: 50 }) }).rules.map(({ distanceM }) => distanceM)).toEqual([
    50, 50,
  ]);
});

describe("a file is refused by its row", () => {
  const HERE = "table 1 (9), row 1 (low), column 2 (large)";
  test.each<[string, unknown, string, RegExp]>([
    ["a missing clause", withTable({ clause: undefined }), "table 1 (9), row 1 (low), column 1 (small)", /^clause: /],
    ["a missing source", withTable({ source: undefined }), "table 1 (9), row 1 (low), column 1 (small)", /^source: /],
    [
      "no point to measure to",
      { ...file, measuredTo: undefined },
      "table 1 (9), row 1 (low), column 1 (small)",
      /^measuredTo: /,
    ],
    ["an unknown hazard class", withColumn({ hazard: "volcano" }), HERE, /^hazard: /],
    [
      "an unknown target class",
      withRow({ targets: ["civil-low-12", "moon"] }),
      "table 1 (9), row 1 (low), column 1 (small)",
      /^targets: /,
    ],
    [
      "a class named twice",
      withRow({ targets: ["tank-c", "tank-c"] }),
      "table 1 (9), row 1 (low), column 1 (small)",
      /twice/,
    ],
    ["an unknown point of measuring", withColumn({ measuredFrom: "chimney" }), HERE, /^measuredFrom: /],
    ["a band without an end", withColumn({ band: { quantity: "tonnes" } }), HERE, /band: has no end/],
    [
      "a band with two lower ends",
      withColumn({ band: { quantity: "tonnes", from: 5, above: 5 } }),
      HERE,
      /two lower ends/,
    ],
    ["an empty band", withColumn({ band: { quantity: "tonnes", above: 9, upTo: 8 } }), HERE, /band: no amount/],
    ["a distance of nothing", withRow({ distancesM: [30, 0] }), HERE, /^distanceM: /],
    ["a distance that is text", withRow({ distancesM: [30, "40"] }), HERE, /./],
    ["a word that no row knows", withRow({ distanceM: 30 }), "table 1 (9), row 1 (low)", /distanceM/],
    ["too few numbers", withRow({ distancesM: [30] }), "table 1 (9), row 1 (low)", /has 1 distances for 2 columns/],
    [
      "an end before the beginning",
      withRow({ validTo: "2025-12-31" }),
      "table 1 (9), row 1 (low), column 1 (small)",
      /validTo 2025-12-31 is before validFrom 2026-01-01/,
    ],
    [
      "a day that there is not",
      withRow({ validTo: "2026-02-30" }),
      "table 1 (9), row 1 (low), column 1 (small)",
      /^validTo: /,
    ],
    [
      "a duplicated id",
      withTable({ rows: [row, { ...row, targets: ["tank-c"] }] }),
      "table 1 (9), row 2 (low), column 1 (small)",
      /the id local-9-small.low is there already/,
    ],
    [
      "overlapping bands",
      withColumn({ band: { quantity: "tonnes", from: 5 } }),
      HERE,
      /its band overlaps that of local-9-small.low/,
    ],
    ["a row without a band beside one with", withColumn({ band: undefined }), HERE, /overlaps/],
    [
      "a relief without a condition",
      { ...file, reductions: [{ id: "local-relief" }] },
      "reduction 1 (local-relief)",
      /^clause: /,
    ],
    ["no table", { ...file, tables: undefined }, "", /^tables: /],
    ["no object", null, "", /./],
  ])("%s", (_, content, place, reason) => {
    const problem = problemOf(content);
    expect([problem.file, problem.row]).toEqual(["local.json", place]);
    expect(problem.reason).toMatch(reason);
    expect(problem.message).toContain("local.json");
  });

  test("an id that another file holds already", () => {
    expect(problemOf(file, new Set(["local-9-large.low"])).row).toBe(HERE);
  });

  test("a clause taken out of the library names the table of the library", () => {
    const [first, ...others] = gb50016.tables;
    const { clause: _, ...without } = first!;
    const broken = { ...gb50016, tables: [without, ...others] };
    expect(() => readRules({ "gb50016.json": broken })).toThrow(
      /^gb50016\.json: table 1 \(3\.5\.1\), row 1 .*: clause: /,
    );
  });
});

test("bands that meet in amount but not in time stand side by side", () => {
  const earlier = { ...row, id: "earlier", validTo: "2026-06-30" };
  const later = { ...row, id: "later", validFrom: "2026-07-01" };
  expect(readRules({ "local.json": withTable({ rows: [earlier, later] }) }).rules).toHaveLength(4);
  expect(problemOf(withTable({ rows: [earlier, { ...later, validFrom: "2026-06-30" }] })).reason).toMatch(/overlaps/);
});

test("bands of different quantities stand side by side", () => {
  const content = withColumn({ band: { quantity: "volumeM3", upTo: 5 } });
  expect(readRules({ "local.json": content }).rules).toHaveLength(2);
});

test("two bands are refused exactly when an amount lies in both", () => {
  const end = fc.integer({ min: 0, max: 4 });
  const band = fc
    .record({ low: end, lowIn: fc.boolean(), high: fc.integer({ min: 1, max: 5 }), highIn: fc.boolean() })
    .map(({ low, lowIn, high, highIn }) => ({
      quantity: "tonnes" as const,
      ...(lowIn ? { from: low } : { above: low }),
      ...(highIn ? { upTo: high } : { below: high }),
    }))
    .filter((made) => checkBand(made) === null);
  // Ends are whole numbers, so every way for two bands to meet shows at a multiple of a half.
  const amounts = Array.from({ length: 12 }, (_, at) => at / 2);
  fc.assert(
    fc.property(band, band, (one, other) => {
      const meet = amounts.some((amount) => inBand(one, amount) && inBand(other, amount));
      const content = withTable({
        columns: [
          { ...column, band: one },
          { ...large, band: other },
        ],
      });
      if (meet) expect(problemOf(content).reason).toMatch(/overlaps/);
      else expect(readRules({ "local.json": content }).rules).toHaveLength(2);
    }),
  );
});
