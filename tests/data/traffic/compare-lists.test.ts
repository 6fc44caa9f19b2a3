import { describe, expect, test } from "vitest";
import { compareLists, type ListedSite } from "#data/traffic/compare-lists.ts";
import type { Site } from "#data/traffic/site.ts";

interface Listed extends ListedSite {
  readonly id: string;
}

function listed(id: string, site: Site, ...accidentIds: string[]): Listed {
  const isSegment = site.kind === "segment";
  return {
    id,
    accidentIds,
    place: {
      site,
      label: id,
      route: isSegment ? { id: site.route, code: site.route, name: "", kind: "highway", stakes: "given" } : null,
      fromM: isSegment ? site.fromM : null,
      toM: isSegment ? site.toM : null,
      lengthM: isSegment ? site.toM - site.fromM : null,
      geometry: { type: "Point", coordinates: [122, 43] },
      middle: [122, 43],
    },
  };
}

const segment = (route: string, fromM: number, toM: number): Site => ({ kind: "segment", route, fromM, toM });
const junction: Site = { kind: "junction", position: [122, 43], radiusM: 100 };

describe("the two lists", () => {
  test("agree where they share a piece of one route, and not where only the stakes are alike", () => {
    const { both, onlyRule, onlyStatistics } = compareLists(
      [
        listed("rule G111", segment("G111", 1_000, 1_500), "a", "b"),
        listed("rule S985", segment("S985", 1_000, 1_500)),
      ],
      [listed("cluster", segment("G111", 1_400, 1_600), "c"), listed("far", segment("S985", 1_500, 1_700), "d")],
    );
    expect(both.map(({ rule, clusters }) => [rule.id, clusters.map(({ id }) => id)])).toEqual([
      ["rule G111", ["cluster"]],
    ]);
    expect(both[0]!.sharedAccidents).toBe(0);
    // Stretches that only touch at K1+500 share nothing.
    expect(onlyRule.map(({ rule }) => rule.id)).toEqual(["rule S985"]);
    expect(onlyStatistics.map(({ id }) => id)).toEqual(["far"]);
  });

  test("agree where they share an accident, whatever kind of site has it", () => {
    const { both } = compareLists(
      [listed("crossing", junction, "a", "b", "c")],
      [listed("one", segment("G111", 0, 100), "c", "b"), listed("two", segment("S985", 0, 100), "a")],
    );
    expect(both).toHaveLength(1);
    expect(both[0]!.clusters.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(both[0]!.sharedAccidents).toBe(3);
  });

  test("say of a junction on the rule's list alone that statistics do not look there", () => {
    const { onlyRule } = compareLists([listed("crossing", junction, "a"), listed("road", segment("G111", 0, 500))], []);
    expect(onlyRule.map(({ isUntested }) => isUntested)).toEqual([true, false]);
  });

  test("let one cluster agree with both sites that it joins, and count every site once", () => {
    const cluster = listed("cluster", segment("G111", 400, 700));
    const { both, onlyRule, onlyStatistics } = compareLists(
      [listed("one", segment("G111", 0, 500)), listed("two", segment("G111", 600, 1_100))],
      [cluster],
    );
    expect([both.length, onlyRule.length, onlyStatistics.length]).toEqual([2, 0, 0]);
  });
});
