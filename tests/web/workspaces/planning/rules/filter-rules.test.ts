import { describe, expect, test } from "vitest";
import type { AppliedRule } from "#data/standards/rule.ts";
import { bandText, EVERY_RULE, filterRules } from "../../../../../web/workspaces/planning/rules/filter-rules.ts";
import { LIBRARY_BOOK } from "../../../../support/rule-book.ts";
import { localRule } from "../../../../support/spacing.ts";

const rule = (over: Partial<AppliedRule> = {}): AppliedRule => ({
  ...localRule(),
  confirmed: null,
  overrides: null,
  ...over,
});
const find = (filter: Partial<typeof EVERY_RULE>, rules = LIBRARY_BOOK.rules) =>
  filterRules(rules, { ...EVERY_RULE, ...filter });

describe("looking for rules", () => {
  test("no condition, every rule in its order", () => {
    expect(find({})).toEqual(LIBRARY_BOOK.rules);
  });

  test("every word counts, in either language and in any case", () => {
    const found = find({ text: "50156 4.0.4 三类保护物" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.standard.includes("50156") && each.targets.includes("protected-3"))).toBe(true);
    expect(find({ text: "MARSHALLING" })).toEqual(find({ text: "编组站" }));
    expect(find({ text: "编组站" }).length).toBeGreaterThan(0);
    expect(find({ text: "50156 没有这个词" })).toEqual([]);
  });

  test("a class is looked for on both sides", () => {
    const found = find({ objectClass: "plant-a" });
    expect(found.some(({ hazard }) => hazard === "plant-a")).toBe(true);
    expect(found.some(({ hazard, targets }) => hazard !== "plant-a" && targets.includes("plant-a"))).toBe(true);
    expect(found.length).toBeLessThan(LIBRARY_BOOK.rules.length);
  });

  test("distances at the ends of the range are in it", () => {
    const rules = [rule({ id: "local-12", distanceM: 12 }), rule({ id: "local-30", distanceM: 30 })];
    expect(find({ fromM: 12, toM: 30 }, rules)).toEqual(rules);
    expect(find({ fromM: 12.01 }, rules)).toEqual([rules[1]]);
    expect(find({ toM: 29.99 }, rules)).toEqual([rules[0]]);
  });

  test("unconfirmed are those that nobody has spoken on, whatever their confidence", () => {
    const spoken = rule({ id: "local-b", confirmed: { by: "张工", at: "2026-11-20T08:00:00+08:00" } });
    const silent = rule({ id: "local-a", confidence: "verified" });
    expect(find({ isUnconfirmed: true }, [spoken, silent])).toEqual([silent]);
    expect(find({ confidence: "uncertain" }, [spoken, silent])).toEqual([]);
  });
});

test("a band says which of its ends belong to it", () => {
  expect(bandText({ quantity: "tonnes", above: 5 })).toBe("> 5 t");
  expect(bandText({ quantity: "volumeM3", from: 200, below: 1000 })).toBe("≥ 200，< 1000 m³");
  expect(bandText({ quantity: "tonnes", upTo: 10 })).toBe("≤ 10 t");
});
