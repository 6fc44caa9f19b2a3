import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#data/campaign/calendar.ts";
import { getTarget } from "#data/campaign/library.ts";
import { measureTarget } from "#data/campaign/measure-target.ts";
import { findMeasure } from "#data/campaign/measures/index.ts";
import { makeSnapshot, point } from "../../support/make-snapshot.ts";

type House = Readonly<Record<string, string | number | null>>;

const ledger = (houses: readonly House[]) =>
  makeSnapshot(
    "houses",
    houses.map((attributes) => ({ geometry: point(122.26, 43.62), attributes })),
  );
const ask = (target: string, houses: readonly House[], today: string) =>
  measureTarget(getTarget(target), findMeasure(target)!, ledger(houses), { today, limit: 10 });
const standing = (houses: readonly House[], today: string, target = "s06-house-campaign-complete") =>
  ask(target, houses, today).standing;

const closed = (closedOn: string | null): House => ({ grade: "D", state: "closed", closedOn });
const open: House = { grade: "C", state: "working" };

describe("the campaign of self-built houses, due on 30 June 2025", () => {
  const due = "2025-06-30";

  test("counts down to the last day, which still belongs to it", () => {
    expect(standing([open], "2025-06-29")).toEqual({ kind: "countdown", due, daysLeft: 1, reached: "no" });
    expect(standing([open], "2025-06-30")).toEqual({ kind: "countdown", due, daysLeft: 0, reached: "no" });
    expect(standing([open, closed("2025-06-01")], "2025-07-01")).toEqual({
      kind: "late",
      due,
      daysOver: 1,
      features: { low: 1, high: 1 },
    });
  });

  test("is done on the day on which the last file was closed", () => {
    const all = [closed("2025-06-30"), closed("2024-11-05")];
    expect(standing(all, "2025-06-30")).toEqual({ kind: "done", due, on: "2025-06-30", inTime: true });
    expect(standing(all, "2026-01-01")).toEqual({ kind: "done", due, on: "2025-06-30", inTime: true });
  });

  test("is done late from the first day after the last", () => {
    const all = [closed("2025-07-01"), closed("2024-11-05")];
    expect(standing(all, "2026-01-01")).toEqual({ kind: "done-late", due, on: "2025-07-01", daysOver: 1 });
  });

  test("a file that is closed on a later day is not closed yet", () => {
    expect(standing([closed("2025-07-01")], "2025-06-30")).toMatchObject({ kind: "countdown", reached: "no" });
  });

  test("done on an unknown day, where a closed file has none", () => {
    const all = [closed(null), closed("2025-06-01")];
    expect(standing(all, "2026-01-01")).toEqual({ kind: "done", due, on: null, inTime: null });
    expect(standing(all, "2025-06-30"), "before the end it is in time on any day").toMatchObject({ inTime: true });
  });

  test("late for certain where one known day is late already", () => {
    const all = [closed(null), closed("2025-07-09")];
    expect(standing(all, "2026-01-01")).toEqual({ kind: "done-late", due, on: null, daysOver: null });
  });

  test("works that are done and not signed off are not closed", () => {
    expect(standing([{ grade: "C", state: "done" }], "2025-07-01").kind).toBe("late");
  });

  test.each<[string, House]>([
    ["state", { grade: "C" }],
    ["appraisal", { grade: "none", state: "working" }],
    ["grade or self-check", {}],
  ])("without a %s nobody can tell, and before the last day it counts down", (_, house) => {
    const houses = [closed("2025-01-01"), house];
    expect(standing(houses, "2025-07-01")).toEqual({ kind: "cannot-tell", due, daysOver: 1 });
    expect(standing(houses, "2025-06-30")).toMatchObject({ kind: "countdown", reached: "unknown" });
    expect(ask("s06-house-campaign-complete", houses, "2025-07-01").measured).toMatchObject({
      value: { low: 0.5, high: 1 },
      behind: { count: 0 },
      unknown: { count: 1 },
    });
  });

  test("a gap does not hide a house that is open for certain", () => {
    expect(standing([open, {}, { grade: "C" }], "2025-07-01")).toMatchObject({ features: { low: 1, high: 3 } });
  });

  test.each<[string, House]>([
    ["safe", { grade: "A", state: "open" }],
    ["of grade B", { grade: "B" }],
    ["found clear by its self-check", { grade: "none", selfCheck: "none" }],
  ])("a house that is %s has no part in it", (_, house) => {
    expect(standing([house], "2025-07-01")).toEqual({ kind: "no-data", reason: "no-feature", daysLeft: null });
    expect(standing([house, closed("2025-01-01")], "2025-07-01").kind).toBe("done");
  });

  test("works on a house that should need none leave open whether it has a part", () => {
    expect(standing([{ grade: "B", state: "working" }, closed("2025-01-01")], "2025-07-01").kind).toBe("cannot-tell");
  });

  test("an empty ledger proves nothing", () => {
    expect(standing([], "2025-06-01")).toEqual({ kind: "no-data", reason: "no-feature", daysLeft: 29 });
  });

  test("lists up to the limit and counts all", () => {
    const { measured } = measureTarget(
      getTarget("s06-house-campaign-complete"),
      findMeasure("s06-house-campaign-complete")!,
      ledger([open, open, open, {}]),
      { today: "2025-07-01", limit: 2 },
    );
    expect(measured.behind).toMatchObject({ role: "unmet", count: 3 });
    expect(measured.behind.listed.map(({ code }) => code)).toEqual(["N0", "N1"]);
    expect(measured.unknown.listed.map(({ code }) => code)).toEqual(["N3"]);
    expect(measured.of).toEqual({ low: 3, high: 4 });
  });
});

const house: fc.Arbitrary<House> = fc.record({
  grade: fc.constantFrom("A", "C", "D", "none", null),
  selfCheck: fc.constantFrom("none", "serious", null),
  state: fc.constantFrom("working", "closed", null),
  closedOn: fc.constantFrom("2025-06-29", "2025-06-30", "2025-07-01", "2025-07-02"),
});

test("tells of every ledger what filling its gaps in every way would tell", () => {
  const days = fc.integer({ min: -2, max: 3 }).map((n) => addDays("2025-06-30", n));
  fc.assert(
    fc.property(fc.array(house, { minLength: 1, maxLength: 4 }), days, (houses, today) => {
      const outcomes = new Set(everyLedger(houses).map((filled) => slowly(filled, today)));
      const answer = standing(houses, today);
      const some = [...outcomes].filter((outcome) => outcome !== "nothing");
      if (answer.kind === "no-data") expect(some).toEqual([]);
      else if (answer.kind === "done") expect(some).not.toContain("open");
      else if (answer.kind === "done-late") expect(some).toEqual(["late"]);
      else if (answer.kind === "late") expect([...outcomes]).toEqual(["open"]);
      else {
        expect(answer.kind).toBe(today > "2025-06-30" ? "cannot-tell" : "countdown");
        const isSure = answer.kind === "countdown" && answer.reached === "no";
        if (isSure) expect([...outcomes]).toEqual(["open"]);
        else expect(outcomes.size).toBeGreaterThan(1);
      }
      if (answer.kind === "done" && answer.inTime) expect(some).toEqual(["in time"]);
    }),
  );
});

/** The ledgers without gaps that a ledger may be: an unknown grade is A or D, an unknown state working, or closed on its day. */
function everyLedger(houses: readonly House[]): House[][] {
  return houses.reduce<House[][]>(
    (ledgers, each) => {
      const isClear = (each.grade === "none" || each.grade === null) && each.selfCheck === "none";
      const grades =
        each.grade === "none" || each.grade === null
          ? isClear && each.state !== "working"
            ? ["A"]
            : ["A", "D"]
          : [each.grade!];
      const states = each.state === null ? ["working", "closed"] : [each.state!];
      const ways = grades.flatMap((grade) => states.map((state) => ({ ...each, grade, state })));
      return ledgers.flatMap((ledger) => ways.map((way) => [...ledger, way]));
    },
    [[]],
  );
}

function slowly(houses: readonly House[], today: string): "nothing" | "open" | "in time" | "late" {
  const dangerous = houses.filter(({ grade }) => grade === "C" || grade === "D");
  if (dangerous.length === 0) return "nothing";
  const isOpen = ({ state, closedOn }: House) => state !== "closed" || String(closedOn) > today;
  if (dangerous.some(isOpen)) return "open";
  return dangerous.every(({ closedOn }) => String(closedOn) <= "2025-06-30") ? "in time" : "late";
}

describe("other self-built houses, due on 31 December 2024", () => {
  const other = (houses: readonly House[], today: string) => standing(houses, today, "s06-other-houses-remediated");

  test("leaves out those in business", () => {
    expect(
      other(
        [
          { ...open, use: "business" },
          { ...closed("2024-12-31"), use: "own" },
        ],
        "2025-01-01",
      ),
    ).toMatchObject({
      kind: "done",
      on: "2024-12-31",
    });
  });

  test("cannot tell as long as a let house is open", () => {
    expect(
      other(
        [
          { ...open, use: "rent" },
          { ...closed("2024-12-31"), use: "own" },
        ],
        "2025-01-01",
      ).kind,
    ).toBe("cannot-tell");
  });
});

describe("nobody in dangerous houses", () => {
  const id = "s06-no-people-in-dangerous-houses";
  const inUse = (...houses: readonly House[]) => ask(id, houses, "2026-11-26");
  const reached = (...houses: readonly House[]) => {
    const { standing } = inUse(...houses);
    return standing.kind === "running" ? standing.reached : standing.kind;
  };

  test.each<[string, House, "yes" | "no" | "unknown"]>([
    ["people", { grade: "D", people: 3 }, "no"],
    ["people in one called empty", { grade: "D", people: 3, use: "empty" }, "no"],
    ["a business, whoever lives there", { grade: "C", people: 0, use: "business" }, "no"],
    ["a use, people not counted", { grade: "C", use: "own" }, "no"],
    ["a use and nobody", { grade: "C", use: "own", people: 0 }, "unknown"],
    ["neither", { grade: "C" }, "unknown"],
    ["an empty house", { grade: "D", use: "empty", people: 0 }, "yes"],
    ["a closed file", { grade: "D", people: 3, state: "closed" }, "yes"],
    ["a house of grade B", { grade: "B", people: 3 }, "yes"],
    ["a house that nobody appraised", { grade: "none", people: 3 }, "unknown"],
    ["one that its self-check cleared", { grade: "none", selfCheck: "none", people: 3 }, "yes"],
  ])("%s", (_, each, answer) => {
    expect(reached(each)).toBe(answer);
  });

  test("has no last day, so it holds as of today; an empty ledger proves nothing", () => {
    expect(inUse({ grade: "A" }).standing).toMatchObject({
      kind: "running",
      period: null,
      daysLeft: null,
      before: null,
    });
    expect(reached()).toBe("no-data");
  });

  test("counts the houses for certain and those that may be", () => {
    expect(inUse({ grade: "D", people: 3 }, { grade: "C" }, { people: 2 }).measured).toMatchObject({
      value: { low: 1, high: 3 },
      behind: { role: "unmet", count: 1 },
      unknown: { count: 2 },
    });
  });
});
