import { describe, expect, test } from "vitest";
import type { RuleOutcome, SpacingFinding } from "#data/analyses/spacing-results.ts";
import type { Conflict } from "../../../../web/api.ts";
import { missingOf, toWord } from "../../../../web/workspaces/planning/backlog/decision.ts";
import { offeredOf, shortfallOf, siftConflicts } from "../../../../web/workspaces/planning/backlog/filter-conflicts.ts";
import { conflictOf, pickConflict } from "../../../../web/workspaces/planning/backlog/pick-conflict.ts";

function rule(part: Partial<RuleOutcome>): RuleOutcome {
  return {
    ruleId: "gb50016/3.5.1/1",
    standard: "GB 50016-2014(2018)",
    clause: "3.5.1",
    hazardClass: "store-a-34",
    targetClass: "important-public",
    strength: "must",
    confidence: "verified",
    confirmed: false,
    overridden: false,
    requiredM: 50,
    requiredAtMostM: 50,
    unreducedM: null,
    claimedReduction: null,
    measuredM: 40,
    uncertaintyM: 2,
    verdict: "too-near",
    shortfallM: 10,
    reasons: [],
    ...part,
  };
}

function conflict(id: string, line: SpacingFinding["line"], rules: readonly RuleOutcome[]): Conflict {
  const side = (layer: string) => ({ layer, id: `${layer}-${id}`, code: id, name: id });
  const finding: SpacingFinding = {
    hazard: side("hazard-sources"),
    target: side("protection-targets"),
    verdict: rules[0]!.verdict,
    distanceM: 40,
    line,
    rules,
    people: null,
  };
  return {
    id,
    revision: 1,
    verdict: finding.verdict,
    distanceM: 40,
    requiredM: 50,
    shortfallM: 10,
    people: null,
    rank: 10,
    finding,
    firstSeenAt: "2026-05-01T00:00:00Z",
    lastSeenAt: null,
    goneAt: null,
    change: null,
    state: "open",
    owner: null,
    note: null,
    dueOn: null,
    decidedBy: null,
    decidedAt: null,
  };
}

const first = conflict(
  "first",
  [
    [122, 43],
    [122.001, 43],
  ],
  [rule({})],
);
const second = conflict(
  "second",
  [
    [122, 43.001],
    [122.001, 43.001],
  ],
  [
    rule({ standard: "GB 50156-2021", hazardClass: "fuel-lpg-tank", verdict: "cannot-tell" }),
    rule({ standard: "GB 50160-2008(2018)", verdict: "clear" }),
  ],
);
const both = [first, second];

describe("sifting", () => {
  test("a rule that is kept makes no conflict of its standard", () => {
    expect(siftConflicts(both, { standard: "GB 50160-2008(2018)", hazardClass: null })).toEqual([]);
    expect(siftConflicts(both, { standard: "GB 50156-2021", hazardClass: null })).toEqual([second]);
  });

  test("standard and class must be of the same rule", () => {
    expect(siftConflicts(both, { standard: "GB 50156-2021", hazardClass: "store-a-34" })).toEqual([]);
  });

  test("only what some conflict is about is offered", () => {
    expect(offeredOf(both)).toEqual({
      standards: ["GB 50016-2014(2018)", "GB 50156-2021"],
      hazardClasses: ["store-a-34", "fuel-lpg-tank"],
    });
  });
});

describe("the shortfall", () => {
  test("is sure where every case is too near", () => {
    expect(shortfallOf(first.finding)).toEqual({ shortM: 10, mayBeM: 12 });
  });

  test("is what it may be at the worst where nothing is sure", () => {
    const open = rule({ verdict: "cannot-tell", requiredM: 30, requiredAtMostM: 45, shortfallM: -10 });
    expect(shortfallOf({ ...first.finding, rules: [open] })).toEqual({ shortM: 0, mayBeM: 7 });
  });
});

describe("a click on the map", () => {
  test("opens the nearest line within a few pixels", () => {
    expect(pickConflict(both, [122.0005, 43.00002], 15)).toBe(first);
    expect(pickConflict(both, [122.0005, 43.00098], 15)).toBe(second);
    expect(pickConflict(both, [122.0005, 43.0005], 17)).toBeNull();
  });

  test("beyond the end of a line the end counts", () => {
    expect(pickConflict([first], [122.00102, 43], 17)).toBe(first);
    expect(pickConflict([first], [122.0012, 43], 17)).toBeNull();
  });

  test("finds a pair that touches at its only place", () => {
    const touching = conflict(
      "touching",
      [
        [122, 43],
        [122, 43],
      ],
      [rule({ measuredM: 0 })],
    );
    expect(pickConflict([touching], [122.00001, 43], 16)).toBe(touching);
  });

  test("on a feature opens the most urgent pair that it is a side of", () => {
    expect(conflictOf(both, { layer: "protection-targets", id: "protection-targets-second" })).toBe(second);
    expect(conflictOf(both, { layer: "protection-targets", id: "hazard-sources-second" })).toBeNull();
  });
});

describe("a decision", () => {
  const draft = { state: "accepted", owner: " ", note: " ", dueOn: "2026-06-01" } as const;

  test("is not sent without what the server asks for", () => {
    expect(missingOf(draft, "")).toEqual(["note", "by"]);
    expect(missingOf({ ...draft, state: "to-rectify", dueOn: "" }, "李工")).toEqual(["dueOn"]);
    expect(missingOf({ ...draft, state: "open" }, "李工")).toEqual([]);
  });

  test("names a day only in an order, and says nothing where nothing was written", () => {
    expect(toWord({ ...draft, note: "防火墙" }, " 李工 ", 3)).toEqual({
      state: "accepted",
      revision: 3,
      owner: null,
      note: "防火墙",
      dueOn: null,
      by: "李工",
    });
    expect(toWord({ ...draft, state: "to-rectify" }, "李工", 3).dueOn).toBe("2026-06-01");
  });
});
