import { describe, expect, test } from "vitest";
import {
  accidentsOf,
  countAgreements,
  foundRows,
  placeOf,
} from "../../../../web/workspaces/traffic/screening/found-rows.ts";
import { cluster, segment, spot } from "./found-sites.ts";

describe("rule and statistics side by side", () => {
  const long = spot("long", segment(1_000, 2_000), ["a", "b"]);
  const alone = spot("alone", segment(5_000, 5_500));
  const junction = spot("junction", { kind: "junction", position: [122, 43], radiusM: 100 });
  const first = cluster("first", segment(1_100, 1_200), ["b", "c"]);
  const second = cluster("second", segment(9_000, 9_100));
  const third = cluster("third", segment(1_900, 2_100));
  const rows = foundRows([alone, long, junction], [first, second, third]);

  test("what is the same place stands in one row, under the rank of each list", () => {
    const both = rows.find(({ id }) => id === "long")!;
    expect(both.agreement).toBe("both");
    expect(both.rule?.rank).toBe(2);
    expect(both.clusters.map(({ rank, finding }) => [rank, finding.id])).toEqual([
      [1, "first"],
      [3, "third"],
    ]);
    expect(accidentsOf(both)).toEqual(["a", "b", "c"]);
  });

  test("the rule's order comes first, what only the statistics find follows", () => {
    expect(rows.map(({ id }) => id)).toEqual(["alone", "long", "junction", "second"]);
    expect(countAgreements(rows)).toEqual({ all: 4, both: 1, rule: 2, statistics: 1 });
    expect(placeOf(rows[3]!)).toBe(second.place);
  });

  test("of a junction the statistics are not said to have found nothing", () => {
    expect(rows.map(({ id, isUntested }) => [id, isUntested])).toContainEqual(["junction", true]);
    expect(rows.find(({ id }) => id === "alone")!.isUntested).toBe(false);
  });
});
