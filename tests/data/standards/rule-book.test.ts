import { describe, expect, test } from "vitest";
import { LIBRARY } from "#data/standards/library.ts";
import { readRules } from "#data/standards/read-rules.ts";
import type { RuleDecision } from "#data/standards/rule.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";

const ID = "gb50016-3.5.1-store-a-34-over-5t.civil-low";
const DAY = "2026-12-01";

const word = (kind: RuleDecision["kind"], at: string, change: Partial<RuleDecision> = {}): RuleDecision => ({
  ruleId: ID,
  kind,
  distanceM: null,
  reason: null,
  by: "王工",
  at,
  ...change,
});
const confirm = word("confirm", "2026-11-27T02:00:00Z");
const override = word("override", "2026-11-28T02:00:00Z", { distanceM: 45, reason: "自治区规定从严" });
const withdraw = word("withdraw", "2026-11-29T02:00:00Z");

const book = (decisions: readonly RuleDecision[], day = DAY) => composeRuleBook({ decisions, local: [], day });
const rowOf = (decisions: readonly RuleDecision[], day = DAY) => book(decisions, day).rules.find(({ id }) => id === ID);

const { rules: local } = readRules({
  "local.json": {
    id: "local",
    standard: "DB 15/T 1-2026",
    validFrom: "2026-11-30",
    validTo: "2026-12-31",
    measuredFrom: "stack-edge",
    measuredTo: "outer-wall",
    tables: [
      {
        id: "1",
        clause: "第1条",
        confidence: "verified",
        source: "DB 15/T 1-2026",
        columns: [{ id: "straw", hazard: "stack-straw" }],
        rows: [{ id: "village", targets: ["village"], distancesM: 100 }],
      },
    ],
  },
});

describe("the day", () => {
  const standardsOn = (day: string) => new Set(book([], day).rules.map(({ standard }) => standard));

  test("an edition is applied from its first to its last day", () => {
    expect(standardsOn("2015-04-30").has("GB 50016-2014(2018)")).toBe(false);
    expect(standardsOn("2015-05-01").has("GB 50016-2014(2018)")).toBe(true);
    expect(standardsOn("2023-05-31").has("GB 55037-2022")).toBe(false);
    expect(standardsOn("2023-06-01").has("GB 55037-2022")).toBe(true);
  });

  test("a petrol tank with vapour recovery is judged by one edition on each day", () => {
    const editionsOn = (day: string) => [
      ...new Set(
        book([], day).rules.flatMap(({ hazard, standard }) => (hazard === "fuel-petrol-tank" ? [standard] : [])),
      ),
    ];
    expect(["2014-07-28", "2021-09-30", "2021-10-01", DAY].map(editionsOn)).toEqual([
      [],
      ["GB 50156-2012(2014)"],
      ["GB 50156-2021"],
      ["GB 50156-2021"],
    ]);
  });

  test("a standing station without vapour recovery is still judged by the edition it was built under", () => {
    const rows = book([]).rules.filter(({ hazard }) => hazard === "fuel-petrol-tank-old");
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ standard }) => standard))).toEqual(new Set(["GB 50156-2012(2014)"]));
  });

  test("the site's own rows stand beside the library's on their days", () => {
    const onDay = (day: string) =>
      composeRuleBook({ decisions: [], local, day }).rules.filter(({ id }) => id === "local-1-straw.village").length;
    expect(["2026-11-29", "2026-11-30", "2026-12-31", "2027-01-01"].map(onDay)).toEqual([0, 1, 1, 0]);
  });
});

describe("an expert's word", () => {
  test("a confirmation stands beside the number", () => {
    expect(rowOf([confirm])).toMatchObject({
      distanceM: 40,
      confirmed: { by: "王工", at: confirm.at },
      overrides: null,
    });
  });

  test("an override takes the number's place and keeps the standard's in sight", () => {
    expect(rowOf([confirm, override])).toMatchObject({
      distanceM: 45,
      confirmed: { by: "王工", at: override.at },
      overrides: { distanceM: 40, reason: "自治区规定从严", by: "王工", at: override.at },
    });
  });

  test("a withdrawal leaves the row as the standard has it", () => {
    expect(rowOf([confirm, override, withdraw])).toEqual(rowOf([]));
  });

  test("the last word by its instant holds, however the words are listed", () => {
    expect(rowOf([withdraw, override, confirm])).toEqual(rowOf([confirm, override, withdraw]));
    expect(rowOf([withdraw, confirm])).toEqual(rowOf([]));
    const inShanghai = word("withdraw", "2026-11-28T09:00:00+08:00");
    expect(rowOf([override, inShanghai])).toEqual(rowOf([override]));
  });

  test("a word that came after the day is not known on it", () => {
    expect(rowOf([confirm, override], "2026-11-27")).toEqual(rowOf([confirm], "2026-11-27"));
    expect(rowOf([confirm, override], "2026-11-27")?.distanceM).toBe(40);
    expect(rowOf([confirm, override], "2026-11-28")?.distanceM).toBe(45);
  });

  test("a word on one row leaves every other row alone", () => {
    const others = (decisions: readonly RuleDecision[]) => book(decisions).rules.filter(({ id }) => id !== ID);
    expect(others([override])).toEqual(others([]));
  });
});

describe("the edition", () => {
  const editionOf = (decisions: readonly RuleDecision[], own = local, day = DAY) =>
    composeRuleBook({ decisions, local: own, day }).edition;

  test("is the same for the same source, and begins with the library's", () => {
    expect(editionOf([confirm, override])).toBe(editionOf([override, confirm]));
    expect(editionOf([], []).startsWith(LIBRARY.edition)).toBe(true);
  });

  test("differs with the number of a word, its author and its instant, as with the day and the site's own rows", () => {
    const [row] = local;
    const editions = [
      editionOf([]),
      editionOf([confirm]),
      editionOf([override]),
      editionOf([{ ...override, distanceM: 46 }]),
      editionOf([{ ...override, by: "李工" }]),
      editionOf([{ ...override, at: "2026-11-28T02:00:01Z" }]),
      editionOf([override, withdraw]),
      editionOf([], []),
      editionOf([], [{ ...row!, distanceM: 101 }]),
      editionOf([], local, "2026-12-02"),
    ];
    expect(new Set(editions).size).toBe(editions.length);
  });

  test("does not differ with a word that came after the day", () => {
    expect(editionOf([override], local, "2026-11-27")).toBe(editionOf([], local, "2026-11-27"));
  });
});
